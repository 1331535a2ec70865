// Faults of engines that we steer around.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

// V8 11 (Node 20) builds calls of wasm exports into hot functions. If one that answers a reference is on its way while
// the garbage collector throws that function's code away, the process dies: "Fatal error, unreachable code". So the
// glue must not call such exports in a way that V8 builds in (`wasm.f.call(undefined, …)` is none).
test("garbage collected while a hot call is on its way does not end the process", () => {
    const script = `
        import { ExternalClientContactPerson, OrganizationUserSegment } from "pigello-client";
        import { Sandbox } from "pigello-client/sandbox";
        const start = Date.now();
        const sandbox = new Sandbox();
        let issues = 0;
        for (let round = 0; Date.now() < start + 7_000; round++) {
            // Shapes that come and go: the code of hot functions remembers them, and goes with them.
            const Row = new Function("return class { constructor() { this.name = 5; this.k" + round + " = 1; } }")();
            const rows = Array.from({ length: 20_000 }, () => new Row());
            issues += ExternalClientContactPerson.validateAll(rows).issues.length;
            if (Date.now() < start + 4_000) continue;
            for (const row of rows.slice(0, 1_000)) {
                const good = { name: "Anna", title: "Chef", external_client: { id: "497f6eca-6276-4993-bfeb-53cbbbba6f08" }, ["k" + round % 50]: row };
                issues += ExternalClientContactPerson.validate(good).issues.length;
                issues += ExternalClientContactPerson.validateField("email", "anna@example.com").length;
                issues += OrganizationUserSegment.validate(row).issues.length;
                issues += ExternalClientContactPerson.validateField("name", row.name).length;
                issues += ExternalClientContactPerson.check(row).length;
                try { ExternalClientContactPerson.query(row); } catch { issues++; }
            }
            for (let i = 0; i < 200; i++) await sandbox.fetch(sandbox.baseUrl + "/x/", { headers: {} });
        }
        console.log(issues > 0);
    `;
    const flags = ["--gc-interval=5000", "--gc-global", "--input-type=module", "-e", script];
    const { stdout, stderr, signal } = spawnSync(process.execPath, flags, { cwd: import.meta.dirname ?? ".", encoding: "utf8" });
    assert.equal(signal, null, stderr);
    assert.equal(stdout.trim(), "true", stderr);
});
