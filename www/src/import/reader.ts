// The page's end of the worker that reads a file.

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
        let ready = () => {};
        this.#ready = new Promise((resolve) => (ready = resolve));
        this.#worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
            if ("ready" in data) return ready();
            const caller = this.#waiting.get(data.call);
            if ("soFar" in data) return caller?.told(data.soFar);
            this.#waiting.delete(data.call);
            if ("failed" in data) caller?.reject(new Error(data.failed));
            else caller?.resolve(data.answer);
        });
        this.#worker.addEventListener("error", (event) => {
            for (const { reject } of this.#waiting.values()) reject(new Error(event.message));
            this.#waiting.clear();
        });
    }

    ask<Name extends Ask>(ask: Name, question: Asks[Name]["question"], told: (soFar: number) => void = () => {}): Promise<Asks[Name]["answer"]> {
        const call = this.#calls++;
        return new Promise((resolve, reject) => {
            this.#waiting.set(call, { resolve: resolve as (answer: unknown) => void, reject, told });
            void this.#ready.then(() => this.#worker.postMessage({ call, ask, question }));
        });
    }

    end(): void {
        this.#worker.terminate();
    }
}
