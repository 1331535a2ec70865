// Whether the page is fit to be used: by keyboard, with a screen reader, in light and dark, on a telephone, under its policy.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import { test } from "node:test";
import { DEADLINE, open, outcome, PAGE, shoot } from "./browser.mjs";

const AXE = readFileSync(join(env.PIGELLO_PAGE_FOLDER, "node_modules/axe-core/axe.min.js"), "utf8");
const CLIENT = "497f6eca-6276-4993-bfeb-53cbbbba6f08";

/** What axe finds, all its rules but those that are experimental. */
async function violations(page) {
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).join("; ")}`);
}

/** Every view, in the state in which there is most to see. */
const VIEWS = {
    async rows(page) {
        await outcome(page).getByText("rows on page 1").waitFor();
        await page.getByRole("button", { name: "Add a filter" }).click();
        await page.getByLabel("Field of filter 1").selectOption({ label: "ID" });
        await page.getByLabel("Value of filter 1").fill("no id");
        await page.getByText("Columns", { exact: true }).click();
    },
    async new(page) {
        await page.getByRole("button", { name: "Create" }).click();
        await page.getByRole("group", { name: "3 to mend" }).waitFor();
        await page.getByRole("combobox", { name: "External client" }).press("ArrowDown");
        await page.getByRole("listbox").getByRole("option").first().waitFor();
    },
    async import(page) {
        await page.getByLabel("Or paste rows").fill(`Namn;Titel;Extern kund;Telefon\nAnna;;${CLIENT};1\nBo;Chef;${CLIENT};2`);
        assert.deepEqual(await violations(page), []);
        await page.getByRole("button", { name: "Read what was pasted" }).click();
        await page.getByRole("textbox", { name: "Titel, Row 2" }).waitFor();
    },
    async connection(page) {
        await page.getByLabel("Base URL").fill("nowhere");
        await page.getByRole("button", { name: "Connect", exact: true }).click();
        await page.locator("#base-url-wrong:not(:empty)").waitFor();
    },
};

for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing, ${colorScheme}`, { timeout: 90_000 }, async () => {
        for (const [view, fill] of Object.entries(VIEWS)) {
            const page = await open(`#/ExternalClientContactPerson/${view}`, { colorScheme, reducedMotion: "reduce" });
            await fill(page);
            assert.deepEqual(await violations(page), [], view);
            await shoot(page, `${view}-${colorScheme}`, true);
        }
        const page = await open("#/WorkEngagement/rows", { colorScheme, reducedMotion: "reduce" });
        await page.getByRole("button", { name: /^Change/ }).first().click();
        await page.getByText("Written by the server").click();
        assert.deepEqual(await violations(page), [], "edit");
        await page.getByRole("button", { name: "Delete", exact: true }).click();
        await page.getByRole("dialog").waitFor();
        assert.deepEqual(await violations(page), [], "dialog");
    });
}

test("on a telephone nothing is wider than the screen", { timeout: 90_000 }, async () => {
    for (const [view, fill] of Object.entries(VIEWS)) {
        const page = await open(`#/ExternalClientContactPerson/${view}`, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
        await fill(page);
        const [wide, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.equal(wide, screen, view);
        await shoot(page, `${view}-phone`, true);
        const small = await page.locator("main :is(button, select, input:not([type=checkbox]), nav a):visible").evaluateAll((elements) =>
            elements.filter((element) => element.getBoundingClientRect().height < 24 && !element.closest(".grid")).map((element) => element.outerHTML.slice(0, 100)),
        );
        assert.deepEqual(small, [], "all of it can be hit with a finger");
    }
});

test("on a telephone a row is a card that is read without moving it", DEADLINE, async () => {
    const page = await open("#/ExternalClientContactPerson/rows", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
    await outcome(page).getByText("20 rows on page 1").waitFor();
    const region = page.getByRole("region", { name: "Rows" });
    const [wide, box] = await region.evaluate((element) => [element.scrollWidth, element.clientWidth]);
    assert.equal(wide, box, "there is nothing beyond its edge");
    const cells = await region.locator("tbody tr").first().locator("td[data-label]").evaluateAll((all) =>
        all.map((cell) => ({ label: getComputedStyle(cell, "::before").content, right: cell.getBoundingClientRect().right, clipped: cell.scrollWidth > cell.clientWidth })),
    );
    assert.equal(cells.length, 4);
    assert.equal(cells[0].label, '"Name"', "each value has its label beside it");
    for (const { label, right, clipped } of cells) assert.ok(right <= 360 && !clipped && label.length > 2, `${label} can be read`);
    await region.scrollIntoViewIfNeeded();
    await region.evaluate((element) => element.scrollIntoView());
    await shoot(page, "rows-phone-cards");
    await region.getByRole("button", { name: /^Change/ }).first().click();
    await page.getByRole("heading", { name: /^Change: / }).waitFor();
});

test("on a tablet, and in a small window, what is in a row is not under what can be done with it", DEADLINE, async () => {
    for (const width of [720, 768, 834, 1024, 1060, 1280]) {
        const page = await open("#/ExternalClientContactPerson/rows", { viewport: { width, height: 1024 }, locale: "sv-SE" });
        await outcome(page).getByText("20 rader på sida 1").waitFor();
        await page.locator("td", { hasText: " AB · F-" }).first().waitFor();
        const under = await page.locator(".cards tr").evaluateAll((rows) =>
            rows.flatMap((row) => {
                const cells = [...row.children];
                const edge = cells.pop().getBoundingClientRect().left + 1;
                return cells.filter((cell) => cell.getBoundingClientRect().right > edge).map((cell) => cell.innerText);
            }),
        );
        assert.deepEqual(under, [], String(width));
    }
});

test("on a telephone the menu of columns is on the screen, also beside the switch for personal numbers", DEADLINE, async () => {
    for (const width of [360, 412]) {
        const page = await open("#/ExternalClientContactPerson/rows", { viewport: { width, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });
        await outcome(page).getByText("20 rows on page 1").waitFor();
        await page.getByText("Columns", { exact: true }).click();
        await page.getByLabel("Personal identity number", { exact: true }).check();
        await page.getByRole("switch", { name: "Show personal identity numbers" }).waitFor();
        const { x, width: wide } = await page.locator(".chooser .menu").boundingBox();
        assert.ok(x >= 0 && x + wide <= width && wide > 200, `from ${x}, ${wide} wide, on ${width}`);
        await shoot(page, `columns-phone-${width}`);
    }
});

test("where the system forces its colours, what is chosen, has the focus or is wrong is seen", { timeout: 90_000 }, async () => {
    const page = await open("#/ExternalClientContactPerson/new", { forcedColors: "active", viewport: { width: 1280, height: 900 } });
    assert.ok(await page.evaluate(() => matchMedia("(forced-colors: active)").matches));
    const style = (locator, ...names) => locator.evaluate((element, names) => names.map((name) => getComputedStyle(element)[name]).join(" "), names);
    const view = (name) => style(page.getByRole("navigation", { name: "Views" }).getByRole("link", { name }), "borderBottomColor");
    assert.notEqual(await view("New"), await view("Import"), "the view that is shown");
    await page.getByLabel("Email").fill("anna@");
    await page.getByLabel("Email").blur();
    await page.getByText("Must be an email address").waitFor();
    const border = (label) => style(page.getByLabel(label), "borderTopStyle", "borderTopWidth");
    assert.notEqual(await border("Email"), await border("Title"), "an input that is wrong has another border");
    assert.equal(await style(page.locator(".field .issue").first(), "borderLeftStyle"), "solid", "what is wrong has a bar beside it");
    await shoot(page, "new-forced", true);
    await page.getByLabel("Title").focus();
    const [outline, ground] = [await style(page.getByLabel("Title"), "outlineColor"), await style(page.getByLabel("Title"), "backgroundColor")];
    assert.notEqual(outline, ground, "the ring is seen");
    assert.equal(await style(page.getByLabel("Title"), "outlineStyle", "outlineWidth"), "solid 3px");
    assert.deepEqual(await violations(page), []);
    await page.getByRole("link", { name: "Rows", exact: true }).click();
    await outcome(page).getByText("rows on page 1").waitFor();
    const tab = (name) => style(page.getByRole("tab", { name, exact: true }), "borderBottomColor");
    assert.notEqual(await tab("URL"), await tab("curl"), "the tab that is chosen");
    await shoot(page, "rows-forced", true);
});

test("light and dark can be chosen, and the choice is kept", DEADLINE, async () => {
    const page = await open("", { colorScheme: "light" });
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.getByLabel("Colours").selectOption("dark");
    const dark = await ground();
    assert.notEqual(dark, light);
    await page.reload();
    assert.equal(await ground(), dark);
    await page.getByLabel("Colours").selectOption("auto");
    assert.equal(await ground(), light);
});

test("with the keyboard alone one reaches everything, and sees where one is", DEADLINE, async () => {
    const page = await open("#/WorkEngagement/rows");
    await outcome(page).getByText("rows on page 1").waitFor();
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Skip to the content");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "content");
    const reached = new Set();
    for (let at = 0; at < 60; at++) {
        await page.keyboard.press("Tab");
        const { name, seen } = await page.evaluate(() => {
            const { activeElement: element } = document;
            const { outlineStyle, outlineWidth } = getComputedStyle(element);
            return { name: element.getAttribute("aria-label") ?? element.textContent?.trim().slice(0, 40), seen: outlineStyle !== "none" && outlineWidth !== "0px" };
        });
        assert.ok(seen, `where one is, is seen: ${name}`);
        reached.add(name);
    }
    for (const name of ["Rows", "New", "Import", "+ Add a filter", "Show rows", "URL", "Next page"]) assert.ok(reached.has(name), `${name} of ${[...reached]}`);
    await page.getByRole("tab", { name: "URL", exact: true }).focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.getByRole("tab", { name: "JavaScript" }).getAttribute("aria-selected"), "true");
});

test("the policy allows the page's own scripts and WebAssembly, and nothing inline", DEADLINE, async () => {
    const { headers } = await fetch(PAGE);
    const policy = headers.get("content-security-policy");
    assert.equal(
        policy,
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; worker-src 'self'; connect-src 'self' https: http:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    const page = await open("", { complains: /Content Security Policy/ });
    const inline = await page.evaluate(async () => {
        const script = document.createElement("script");
        script.textContent = "globalThis.ran = true";
        document.head.append(script);
        const style = document.createElement("style");
        style.textContent = "body { opacity: 0 }";
        document.head.append(style);
        return [globalThis.ran, getComputedStyle(document.body).opacity];
    });
    assert.deepEqual(inline, [undefined, "1"]);
    assert.equal((await fetch(`${PAGE}../../package.json`)).status, 404);
    assert.equal((await fetch(PAGE, { method: "POST" })).status, 405);
});
