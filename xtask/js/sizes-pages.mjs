// The pages that are measured: what they import, and nothing of their own. An export keeps what is imported.

const classes = [
    "ApiError",
    "AuthenticationError",
    "BadRequestError",
    "BulkWriteError",
    "ConfigError",
    "ConflictError",
    "DecodeError",
    "FilterError",
    "NetworkError",
    "NotFoundError",
    "PermissionError",
    "PigelloError",
    "RateLimitError",
    "ServerError",
    "TimeoutError",
    "ValidationError",
];

export const pages = {
    client: `export { ExternalClientContactPerson, Pigello } from "pigello-client";`,
    nowasm: `export { ExternalClientContactPerson, Pigello } from "pigello-client/nowasm";`,
    // What it loads comes on top: client.wasm is measured by itself.
    slim: `export { ExternalClientContactPerson, init, Pigello } from "pigello-client/slim";`,
    validation: `export { ExternalClientContactPerson } from "pigello-client";`,
    sandbox: `export { Sandbox } from "pigello-client/sandbox";`,
    errors: `export { ${classes.join(", ")} } from "pigello-client";`,
    types: `import { type Issue, type Schema } from "pigello-client";
        export const first = (issues: Issue[]) => issues[0]?.message;`,
};
