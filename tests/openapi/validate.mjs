// Says whether the documents that are named are valid OpenAPI, as a public validator judges.

import { readFile } from "node:fs/promises";
import SwaggerParser from "@apidevtools/swagger-parser";

const files = process.argv.slice(2);
if (files.length === 0) throw new Error("name documents");
for (const file of files) {
    const document = JSON.parse(await readFile(file, "utf8"));
    const paths = Object.keys(document.paths).length;
    await SwaggerParser.validate(document);
    console.log(`${file}: valid OpenAPI ${document.openapi}, ${paths} paths`);
}
