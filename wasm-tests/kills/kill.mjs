// Kills a thousand times while somebody labels, in rounds of fifty, every other one sealed with a passphrase, and says
// what was lost and what arrived twice:
//
//   node wasm-tests/kills/kill.mjs [--kills N] [--seed N] [--browser NAME] [--round N] [--resume]
//
// `--round` runs that one alone; `--resume` takes over the rounds of this seed that an earlier run finished.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { projectFolders, startServer } from "../../site/serve.mjs";
import { launchers } from "../support/browsers.mjs";
import { runRound } from "./round.mjs";

const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
const [kills, seed] = [Number(option("--kills", 1000)), Number(option("--seed", 1))];
const browserName = option("--browser", "chromium");
const perRound = Math.min(kills, 50);
const longestMs = 15 * 60_000; // of a round
const folder = new URL("../../build/wasm-tests/kills/", import.meta.url).pathname;

async function runOne(siteUrl, round) {
  const file = `${folder}${browserName}-${seed}-${perRound}-${round}`;
  if (process.argv.includes("--resume") && existsSync(`${file}.json`)) {
    return JSON.parse(readFileSync(`${file}.json`, "utf8"));
  }
  const passphrase = round % 2 === 0 ? "" : "correct horse";
  const launched = await launchers[browserName]();
  try {
    const start = Date.now();
    const tooLong = new Promise((_, reject) => setTimeout(() => reject(new Error("it stands still")), longestMs).unref());
    const found = await Promise.race([
      runRound({ ...launched, siteUrl, kills: perRound, seed: seed * 10_000 + round * 2, file: `${file}.jsonl`, passphrase }), tooLong,
    ]);
    const report = { round, isSealed: passphrase !== "", seconds: Math.round((Date.now() - start) / 1000), ...found };
    writeFileSync(`${file}.json`, JSON.stringify(report, null, 2));
    return report;
  } finally {
    await launched.close();
  }
}

const sum = (reports, name) => reports.reduce((total, report) => total + report[name], 0);
const totals = (reports) => reports.reduce((all, { kills }) => {
  Object.entries(kills).forEach(([kind, count]) => (all[kind] = (all[kind] ?? 0) + count));
  return all;
}, {});
const countOf = (reports) => Object.values(totals(reports)).reduce((a, b) => a + b, 0);

function describe(reports) {
  const kinds = Object.entries(totals(reports)).map(([kind, count]) => `${count} of the ${kind}`).join(", ");
  const all = (name) => reports.flatMap((report) => report[name].map((text) => `round ${report.round}: ${text}`));
  const problems = { lost: all("lost"), duplicates: all("duplicates"), others: all("others") };
  return [
    `${countOf(reports)} kills (${kinds}); ${countOf(reports.filter(({ isSealed }) => isSealed))} of them with a passphrase; ${browserName}, seed ${seed}, ${sum(reports, "seconds")} s`,
    `${sum(reports, "steps")} steps, ${sum(reports, "tasks")} annotations at the host, ${sum(reports, "repeats")} of them sent again; brought back ${sum(reports, "restores")} times`,
    `steps lost: ${problems.lost.length}; duplicates at the host: ${problems.duplicates.length}; other problems: ${problems.others.length}`,
    ...Object.values(problems).flat(),
  ];
}

mkdirSync(folder, { recursive: true });
const server = await startServer({ folders: { ...projectFolders, "/kills/": new URL("./", import.meta.url).pathname } });
const reports = [];
const only = option("--round", null);
for (let round = Number(only ?? 0); countOf(reports) < kills && (only === null || reports.length === 0); ++round) {
  const report = await runOne(server.url, round).catch((error) => (
    { round, isSealed: round % 2 === 1, seconds: 0, kills: {}, steps: 0, tasks: 0, restores: 0, repeats: 0, lost: [], duplicates: [], others: [error.message] }));
  reports.push(report);
  console.log(`${countOf(reports)} kills: round ${round} ${report.seconds} s, ${report.steps} steps, ${[...report.lost, ...report.duplicates, ...report.others].join("; ") || "nothing lost"}`);
  if (reports.filter(({ others }) => others.length > 0).length > 5) {
    break;
  }
}
await server.close();
console.log(`\n${describe(reports).join("\n")}`);
process.exit(reports.some(({ lost, duplicates, others }) => lost.length + duplicates.length + others.length > 0) ? 1 : 0);
