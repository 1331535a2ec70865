// The port of the JavaScript layer as tests/wasm/main.rs needs it. `cargo xtask test` bundles it into port.js, which the
// tests are compiled with.

import { pack } from "../../pkg-template/src/pack";
import { portOf } from "../../pkg-template/src/port";
import { Queue } from "../../pkg-template/src/queue";
import type { Port } from "../../pkg-template/src/raw";
import { End } from "../../pkg-template/src/signals";

/** JSON text as numbers and text. */
export function packed(json: string): [Uint32Array, Uint16Array] {
    const { words, text } = pack(JSON.parse(json));
    return [words, text];
}

/** A port whose `fetch` is this source, and whose headers are this object as JSON text. */
export function port(source: string, headers: string | undefined, end: End): Port {
    return portOf({
        signal: end,
        queue: new Queue(1, 0),
        fetch: new Function("url", "init", source),
        sources: headers === undefined ? [] : [() => JSON.parse(headers) as unknown],
        observe: () => {},
    });
}

export function newEnd(): End {
    return new End();
}

export function endLater(end: End, ms: number): void {
    setTimeout(() => end.come(), ms);
}
