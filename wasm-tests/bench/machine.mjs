// How busy the machine is, and with whom. Times are seconds of CPU, from /proc.

import { readFileSync } from "node:fs";
import { cpus } from "node:os";

const ticksPerSecond = 100; // USER_HZ, the same on every Linux that runs here
const quietLoad = 0.15; // cores

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** CPU time that these processes have used so far; those that are gone count nothing. */
export function cpuOf(pids) {
  return pids.reduce((sum, pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // The name, in parentheses, may hold spaces; user and system time are the fields 14 and 15.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return sum + (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
    } catch {
      return sum;
    }
  }, 0);
}

/** CPU time that the whole machine has used so far. */
export function cpuOfMachine() {
  const fields = readFileSync("/proc/stat", "utf8").split("\n")[0].trim().split(/\s+/).slice(1).map(Number);
  const idle = fields[3] + fields[4];
  return (fields.reduce((sum, ticks) => sum + ticks, 0) - idle) / ticksPerSecond;
}

/** Waits until others leave the machine mostly alone, but not longer than `mostMs`. */
export async function waitForQuiet(mostMs) {
  const start = Date.now();
  let load;
  do {
    const before = cpuOfMachine();
    await sleep(1000);
    load = cpuOfMachine() - before;
  } while (load > quietLoad && Date.now() - start < mostMs);
  return { waitedMs: Date.now() - start, load, isQuiet: load <= quietLoad };
}

export function describeMachine() {
  return { cpu: cpus()[0].model, cores: cpus().length, node: process.version };
}

/** Milliseconds of a page's main thread so far, by its CDP session, of which Performance is enabled. */
export async function mainThreadMs(client) {
  const { metrics } = await client.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}
