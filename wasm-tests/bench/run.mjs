// `./dev bench`: how large Cartouche is, how soon it can be used and how fast it loads and saves, beside its
// peers in the same run.
//
//   node wasm-tests/bench/run.mjs [--runs N] [--only cartouche,label-studio,results,regions,masks,forms,text] [--wait SECONDS]
//
// `--only` names the subjects of subjects.mjs, `results` for loading and saving, `regions` for many
// regions on an image and `text` for a megabyte of it, each beside all peers that can do it, and `masks` for
// many masks, and the memory of regions, and `forms` for many answers to choose from.
//
// Prints tables and writes everything it measured to build/bench/results.json. Says whether the budget
// holds, and exits with 0 either way: figures of a shared machine are no reason to fail.

import { mkdirSync, writeFileSync } from "node:fs";

import { startServer } from "../../site/serve.mjs";
import { budgetOf } from "./budget.mjs";
import { measureStart } from "./cold_start.mjs";
import { measureForms } from "./forms.mjs";
import { describeMachine, waitForQuiet } from "./machine.mjs";
import { measureMasks } from "./masks.mjs";
import { ensurePeers } from "./peers.mjs";
import { measureRegions } from "./regions.mjs";
import { print } from "./report.mjs";
import { measureResults } from "./results.mjs";
import { measureSizes } from "./sizes.mjs";
import { foldersOf, subjects } from "./subjects.mjs";
import { summarize } from "./summary.mjs";
import { measureText } from "./text.mjs";

const root = new URL("../../", import.meta.url).pathname;
const output = `${root}build/bench/results.json`;

function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
}

/** The server compresses a file when it is first asked for it; no measured run shall wait for that. */
async function warm(url, subject) {
  for (const file of [subject.page, ...subject.loads]) {
    const response = await fetch(url + file, { headers: { "Accept-Encoding": "gzip, br" } });
    await response.arrayBuffer();
    if (!response.ok) {
      throw new Error(`/${file}: HTTP ${response.status}`);
    }
  }
}

/** Every subject once in each round, so that a change of the machine's mood hits all of them. */
async function measureStarts(present, runs, waitMs) {
  const server = await startServer({ folders: foldersOf(present) });
  const measured = new Map(present.map((subject) => [subject.id, []]));
  try {
    for (const subject of present) {
      await warm(server.url, subject);
    }
    for (let round = 1; round <= runs; ++round) {
      for (const subject of present) {
        const quiet = await waitForQuiet(waitMs);
        const figures = await measureStart(subject, server.url);
        measured.get(subject.id).push({ ...figures, quiet });
        const outcome = figures.error ?? `${Math.round(figures.interactiveMs)} ms`;
        console.error(`  ${round}/${runs} ${subject.name}: ${outcome}`);
      }
    }
  } finally {
    await server.close();
  }
  return measured;
}

async function main() {
  const only = option("only")?.split(",");
  const isWanted = (name) => !only || only.includes(name);
  const wanted = subjects.filter(({ id }) => isWanted(id));
  const drawing = isWanted("regions") ? subjects.filter(({ drawsRegions }) => drawsRegions) : [];
  const showing = isWanted("text") ? subjects.filter(({ showsTexts }) => showsTexts) : [];
  const missing = ensurePeers([...new Set([...wanted, ...drawing, ...showing])]);
  const isPresent = ({ id }) => !missing[id];
  const present = wanted.filter(isPresent);

  const count = Number(option("runs", 5));
  const sizes = measureSizes(present);
  const waitMs = Number(option("wait", 20)) * 1000;
  const resultSpeeds = isWanted("results") ? await measureResults(count) : {};
  const regions = await measureRegions(drawing.filter(isPresent), Math.min(count, 3), waitMs);
  const masks = isWanted("masks") ? await measureMasks(Math.min(count, 3), waitMs) : [];
  const forms = isWanted("forms") ? await measureForms(Math.min(count, 3), waitMs) : [];
  const texts = await measureText(showing.filter(isPresent), Math.min(count, 3), waitMs);
  const runs = await measureStarts(present.filter(({ page }) => page), count, waitMs);
  const starts = summarize(runs);
  const results = {
    measuredAt: new Date().toISOString(),
    machine: describeMachine(),
    sizes,
    starts,
    results: resultSpeeds,
    regions,
    masks,
    forms,
    texts,
    missing,
    budget: budgetOf({ sizes, starts, results: resultSpeeds, regions, masks, forms, texts }),
    runs: Object.fromEntries(runs),
  };
  mkdirSync(`${root}build/bench`, { recursive: true });
  writeFileSync(output, `${JSON.stringify(results, null, 2)}\n`);
  print(results, output.slice(root.length));
}

await main();
