// Ways past the allow-list, tried in every spelling: by `Request`, and by bytes on the wire before Node's server.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createProxy, toNodeListener } from "pigello-client/proxy";
import { ALLOW, credentials, ID, listening, PERSONS, plain, proxied, raw, SECRET, upstream } from "./proxy-upstream.mjs";

const TENANTS = "/accounts/users/customer/tenant/";
const SECRETS = "/accounts/users/customer/protectedidentity/";

/** Paths that are not on the list, however they are read. */
const FORBIDDEN = [
    "",
    "/",
    "//",
    "/organization/",
    "/organization/company/",
    "/organization/company/list/",
    "/organization/externalclient/",
    SECRETS,
    // Close to what is allowed.
    "/organization/externalclientcontactperson",
    "/organization/externalclientcontactperson/list",
    `${PERSONS}${ID}`,
    `${PERSONS}list//`,
    `${PERSONS}/list/`,
    `/${PERSONS}list/`,
    `//organization/externalclientcontactperson/list/`,
    `${PERSONS}list/list/`,
    `${PERSONS}list/${ID}/`,
    `${PERSONS}${ID}/list/`,
    `${PERSONS}${ID}/${ID}/`,
    `${PERSONS}LIST/`,
    `${PERSONS}listx/`,
    `${PERSONS}1/`,
    `${PERSONS}${ID}x/`,
    `${PERSONS}${ID.slice(1)}/`,
    `${PERSONS}{${ID}}/`,
    `${PERSONS}urn:uuid:${ID}/`,
    `${PERSONS}${ID.replaceAll("-", "")}/`,
    `${PERSONS}{pk}/`,
    "/Organization/ExternalClientContactPerson/list/",
    "/ORGANIZATION/EXTERNALCLIENTCONTACTPERSON/LIST/",
    "/organization/externalclientcontactpersons/list/",
    "/organization/externalclientcontactperso/list/",
    "organization/externalclientcontactperson/list/x",
    // Encoded letters, dots, slashes, backslashes; once and twice.
    "/organization/externalclientcontactperso%6e/list/",
    "/organization/externalclientcontactperson/%6cist/",
    "/organization%2fexternalclientcontactperson%2flist/",
    "/organization%2Fexternalclientcontactperson/list/",
    `${PERSONS}list%2f`,
    `${PERSONS}%252e%252e/company/`,
    `${PERSONS}..%2f..%2f..%2faccounts/`,
    `${PERSONS}..%2fcompany%2flist/`,
    `${PERSONS}%2e%2e%2fcompany/`,
    `${PERSONS}..%5c..%5ccompany/`,
    `${PERSONS}%5c..%5ccompany/`,
    `${PERSONS}%c0%ae%c0%ae/company/`,
    `${PERSONS}..;/company/`,
    `${PERSONS}list;jsessionid=1/`,
    `${PERSONS};/list/`,
    `${PERSONS}${ID};x=y/`,
    `${PERSONS}list/;`,
    // NUL, line ends, white space.
    `${PERSONS}list%00/`,
    `${PERSONS}%00/`,
    `${PERSONS}list/%00`,
    `${PERSONS}${ID}%00/`,
    `${PERSONS}list%0d%0aX-Injected:%201/`,
    `${PERSONS}${ID}%0a/`,
    `${PERSONS}list%20/`,
    `${PERSONS}%20list/`,
    `${PERSONS}list/%20HTTP/1.1`,
    // Look-alikes.
    `/organization/externalclientcontact\u{440}erson/list/`,
    `/organization\u2215externalclientcontactperson\u2215list\u2215`,
    `/organization\uff0fexternalclientcontactperson\uff0flist\uff0f`,
    `${PERSONS}\u{17f}`,
    `${PERSONS}li\u{17f}t/`,
    `${PERSONS}\uff0e\uff0e/company/`,
    `${PERSONS}l\u0131st/`,
    `${PERSONS}list\u200b/`,
    `${PERSONS}${ID.replace("0", "\u0660")}/`,
    // Names that objects have.
    "/constructor/",
    "/__proto__/",
    "/constructor/prototype/list/",
    "/__proto__/list/",
    "/organization/__proto__/list/",
    "/organization/constructor/",
    `${PERSONS}__proto__/`,
    `${PERSONS}constructor/`,
    `/hasOwnProperty/${ID}/`,
    "/toString/list/",
    // Other hosts.
    `/http://elsewhere.example${PERSONS}list/`,
    `/https:/elsewhere.example${PERSONS}list/`,
    `//elsewhere.example${PERSONS}list/`,
    `/@elsewhere.example${PERSONS}list/`,
    `/:80${PERSONS}list/`,
    // Long ones.
    `${PERSONS}${"a".repeat(7_000)}/`,
    `/${"a/".repeat(3_500)}`,
    `${PERSONS}${"%2e".repeat(2_000)}/`,
    `${PERSONS}${"-".repeat(36)}/`,
];

test("by Request: every other path is a 404, and nothing is asked", async () => {
    const { ask, requests } = await proxied();
    for (const path of FORBIDDEN.filter((path) => path.startsWith("/") || path === "")) {
        for (const method of ["GET", "POST", "DELETE"]) {
            const response = await ask(path, { method });
            assert.equal(response.status, 404, `${method} ${path.slice(0, 100)}`);
            assert.deepEqual(await response.json(), { detail: "Not found." });
        }
    }
    const long = [`${PERSONS}${"a".repeat(3_000_000)}/`, "/".repeat(1_000_000), `${"/a".repeat(1_000_000)}/`];
    for (const path of long) assert.equal((await ask(path)).status, 404);
    assert.equal(requests.length, 0);
});

test("by Request: steps that the engine has taken already lead where they lead, on the list or off it", async () => {
    const { ask, requests } = await proxied();
    for (const [path, reached] of [
        [`${PERSONS}../company/list/`, undefined],
        [`${PERSONS}%2e%2e/company/list/`, undefined],
        [`${PERSONS}.%2E/company/list/`, undefined],
        [`${PERSONS}..\\company\\list\\`, undefined],
        [`${PERSONS}list/../../../accounts/users/customer/protectedidentity/`, undefined],
        [`/organization/company/../externalclientcontactperson/list/`, `${PERSONS}list/`],
        [`/organization/./externalclientcontactperson/%2e/list/`, `${PERSONS}list/`],
        [`\\organization\\externalclientcontactperson\\list\\`, `${PERSONS}list/`],
        [`${PERSONS}list/#/../../company/`, `${PERSONS}list/`],
        [`${PERSONS}li\tst/`, `${PERSONS}list/`],
    ]) {
        const before = requests.length;
        const response = await ask(path);
        assert.equal(response.status, reached === undefined ? 404 : 200, path);
        if (reached === undefined) assert.equal(requests.length, before);
        else assert.equal(requests.at(-1).url, reached);
    }
});

test("by Request: the host, the scheme and the user of the page's URL mean nothing", async () => {
    const { proxy, requests } = await proxied();
    for (const origin of ["http://elsewhere.example:81", "https://169.254.169.254", "https://[::1]:9", "http://xn--e1afmkfd.example"]) {
        assert.equal((await proxy(new Request(`${origin}${PERSONS}list/`))).status, 200);
        assert.match(requests.pop().headers.host, /^127\.0\.0\.1:/);
    }
});

test("a mutated allow-list opens nothing", async () => {
    const allow = ["GET organization/company"];
    const own = { ...credentials };
    const { ask, requests } = await proxied(undefined, { allow, credentials: own });
    allow.push("GET organization/externalclient");
    allow[0] = "DELETE organization/company";
    own.clientSecret = "another";
    assert.equal((await ask("/organization/externalclient/list/")).status, 404);
    assert.equal((await ask("/organization/company/list/", { method: "DELETE" })).status, 405);
    assert.equal((await ask("/organization/company/list/")).status, 200);
    assert.equal(requests[0].headers["x-pigello-client-secret"], SECRET);
});

test("a polluted Object.prototype opens nothing", async () => {
    const { ask } = await proxied();
    Object.defineProperties(Object.prototype, {
        "/organization/company/": { value: ["GET"], configurable: true, writable: true },
        GET: { value: true, configurable: true, writable: true },
        baseUrl: { value: "https://elsewhere.example", configurable: true, writable: true },
        origin: { value: "https://elsewhere.example", configurable: true, writable: true },
    });
    try {
        assert.equal((await ask("/organization/company/")).status, 404);
        assert.equal((await ask(`${PERSONS}list/`)).status, 200);
        assert.throws(() => createProxy({ credentials, allow: ALLOW }), /`environment` or `baseUrl` is missing/);
    } finally {
        for (const name of ["/organization/company/", "GET", "baseUrl", "origin"]) delete Object.prototype[name];
    }
});

/** The proxy behind Node's own server. */
async function served(options) {
    const api = await upstream();
    const { port, server } = await listening(toNodeListener(createProxy({ baseUrl: api.baseUrl, credentials, allow: ALLOW, ...options })));
    return { port, server, requests: api.requests };
}

const status = (answer) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]);

test("on the wire: every other path is a 404 or no HTTP, and nothing is asked", async () => {
    const { port, requests } = await served();
    const paths = [
        ...FORBIDDEN.filter((path) => path !== "" && !/[^\x21-\x7e]/.test(path)),
        // Here nobody has taken the steps before us: what does not read as it is, is no path of ours.
        `${PERSONS}../company/list/`,
        `${PERSONS}%2e%2e/company/list/`,
        `${PERSONS}.%2E/externalclientcontactperson/list/`,
        `/organization/company/../externalclientcontactperson/list/`,
        `/organization/./externalclientcontactperson/list/`,
        `/organization/%2e/externalclientcontactperson/list/`,
        `\\organization\\externalclientcontactperson\\list\\`,
        `/organization\\externalclientcontactperson\\list\\`,
        `${PERSONS}list/#`,
        `${PERSONS}list/#/../../company/`,
        // Absolute form, authority form, asterisk form.
        `http://elsewhere.example${PERSONS}list/`,
        `http://localhost${PERSONS}list/`,
        `https://elsewhere.example${SECRETS}`,
        `file://${PERSONS}list/`,
        "*",
        "elsewhere.example:443",
        `@elsewhere.example${PERSONS}list/`,
        `.elsewhere.example${PERSONS}list/`,
        `:80${PERSONS}list/`,
        `?${PERSONS}list/`,
    ];
    for (const path of paths) {
        for (const method of ["GET", "DELETE", "OPTIONS"]) {
            const answer = await raw(port, `${method} ${path} HTTP/1.1\r\nHost: app.example\r\nConnection: close\r\n\r\n`);
            assert.ok([404, 400].includes(status(answer)), `${method} ${path.slice(0, 100)}: ${answer.slice(0, 100)}`);
            assert.ok(!answer.includes("pk-live"), path);
        }
    }
    assert.equal(requests.length, 0);
});

test("on the wire: raw bytes in the path", async () => {
    const { port, requests } = await served();
    for (const bytes of ["\x00", "\x01", "\x7f", "\x80", "\xff", "\xc0\xae\xc0\xae", "\xe2\x88\x95", "\t", " ", "\r", "\n", "\u00a0", '"', "<", "`", "^", "|"]) {
        for (const path of [`${PERSONS}${bytes}/`, `${PERSONS}list${bytes}/`, `${PERSONS}${bytes}list/`, `${bytes}${PERSONS}list/`]) {
            const answer = await raw(port, `DELETE ${path} HTTP/1.1\r\nHost: app.example\r\nConnection: close\r\n\r\n`);
            // Node takes two blanks for one: then it is the path that it is.
            assert.ok([400, 404, bytes === " " ? 405 : 404].includes(status(answer)), `${JSON.stringify(path)}: ${answer.slice(0, 100)}`);
        }
    }
    assert.equal(requests.length, 0);
});

test("on the wire: what is on the list goes through, and a query cannot leave it", async () => {
    const { port, requests } = await served();
    for (const [query, sent] of [
        ["", ""],
        ["?a=b", "?a=b"],
        ["?/../../company/", "?/../../company/"],
        ["?a=b?c=d", "?a=b?c=d"],
        ["?a=http://elsewhere.example/", "?a=http://elsewhere.example/"],
        ["?\\..\\", "?\\..\\"],
        ["?a=b#/x", "?a=b"],
    ]) {
        const { status } = await plain(port, `${PERSONS}list/${query}`);
        assert.equal(status, 200, query);
        assert.equal(requests.pop().url, `${PERSONS}list/${sent}`);
    }
    const long = await plain(port, `${PERSONS}list/?a=${"x".repeat(12_000)}`);
    assert.equal(long.status, 200);
    const tooLong = await raw(port, `GET ${PERSONS}list/?a=${"x".repeat(200_000)} HTTP/1.1\r\nHost: x\r\n\r\n`).catch(() => "HTTP/1.1 431");
    assert.equal(status(tooLong), 431);
});

test("on the wire: methods", async () => {
    const { port, requests } = await served();
    for (const [method, expected] of [
        ["TRACE", 501],
        ["TRACK", 400],
        ["PUT", 405],
        ["HEAD", 405],
        ["OPTIONS", 405],
        ["PROPFIND", 405],
        ["QUERY", 405],
        ["get", 400],
        ["GET/", 400],
        ["G\tET", 400],
        ["POSTx", 400],
    ]) {
        const answer = await raw(port, `${method} ${PERSONS}list/ HTTP/1.1\r\nHost: app.example\r\nConnection: close\r\n\r\n`);
        // What a version of Node's parser does not know is a 400 there.
        assert.ok([expected, 400].includes(status(answer)), `${method}: ${answer.slice(0, 60)}`);
        if (status(answer) === 405) assert.match(answer, /\r\nallow: GET, POST, PATCH\r\n/i);
    }
    const tunnel = await raw(port, "CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n");
    assert.equal(tunnel, "", "Node closes a tunnel that nobody takes");
    assert.equal(requests.length, 0);
});

test("on the wire: headers that would smuggle", async () => {
    const { port, requests } = await served();
    const head = `POST ${PERSONS}list/ HTTP/1.1\r\nHost: app.example\r\n`;
    for (const smuggled of [
        "X-Mine: a\rX-Pigello-Client-Secret: guess\r\n",
        "X-Mine: a\nX-Pigello-Client-Secret: guess\r\n",
        "Accept: a\x00b\r\n",
        "Content-Length: 2\r\nContent-Length: 3\r\n",
        "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 0x2\r\n",
        "Content-Length : 2\r\n",
        " X-Folded: 1\r\n",
    ]) {
        const answer = await raw(port, `${head}${smuggled}Connection: close\r\n\r\n{}\r\n\r\n`);
        if (status(answer) === 200) {
            // Node let it pass: then it may not pass us.
            const { headers } = requests.pop();
            assert.equal(headers["x-pigello-client-secret"], SECRET, smuggled);
            assert.equal(headers["x-mine"], undefined, smuggled);
        } else {
            assert.equal(status(answer), 400, `${JSON.stringify(smuggled)}: ${answer.slice(0, 100)}`);
        }
    }
    const before = requests.length;
    // A second request in the body of the first is a body.
    const inner = `DELETE ${TENANTS}${ID}/ HTTP/1.1\r\nHost: x\r\n\r\n`;
    await raw(port, `${head}Content-Length: ${inner.length}\r\nConnection: close\r\n\r\n${inner}`);
    assert.equal(requests.length, before + 1);
    assert.equal(requests.at(-1).body, inner);
    // Nor does a GET's body become one.
    await raw(port, `GET ${PERSONS}list/ HTTP/1.1\r\nHost: x\r\nContent-Length: ${inner.length}\r\nConnection: close\r\n\r\n${inner}`);
    assert.equal(requests.length, before + 2);
    assert.deepEqual([requests.at(-1).method, requests.at(-1).body], ["GET", ""]);
});

test("on the wire: latin-1 in headers goes on as it came, and many headers stay behind", async () => {
    const { port, requests } = await served();
    const many = Array.from({ length: 200 }, (_, i) => `X-${i}: ${i}\r\n`).join("");
    const answer = await raw(port, `GET ${PERSONS}list/ HTTP/1.1\r\nHost: x\r\n${many}Accept-Language: sv\xe5\r\nConnection: close\r\n\r\n`);
    assert.equal(status(answer), 200);
    assert.equal(requests[0].headers["accept-language"], "sv\xe5");
    assert.ok(Object.keys(requests[0].headers).length < 20);
});

test("whatever a path is made of, the API is asked for nothing but what is on the list", async () => {
    const base = "https://api.pigello.io";
    const onTheList = new RegExp(`^${base}(?:${PERSONS}|${TENANTS})(?:list/|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/)?(?:\\?.*)?$`);
    const asked = [];
    const fetch = async (url, { method }) => {
        asked.push(url);
        assert.match(url, onTheList);
        assert.ok(ALLOW.includes(`${method} ${new URL(url).pathname.split("/").slice(1, url.includes(TENANTS) ? 5 : 3).join("/")}`), `${method} ${url}`);
        return new Response("[]");
    };
    const proxy = createProxy({ environment: "api", credentials, allow: ALLOW, fetch });
    const parts = ["organization", "externalclientcontactperson", "company", "accounts", "users", "customer", "tenant", "protectedidentity", "list", ID, "/", "/", "/", "//", "\\", ".", "..", "%2e", "%2E%2e", "%2f", "%5C", "%252f", ";", "?", "#", "@", ":", "%00", "%0a", "\t", " ", "http:", "*", "\u2215", "\uff0e", "__proto__"];
    let seed = 42;
    const below = (bound) => ((seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) >>> 8) % bound;
    const starts = [PERSONS, TENANTS, `${PERSONS}list/`, `${PERSONS}${ID}/`, "/"];
    for (let round = 0; round < 20_000; round++) {
        let path = starts[below(starts.length)];
        for (let i = below(6); i > 0; i--) {
            const at = below(path.length) + 1;
            const part = parts[below(parts.length)];
            // At the end, in the middle, or in place of something.
            path = below(2) === 0 ? path + part : path.slice(0, at) + part + path.slice(at + below(4));
        }
        const method = ["GET", "POST", "PATCH", "DELETE"][below(4)];
        const response = await proxy(new Request(`https://app.example${path}`, { method }));
        assert.ok([200, 404, 405].includes(response.status), `${method} ${path}: ${response.status}`);
    }
    assert.ok(asked.length > 1_000, `${asked.length} went through: too few to say anything`);
});
