// Runs every fuzzer for a while, two at a time: node native-tests/fuzz/run.mjs [--filter TEXT] [--seconds N]
// Each starts from native-tests/fuzz/seeds and from what it found before (build/fuzz/found). An input
// that breaks a parser is left in build/fuzz, and named.

import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";

const root = new URL("../../", import.meta.url).pathname;
const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : null);
const seconds = Number(option("--seconds") ?? 20);
const nameOf = (parser) => `the ${parser} parser survives ${seconds} seconds of random input`;
const parsers = ["answers", "config", "task", "value", "result", "rle", "text", "image", "metadata", "model", "private", "regex"];
const counts = { passed: 0, failed: 0, skipped: 0 };

async function fuzz(parser) {
  const found = `${root}build/fuzz/found/${parser}`;
  await mkdir(found, { recursive: true });
  const child = spawn(`${root}build/fuzz/native-tests/fuzz/fuzz-${parser}`, [
    `-max_total_time=${seconds}`, "-max_len=4096", "-timeout=10", "-rss_limit_mb=2048", "-print_final_stats=1",
    `-artifact_prefix=${root}build/fuzz/broken-${parser}-`, found, `${root}native-tests/fuzz/seeds/${parser}`,
  ]);
  let said = "";
  child.stderr.on("data", (data) => (said = (said + data).slice(-20_000)));
  const code = await new Promise((resolve) => child.once("close", resolve));
  const runs = /number_of_executed_units: (\d+)/.exec(said)?.[1] ?? "?";
  counts[code === 0 ? "passed" : "failed"] += 1;
  console.log(code === 0 ? `  ok    ${nameOf(parser)} (${runs} inputs)` : `  FAIL  ${nameOf(parser)}\n${said.slice(-3000)}`);
}

const wanted = parsers.filter((parser) => nameOf(parser).includes(option("--filter") ?? ""));
counts.skipped = parsers.length - wanted.length;
const worker = async () => {
  for (let next = wanted.shift(); next; next = wanted.shift()) {
    await fuzz(next);
  }
};
await Promise.all([worker(), worker()]);
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);
