// The sandbox, in a worker of its own. It takes requests as a server would, and adds the credentials as a proxy would.

import { Sandbox } from "pigello-client/sandbox";
import { seed } from "./seeds";
import type { FromSandbox, Sent, ToSandbox } from "./words";

let sandbox = new Sandbox();
const underway = new Map<number, AbortController>();
const answer = (message: FromSandbox) => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<ToSandbox>) => {
    if (data.kind === "begin") sandbox = new Sandbox({ seed: seed(sandbox, data.plan, data.seed) });
    else if (data.kind === "fail") sandbox.failNext(data.fault);
    else if (data.kind === "abort") underway.get(data.call)?.abort();
    else if (data.kind === "generate") answer({ call: data.call, rows: sandbox.generate(data.path, data.count, { seed: 7 }) });
    else void fetched(data.call, data.sent);
});

async function fetched(call: number, { method, url, headers, body }: Sent): Promise<void> {
    const abort = new AbortController();
    underway.set(call, abort);
    try {
        const { pathname, search } = new URL(url);
        const all = [...headers, ...credentials()];
        const init = { method, headers: all, signal: abort.signal, ...(body === undefined ? {} : { body }) };
        const response = await sandbox.fetch(sandbox.baseUrl + pathname + search, init);
        const { status } = response;
        // A connection that is cut is cut while the body is read.
        const text = await response.text().catch(() => undefined);
        answer({ call, answered: { status, headers: [...response.headers], ...(text === undefined ? {} : { text }) } });
    } catch (error) {
        answer({ call, failed: String(error) });
    } finally {
        underway.delete(call);
    }
}

/** `customerId` -> `X-PIGELLO-CUSTOMER-ID`. */
function credentials(): [string, string][] {
    const spelled = (name: string) => name.replace(/[A-Z]/g, "-$&").toUpperCase();
    return Object.entries(sandbox.credentials).map(([name, value]) => [`X-PIGELLO-${spelled(name)}`, value]);
}
