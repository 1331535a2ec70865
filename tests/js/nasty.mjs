// Values that no function expects. Not a test itself.

/** A number generator that always says the same. */
export function dice(seed) {
    let state = seed;
    return (sides) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * sides);
    };
}

const boom = () => {
    throw new Error("trap");
};
const cyclic = { name: "x" };
cyclic.self = cyclic;
cyclic.list = [cyclic, [cyclic]];
const ring = [];
ring.push(ring);
const deep = (levels, inner) => Array.from({ length: levels }).reduce((value, _, i) => (i % 2 ? [value] : { a: value }), inner);
/** Small to hold, endless to walk. */
const bush = Array.from({ length: 40 }).reduce((value) => [value, value], "leaf");
const million = "å".repeat(1_000_000);
const traps = ["get", "has", "ownKeys", "getOwnPropertyDescriptor", "getPrototypeOf", "set", "defineProperty", "apply", "construct"];
const hostile = new Proxy(class {}, Object.fromEntries(traps.map((name) => [name, boom])));
const revoked = (target) => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy;
};
const liar = new Proxy([], { get: (target, key) => (key === "length" ? 2 ** 32 - 1 : undefined) });
const negative = new Proxy([], { get: (target, key) => (key === "length" ? -1 : undefined) });
const odd = new Proxy([], { get: (target, key) => (key === "length" ? "many" : target[key]) });
const shifting = new Proxy({}, { ownKeys: () => ["a", "b"], getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }), get: () => ({}) });

/** Each is made anew, so that none is harmless the second time. */
export const nasty = [
    () => undefined,
    () => null,
    () => NaN,
    () => Infinity,
    () => -0,
    () => 1e308,
    () => 2 ** 53,
    () => -1.5,
    () => 10n ** 30n,
    () => true,
    () => "",
    () => " \t\n\u00a0",
    () => "\0",
    () => "\ud800",
    () => "a\udc00b",
    () => "__proto__",
    () => "constructor",
    () => "🧨".repeat(300),
    () => "x".repeat(70_000),
    () => million,
    () => Symbol("x"),
    () => Symbol.iterator,
    () => () => {},
    () => boom,
    () => class Strange {},
    () => async function* () {},
    () => new Date(),
    () => new Date(NaN),
    () => new Date(8.64e15),
    () => Object.setPrototypeOf({}, Date.prototype),
    () => ({ [Symbol.toStringTag]: "Date" }),
    () => ({ get [Symbol.toStringTag]() { throw new Error("tag"); } }),
    () => new Map([["name", "x"]]),
    () => new Set([1]),
    () => new WeakMap(),
    () => /x/g,
    () => new Error("x"),
    () => Promise.resolve("x"),
    () => Promise.reject(new Error("x")).catch(() => {}),
    () => new Number(5),
    () => new String("x"),
    () => Object(Symbol("x")),
    () => new Uint8Array(5),
    () => new ArrayBuffer(5),
    () => new Proxy({}, {}),
    () => hostile,
    () => revoked({}),
    () => revoked([]),
    () => revoked(() => {}),
    () => liar,
    () => negative,
    () => odd,
    () => shifting,
    () => new Array(4_000_000_000),
    () => [,],
    () => [undefined, null],
    () => Object.create(null),
    () => Object.create({ name: "inherited" }),
    () => cyclic,
    () => ring,
    () => deep(63, 1),
    () => deep(64, 1),
    () => deep(5_000, 1),
    () => bush,
    () => ({ get name() { throw new Error("getter"); } }),
    () => ({ get id() { throw new Error("getter"); }, get filter() { throw new Error("getter"); } }),
    () => Object.defineProperty({}, "name", { enumerable: true, get: () => { throw Symbol("x"); } }),
    () => JSON.parse('{"__proto__": {"name": 5}, "constructor": {"prototype": 1}}'),
    () => ({ toJSON: boom, toString: boom, valueOf: boom, [Symbol.toPrimitive]: boom }),
    () => ({ then: (resolve) => resolve(5) }),
    () => ({ then: boom }),
    () => ({ get then() { throw new Error("then"); } }),
    () => ({ length: 1e9, 0: "x" }),
    () => Object.freeze({ name: "x" }),
    () => new Proxy([{}], { get: (target, key) => (key === "0" ? boom() : target[key]) }),
    () => globalThis,
    () => process.env,
    () => new Headers({ "X-A": "1" }),
    () => new URLSearchParams("name=x"),
    () => new FormData(),
    () => new AbortController().signal,
    () => AbortSignal.abort("reason"),
    () => ({ aborted: false, addEventListener: boom, removeEventListener: boom }),
    () => ({ aborted: true, get reason() { throw new Error("reason"); }, addEventListener() {} }),
    () => ({ [Symbol.iterator]: boom }),
    () => ({ *[Symbol.iterator]() { for (;;) yield ["X-A", "1"]; } }),
    () => ({ [Symbol.asyncIterator]: boom }),
    () => JSON.stringify([{ name: 5 }, null, 5]),
    () => "[".repeat(100_000),
    () => ({ mode: "update", locale: "sv" }),
    () => ({ page: NaN, pageSize: Infinity, orderBy: [Symbol("x")], filter: { name: { in: [boom] } } }),
    () => ({ filter: { name: { not: { not: { not: "x" } } } }, extra: { "": [[]], "å\ud800": 1n } }),
];
