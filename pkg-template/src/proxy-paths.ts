// The allow-list: which method on which path. What is sent is made of the entry that a path met, never of the path.

import { ConfigError } from "./errors";

const METHODS: readonly string[] = ["GET", "POST", "PATCH", "DELETE"];
const RESOURCE = /^[a-z0-9][a-z0-9_-]*(?:\/[a-z0-9][a-z0-9_-]*)+$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A path of the API, and what may be done there. */
export interface Target {
    readonly path: string;
    readonly methods: readonly string[];
}

/** The paths that are let through. */
export type Paths = (path: string) => Target | undefined;

/** Reads the entries, `GET organization/company` and so on; throws a `ConfigError`. */
export function pathsOf(allow: unknown): Paths {
    if (!Array.isArray(allow) || allow.length === 0) {
        throw new ConfigError("`allow` must list what is let through, such as `GET organization/company`");
    }
    // By base path, such as `/organization/company/`. A Map, since paths are any text.
    const known = new Map<string, string[]>();
    allow.forEach((entry: unknown, place) => {
        const { method, base } = entryOf(entry, `allow[${place}]`);
        const methods = known.get(base) ?? [];
        if (!methods.includes(method)) methods.push(method);
        known.set(base, methods);
    });
    return (path) => find(known, path);
}

function entryOf(entry: unknown, name: string): { method: string; base: string } {
    const [, method = "", resource = ""] = (typeof entry === "string" && /^(\S+) \/?(\S+?)\/?$/.exec(entry)) || [];
    const wrong = (why: string): ConfigError => {
        return new ConfigError(`\`${name}\` ${why}, such as \`GET organization/company\``);
    };
    if (resource === "") throw wrong("must be a method, a space and a resource");
    if (!METHODS.includes(method)) throw wrong(`must begin with ${METHODS.join(", ")}`);
    if (!RESOURCE.test(resource)) throw wrong("must name a resource by its path, in lower case");
    const last = resource.slice(resource.lastIndexOf("/") + 1);
    if (last === "list" || UUID.test(last)) {
        throw wrong("must name a resource, which stands for its `list/` and `{pk}/` too");
    }
    return { method, base: `/${resource}/` };
}

function find(known: ReadonlyMap<string, readonly string[]>, path: string): Target | undefined {
    const own = known.get(path);
    if (own !== undefined) return { path, methods: own };
    if (!path.endsWith("/")) return undefined;
    const cut = path.lastIndexOf("/", path.length - 2) + 1;
    const base = path.slice(0, cut);
    const last = path.slice(cut, -1);
    const methods = known.get(base);
    if (methods === undefined || !(last === "list" || UUID.test(last))) return undefined;
    return { path: `${base}${last}/`, methods };
}
