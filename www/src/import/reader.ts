// The page's end of the worker that reads a file.

import { locale } from "../words";
import { ofFile } from "../words/files";
import { say } from "../words/import";
import { Told } from "./told";
import type { Ask, Asks, FromWorker } from "./words";

interface Waiting {
    resolve(answer: unknown): void;
    reject(error: unknown): void;
    told(soFar: number): void;
}

export class Reader {
    #worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "import" });
    #waiting = new Map<number, Waiting>();
    #calls = 0;
    #ready: Promise<void>;

    constructor() {
        const { promise, resolve: ready, reject } = started();
        this.#ready = promise;
        const unable = (why: string) => {
            const error = new Told(() => why || say("readerLost"));
            reject(error);
            for (const waiting of this.#waiting.values()) waiting.reject(error);
            this.#waiting.clear();
        };
        this.#worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
            if ("ready" in data) return ready();
            if ("unable" in data) return unable(data.unable);
            const caller = this.#waiting.get(data.call);
            if ("soFar" in data) return caller?.told(data.soFar);
            this.#waiting.delete(data.call);
            if ("failed" in data) caller?.reject(new Told(() => ofFile(data.failed, locale.value)));
            else caller?.resolve(data.answer);
        });
        this.#worker.addEventListener("error", ({ message }) => unable(message));
    }

    ask<Name extends Ask>(ask: Name, question: Asks[Name]["question"], told: (soFar: number) => void = () => {}): Promise<Asks[Name]["answer"]> {
        const call = this.#calls++;
        return new Promise((resolve, reject) => {
            this.#waiting.set(call, { resolve: resolve as (answer: unknown) => void, reject, told });
            void this.#ready.then(() => this.#worker.postMessage({ call, ask, question }), reject);
        });
    }

    end(): void {
        this.#worker.terminate();
    }
}

function started(): { promise: Promise<void>; resolve: () => void; reject: (error: unknown) => void } {
    let resolve = () => {};
    let reject: (error: unknown) => void = () => {};
    const promise = new Promise<void>((yes, no) => ([resolve, reject] = [yes, no]));
    // Who asks hears of it.
    promise.catch(() => {});
    return { promise, resolve, reject };
}
