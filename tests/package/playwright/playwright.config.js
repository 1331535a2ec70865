// Builds the page, serves it on a free port, and opens it in the Chromium of this machine.
import { defineConfig } from "@playwright/test";

export default defineConfig({
    testDir: "test",
    fullyParallel: true,
    workers: 2,
    reporter: "list",
    webServer: {
        command: "npx vite build --logLevel warn && npx vite preview --host 127.0.0.1",
        // Without colours, which Playwright would ask for: they stand in the midst of the address.
        env: { FORCE_COLOR: "" },
        wait: { stdout: /(?<page_address>http:\/\/127\.0\.0\.1:\d+)/ },
    },
    use: {
        baseURL: process.env.PAGE_ADDRESS,
        launchOptions: {
            // Leave it out for the browser of `npx playwright install chromium`.
            executablePath: process.env.PIGELLO_CHROMIUM ?? "/usr/bin/chromium",
            args: ["--disable-gpu", "--disable-quic"],
        },
    },
});
