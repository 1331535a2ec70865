// Modules that the build makes: the glue of the two wasm modules, their bytes as hex, and the list of resources.

declare module "glue:client" {
    type Raw = import("./raw").RawClient;
    export const initSync: Raw["initSync"];
    export const resources: Raw["resources"];
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

declare module "wasm:client" {
    const hex: string;
    export default hex;
}

declare module "wasm:sandbox" {
    const hex: string;
    export default hex;
}

/** `export const X = schema("X")` for each resource; their types stand in the package's `.d.ts`. */
declare module "resources:list" {}
