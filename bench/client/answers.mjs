// The rows that are answered, as text and as bytes, and the clients that are measured. No measure is taken here.

import { Pigello } from "pigello-client";
import { Sandbox } from "pigello-client/sandbox";

const KEY = "organization.externalClientContactPerson";
export const URL = "https://example.com/organization/externalclientcontactperson/";

/** So many rows, as the sandbox makes them: with ids, and as different from each other as real ones. */
export const rowsOf = (count) => new Sandbox().generate(KEY, count, { store: true });

/** The resource, over this `fetch`. */
export const resourceOver = (fetch) => new Pigello({ baseUrl: "https://example.com", fetch }).organization.externalClientContactPerson;

/** A body that hands out bytes in pieces of the size that sockets give. */
export function inPieces(bytes, size = 65_536) {
    let at = 0;
    return new ReadableStream({
        pull(controller) {
            if (at >= bytes.length) return controller.close();
            controller.enqueue(bytes.subarray(at, (at += size)));
        },
    });
}

const JSON_TYPE = { headers: { "content-type": "application/json" } };

/** A `fetch` that answers these bytes at once. */
export const answering = (bytes) => async () => new Response(bytes, JSON_TYPE);

/** A `fetch` that streams these bytes. */
export const streaming = (bytes) => async () => new Response(inPieces(bytes), JSON_TYPE);
