// An app with the proxy in it. Bun, Deno and Workers serve the default export; in Node, `serve` of @hono/node-server.

import { Hono } from "hono";
import { pigello } from "./pigello.mjs";

const app = new Hono();

// Whoever gets past here may do what the proxy's `allow` says: ask who it is, as for the rest of the app.
// app.use("/api/pigello/*", isSignedIn);
app.all("/api/pigello/*", pigello);

export default app;
