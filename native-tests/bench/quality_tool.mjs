// Runs the tool, and tells how long it took and how much memory it had at its peak.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

const tool = new URL("../../build/native/cartouche", import.meta.url).pathname;

function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0; // it has ended
  }
}

/** The JSON that it prints, with `seconds` and `megabytes`; an error if it printed none. */
export function runTool(args) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(tool, [...args, "--json"], { stdio: ["ignore", "pipe", "pipe"] });
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 5);
    const output = [];
    let problems = "";
    child.stdout.on("data", (data) => output.push(data));
    child.stderr.on("data", (data) => (problems += data));
    child.on("error", reject);
    child.on("close", () => {
      clearInterval(watch);
      const seconds = (performance.now() - start) / 1000;
      try {
        resolve({ result: JSON.parse(Buffer.concat(output).toString()), seconds, megabytes: peak / 1024 });
      } catch {
        reject(new Error(`cartouche ${args.join(" ")}\n${problems}`));
      }
    });
  });
}

export function printTitle(title, head) {
  console.log(`\n${title}\n${head}`);
}

export const figure = (value, digits = 4) => (value === undefined || value === null ? "-" : value.toFixed(digits)).padStart(9);

/** A cell of CSV. */
export const cell = (text) => (/[",\r\n;|\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The slope of the logarithms: with what power one grows with the other. */
export function exponentOf(points) {
  const xs = points.map(([x]) => Math.log(x));
  const ys = points.map(([, y]) => Math.log(y));
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  return xs.reduce((sum, value, at) => sum + (value - x) * (ys[at] - y), 0) / xs.reduce((sum, value) => sum + (value - x) ** 2, 0);
}
