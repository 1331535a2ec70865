// Who asks, and where: from the environment's variables, or from a file that has the same. Never from arguments, which
// every process of the machine can read.

import { readFileSync, statSync } from "node:fs";
import { nearestOf } from "../files";
import { misuse, onDisk } from "./ending";
import { library, type Client } from "./library";
import { note } from "./say";

/** What the command line says of it. */
export interface Connection {
    readonly credentials?: string;
    readonly baseUrl?: string;
    readonly environment?: string;
    readonly locale?: string;
    /** Seconds for one try. */
    readonly timeout?: number;
}

const ADDRESS = ["PIGELLO_BASE_URL", "PIGELLO_ENVIRONMENT"];
const KNOWN = [
    ...ADDRESS,
    ...["CUSTOMER_ID", "APPLICATION_ID", "SERVICE_ID", "SERVICE_VERSION_ID", "CLIENT_CT", "CLIENT_ENTITY", "CLIENT_SECRET"].map(
        (name) => `PIGELLO_${name}`,
    ),
];

type Variables = Record<string, string | undefined>;

/** A client, and the address it speaks to. */
export async function connected(connection: Connection): Promise<{ client: Client; address: string }> {
    const given = fileOf(connection.credentials);
    const variables: Variables = { ...process.env };
    // A file that says where means that place, whatever the environment says.
    if (ADDRESS.some((name) => name in given)) for (const name of ADDRESS) delete variables[name];
    Object.assign(variables, given);
    const { baseUrl, environment, locale, timeout } = connection;
    if (environment !== undefined) delete variables["PIGELLO_BASE_URL"];
    const { Pigello } = await library();
    const client = Pigello.fromEnv(variables, {
        ...(baseUrl !== undefined && { baseUrl }),
        ...(environment !== undefined && { environment }),
        ...(locale !== undefined && { locale }),
        ...(timeout !== undefined && { timeoutMs: timeout * 1_000 }),
    });
    const said = baseUrl ?? (environment === undefined ? variables["PIGELLO_BASE_URL"] : undefined);
    const place = environment ?? variables["PIGELLO_ENVIRONMENT"];
    return { client, address: said !== undefined && said !== "" ? said.replace(/\/+$/, "") : `https://${place}.pigello.io` };
}

/** The variables of a file: lines as a shell takes them, or an object of JSON. */
function fileOf(file: string | undefined): Variables {
    if (file === undefined) return {};
    const text = onDisk(file, () => readFileSync(file).toString("utf8")).replace(/^\ufeff/, "");
    const mode = onDisk(file, () => statSync(file).mode);
    if (process.platform !== "win32" && (mode & 0o077) !== 0) {
        note(`${file}: others on this machine can read it, and it holds a secret: \`chmod 600 ${file}\``);
    }
    const pairs = text.trimStart().startsWith("{") ? ofJson(file, text) : ofLines(file, text);
    return Object.fromEntries(pairs.map(([name, value]) => [known(file, name), value]));
}

type Pairs = [name: string, value: string][];

function ofJson(file: string, text: string): Pairs {
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch {
        // What stands in the file is not for a message.
        throw misuse(`${file}: begins with \`{\` and is not JSON`);
    }
    return Object.entries(value as object).map(([name, value]) => {
        if (typeof value !== "string") throw misuse(`${file}: \`${name}\` is not text`);
        return [name, value];
    });
}

/** NAME=value, the value in quotes or not, and a comment behind a blank. */
const LINE = /^\s*(?:export\s+)?(\w+)\s*=\s*(?:(["'])(.*?)\2|((?!["']).*?))(?:\s+#.*|\s*)$/;

function ofLines(file: string, text: string): Pairs {
    const pairs: Pairs = [];
    for (const [place, line] of text.split(/\r?\n/).entries()) {
        if (/^\s*(#|$)/.test(line)) continue;
        const [, name, , quoted, bare] = LINE.exec(line) ?? [];
        if (name === undefined) throw misuse(`${file} line ${place + 1}: not NAME=value`);
        pairs.push([name, quoted ?? bare ?? ""]);
    }
    return pairs;
}

/** The variable that a name means; a name without one is a slip, for which the environment's would be taken silently. */
function known(file: string, name: string): string {
    const variable = variableOf(name);
    if (KNOWN.includes(variable)) return variable;
    const nearest = nearestOf(variable, KNOWN);
    throw misuse(`${file}: \`${name}\` is none of the settings${nearest === undefined ? "" : `; did you mean \`${nearest}\`?`}`);
}

/** `clientSecret` -> `PIGELLO_CLIENT_SECRET`, as which it is known already */
function variableOf(name: string): string {
    return name.startsWith("PIGELLO_") ? name : `PIGELLO_${name.replace(/[A-Z]/g, "_$&").toUpperCase()}`;
}
