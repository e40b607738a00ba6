// How fast quality control is by itself, natively and as WebAssembly under Node.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

import { exponentOf, figure, printTitle } from "./quality_tool.mjs";

const build = new URL("../../build/", import.meta.url).pathname;
const engines = [
  { name: "native", command: [`${build}native/native-tests/quality-speed`] },
  { name: "wasm", command: ["node", `${build}web/native-tests/quality-speed.js`] },
];

function measure({ command }, args) {
  const [program, ...before] = command;
  return JSON.parse(execFileSync(program, [...before, ...args.map(String)], { encoding: "utf8" }));
}

function printRow(engine, what, { count, seconds, repeats }) {
  const note = repeats > 0 ? `   without ${repeats} rows that repeat another` : "";
  console.log(`${engine.name.padEnd(8)}${what.padEnd(26)}${String(count).padStart(10)}  ${figure(seconds, 3)}${note}`);
}

export function measureSpeed({ datasets, most }) {
  printTitle("Speed by itself, without reading", `${"".padEnd(8)}${"".padEnd(26)}     count    seconds`);
  for (const engine of engines) {
    if (!existsSync(engine.command.at(-1))) {
      console.log(`${engine.name}: skipped, ${engine.command.at(-1)} was not built`);
      continue;
    }
    const crowd = `${datasets}/crowd/s_rel/label.csv`;
    if (existsSync(crowd)) {
      printRow(engine, "Dawid-Skene, s_rel", measure(engine, ["answers", crowd]));
    }
    const points = { synthetic: [], text: [] };
    for (let size = most / 16; size <= most; size *= 2) {
      for (const [kind, list] of Object.entries(points)) {
        const row = measure(engine, [kind, Math.round(size)]);
        list.push([row.count, row.seconds]);
        printRow(engine, kind === "text" ? "recognisers, bytes of text" : "Dawid-Skene, 20 rounds", row);
      }
    }
    console.log(`${engine.name.padEnd(8)}time grows with answers^${exponentOf(points.synthetic).toFixed(2)}, with bytes of text^${exponentOf(points.text).toFixed(2)}`);
  }
}
