// How fast annotations are loaded and saved: natively, and in Chromium beside JSON.parse and
// JSON.stringify of the same text in the same page.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

import { startServer } from "../../site/serve.mjs";
import { launchChromium } from "./cold_start.mjs";
import { spreadOf } from "./summary.mjs";

const root = new URL("../../", import.meta.url).pathname;
const pages = new URL("pages/", import.meta.url).pathname;
const folder = `${root}build/bench/results`;
const masks = `${root}../shared/corpus/examples/image_segmentation/annotations.json`;
const timeoutMs = 120_000;
const roundsInPage = 5;

/** The same numbers on every machine. */
function* randomNumbers() {
  for (let state = 1; ; ) {
    state = (state * 48271) % 2147483647;
    yield state / 2147483647;
  }
}

function rectangles(count) {
  const random = randomNumbers();
  const upTo = (most) => random.next().value * most;
  const result = Array.from({ length: count }, (_, index) => ({
    original_width: 6000,
    original_height: 4000,
    image_rotation: 0,
    value: { x: upTo(90), y: upTo(90), width: upTo(10), height: upTo(10), rotation: 0, rectanglelabels: ["Car"] },
    id: `r${index.toString(36).padStart(9, "0")}`,
    from_name: "label",
    to_name: "image",
    type: "rectanglelabels",
    origin: "manual",
  }));
  return JSON.stringify([{ id: 1, result }]);
}

/** {name: file} of what is loaded and saved; the masks are the corpus', which users do not have. */
function ensureInputs() {
  mkdirSync(folder, { recursive: true });
  const inputs = {};
  for (const count of [10_000, 100_000]) {
    const name = `${count.toLocaleString("en-US")} rectangles`;
    inputs[name] = `rectangles-${count}.json`;
    writeFileSync(`${folder}/${inputs[name]}`, rectangles(count));
  }
  if (existsSync(masks)) {
    inputs["brush mask, 11 MB"] = "masks.json";
    writeFileSync(`${folder}/masks.json`, readFileSync(masks));
  }
  return inputs;
}

function measureNative(file, runs) {
  const tool = `${root}build/native/native-tests/results-bench`;
  const { status, stdout, stderr } = spawnSync(tool, [`${folder}/${file}`, String(runs)], { encoding: "utf8" });
  if (status !== 0) {
    throw new Error(`results-bench ${file}: ${stderr}`);
  }
  return JSON.parse(stdout);
}

async function measureInPage(browser, url, file) {
  const page = await browser.newPage();
  try {
    page.setDefaultTimeout(timeoutMs);
    await page.goto(`${url}results.html`);
    await page.waitForFunction("window.measure");
    return await page.evaluate((...parameters) => window.measure(...parameters), `data/${file}`, roundsInPage);
  } finally {
    await page.close();
  }
}

/** The first load of a page apart from those that follow, of which the figures are medians. */
function summary(pageRuns, native) {
  const first = pageRuns.map(({ rounds }) => rounds[0]);
  const later = pageRuns.flatMap(({ rounds }) => rounds.slice(1));
  const median = (rounds, figure) => spreadOf(rounds.map(figure)).median;
  const [{ bytes, regions }] = pageRuns;
  return {
    bytes,
    regions,
    loadMs: median(later, ({ loadMs }) => loadMs),
    saveMs: median(later, ({ saveMs }) => saveMs),
    ofParse: median(later, ({ loadMs, parseMs }) => loadMs / parseMs),
    firstOfParse: median(first, ({ loadMs, parseMs }) => loadMs / parseMs),
    ofStringify: median(later, ({ saveMs, stringifyMs }) => saveMs / stringifyMs),
    heapOfText: spreadOf(pageRuns.map(({ heapBytes }) => heapBytes)).median / bytes,
    native: { ...native, peakOfText: native.peakBytes / native.bytes },
  };
}

/** For each input by name: what summary() gives. */
export async function measureResults(runs) {
  const inputs = ensureInputs();
  const folders = { "/": pages, "/core/": `${root}build/web`, "/data/": folder };
  const server = await startServer({ folders });
  const browser = await launchChromium();
  const measured = {};
  try {
    for (const [name, file] of Object.entries(inputs)) {
      const pageRuns = [];
      for (let run = 0; run < runs; ++run) {
        pageRuns.push(await measureInPage(browser, server.url, file));
      }
      measured[name] = summary(pageRuns, measureNative(file, runs));
      console.error(`  Results, ${name}: loaded in ${Math.round(measured[name].loadMs)} ms`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return measured;
}
