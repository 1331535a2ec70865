// Bodies on their way through: piece by piece, as fast as the other side takes them, and never as a whole.

/** What hands out the pieces of a body. */
export interface Pieces {
    next(): Promise<{ done?: boolean | undefined; value?: unknown }>;
    /** Lets go of what is left. */
    stop(): void;
}

interface Body {
    readonly getReader?: () => ReadableStreamDefaultReader<unknown>;
    readonly [Symbol.asyncIterator]?: () => AsyncIterator<unknown>;
}

/** The pieces of a body as `fetch` has them, or as a `fetch` of the user's does; `undefined` if it is neither. */
export function piecesOf(body: unknown): Pieces | undefined {
    if (typeof body !== "object" || body === null) return undefined;
    const { getReader, [Symbol.asyncIterator]: iterate } = body as Body;
    if (typeof getReader === "function") {
        const reader = getReader.call(body);
        return { next: () => reader.read(), stop: () => void reader.cancel().catch(ignored) };
    }
    if (typeof iterate === "function") {
        const iterator = iterate.call(body);
        return { next: () => iterator.next(), stop: () => void iterator.return?.()?.catch(ignored) };
    }
    return undefined;
}

/** What is done with the pieces of a body. */
export interface Passage {
    /** What goes on in place of a piece; may throw. */
    piece(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>;
    /** What goes on after the last one; may throw. */
    last(): Uint8Array<ArrayBuffer>;
    /** Waits for the next piece. */
    wait<T>(next: Promise<T>): Promise<T>;
    /** It is over: to the end, or because something `failed`, or because nobody takes any more. */
    over(why: "done" | "failed" | "left"): void;
}

/** The pieces as a stream, which asks for one only when it is asked for one. */
export function passed(pieces: Pieces, passage: Passage): ReadableStream<Uint8Array<ArrayBuffer>> {
    return new ReadableStream<Uint8Array<ArrayBuffer>>(
        {
            async pull(controller) {
                try {
                    // What comes may all be held back: then the next piece is asked for.
                    for (let sent = false; !sent; ) {
                        const { done, value } = await passage.wait(pieces.next());
                        const bytes = done ? passage.last() : passage.piece(bytesOf(value));
                        sent = bytes.length > 0;
                        if (sent) controller.enqueue(bytes);
                        if (done) {
                            passage.over("done");
                            return controller.close();
                        }
                    }
                } catch {
                    pieces.stop();
                    passage.over("failed");
                    // What broke off is not told: it may name the API's address, or hold anything.
                    controller.error(new Error("the body broke off"));
                }
            },
            cancel() {
                pieces.stop();
                passage.over("left");
            },
        },
        { highWaterMark: 0 },
    );
}

function bytesOf(value: unknown): Uint8Array<ArrayBuffer> {
    if (value instanceof Uint8Array) return value as Uint8Array<ArrayBuffer>;
    if (typeof value === "string") return new TextEncoder().encode(value);
    throw new TypeError("a body must hand out bytes");
}

function ignored(): void {}
