// WebKit, by Debian's MiniBrowser and its WebDriver, on a display that nobody sees. Plain WebDriver tells nothing of a
// page's console: in pages that pages/serve.mjs serves, pages/problems.mjs notes it. What others show has to do.

import { spawn } from "node:child_process";
import { env } from "node:process";
import { endGroup } from "./endings.mjs";
import { freePort } from "./npm.mjs";
import { until } from "./until.mjs";

export async function openWebKit(endings, { binary, driver, xvfb }) {
    const display = await hiddenDisplay(endings, xvfb);
    const port = await freePort();
    const variables = {
        DISPLAY: display,
        // Its sandbox needs what a container does not give; the pages are ours.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
        WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    };
    const child = spawn(driver, [`--port=${port}`, "--host=127.0.0.1"], { env: { ...env, ...variables }, detached: true, stdio: "ignore" });
    child.once("error", () => {});
    endings.add(() => endGroup(child));
    const command = (method, path, body) => ask(`http://127.0.0.1:${port}${path}`, method, body);
    await until("WebKit's driver", () => command("GET", "/status").then(() => true, () => undefined));

    const options = { "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
    const { sessionId } = await command("POST", "/session", { capabilities: { alwaysMatch: options } });
    const session = `/session/${sessionId}`;
    const read = (expression) => command("POST", `${session}/execute/sync`, { script: `return (${expression});`, args: [] });
    const page = { read, problems: () => read("window.problems ?? []"), close: async () => {} };
    return {
        async open(address) {
            await command("POST", `${session}/url`, { url: address.href });
            return page;
        },
        close: () => command("DELETE", session),
    };
}

/** Starts an X server of our own; it chooses the number, and says it once it is ready. */
async function hiddenDisplay(endings, xvfb) {
    const args = ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
    const child = spawn(xvfb, args, { detached: true, stdio: ["ignore", "ignore", "ignore", "pipe"] });
    let number = "";
    let failed;
    child.once("error", (error) => (failed = error));
    child.stdio[3].on("data", (part) => (number += part));
    await until("Xvfb to start", () => {
        if (failed) throw failed;
        return number.endsWith("\n") || undefined;
    });
    endings.add(() => endGroup(child));
    return `:${number.trim()}`;
}

async function ask(address, method, body) {
    const answer = await fetch(address, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(60_000) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${address}: ${value?.error}: ${value?.message}`);
    return value;
}
