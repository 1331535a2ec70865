// Which pages a cell has, how each is looked at, and in which browsers, where it is not `/` in Chromium.

import { compilesNothingAtTheEdge } from "./built.mjs";
import { agreesWithTheBrowser, savesForms } from "./forms.mjs";
import { fillsInTheForm, isAllowed, isRefused, judgesTheForm, lists, reloadsHot } from "./looks.mjs";

const ALL = ["chromium", "firefox", "webkit"];

/** The wasm in the script, and in a file of its own. */
const SLIM_TOO = [{}, { path: "/slim.html" }];

/** Firefox tells of it beside throwing it. */
const FORBIDDEN = /Content-Security-Policy: The page.s settings blocked WebAssembly/;

export const cells = {
    vite: { browsers: ALL, pages: SLIM_TOO },
    "vite-dev": { pages: [{ path: "/slim.html" }, { look: reloadsHot }] },
    webpack: { pages: SLIM_TOO },
    "plain-page": { browsers: ALL, pages: SLIM_TOO },
    "web-worker": { browsers: ALL },
    "service-worker": { browsers: ALL },
    // A server component, a client component, a route handler in Node and one at the edge; a client component with slim.
    next: {
        pages: ["/", "/client", "/by-route", "/by-edge", "/client-slim"].map((path) => ({ path })),
        built: compilesNothingAtTheEdge,
        // Next would rather not have an edge any more.
        // The last is said on CI machines, where nothing is kept from build to build.
        mayWarn: [
            /Edge Runtime is deprecated/,
            /Using edge runtime on a page currently disables static generation/,
            /No build cache found/,
        ],
    },
    // `default-src 'self'` alone, and with 'wasm-unsafe-eval'.
    csp: {
        browsers: ALL,
        pages: [
            { path: "/strict/default", look: isRefused, mayComplain: FORBIDDEN },
            { path: "/strict/slim", look: isRefused, mayComplain: FORBIDDEN },
            { path: "/strict/nowasm", look: isAllowed },
            { path: "/allowed/default", look: isAllowed },
            { path: "/allowed/slim", look: isAllowed },
        ],
    },
    // Chromium tells of the server's refusals, which are what is looked at.
    forms: {
        browsers: ALL,
        pages: [
            ...["/plain.html", "/react-hook-form.html", "/tanstack.html", "/conform.html"].map((path) => ({
                path,
                look: savesForms,
                only: "chromium",
                mayComplain: /the server responded with a status of 400/,
            })),
            { path: "/attributes.html", look: agreesWithTheBrowser },
        ],
    },
    ...Object.fromEntries(["tanstack-form", "tanstack-query"].map((name) => [name, { pages: [{ look: fillsInTheForm }] }])),
    // The first form of the package's README beside the guide's.
    ...Object.fromEntries(
        ["plain-form", "react-hook-form"].map((name) => [name, { pages: [{ look: fillsInTheForm }, { path: "/first.html", look: judgesTheForm }] }]),
    ),
    // A server action, and a page that asks through the proxy.
    nextjs: { pages: [{ look: fillsInTheForm }, { path: "/live", look: lists }], mayWarn: [/No build cache found/] },
};
