// `import` beside the journal of an earlier run: which chunks it goes on in, what `--again` takes away, and what people are
// advised to do.

import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { proxyTo } from "./cli-proxy.mjs";
import { fresh, PERSON, run, server, textOf, there } from "./cli-persons.mjs";

/** A server that answers these writes with a status, until `calm()`; and how many rows each write had. */
async function watched(t, answers) {
    const sizes = [];
    const proxy = await proxyTo(server.env.PIGELLO_BASE_URL, async (write, { reply, body }) => {
        sizes.push(JSON.parse(body).length);
        const status = answers(write);
        if (status === undefined) return undefined;
        await reply({ status, headers: {}, body: Buffer.from('{"detail":"No."}') });
        return "done";
    });
    t.after(() => proxy.end());
    return { sizes, env: { PIGELLO_BASE_URL: proxy.url } };
}

test("an import that goes on sends chunks as it began, and in another size where one is said", async (t) => {
    for (const [args, rest] of [[[], [2, 2, 1]], [["--chunk", "1"], [1, 1, 1, 1, 1]], [["--chunk", "9"], [5]]]) {
        let refuses = true;
        const { sizes, env } = await watched(t, (write) => (refuses && write === 2 ? 403 : undefined));
        const { file, prefix } = fresh(["T", "T", "T", "T", "T", "T", "T"]);
        assert.equal((await run([file, "--chunk", "2"], env)).code, 3);
        assert.deepEqual(sizes.splice(0), [2, 2]);
        refuses = false;
        const { code, stderr } = await run([file, ...args], env);
        assert.deepEqual([code, sizes, (await there(prefix)).length], [0, rest, 7], `${args} ${stderr}`);
    }
});

test("of a chunk under way nothing is sent twice, whatever size is said when it goes on", async (t) => {
    for (const size of ["1", "3", "8"]) {
        // Four rows are refused as such, the first two are written, the third request stops it all.
        let at = 0;
        const { sizes, env } = await watched(t, () => [400, undefined, 403][at++]);
        const { file, prefix, journal } = fresh(["T", "T", "T", "T", "T", "T"]);
        assert.equal((await run([file, "--chunk", "4"], env)).code, 3);
        assert.deepEqual([sizes.splice(0), await there(prefix)], [[4, 2, 2], ["1", "2"]]);
        const { code, stderr } = await run([file, "--chunk", size], env);
        assert.deepEqual([code, await there(prefix)], [0, ["1", "2", "3", "4", "5", "6"]], stderr);
        assert.match(readFileSync(journal, "utf8"), /\["end"\]\n$/);
    }
});

test("`--again` takes the failed rows of the same file away as that import left them, and no others", async (t) => {
    const { file, prefix, failed } = fresh(["T", ""]);
    assert.equal((await run([file, "--skip-invalid"])).code, 1);
    const left = readFileSync(failed, "utf8");
    const again = await run([file, "--skip-invalid", "--again"]);
    assert.deepEqual([again.code, readFileSync(failed, "utf8")], [1, left], again.stderr);
    assert.deepEqual(await there(prefix), ["1", "1"]);
    // Of another server it says something else.
    const { env } = await watched(t, () => undefined);
    assert.deepEqual([(await run([file, "--skip-invalid", "--again"], env)).code, readFileSync(failed, "utf8")], [2, left]);
    // Mended, it is somebody's work.
    writeFileSync(failed, left.replace(";;", ";Mended;"));
    const mended = await run([file, "--skip-invalid", "--again"]);
    assert.deepEqual([mended.code, /was changed since an earlier one wrote it: move it away/.test(mended.stderr)], [2, true], mended.stderr);
    assert.deepEqual([readFileSync(failed, "utf8").includes("Mended"), await there(prefix)], [true, ["1", "1"]]);
    // Of other rows, it says what nobody sends again.
    writeFileSync(failed, left);
    writeFileSync(file, textOf(["U"], prefix));
    const other = await run([file, "--again"]);
    assert.deepEqual([other.code, readFileSync(failed, "utf8"), await there(prefix)], [2, left, ["1", "1"]], other.stderr);
    rmSync(failed);
    assert.equal((await run([file, "--again"])).code, 0);
    assert.ok(!existsSync(failed));
});

test("what to do about rows that are not valid depends on the journal beside the file", async (t) => {
    const { env } = await watched(t, () => 403);
    const advice = async (file) => {
        const { code, stderr } = await run([file], env);
        assert.equal(code, 1, stderr);
        return stderr.trimEnd().split("\n").at(-1);
    };
    const { file, prefix, journal, failed } = fresh(["T", ""]);
    const good = readFileSync(file, "utf8");
    assert.equal(await advice(file), "nothing was sent: mend the file, or leave these rows out with `--skip-invalid`");
    // Who was killed before the first line was whole sent nothing.
    writeFileSync(journal, "");
    assert.equal(await advice(file), "nothing was sent: mend the file, or leave these rows out with `--skip-invalid`");

    assert.equal((await run([file, "--skip-invalid"], env)).code, 3);
    assert.equal(await advice(file), `nothing more was sent: \`--skip-invalid\` goes on where ${journal} says; mend the failed rows afterwards, in their own file`);
    writeFileSync(file, `${good}A;;;${prefix}3\n`);
    assert.match(await advice(file), /did not come to its end, and the file was changed since\. End that first, with the file as it was$/);
    writeFileSync(file, good);

    rmSync(journal);
    assert.equal((await run([file, "--skip-invalid"])).code, 1);
    assert.equal(await advice(file), `nothing was sent: this file was imported already, as ${journal} says: rows that failed stand in ${failed}, to be mended there`);
    writeFileSync(file, `${good}A;;;${prefix}3\n`);
    assert.match(await advice(file), /mend the file, or leave these rows out with `--skip-invalid`\. As .*\.journal is of an import that ended, say `--again` too: all rows are sent then$/);
    assert.deepEqual(await there(prefix), ["1"]);
});

test("an import that differs from one that did not end is told to end that first, and what comes of forgetting it", async (t) => {
    const { env } = await watched(t, (write) => (write > 1 ? 403 : undefined));
    const { file, prefix, journal } = fresh(["T", "T"]);
    assert.equal((await run([file, "--chunk", "1"], env)).code, 3);
    for (const args of [["--key", "custom_id"], ["--key", "custom_id", "--again"]]) {
        const { code, stderr } = await run([file, ...args], env);
        assert.equal(code, 2, stderr);
        assert.equal(
            stderr.trimEnd().split("\n").at(-1),
            `pigello-client: ${journal} is of an import that did not come to its end, and key was \`null\` and is \`custom_id\`: end that first, with what it began with. Without its journal all rows are sent, also those that are written`,
            PERSON,
        );
    }
    assert.deepEqual(await there(prefix), ["1"]);
});
