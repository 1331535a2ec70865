// `npx pigello-client`: what its commands print, take and refuse. Imports and exports have files of their own.

import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as library from "pigello-client";
import { command, serve, started } from "./cli-server.mjs";
import { GOOD } from "./scripted.mjs";

const folder = mkdtempSync(join(tmpdir(), "cli-commands-"));
const PERSON = "externalclientcontactperson";
const FILE = `namn;extern kund;titel;e-post\nÅsa;${GOOD.external_client.id};Chef;a@x.se\nBo;${GOOD.external_client.id};;bo\n`;
let server;
before(async () => {
    server = await serve();
    const persons = library.Pigello.fromEnv(server.env).organization.externalClientContactPerson;
    await persons.bulkWrite(
        ["Anna", "Bo", "Cecilia", "Åsa"].map((name, at) => ({ ...GOOD, name, custom_id: `c,${at}`, email: at === 1 ? null : `p${at}@x.se` })),
    );
});
after(() => server.end());
const ask = (...args) => command(args, { env: server.env });
const lines = (text) => text.trimEnd().split("\n");
const file = (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
};

test("every command has help with examples, on standard output, that names its options", async () => {
    const { stdout } = await command(["--help"]);
    assert.match(stdout, /^Usage: pigello-client/);
    for (const code of [0, 1, 2, 3, 4, 5, 130]) assert.match(stdout, new RegExp(`^ +${code}  `, "m"));
    const names = [...stdout.matchAll(/^  (\w+) \[options\]/gm)].map(([, name]) => name);
    assert.deepEqual(names, ["resources", "fields", "validate", "list", "export", "import", "sandbox"]);
    for (const name of names) {
        const { code, stdout, stderr } = await command([name, "--help"]);
        assert.deepEqual([code, stderr], [0, ""], name);
        assert.match(stdout, new RegExp(`^Usage: pigello-client ${name} [^]*\\nExamples:\\n  pigello-client ${name}`), name);
    }
});

test("resources lists every resource of the library, once", async () => {
    const { code, stdout } = await command(["resources"]);
    assert.equal(code, 0);
    const rows = lines(stdout).map((line) => JSON.parse(line));
    const schemas = Object.values(library).filter((value) => typeof value?.basePath === "string");
    assert.deepEqual(rows.map(({ path }) => path).sort(), schemas.map(({ basePath }) => basePath).sort());
    assert.ok(rows.some(({ resource }) => resource === "organization.externalClientContactPerson"));
});

test("a resource is named in any capitals, with or without its application, and a wrong one gets a hint", async () => {
    for (const name of ["organization.externalClientContactPerson", "ExternalClientContactPerson", PERSON, "/organization/externalclientcontactperson/"]) {
        const { code, stdout } = await command(["fields", name, "--csv"]);
        assert.equal(code, 0, name);
        assert.match(stdout, /^field,label,type/);
    }
    const { code, stdout, stderr } = await command(["fields", "externalclientcontctperson"]);
    assert.deepEqual([code, stdout], [2, ""]);
    assert.match(stderr, /did you mean `externalClientContactPerson`\?/);
});

test("fields tells labels in the language asked for, and the operators", async () => {
    const { stdout } = await command(["fields", PERSON, "--csv", "--locale", "sv-SE"]);
    assert.match(stdout, /^first_name,Förnamn,string,may be empty,up to 255 letters,exact contains /m);
    const json = lines((await command(["fields", PERSON])).stdout).map((line) => JSON.parse(line));
    assert.deepEqual(json.find(({ name }) => name === "email").label, { en: "Email", sv: "E-post" });
});

test("list filters, negates, orders, chooses columns and stops at a limit", async () => {
    const names = async (...args) => {
        const { code, stdout, stderr } = await ask("list", PERSON, "--csv", "--columns", "name", ...args);
        assert.equal(code, 0, stderr);
        return lines(stdout).slice(1);
    };
    assert.deepEqual(await names("--order", "name"), ["Anna", "Bo", "Cecilia", "Åsa"]);
    assert.deepEqual(await names("--order", "-name", "--limit", "2"), ["Åsa", "Cecilia"]);
    assert.deepEqual(await names("--filter", "name__icontains=A", "--filter", "email__isnull=false", "--order", "name"), ["Anna", "Cecilia", "Åsa"]);
    assert.deepEqual(await names("--filter", "name__startswith!=C", "--filter", "E-post__isnull=true"), ["Bo"]);
    assert.deepEqual(await names("--filter", "name__in=Anna,Åsa", "--filter", "name!=Anna"), ["Åsa"]);
    assert.deepEqual(await names("--filter", "name=Bo"), ["Bo"]);
    assert.deepEqual(await names("--filter", "name=nobody"), []);
});

test("a filter with one underscore too few is told which one is meant", async () => {
    for (const [given, meant] of [["name_icontains", "name__icontains"], ["created_at_gte", "created_at__gte"], ["externalclient.in", "external_client__in"]]) {
        const { code, stderr } = await ask("list", PERSON, "--filter", `${given}=a`);
        assert.deepEqual([code, stderr], [2, `pigello-client: \`--filter ${given}\`: two underscores stand before an operator: \`${meant}\`\n`]);
    }
});

test("what list prints: JSON Lines in a pipe, CSV that reads again, a table", async () => {
    const rows = lines((await ask("list", PERSON, "--order", "name")).stdout).map((line) => JSON.parse(line));
    assert.deepEqual(rows.map(({ name }) => name), ["Anna", "Bo", "Cecilia", "Åsa"]);
    const { stdout } = await ask("list", PERSON, "--csv", "--order", "name");
    const [head, first] = lines(stdout).map((line) => line.trimEnd());
    assert.equal(head, Object.keys(library.ExternalClientContactPerson.fields).join(","));
    assert.ok(first.includes(`"c,0"`) && first.includes(`,${GOOD.external_client.id},`), first);
    const table = await ask("list", PERSON, "--table", "--columns", "name,email", "--order", "name");
    assert.deepEqual(lines(table.stdout), ["name     email", "Anna     p0@x.se", "Bo", "Cecilia  p2@x.se", "Åsa      p3@x.se"]);
});

test("validate names line, column and reason, in Swedish too, and ends with 1", async () => {
    const path = file("two.csv", Buffer.from(FILE, "latin1"));
    const { code, stdout, stderr } = await command(["validate", PERSON, path, "--locale", "sv"]);
    assert.equal(code, 1);
    assert.deepEqual(lines(stdout), ["line 3, titel: Måste fyllas i", "line 3, e-post: Måste vara en e-postadress"]);
    assert.match(stderr, /^2 rows, 1 row not valid \(windows-1252, cells divided by `;`\)$/m);
    const json = await command(["validate", PERSON, path, "--jsonl", "--max", "1"]);
    assert.deepEqual(lines(json.stdout).map((line) => JSON.parse(line)), [
        { line: 3, column: "titel", field: "title", code: "required", message: "Must be filled in" },
    ]);
    assert.match(json.stderr, /and 1 more/);
});

test("validate reads standard input, and every kind of file", async () => {
    const row = { ...GOOD, first_name: "Å" };
    for (const text of [JSON.stringify(row), JSON.stringify([row, row]), `\ufeff${FILE.replace(";;bo", ";Chef;")}`]) {
        const { code, stdout, stderr } = await command(["validate", PERSON, "-"], { input: text });
        assert.deepEqual([code, stdout], [0, ""], stderr);
    }
    const utf16 = await command(["validate", PERSON, "-"], { input: Buffer.from(`\ufeff${FILE}`, "utf16le") });
    assert.deepEqual([utf16.code, lines(utf16.stdout).length], [1, 2]);
    const forced = await command(["validate", PERSON, "-", "--encoding", "windows-1252"], { input: FILE });
    assert.match(forced.stderr, /windows-1252/);
});

test("an id that is twice in a file is told, however far apart", async () => {
    const id = "2f1d8a4e-0b8e-4a59-9f0e-6b0a1c2d3e4f";
    const others = Array.from({ length: 20_000 }, () => ",A").join("\n");
    const { code, stdout } = await command(["validate", PERSON, "-", "--max", "1", "--ignore-unknown"], { input: `id,email\n${id},\n${others}\n${id.toUpperCase()},\n` });
    assert.equal(code, 1);
    assert.match(stdout, /^line 3, /);
    const alone = `id,email\n${id},\n${Array.from({ length: 12_000 }, (_, at) => `${id.slice(0, 31)}${String(10_000 + at)},`).join("\n")}\n${id},\n`;
    assert.match((await command(["validate", PERSON, "-"], { input: alone })).stdout, /^line 12003, id: is there twice\n$/);
});

test("columns that are no field are refused with a hint, unless it is said what they are", async () => {
    const path = file("columns.csv", "namn,extern kund,titel,emial,Kundnr\nA,2f1d8a4e-0b8e-4a59-9f0e-6b0a1c2d3e4f,B,a@x.se,7\n");
    const refused = await command(["validate", PERSON, path]);
    assert.deepEqual([refused.code, refused.stdout], [2, ""]);
    assert.match(refused.stderr, /column `emial` is no field of \w+; did you mean `email`\?/);
    for (const extra of [["--ignore-unknown"], ["--column", "emial=email", "--column", "Kundnr=custom id"], ["--column", "emial=", "--column", "Kundnr="]]) {
        assert.equal((await command(["validate", PERSON, path, ...extra])).code, 0, extra.join(" "));
    }
});

test("the seven credentials come from a file of lines or of JSON, and others who can read it are told of", async () => {
    const text = Object.entries(server.env).map(([name, value]) => `export ${name}="${value}"`).join("\n");
    const names = Object.fromEntries(Object.entries(server.env).map(([name, value]) => [
        name.slice(8).toLowerCase().replace(/_(.)/g, (_, letter) => letter.toUpperCase()),
        value,
    ]));
    assert.equal(typeof names.clientSecret, "string");
    for (const [name, content] of [["lines.env", `# a comment\n\n${text}\n`], ["names.json", JSON.stringify(names)], ["env.json", JSON.stringify(server.env)], ["notepad.json", `\ufeff${JSON.stringify(names)}`], ["notepad.env", `\ufeff${text}`]]) {
        const path = file(name, content);
        chmodSync(path, 0o600);
        const { code, stdout, stderr } = await command(["list", PERSON, "--credentials", path, "--limit", "1"]);
        assert.deepEqual([code, lines(stdout).length, stderr], [0, 1, ""], name);
        chmodSync(path, 0o644);
        const open = await command(["list", PERSON, "--credentials", path, "--limit", "1"]);
        assert.deepEqual([open.code, /chmod 600/.test(open.stderr)], [0, true], name);
    }
    const secret = file("torn.json", '{"clientSecret": "hush"');
    const torn = await command(["list", PERSON, "--credentials", secret]);
    assert.equal(torn.code, 2);
    assert.ok(!torn.stderr.includes("hush"));
});

test("a file of credentials has comments, blank lines and quotes as a shell has them, and no name that is none", async () => {
    const { PIGELLO_CLIENT_SECRET: secret, ...others } = server.env;
    const rest = Object.entries(others).map(([name, value]) => `${name}=${value}\r\n`).join("");
    const list = async (text) => {
        const path = file("some.env", text);
        chmodSync(path, 0o600);
        return command(["list", PERSON, "--credentials", path, "--limit", "1"]);
    };
    for (const line of [`${secret}`, `"${secret}" # why`, `'${secret}'   `, `  ${secret}  # "why"`]) {
        const { code, stderr } = await list(`  # a comment = none\r\n\r\n\t\r\n${rest}export PIGELLO_CLIENT_SECRET = ${line}\r\n`);
        assert.deepEqual([code, stderr], [0, ""], line);
    }
    // Part of the value: it is another secret.
    assert.equal((await list(`${rest}PIGELLO_CLIENT_SECRET=${secret}#1\n`)).code, 3);
    for (const [line, said] of [
        [`PIGELLO_CLIENT_SECRT=${secret}`, "`PIGELLO_CLIENT_SECRT` is none of the settings; did you mean `PIGELLO_CLIENT_SECRET`?"],
        [`DATABASE_URL=${secret}`, "`DATABASE_URL` is none of the settings"],
        [`PIGELLO_CLIENT_SECRET="${secret}`, "line 8: not NAME=value"],
        [`PIGELLO_CLIENT_SECRET`, "line 8: not NAME=value"],
    ]) {
        const { code, stderr } = await list(`${rest}${line}\n`);
        assert.equal(code, 2, line);
        assert.ok(stderr.includes(said) && !stderr.includes(secret), stderr);
    }
    const json = await list(JSON.stringify({ ...others, clientSecrt: secret }));
    assert.deepEqual([json.code, /`clientSecrt` is none of the settings; did you mean `PIGELLO_CLIENT_SECRET`/.test(json.stderr)], [2, true], json.stderr);
});

test("--base-url and --environment go before the variables", async () => {
    const { PIGELLO_BASE_URL, ...others } = server.env;
    const good = await command(["list", PERSON, "--base-url", PIGELLO_BASE_URL, "--limit", "1"], { env: { ...others, PIGELLO_BASE_URL: "http://127.0.0.1:9" } });
    assert.equal(good.code, 0, good.stderr);
    const nowhere = await command(["list", PERSON], { env: others });
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.stderr, /baseUrl|environment/);
});

test("each exit code is what the help says", async () => {
    const good = file("good.csv", FILE.replace(";;bo", ";Chef;"));
    const wrong = file("wrong.csv", FILE);
    const gone = { ...server.env, PIGELLO_BASE_URL: "http://127.0.0.1:9" };
    for (const [code, args, env = server.env] of [
        [0, ["validate", PERSON, good]],
        [1, ["validate", PERSON, wrong]],
        [1, ["validate", PERSON, file("torn.csv", 'namn,extern kund\nA,"')]],
        [1, ["validate", PERSON, file("mixed.csv", Buffer.from([0x6e, 0x61, 0x6d, 0x6e, 0xc3, 0xa5, 0x0a, 0xe5, 0x0a, 0x0a]))]],
        [1, ["validate", PERSON, file("book.xlsx", "PK\x03\x04\x14\0")]],
        [2, []],
        [2, ["fly"]],
        [2, ["list"]],
        [2, ["list", "nothing"]],
        [2, ["list", PERSON, "now"]],
        [2, ["list", PERSON, "--filter", "name"]],
        [2, ["list", PERSON, "--filter", "nam__icontains=a"]],
        [2, ["list", PERSON, "--filter", "name_icontains=a"]],
        [2, ["list", PERSON, "--order", "nam"]],
        [2, ["list", PERSON, "--limit", "0"]],
        [2, ["list", PERSON, "--csv", "--jsonl"]],
        [2, ["list", PERSON], {}],
        [3, ["list", PERSON], gone],
        [3, ["list", PERSON], { ...server.env, PIGELLO_CLIENT_SECRET: "wrong" }],
        [5, ["validate", PERSON, join(folder, "nothing.csv")]],
        [5, ["validate", PERSON, folder]],
    ]) {
        const result = await command(args, { env });
        assert.equal(result.code, code, `${args.join(" ")}: ${result.stderr}`);
        if (code > 1) assert.equal(result.stdout, "", args.join(" "));
        if (code > 1) assert.match(result.stderr, /^pigello-client: /m, args.join(" "));
        assert.ok(!result.stderr.includes("\n    at "), result.stderr);
    }
});

test("nothing is coloured where no terminal is, and the secret is told nowhere", async () => {
    const { stdout, stderr } = await command(["list", PERSON], { env: { ...server.env, PIGELLO_BASE_URL: "http://127.0.0.1:9", FORCE_COLOR: "1" } });
    assert.ok(!`${stdout}${stderr}`.includes("\x1b"));
    assert.ok(!stderr.includes(server.env.PIGELLO_CLIENT_SECRET));
    assert.match(stderr, /ECONNREFUSED|bad port/);
});

test("a reader that goes away is no failure: the code is the file's", async () => {
    const path = file("many.csv", `namn,extern kund,titel\n${"A,x,\n".repeat(30_000)}`);
    const { child, ended } = started(["validate", PERSON, path, "--max", "1000000"]);
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.stdout.destroy();
    const { code, stderr } = await ended;
    assert.deepEqual([code, /30000 rows not valid/.test(stderr)], [1, true], stderr);
});

test("help takes at most a tenth of a second more than Node itself", async () => {
    // Processor time: what else the machine does is no part of it.
    const told = 'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();process.stderr.write(`${user+system}`)})';
    const time = async (args, nodeArgs = []) => {
        const times = [];
        for (let run = 0; run < 3; run++) times.push(Number((await command(args, { nodeArgs: ["--import", told, ...nodeArgs] })).stderr) / 1e3);
        return Math.min(...times);
    };
    const [bare, help] = [await time([], ["-e", "0"]), await time(["--help"])];
    assert.ok(bare > 0 && help - bare < 100, `node ${bare.toFixed(0)} ms, --help ${help.toFixed(0)} ms`);
});
