// A server that takes every bulk write and keeps nothing: `node server.mjs` prints its port. Its answers are as long as they
// would be, and it takes the time that reading and writing JSON takes.

import { createServer } from "node:http";

const ID = "2f1d8a4e-0b8e-4a59-9f0e-6b0a1c2d3e4f";
const server = createServer(async (request, response) => {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    const rows = JSON.parse(Buffer.concat(pieces).toString());
    response.writeHead(201, { "Content-Type": "application/json" });
    response.end(JSON.stringify(rows.map((row) => ({ id: ID, ...row }))));
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
