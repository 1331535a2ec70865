// Issues as users meet them, made of what Rust told.

import type { Issue } from "./public";
import type { ToldIssue } from "./raw";

/** With names. */
export function issuesOf(told: readonly ToldIssue[]): Issue[] {
    return told.map(([path, code, params, message]) => ({ path, code, params, message }));
}
