// The import: files and pasted rows, columns, errors at the cell, mending, progress, stop and resume, what failed, doubt.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { DEADLINE, open, shoot } from "./browser.mjs";

const VIEW = "#/ExternalClientContactPerson/import";
const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";
const progress = (page) => page.getByRole("region", { name: "Import" }).locator("p").first();
const grid = (page) => page.getByRole("region", { name: "Rows of the file" }).locator("tbody tr:not([aria-hidden])");

/** A file as Excel writes it in Sweden, with a wrong cell here and there. */
function csv(rows, wrong = () => undefined) {
    const lines = ["Namn;Titel;Extern kund;E-post;Telefon;Eget id"];
    for (let at = 0; at < rows; at++) {
        const { name = `Åsa Öberg ${at}`, title = "Förvaltare", email = `asa${at}@example.se` } = wrong(at) ?? {};
        lines.push([name, title, CLIENT, email, `+4670${1_000_000 + at}`, `IMP-${at}`].join(";"));
    }
    return Buffer.from(lines.join("\r\n"), "latin1");
}
const give = (page, buffer, name = "personer.csv") => page.getByLabel("Drop a file here, or choose one").setInputFiles({ name, mimeType: "text/csv", buffer });
const checked = (page) => page.getByText(/rows checked: .* with errors/).first().waitFor({ timeout: 40_000 });

async function save(page, name) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

test("a file of Excel's is read, its columns found and changed, and errors stand at their cells", DEADLINE, async () => {
    const page = await open(VIEW);
    await give(page, csv(1_000, (at) => (at % 100 === 7 ? { email: "asa@" } : at % 250 === 9 ? { name: "", title: "x".repeat(300) } : undefined)));
    await checked(page);
    await page.getByText("1,000 rows checked: 14 with errors, 986 ready.").first().waitFor();
    const columns = page.getByRole("region", { name: "Columns" });
    assert.equal(await columns.getByLabel("Field for column Namn").inputValue(), "name");
    assert.equal(await columns.getByLabel("Field for column Telefon").inputValue(), "", "no field is called that");
    await columns.getByLabel("Field for column Telefon").selectOption({ label: "Phone number" });
    await page.getByText("1,000 rows checked: 14 with errors, 986 ready.").first().waitFor();

    const wrong = page.getByRole("textbox", { name: "E-post, Row 9" });
    assert.equal(await wrong.inputValue(), "asa@");
    assert.equal(await page.locator(`#${await wrong.getAttribute("aria-describedby")}`).innerText(), "Must be an email address");
    await shoot(page, "import-errors", true);
    await page.getByRole("checkbox", { name: /Only rows with errors/ }).check();
    await grid(page).nth(13).waitFor();
    assert.equal(await grid(page).count(), 14);

    const { name, text } = await save(page, "Save the 14 that failed");
    assert.equal(name, "ExternalClientContactPerson-failed.csv");
    assert.equal(text.trimEnd().split("\r\n").length, 15);
    assert.match(text, /\n"line 9, E-post: Must be an email address";[^\n]*;asa@;"\t\+46701000007";IMP-7\r\n/, "Excel would make a number of it");
});

test("a wrong cell is mended in its place", DEADLINE, async () => {
    const page = await open(VIEW);
    await give(page, csv(60, (at) => (at === 7 ? { email: "asa@" } : undefined)));
    await page.getByText("60 rows checked: 1 with errors, 59 ready.").first().waitFor();
    const wrong = page.getByRole("textbox", { name: "E-post, Row 9" });
    await wrong.fill("asa@example");
    await wrong.press("Enter");
    await wrong.fill("asa@example.se");
    await wrong.press("Enter");
    await page.getByRole("button", { name: "Import 60 rows" }).click();
    await page.getByText("Done: 60 rows written, 0 failed.").first().waitFor();
    await page.getByRole("link", { name: "Rows", exact: true }).click();
    await page.getByLabel("Free text").fill("IMP-7 asa@example.se");
    await page.getByRole("button", { name: "Show rows" }).click();
    await page.getByRole("cell", { name: "Åsa Öberg 7", exact: true }).waitFor();
});

test("an import is stopped, and resumed where it was", { timeout: 90_000 }, async () => {
    const page = await open(VIEW);
    await give(page, csv(6_000));
    await page.getByText("6,000 rows checked: 0 with errors, 6,000 ready.").first().waitFor({ timeout: 40_000 });
    await page.getByRole("button", { name: "Slow (3 s)" }).click();
    await page.getByRole("button", { name: "Import 6,000 rows" }).click();
    assert.ok(await page.getByRole("progressbar", { name: "Import" }).isVisible());
    await page.getByRole("button", { name: "Stop" }).click();
    const stopped = page.getByText(/^Stopped: [\d,]+ of 6,000 written\.$/).first();
    await stopped.waitFor();
    const written = Number((await stopped.innerText()).match(/: ([\d,]+)/)[1].replace(",", ""));
    assert.ok(written >= 500 && written < 6_000, String(written));
    await shoot(page, "import-stopped");
    await page.getByRole("button", { name: "Resume" }).click();
    await page.getByText("Done: 6,000 rows written, 0 failed.").first().waitFor({ timeout: 60_000 });
    await page.getByRole("link", { name: "Rows", exact: true }).click();
    await page.getByLabel("Free text").fill("asa5999@example.se");
    await page.getByRole("button", { name: "Show rows" }).click();
    const last = page.getByRole("region", { name: "Rows" }).getByRole("cell", { name: "Åsa Öberg 5999", exact: true });
    await last.waitFor();
    assert.equal(await last.count(), 1, "once");
});

test("rows whose answer was lost are looked for, and only what is missing is sent", DEADLINE, async () => {
    for (const fault of ["Lost answer", "Server down"]) {
        const page = await open(VIEW);
        await give(page, csv(700));
        await page.getByText("700 rows checked: 0 with errors").first().waitFor();
        await page.getByRole("button", { name: fault }).click();
        await page.getByRole("button", { name: "Import 700 rows" }).click();
        const doubt = page.getByRole("group", { name: "Rows in doubt" });
        await doubt.getByText("rows 2 to 501 of the file were on their way").waitFor();
        if (fault === "Lost answer") await shoot(page, "import-doubt");
        await doubt.getByLabel("Look which are there, by").selectOption({ label: "Custom ID" });
        await doubt.getByRole("button", { name: "Look, and send the others" }).click();
        await page.getByText("Done: 700 rows written, 0 failed.").first().waitFor();
        await page.getByRole("link", { name: "Rows", exact: true }).click();
        await page.getByLabel("Rows a page").selectOption("500");
        await page.getByLabel("Free text").fill("IMP-");
        await page.getByRole("button", { name: "Show rows" }).click();
        await page.getByText("500 rows on page 1").waitFor();
        await page.getByRole("button", { name: "Next page" }).click();
        await page.getByText("200 rows on page 2").waitFor();
    }
});

test("rows that the server refuses are taken out, and the others are written", DEADLINE, async () => {
    const page = await open("#/ProtectedIdentity/rows");
    await page.getByText("rows on page 1").waitFor();
    await page.getByRole("link", { name: "Import" }).click();
    const twice = JSON.stringify({ tenant: { id: CLIENT } });
    await page.getByLabel("Or paste rows").fill(`${twice}\n${twice}\n${JSON.stringify({ tenant: { id: CLIENT.replace("4", "5") } })}`);
    await page.getByRole("button", { name: "Read what was pasted" }).click();
    await page.getByText("3 rows checked").first().waitFor();
    await page.getByRole("button", { name: "Import 3 rows" }).click();
    await page.getByText("Done: 2 rows written, 1 failed.").first().waitFor();
    const { name, text } = await save(page, "Save the 1 that failed");
    assert.equal(name, "ProtectedIdentity-failed.jsonl");
    assert.match(JSON.parse(text).import_error, /unique/);
});

test("a file is dropped, and a long text pasted: both are read at once", DEADLINE, async () => {
    const page = await open(VIEW);
    const text = csv(400).toString("latin1");
    const dropped = await page.evaluateHandle((text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], "dropped.csv"));
        return data;
    }, text);
    await page.getByText("Drop a file here").locator("..").dispatchEvent("drop", { dataTransfer: dropped });
    await page.getByText("400 rows checked: 0 with errors, 400 ready.").first().waitFor();
    await page.getByRole("button", { name: "Another file" }).click();
    await page.getByLabel("Or paste rows").evaluate((element, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", text);
        element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
    await page.getByText("400 rows checked: 0 with errors, 400 ready.").first().waitFor();
});

test("JSON, TSV and what cannot be read are each told for what they are", DEADLINE, async () => {
    const page = await open(VIEW);
    const body = { name: "Jonas", title: "Jurist", external_client: { id: CLIENT } };
    await give(page, Buffer.from(JSON.stringify([body, { ...body, emial: "x" }, { ...body, email: 7 }])), "rows.json");
    await page.getByText("3 rows checked: 2 with errors, 1 ready.").first().waitFor();
    await page.getByRole("button", { name: "Another file" }).click();
    await page.getByLabel("Or paste rows").fill(`name\ttitle\texternal_client.id\nAnna\tJurist\t${CLIENT}`);
    await page.getByRole("button", { name: "Read what was pasted" }).click();
    await page.getByText("1 row checked: 0 with errors, 1 ready.").first().waitFor();
    await page.getByRole("button", { name: "Another file" }).click();
    await give(page, Buffer.from('[{"name": "Anna"'), "broken.json");
    await page.getByText("It could not be read: line 1: the file ends before its array does").waitFor();
});

test("a hundred thousand rows are judged while the page stays quick, and only those in sight are in it", { timeout: 120_000 }, async () => {
    const page = await open(VIEW);
    await give(page, csv(100_000, (at) => (at === 99_990 ? { email: "no" } : undefined)));
    // The longest that anything else of the page had to wait.
    const longest = await page.evaluate(async () => {
        let longest = 0;
        let last = performance.now();
        while (!document.body.innerText.includes("100,000 rows checked")) {
            await new Promise((resolve) => setTimeout(resolve, 10));
            longest = Math.max(longest, performance.now() - last);
            last = performance.now();
        }
        return longest;
    });
    console.log(`the longest wait: ${longest.toFixed(0)} ms`);
    assert.ok(longest < 1_000, `${longest} ms`);
    assert.ok((await grid(page).count()) < 80);
    await page.getByRole("region", { name: "Rows of the file" }).evaluate((element) => (element.scrollTop = element.scrollHeight));
    await page.getByRole("textbox", { name: "E-post, Row 99992" }).waitFor();
    assert.equal(await grid(page).last().locator("td").first().innerText(), "Åsa Öberg 99999");
});

test("rows that cannot be judged anew in another language stay as they were, and what was mended is held", DEADLINE, async () => {
    // What the worker is asked to judge is lost, or refused, as a test says.
    const prepare = (page) =>
        page.addInitScript(() => {
            const { postMessage } = Worker.prototype;
            Worker.prototype.postMessage = function (data, ...more) {
                if (data.ask !== "check" || !globalThis.judging) return postMessage.call(this, data, ...more);
                if (globalThis.judging === "fails") this.dispatchEvent(new MessageEvent("message", { data: { call: data.call, failed: "out of memory" } }));
            };
        });
    const page = await open(VIEW, { prepare });
    const asked = [];
    page.on("dialog", (dialog) => (asked.push(dialog.type()), dialog.accept()));
    await give(page, csv(60, (at) => (at === 7 ? { email: "asa@" } : undefined)));
    await page.getByText("60 rows checked: 1 with errors, 59 ready.").first().waitFor();
    const wrong = page.getByRole("textbox", { name: "E-post, Row 9" });
    await wrong.fill("asa@example.se");
    await wrong.press("Enter");
    await page.getByRole("button", { name: "Import 60 rows" }).waitFor();
    await page.evaluate(() => (globalThis.judging = "fails"));
    await page.getByLabel("Language").selectOption("sv");
    await page.locator("main > [role=status]").getByText("out of memory").waitFor();
    await page.getByRole("button", { name: "Importera 60 rader" }).waitFor();
    await page.evaluate(() => (globalThis.judging = "never ends"));
    await page.getByLabel("Språk").selectOption("en");
    await page.getByText("Checking: ").first().waitFor();
    await page.reload();
    assert.deepEqual(asked, ["beforeunload"]);
});
