// A plain copy as JSON text, whatever a page has hung on the prototypes.

/** As `JSON.stringify`; the value is a copy made by pack.ts. */
export function jsonText(value: unknown): string {
    // A `toJSON` on a prototype would be asked for every object.
    const plain = !("toJSON" in Object.prototype) && !("toJSON" in Array.prototype);
    return (plain ? JSON.stringify(value) : written(value)) ?? "null";
}

function written(value: unknown): string | undefined {
    if (Array.isArray(value)) return `[${value.map((element) => written(element) ?? "null").join(",")}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    const entries: string[] = [];
    for (const [key, entry] of Object.entries(value)) {
        const text = written(entry);
        if (text !== undefined) entries.push(`${JSON.stringify(key)}:${text}`);
    }
    return `{${entries.join(",")}}`;
}
