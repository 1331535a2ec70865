// Every resource's schema, with JSON Schema's own judges: ajv, strict and with formats. Not a test itself.
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import * as all from "pigello-client";

/** By their names. */
export const schemas = Object.entries(all).filter(([, value]) => value["~standard"] !== undefined);

const made = (Judge) => addFormats(new Judge({ allErrors: true, strict: true, strictTypes: true }));
/** By target. Of OpenAPI's dialect ajv knows `nullable`, which is all that differs here. */
export const judges = { "draft-2020-12": made(Ajv2020), "draft-07": made(Ajv), "openapi-3.0": made(Ajv) };
export const targets = Object.keys(judges);

/** What is said of a schema's input or output for a target. */
export const told = (schema, target, side = "input") => schema["~standard"].jsonSchema[side]({ target });
