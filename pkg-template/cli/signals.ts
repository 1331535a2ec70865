// Ctrl-C while something is under way that should not be cut in two: the first one asks to stop at the next good place, the
// second one stops.

import { EXIT } from "./ending";
import { note } from "./say";

export class Signals {
    /** Whether to come to an end. */
    stopping = false;
    /** How it then ends. */
    code: number = EXIT.interrupted;
    readonly #controller = new AbortController();

    constructor() {
        const heard = (code: number) => (): void => {
            if (this.stopping) return this.#controller.abort();
            this.stopping = true;
            this.code = code;
            note("stops after this request; once more stops at once");
        };
        process.on("SIGINT", heard(EXIT.interrupted));
        process.on("SIGTERM", heard(EXIT.terminated));
    }

    get signal(): AbortSignal {
        return this.#controller.signal;
    }
}
