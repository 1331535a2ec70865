// Says whether the documents that are named are valid OpenAPI, as a public validator judges: of each that is not, where and
// why, in the validator's words.

import { readFile } from "node:fs/promises";
import SwaggerParser from "@apidevtools/swagger-parser";

const files = process.argv.slice(2);
if (files.length === 0) throw new Error("name documents");
for (const file of files) {
    try {
        const document = JSON.parse(await readFile(file, "utf8"));
        await SwaggerParser.validate(document);
        console.log(`${file}: valid OpenAPI ${document.openapi}, ${Object.keys(document.paths).length} paths`);
    } catch (error) {
        console.error(`${file}: ${error.stack}`);
        process.exitCode = 1;
    }
}
