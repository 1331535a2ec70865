// A CSV file as bodies: what each cell stands for is for `parseForm` to say, and so is what is wrong with it.
import { ExternalClientContactPerson } from "pigello-client";
import Papa from "papaparse";

const schema = ExternalClientContactPerson.with({ locale: "sv" });

/** `{ rows, mistakes }`: a mistake names its line and its column. Columns that are no field are left out. */
export function readPersons(text) {
    const { data, errors } = Papa.parse(text, { header: true, skipEmptyLines: "greedy" });
    const mistakes = errors.map(({ row = 0, message }) => `line ${row + 2}: ${message}`);
    const rows = [];
    const lines = new Map();
    data.forEach((cells, at) => {
        const line = at + 2;
        const { valid, value, issues } = schema.parseForm(cells);
        if (valid) rows.push(value);
        mistakes.push(...issues.map(({ path, message }) => `line ${line}, ${path[0]}: ${message}`));
        const key = cells.custom_id?.trim();
        if (!key) mistakes.push(`line ${line}: without a custom_id nobody knows whose row it is`);
        else if (lines.has(key)) mistakes.push(`line ${line}: custom_id ${key} stands on line ${lines.get(key)}, too`);
        lines.set(key, line);
    });
    return { rows, mistakes };
}
