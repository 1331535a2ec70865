// What the build puts in: the glue of the two wasm modules, how they are started, and the list of resources.

declare module "glue:client" {
    type Raw = import("./raw").RawClient;
    export const initSync: Raw["initSync"];
    export const trapped: Raw["trapped"];
    export const hot: Raw["hot"];
    export const resources: Raw["resources"];
    export const table: Raw["table"];
    export const describe: Raw["describe"];
    export const readOptions: Raw["readOptions"];
    export const validate: Raw["validate"];
    export const validateRows: Raw["validateRows"];
    export const duplicateIds: Raw["duplicateIds"];
    export const validateField: Raw["validateField"];
    export const check: Raw["check"];
    export const query: Raw["query"];
    export const streamFailure: Raw["streamFailure"];
    export const call: Raw["call"];
}

declare module "glue:sandbox" {
    type Raw = import("./raw").RawSandbox;
    export const initSync: Raw["initSync"];
    export const sandboxCreate: Raw["sandboxCreate"];
    export const sandboxHandle: Raw["sandboxHandle"];
    export const sandboxReset: Raw["sandboxReset"];
    export const sandboxData: Raw["sandboxData"];
    export const sandboxGenerate: Raw["sandboxGenerate"];
    export const sandboxDrop: Raw["sandboxDrop"];
    export const sandboxCredentials: Raw["sandboxCredentials"];
}

/** How the entry's wasm is started: one of the load-*.ts. */
declare module "wasm:start" {
    export function start(initSync: import("./load").InitSync): void;
}

/** What does without WebAssembly, for whoever has none. */
declare const WITHOUT_WASM: string;

/** Whether JavaScript does the wasm's work. Where its memory has grown, the old buffer does not say so, as an engine's does. */
declare const WITHOUT_ENGINE: boolean;

/** Whether any field is written and never read. */
declare const WRITE_ONLY: boolean;

/** Whether another file of the package may say what Rust would answer; see node.ts. */
declare const FORETOLD: boolean;

/** The entry's wasm as text: at the end of its file. */
declare const WASM_TEXT: string;

/** The wasm that makes bytes of it, each byte a letter: beside it. */
declare const UNPACKER: string;

/** The entry's wasm as a file that the runtime compiles. */
declare module "wasm:module" {
    const module: unknown;
    export default module;
}

/** Where client.wasm lies, as ES modules or as `require` can tell: one of the beside-*.ts. */
declare module "wasm:beside" {
    export function beside(): URL | string | undefined;
}

/** What client.wasm says that it is: the version, and a print of its content. */
declare const STAMP: string;

/** `export const X = schema("X")` for each resource; their types stand in the package's `.d.ts`. */
declare module "resources:list" {}

/** What Rust says of every resource; see xtask/js/told.mjs. */
declare module "resources:told" {
    export const resources: string;
    export const tables: readonly (() => import("./raw").TableInfo)[];
}
