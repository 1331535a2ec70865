// The views: which one an address names, and how its program comes. The form's is here at once; whoever begins with another
// waits for its program no longer than for the library.

export type View = "rows" | "new" | "edit" | "import" | "connection";

const VIEWS: readonly string[] = ["rows", "new", "edit", "import", "connection"] satisfies readonly View[];

/** The parts of an address: resource, view, id. */
export const partsOf = (hash: string): readonly string[] => hash.replace(/^#\/?/, "").split("/").map(plain);

/** The view of an address; of what is none the first one. */
export const viewOf = ([, view = ""]: readonly string[]): View => (VIEWS.includes(view) ? (view as View) : "rows");

/** What is no address leads to the first view. */
function plain(part: string): string {
    try {
        return decodeURIComponent(part);
    } catch {
        return "";
    }
}

export const programs = {
    rows: async () => (await import("./rows/rows")).Rows,
    import: async () => (await import("./import/import")).Import,
    connection: async () => (await import("./line/connection")).Connection,
    beside: async () => (await import("./line/faults")).Beside,
};

// Before the library is there: the view that the page begins with. Whether it comes is told where it is shown.
const first = viewOf(partsOf(location.hash));
if (first in programs) programs[first as keyof typeof programs]().catch(() => undefined);
