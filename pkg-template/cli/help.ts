// The examples and explanations behind each command's options: words in lines that fit any terminal, 80 letters.

export const MAIN = `Credentials come from the environment (what \`pigello-client sandbox\` prints) or
from a file: PIGELLO_BASE_URL or PIGELLO_ENVIRONMENT, and PIGELLO_CUSTOMER_ID,
PIGELLO_APPLICATION_ID, PIGELLO_SERVICE_ID, PIGELLO_SERVICE_VERSION_ID,
PIGELLO_CLIENT_CT, PIGELLO_CLIENT_ENTITY, PIGELLO_CLIENT_SECRET

A resource may be written organization.externalClientContactPerson,
externalClientContactPerson, or in any capitals. A file is CSV or TSV (commas,
semicolons or tabs; UTF-8, UTF-16 or Windows-1252, as Excel writes them), a JSON
array, or JSON Lines; \`-\` is standard input or output, and FILE may be a pipe.
Standard output has data and nothing else.

Ends with
    0  all is well
    1  rows are not valid, or failed; a file is no text, or its CSV or JSON is
       broken
    2  the command line, the settings or the columns of a file cannot be used as
       they are
    3  the server refused, or could not be reached
    4  some rows may or may not be on the server: look, and choose with
       --doubtful
    5  a file cannot be read or written: it is not there, or the disk is full
  130  interrupted (143: told to end); an import or an export goes on where it
       was if it is run again

Examples:
  pigello-client sandbox --port 8787
  pigello-client fields externalClientContactPerson --locale sv
  pigello-client list externalClientContactPerson --filter name__icontains=anna --order -created_at
  pigello-client validate externalClientContactPerson personer.csv --locale sv
  pigello-client import externalClientContactPerson personer.csv --key custom_id
  pigello-client export externalClientContactPerson -o alla.csv`;

export const RESOURCES = `Examples:
  pigello-client resources
  pigello-client resources --jsonl | jq -r .resource`;

export const FIELDS = `Examples:
  pigello-client fields tenant --locale sv
  pigello-client fields organization.externalClientContactPerson --csv > fields.csv`;

export const VALIDATE = `Each finding is a line: \`line 7, E-post: Must be an email address\`. A row with
an \`id\` is judged as a change, one without as new. Headers are the fields'
names, or their labels in Swedish or English, in any spelling.

Examples:
  pigello-client validate externalClientContactPerson personer.csv --locale sv
  pigello-client validate tenant rows.jsonl --jsonl
  pigello-client validate externalClientContactPerson kunder.csv --column Kundnr=custom_id --column Anteckning=
  iconv -f latin1 -t utf-8 old.csv | pigello-client validate tenant -`;

export const LIST = `--excel writes CSV that a double click opens: with a byte order mark and
semicolons, as Excel has them in Sweden. Text of which Excel would make a
formula, a number or a day (it begins with a digit, = + - or @) gets a tab in
front; \`import\` takes it off again, as all white space around a text, so that
what is read back is the same. Numbers stay as they are; a line break in a text
is read back as \\n alone.

Examples:
  pigello-client list externalClientContactPerson --filter name__icontains=anna --filter email__isnull=false
  pigello-client list externalClientContactPerson --filter custom_id__startswith!=tmp- --order name,-created_at --limit 20
  pigello-client list tenant --csv --columns id,first_name,last_name > tenants.csv
  pigello-client list externalClientContactPerson --excel --order name > alla.csv
  pigello-client list tenant --jsonl | jq -r .email`;

export const EXPORT = `Rows come page by page in the order of their ids, into FILE.part, which replaces
FILE once it is whole. An export that was interrupted or killed goes on if the
same command is run again. What is exported as CSV, \`import --update\` reads. It
is no snapshot: rows that are deleted meanwhile may hide others, which the next
export has.

--excel writes CSV with a byte order mark and semicolons, and a tab before text
that Excel would change (\`list --help\`). What it writes, mended in Excel and
saved as CSV UTF-8, \`import --update\` reads too. A FILE.part that is there and
no export's is left alone.

Examples:
  pigello-client export externalClientContactPerson -o alla.csv --excel
  pigello-client export externalClientContactPerson -o anna.jsonl --filter name__icontains=anna
  pigello-client export tenant -o - --jsonl | gzip > tenants.jsonl.gz`;

export const IMPORT = `The whole file is checked before anything is sent; \`--dry-run\` stops there. Then
chunks of rows go out, one after the other. Before each one, and after its
outcome, a line is written into FILE.journal: an import that was interrupted, or
killed, goes on if the same command is run again, in chunks of another size if
\`--chunk\` says so. Rows that the server refuses go into FILE.failed.csv with the
reasons in a first column of their own; mended, that file can be imported as it
is. A refusal that names no row is narrowed down by sending halves; after a
hundred such refusals of one chunk the import stops, and goes on if it is run
again.

If a connection breaks nobody knows whether the chunk under way was written.
With --key the server is asked which of its rows are there, until two answers
--settle seconds apart are the same: those are taken for written, also such as
were there before, and the others are sent; a server that carries a request out
later than that may write its rows twice. Each row must have a key of its own,
and rows of which the server has the key already are not looked for before they
are sent, but with --update. Without a key the import stops there, names the
rows, and goes on with --doubtful skip or send.

--update changes rows: those with an \`id\`, or those that the server has by
--key; with a key, others are created, without one they are refused. A cell that
is empty clears its field; a column that is not there leaves it alone. A row
with fewer cells than the header is wrong.

A journal is of one file and one way to import it: beside one that ended, the
same again sends nothing, and anything else is refused, unless --again is said.
Files that are there and not the import's own are never written to; with --again
the failed rows of the same file go, if nobody changed them since. A container
that was killed leaves FILE.journal.lock, which the next one does not take:
delete it if nobody imports any more.

Examples:
  pigello-client import externalClientContactPerson personer.csv --dry-run --locale sv
  pigello-client import externalClientContactPerson personer.csv --key custom_id
  pigello-client import externalClientContactPerson changes.jsonl --update
  pigello-client import externalClientContactPerson personer.csv --update --key custom_id --credentials pigello.env
  generate | pigello-client import externalClientContactPerson - --key custom_id --journal personer.journal`;

export const SANDBOX = `The file of --data is { "organization.externalClientContactPerson": [ … ] }.
Each write is on the disk (in FILE.journal) before it is answered, so that a
server that is killed loses nothing, and at its end they stand in the file. A
file that is not there is new. A line is printed for each request.

The parts of --faults are divided by commas:
  429:0.1        a status from 400 to 599 in place of an answer; nothing is
                 carried out. 429 and 503 have a Retry-After of 1 second;
                 429=30:0.1 of 30
  network:0.01   the connection ends without an answer; nothing is carried out
  lose:0.05      the request is carried out, and its answer does not arrive
  cut:0.05       the body of the answer ends halfway; cut=100:0.05 after 100
                 bytes
  delay=200:0.2  200 ms pass first; delay=100-500:0.2 from 100 to 500. With or
                 without another
  seed=7         other requests meet them; the same seed, the same ones.
                 Default 1

Examples:
  pigello-client sandbox --port 8787 --data rows.json
  pigello-client sandbox --faults 429:0.1,lose:0.05,cut:0.05,delay=200:0.2,seed=7
  pigello-client sandbox --latency 20-200`;
