// Every test runs in Node; all of them again, and those of the page, in jsdom.
import { defineConfig } from "vitest/config";

export default defineConfig({
    test: {
        projects: [
            { test: { name: "node", environment: "node", include: ["test/*.test.js"], exclude: ["test/form.test.js"] } },
            { test: { name: "jsdom", environment: "jsdom", include: ["test/*.test.js"] } },
        ],
    },
});
