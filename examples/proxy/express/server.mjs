// An app with the proxy in it: `node --env-file=.env server.mjs`.

import express from "express";
import { pigello } from "./pigello.mjs";

const app = express();

// Whoever gets past here may do what the proxy's `allow` says: ask who it is, as for the rest of the app.
// app.use("/api/pigello", isSignedIn);
// Before express.json(): bodies go through as they come.
app.use("/api/pigello", pigello);
app.use(express.json());

export const server = app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1");
