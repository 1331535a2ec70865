// A client with patience of its own, which says when it tries again.
import { Pigello } from "pigello-client";

export function newClient(options) {
    return new Pigello({
        ...options,
        timeoutMs: 10_000,
        retry: { attempts: 5, baseDelayMs: 500, maxDelayMs: 60_000 },
        onRetry: ({ method, url, attempt, delayMs }) => console.warn(`${method} ${url}: try ${attempt} failed, the next in ${delayMs} ms`),
    });
}
