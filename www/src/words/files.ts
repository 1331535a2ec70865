// What is wrong with a file or with a row as such, in Swedish. What reads files (`pkg-template/files`) says it in English, as the
// command line does; what it says in other words than these stays as it is. The worker has these, and no language of its own.

const TELLINGS: readonly (readonly [english: RegExp, swedish: string])[] = [
    [/^line (\d+) is longer than (\d+) characters$/, "rad $1 är längre än $2 tecken"],
    [/^line (\d+)/, "rad $1"],
    [/the row from line (\d+) on does not end$/, "raden som börjar på rad $1 tar inte slut"],
    [/the file ends before its array does$/, "filen slutar före sin lista"],
    [/(`.`) stands where nothing more should$/s, "$1 står där inget mer ska stå"],
    [/(`.`) stands where a row should$/s, "$1 står där en rad ska stå"],
    [/(`.`) stands where a comma should$/s, "$1 står där ett komma ska stå"],
    [/(`.`) stands where `\[` should$/s, "$1 står där `[` ska stå"],
    [/a quote is opened that is not closed in the next (\d+) characters$/, "ett citattecken öppnas som inte stängs inom $1 tecken"],
    [/a quote is opened and not closed/, "ett citattecken öppnas och stängs inte"],
    [/after a closing quote something else follows than the next cell/, "efter ett slutande citattecken följer något annat än nästa cell"],
    [/: the lines after it are no rows by it$/, ": raderna därefter går då inte att läsa"],
    [/the text is not (\S+) throughout: say which encoding it has$/, "texten är inte $1 hela vägen: spara filen som UTF-8"],
    [/the text is not (\S+) throughout$/, "texten är inte $1 hela vägen"],
    [/^this is a workbook, as Excel saves it, or another archive: save it as CSV, and take that$/, "det är en Excel-arbetsbok eller ett annat arkiv: spara den som CSV och välj den"],
    [/not JSON: /, "inte JSON: "],
    [/has 1 cell, and the header (\d+)$/, "har 1 cell, och rubriken $1"],
    [/has (\d+) cells, and the header (\d+)$/, "har $1 celler, och rubriken $2"],
    [/cell (\d+) stands under a column without a header$/, "cell $1 står under en kolumn utan rubrik"],
    [/: a comma is no decimal point here: write `\.`$/, ": skriv punkt i stället för decimalkomma"],
    [/: write the digits without blanks between them$/, ": skriv siffrorna utan blanksteg emellan"],
];

export function ofFile(text: string, locale: string): string {
    return locale === "sv" ? TELLINGS.reduce((said, [english, swedish]) => said.replace(english, swedish), text) : text;
}
