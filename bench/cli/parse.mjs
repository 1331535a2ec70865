// What `validate` is measured against: a process that reads the file and parses it, to an object a row, and does no more.

import { readFileSync } from "node:fs";
import Papa from "papaparse";

const { data } = Papa.parse(new TextDecoder().decode(readFileSync(process.argv[2])), { header: true, skipEmptyLines: true });
console.log(data.length);
