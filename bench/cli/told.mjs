// Preloaded into a process: at its end it tells, in BENCH_TOLD, the most memory it held and the processor time it took.

import { writeFileSync } from "node:fs";

process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(process.env.BENCH_TOLD, JSON.stringify({ megabytes: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1e3 }));
});
