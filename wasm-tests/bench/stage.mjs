// What the measurements at work have in common: subjects that take turns, each time in a page of a browser of
// its own that sets window.stage (pages/stage-probe.js), and the figures of it.

import { readFileSync } from "node:fs";

import { projectFolders, startServer } from "../../site/serve.mjs";
import { launchChromium } from "./cold_start.mjs";
import { sleep, waitForQuiet } from "./machine.mjs";
import { foldersOf } from "./subjects.mjs";
import { spreadOf } from "./summary.mjs";

export const settleMs = 700;
export const mostLoadMs = 120_000;

export function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

/** What `action` resolves with, or {error}. */
export async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    return { error: String(error.message ?? error).split("\n")[0] };
  }
}

/**
 * Every load in a page of ours at `url`, as often as there are runs: [{...load, key: spread, …}] of what
 * `measure(url, load)` resolves with. `outcome(measured)` says it in short.
 */
export async function measureLoads({ loads, keys, runs, waitMs, measure, outcome }) {
  const server = await startServer({ folders: { ...projectFolders, "/": new URL("pages/", import.meta.url).pathname } });
  const measured = [];
  try {
    for (const load of loads) {
      const figures = [];
      for (let run = 1; run <= runs; ++run) {
        await waitForQuiet(waitMs);
        figures.push(await measure(server.url, load));
      }
      measured.push({ ...load, ...Object.fromEntries(keys.map((key) => [key, spreadOf(figures.map((figure) => figure[key]))])) });
      console.error(`  ${load.count} ${load.kind}: ${outcome(measured.at(-1))}`);
    }
  } finally {
    await server.close();
  }
  return measured;
}

/** What `act(page)` resolves with on the stage at `url`, or {error}. `kind` names its probe. */
async function onStage(url, kind, act) {
  const browser = await launchChromium();
  try {
    return await attempt(async () => {
      const page = await browser.newPage();
      page.setDefaultTimeout(mostLoadMs);
      for (const name of ["stage", kind]) {
        await page.evaluateOnNewDocument(readFileSync(new URL(`pages/${name}-probe.js`, import.meta.url), "utf8"));
      }
      await page.goto(url, { waitUntil: "load" });
      await page.evaluate(() => window.stageProbe.prepare?.());
      await page.evaluate(() => window.stage.start?.());
      await sleep(settleMs);
      return await act(page);
    });
  } finally {
    await browser.close();
  }
}

/**
 * Every load by each subject in turn, as often as there are runs: [{...load, subjects: {id: summary(figures
 * of all runs)}}]. `isAble(subject, load)` says whether it is worth the wait; `figures` are what
 * `measure(page, load, subject)` resolves with, or {error}, and `outcome(figures)` says them in short.
 */
export async function takeTurns(kind, { subjects, loads, runs, waitMs, isAble, measure, outcome, summary }) {
  const server = await startServer({ folders: foldersOf(subjects) });
  const measured = [];
  try {
    for (const load of loads) {
      const results = {};
      for (let run = 1; run <= runs; ++run) {
        for (const subject of subjects.filter((subject) => isAble(subject, load))) {
          await waitForQuiet(waitMs);
          const figures = await onStage(`${server.url}${kind}-${subject.id}.html`, kind, (page) => measure(page, load, subject));
          (results[subject.id] ??= []).push(figures);
          console.error(`  ${load.count} ${load.kind}, ${run}/${runs} ${subject.name}: ${figures.error ?? outcome(figures)}`);
        }
      }
      measured.push({ ...load, subjects: Object.fromEntries(Object.entries(results).map(([id, all]) => [id, summary(all)])) });
    }
  } finally {
    await server.close();
  }
  return measured;
}
