// Which pages a cell has, how each is looked at, and in which browsers, where it is not `/` in Chromium.

import { fillsInTheForm } from "./looks.mjs";

const ALL = ["chromium", "firefox", "webkit"];

/** The wasm in the script, and in a file of its own. */
const SLIM_TOO = [{}, { path: "/slim.html" }];

export const cells = {
    vite: { browsers: ALL, pages: SLIM_TOO },
    "vite-dev": { pages: SLIM_TOO },
    "plain-page": { pages: SLIM_TOO },
    // A server component, a client component, a route handler in Node and one at the edge.
    next: {
        pages: [{}, { path: "/client" }, { path: "/by-route" }, { path: "/by-edge" }],
        // Next would rather not have an edge any more.
        mayWarn: [/Edge Runtime is deprecated/, /Using edge runtime on a page currently disables static generation/],
    },
    "react-hook-form": { pages: [{ look: fillsInTheForm }] },
};
