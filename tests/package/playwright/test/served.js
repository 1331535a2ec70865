// `test`, with a sandbox server for each test: `settings` is how the page reaches it, `pigello` how the test does.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { test as base } from "@playwright/test";
import { Pigello } from "pigello-client";

export const test = base.extend({
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    environment: async ({}, use) => {
        const server = spawn(process.execPath, ["node_modules/pigello-client/cli.js", "sandbox", "--port", "0"], {
            stdio: ["ignore", "pipe", "inherit"],
        });
        try {
            await use(await environmentOf(server));
        } finally {
            server.kill();
        }
    },
    settings: async ({ environment }, use) => {
        const { PIGELLO_BASE_URL: baseUrl, ...others } = environment;
        const camel = (name) => name.slice("PIGELLO_".length).toLowerCase().replace(/_(.)/g, (_, letter) => letter.toUpperCase());
        await use({ baseUrl, credentials: Object.fromEntries(Object.entries(others).map(([name, value]) => [camel(name), value])) });
    },
    pigello: async ({ environment }, use) => use(Pigello.fromEnv(environment)),
});

/** The address and the seven credentials, which the server prints once it listens. */
async function environmentOf(server) {
    const environment = {};
    // Not `for await`: leaving that would close the pipe that the server goes on writing to.
    const lines = createInterface({ input: server.stdout });
    return new Promise((resolve, reject) => {
        server.once("exit", () => reject(new Error("the sandbox server ended before it listened")));
        lines.on("line", (line) => {
            const [, name, value] = /^export (PIGELLO_\w+)=(.*)$/.exec(line) ?? [];
            if (name !== undefined) environment[name] = value;
            if (Object.keys(environment).length === 8) resolve(environment);
        });
    });
}
