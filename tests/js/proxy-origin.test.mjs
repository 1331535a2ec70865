// `origin`: which pages may ask, preflights, and CORS headers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ID, PERSONS, proxied } from "./proxy-upstream.mjs";

const APP = "https://app.example";
const LIST = `${PERSONS}list/`;
const JSON_TYPE = { "content-type": "application/json" };
const cors = (headers) => [...headers].filter(([name]) => name.startsWith("access-control-") || name === "vary");

const preflight = (ask, path, method, headers = {}) =>
    ask(path, { method: "OPTIONS", headers: { origin: APP, "access-control-request-method": method, ...headers } });

test("unasked, no origin is looked at and no CORS header is set", async () => {
    const { ask } = await proxied();
    for (const origin of [APP, "https://elsewhere.example", "null"]) {
        const response = await ask(LIST, { headers: { origin } });
        assert.equal(response.status, 200);
        assert.deepEqual(cors(response.headers), []);
    }
    const response = await preflight(ask, LIST, "GET");
    assert.equal(response.status, 405);
    assert.deepEqual(cors(response.headers), []);
});

test("unasked, a form of another site still cannot write", async () => {
    const { ask, requests } = await proxied();
    const forms = ["text/plain", "text/plain;charset=UTF-8", "application/x-www-form-urlencoded", "Multipart/Form-Data; boundary=x"];
    for (const type of forms) {
        for (const site of ["cross-site", "same-site"]) {
            const response = await ask(PERSONS, { method: "POST", body: "{}", headers: { "content-type": type, "sec-fetch-site": site } });
            assert.equal(response.status, 403, type);
            assert.deepEqual(await response.json(), { detail: "Pages of other sites may send JSON only." });
        }
    }
    // Without a type, and from a browser that does not say how far away its page is.
    for (const headers of [{ "sec-fetch-site": "cross-site" }, { origin: APP, "content-type": "text/plain" }, { origin: APP }]) {
        const response = await ask(PERSONS, { method: "POST", body: new Uint8Array([123, 125]), headers });
        assert.equal(response.status, 403, JSON.stringify(headers));
    }
    assert.equal(requests.length, 0);
    for (const [type, site] of [["application/json", "cross-site"], ["text/plain", "same-origin"], ["text/plain", "none"]]) {
        const response = await ask(PERSONS, { method: "POST", body: "{}", headers: { "content-type": type, "sec-fetch-site": site } });
        assert.equal(response.status, 200, `${type} ${site}`);
    }
});

test("an allowed origin gets its CORS headers, on refusals too; all others get 403 and nothing is asked", async () => {
    const { ask, requests } = await proxied(undefined, { origin: [APP, "http://localhost:5173", "capacitor://localhost"] });
    for (const origin of [APP, "http://localhost:5173", "capacitor://localhost"]) {
        for (const [path, method, status] of [[LIST, "GET", 200], [PERSONS, "POST", 200], [LIST, "DELETE", 405], ["/organization/company/", "GET", 404]]) {
            const response = await ask(path, { method, headers: { origin } });
            assert.equal(response.status, status);
            assert.deepEqual(cors(response.headers), [
                ["access-control-allow-origin", origin],
                ["access-control-expose-headers", "Retry-After"],
                ["vary", "Origin"],
            ]);
        }
    }
    const before = requests.length;
    for (const origin of ["https://elsewhere.example", "null", "", "http://app.example", `${APP}:443`, `${APP}/`, "https://APP.example", `${APP}.elsewhere.example`, "https://xapp.example", "https://sub.app.example", `${APP}, ${APP}`, "http://localhost:5174", "http://localhost"]) {
        for (const method of ["GET", "POST", "OPTIONS", "DELETE"]) {
            const response = await ask(LIST, { method, headers: { origin, "access-control-request-method": "GET" } });
            assert.equal(response.status, 403, `${method} ${origin}`);
            assert.deepEqual(cors(response.headers), [["vary", "Origin"]]);
            assert.deepEqual(await response.json(), { detail: "This origin is not allowed." });
        }
    }
    assert.equal(requests.length, before);
});

test("without an origin: the site's own page that reads, and programs; what comes from another site is refused", async () => {
    const { ask } = await proxied(undefined, { origin: APP });
    for (const [site, status] of [[undefined, 200], ["same-origin", 200], ["none", 200], ["cross-site", 403], ["same-site", 403]]) {
        const response = await ask(LIST, { headers: site && { "sec-fetch-site": site } });
        assert.equal(response.status, status, site);
        assert.equal(response.headers.get("access-control-allow-origin"), null);
        assert.equal(response.headers.get("vary"), "Origin");
    }
});

test("a preflight is answered for an allowed origin, path and method alone", async () => {
    const { ask, requests } = await proxied(undefined, { origin: APP });
    for (const path of [LIST, PERSONS, `${PERSONS}${ID}/`]) {
        for (const method of ["GET", "POST", "PATCH"]) {
            const response = await preflight(ask, path, method, { "access-control-request-headers": "content-type,x-trace" });
            assert.equal(response.status, 204);
            assert.equal(response.body, null);
            assert.deepEqual(Object.fromEntries(cors(response.headers)), {
                "access-control-allow-headers": "content-type,x-trace",
                "access-control-allow-methods": "GET, POST, PATCH",
                "access-control-allow-origin": APP,
                "access-control-expose-headers": "Retry-After",
                "access-control-max-age": "600",
                vary: "Origin",
            });
        }
    }
    for (const [path, method, status] of [
        [LIST, "DELETE", 405],
        [LIST, "PUT", 405],
        [LIST, "patch", 405],
        [LIST, "", 405],
        ["/organization/company/list/", "GET", 404],
        [`${PERSONS}..%2fcompany/`, "GET", 404],
        ["/", "GET", 404],
    ]) {
        const response = await preflight(ask, path, method);
        assert.equal(response.status, status, `${method} ${path}`);
        assert.equal(response.headers.get("access-control-allow-methods"), null);
    }
    const bare = await ask(LIST, { method: "OPTIONS" });
    assert.deepEqual([bare.status, bare.headers.get("allow")], [405, "GET, POST, PATCH"]);
    const odd = await preflight(ask, LIST, "GET", { "access-control-request-headers": "a\u00e5, <b>" });
    assert.deepEqual([odd.status, odd.headers.get("access-control-allow-headers")], [204, null]);
    assert.equal(requests.length, 0);
});

test("a function decides: true alone allows, now or later", async () => {
    const asked = [];
    const says = { "https://yes.example": true, "https://later.example": Promise.resolve(true), "https://odd.example": "yes", "https://one.example": 1, "https://no.example": false, "https://late.example": Promise.resolve(false), "https://bad.example": Promise.reject(new Error("x")) };
    says["https://bad.example"].catch(() => {});
    const origin = (origin) => {
        asked.push(origin);
        if (origin === "https://throws.example") throw new Error("x");
        return says[origin];
    };
    const { ask } = await proxied(undefined, { origin });
    for (const name of ["yes", "later", "odd", "one", "no", "late", "bad", "throws", "unknown"]) {
        const response = await ask(PERSONS, { method: "POST", headers: { ...JSON_TYPE, origin: `https://${name}.example` } });
        assert.equal(response.status, name === "yes" || name === "later" ? 200 : 403, name);
    }
    assert.equal(asked.length, 9);
});
