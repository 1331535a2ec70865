// A value as one would type it in JavaScript.

const WIDTH = 72;

/** The value in JavaScript; on one line where there is room. */
export function literal(value: unknown, indent = ""): string {
    const flat = oneLine(value);
    if (flat.length + indent.length <= WIDTH || typeof value !== "object" || value === null) return flat;
    const deeper = `${indent}    `;
    if (Array.isArray(value)) return `[\n${value.map((one) => `${deeper}${literal(one, deeper)},\n`).join("")}${indent}]`;
    const lines = Object.entries(value).map(([name, one]) => `${deeper}${key(name)}: ${literal(one, deeper)},\n`);
    return `{\n${lines.join("")}${indent}}`;
}

function oneLine(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "undefined";
    const parts = Object.entries(value).map(([name, one]) => `${key(name)}: ${oneLine(one)}`);
    return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));
