// The clock that Node's figures are taken by: the processor's time, of all threads together, so that a busy machine tells
// nearly the same as an idle one, and a collection of garbage beside the main thread is counted, too.

import { cpuUsage } from "node:process";

/** Milliseconds since some time. */
export function now() {
    const { user, system } = cpuUsage();
    return (user + system) / 1e3;
}
