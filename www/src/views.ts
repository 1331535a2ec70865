// The views: which one an address names, and how its program comes. That of a new row is here at once; whoever begins with another
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

/** It has no stylesheet that another has too. */
const ALONE = true;

export const programs = {
    rows: coming(async () => (await import("./rows/rows")).Rows),
    edit: coming(async () => (await import("./form/edit")).EditForm, ALONE),
    import: coming(async () => (await import("./import/import")).Import),
    connection: coming(async () => (await import("./line/connection")).Connection, ALONE),
    /** No view: the way to the sandbox, which all of them ask. */
    sandbox: coming(() => import("./sandbox/sandbox"), ALONE),
    beside: coming(async () => (await import("./line/faults")).Beside, ALONE),
};

/** A stylesheet that did not come is not asked for again: whatever needs it comes without it, until the page is loaded anew. */
let unstyled: unknown;
export const needsReload = (): boolean => unstyled !== undefined;

/** What was asked for ahead is answered once, also that it failed; after that it is asked for anew. */
function coming<View>(load: () => Promise<View>, alone = false): (ahead?: boolean) => Promise<View> {
    let begun: Promise<View> | undefined;
    const ask = async () => {
        if (unstyled !== undefined && !alone) throw unstyled;
        return await load();
    };
    const heed = (error: unknown) => {
        // So Vite's loader says it.
        if (/preload CSS/.test(String(error))) unstyled = error;
        throw error;
    };
    return (ahead = false) => {
        const asked = begun ?? ask().catch(heed);
        begun = ahead ? asked : undefined;
        return asked;
    };
}

// Before the library is there: the view that the page begins with, and whom it asks. Whether they come is told where it is shown.
const first = viewOf(partsOf(location.hash));
const begin = (program: keyof typeof programs) => void programs[program](true).catch(() => undefined);
if (first !== "new") begin(first);
if (first === "rows" || first === "edit") begin("sandbox");
