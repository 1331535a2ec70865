// `validate RESOURCE FILE`: what is wrong with the rows of a file, by line and column. Nothing is sent.

import { sentenceOf } from "../files";
import { Check, type CheckWish } from "./check";
import { EXIT } from "./ending";
import { resourceNamed } from "./resource";
import { data, note } from "./say";
import { bytesOf } from "./source";
import { oneLine } from "./visible";

export interface ValidateOptions extends CheckWish {
    readonly jsonl?: boolean;
    readonly max: number;
}

export async function run(name: string, file: string, options: ValidateOptions): Promise<number> {
    const { schema } = await resourceNamed(name);
    const check = new Check(schema, options);
    let shown = 0;
    for await (const { wrong } of check.portions(bytesOf(file))) {
        for (const one of wrong) {
            if (++shown > options.max) continue;
            const { row: _, ...told } = one;
            await data(options.jsonl ? `${JSON.stringify(told)}\n` : `${oneLine(sentenceOf(one))}\n`);
        }
    }
    if (shown > options.max) note(`and ${shown - options.max} more: \`--max\` shows them`);
    note(check.summary());
    return check.wrongRows > 0 ? EXIT.rows : EXIT.ok;
}
