// `resources`: what there is.

import { formatOf, writerOf } from "./format";
import { resources } from "./resource";
import { data } from "./say";

export async function run(options: { jsonl?: boolean; csv?: boolean; table?: boolean }): Promise<void> {
    const format = formatOf(options);
    const writer = await writerOf(format, ["resource", "path", "documented", "operations"]);
    for (const { name, schema } of await resources()) {
        const { basePath, documented, operations } = schema;
        const operationNames = format === "jsonl" ? operations : operations.join(" ");
        await data(writer.row({ resource: name, path: basePath, documented, operations: operationNames }));
    }
    await data(writer.end());
}
