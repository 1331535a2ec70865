// All of them, ours first.

import * as ajv from "./ajv.mjs";
import * as arktype from "./arktype.mjs";
import * as ours from "./ours.mjs";
import * as valibot from "./valibot.mjs";
import * as zod from "./zod.mjs";

export const contenders = [ours, ajv, zod, valibot, arktype];
