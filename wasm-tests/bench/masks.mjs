// What many brush masks on an image of 2000 x 2000 pixels cost, and what a region does: the longest task of
// the main thread while a stroke is drawn, the time of a submit, and the memory of all of the browser's
// processes over what they have with no regions.

import { readFileSync } from "node:fs";

import { launchChromium, pidsOf } from "./cold_start.mjs";
import { sleep } from "./machine.mjs";
import { measureLoads } from "./stage.mjs";

const strokeSteps = 40;
const settleMs = 1500;
const timeoutMs = 120_000;
const kinds = [{ kind: "masks", count: 50 }, { kind: "masks", count: 200 }, { kind: "rectangles", count: 100_000 }];

/** In bytes: of memory that processes share, each has its part. */
async function memoryOf(browser) {
  await sleep(settleMs);
  return (await pidsOf(browser)).reduce((sum, pid) => {
    const line = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
    return sum + Number(line[1]) * 1024;
  }, 0);
}

async function draw(page) {
  const [left, top, right, bottom] = await page.evaluate(() => window.masks.room());
  const at = (part) => [left + (right - left) * (0.2 + 0.6 * part), top + (bottom - top) * (0.5 + 0.3 * Math.sin(part * 9))];
  await page.mouse.move(...at(0));
  await page.evaluate(() => window.masks.watchTasks());
  await page.mouse.down();
  for (let step = 1; step <= strokeSteps; ++step) {
    await page.mouse.move(...at(step / strokeSteps));
  }
  await page.mouse.up();
  await sleep(settleMs);
  return page.evaluate(() => window.masks.longestTask());
}

async function measure(url, { kind, count }) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(timeoutMs);
    await page.goto(`${url}masks.html`, { waitUntil: "load" });
    await page.waitForFunction("window.masks");
    await page.evaluate((kind) => window.masks.load(kind, 0), kind);
    const before = await memoryOf(browser);
    const loadMs = await page.evaluate((kind, count) => window.masks.load(kind, count), kind, count);
    const memoryBytes = (await memoryOf(browser)) - before;
    if (kind !== "masks") {
      return { loadMs, memoryBytes };
    }
    await page.mouse.click(...(await page.evaluate(() => window.masks.label())));
    const longestTaskMs = await draw(page);
    const submitMs = await page.evaluate((count) => window.masks.submit(count), count + 1);
    return { loadMs, memoryBytes, longestTaskMs, submitMs };
  } finally {
    await browser.close();
  }
}

/** [{kind, count, loadMs, memoryBytes, longestTaskMs, submitMs}], each a spread; the last two of masks only. */
export function measureMasks(runs, waitMs) {
  return measureLoads({
    loads: kinds, keys: ["loadMs", "memoryBytes", "longestTaskMs", "submitMs"], runs, waitMs, measure,
    outcome: ({ memoryBytes }) => `${Math.round(memoryBytes.median / 1e6)} MB`,
  });
}
