// `sandbox`: what its options mean. The server stands in server.ts.

import { misuse } from "./ending";
import { luckOf } from "./faults";
import { serve } from "./server";

interface SandboxOptions {
    readonly port: string;
    readonly data?: string;
    readonly faults?: string;
    readonly latency?: string;
    readonly checkRelations?: boolean;
}

/** Serves until it is told to end. */
export async function run({ port, data, faults, latency, checkRelations }: SandboxOptions): Promise<number> {
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw misuse(`\`--port ${port}\`: a port is a number from 0 to 65535`);
    await serve({
        port: Number(port),
        luck: luck(faults, latency),
        checkRelations: checkRelations === true,
        ...(data !== undefined && { data }),
    });
    // It ends by itself, when it is told to.
    return -1;
}

function luck(faults: string | undefined, latency: string | undefined): ReturnType<typeof luckOf> {
    try {
        return luckOf(faults, latency);
    } catch (error) {
        throw misuse((error as Error).message);
    }
}
