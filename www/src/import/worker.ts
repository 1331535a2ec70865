// Reads, judges and keeps a file's rows, away from the page, which stays free meanwhile.

import { modelOf } from "../models";
import { Sheet } from "./sheet";
import type { FromWorker, ToWorker } from "./words";

let sheet: Sheet | undefined;

const tell = (message: FromWorker) => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
    const { call } = data;
    answerTo(data, (soFar) => tell({ call, soFar })).then(
        (answer) => tell({ call, answer }),
        (error: unknown) => tell({ call, failed: error instanceof Error ? error.message : String(error) }),
    );
});

tell({ ready: true });

async function answerTo(message: ToWorker, told: (soFar: number) => void): Promise<unknown> {
    if (message.ask === "read") {
        const model = modelOf(message.question.model);
        if (!model) throw new Error(`there is no ${message.question.model}`);
        sheet = new Sheet(model);
        return sheet.read(message.question.blob, told);
    }
    if (!sheet) throw new Error("no file was read");
    switch (message.ask) {
        case "columns":
            return sheet.choose(message.question);
        case "check":
            return { bad: await sheet.check(message.question.locale, told) };
        case "window":
            return sheet.window(message.question);
        case "mend":
            return { bad: sheet.mend(message.question.place, message.question.column, message.question.text) };
        case "chunk":
            return sheet.chunk(message.question.from, message.question.size);
        case "keys":
            return sheet.keys(message.question);
        case "failed":
            return sheet.failed(message.question);
    }
}
