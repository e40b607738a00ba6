// What many answers to choose from cost: until they can be searched, and for each letter that is searched for,
// with real key presses.

import { projectFolders, startServer } from "../../site/serve.mjs";
import { launchChromium } from "./cold_start.mjs";
import { mainThreadMs, sleep, waitForQuiet } from "./machine.mjs";
import { percentile } from "./stage.mjs";
import { spreadOf } from "./summary.mjs";

const pages = new URL("pages/", import.meta.url).pathname;
const loads = [{ kind: "taxonomy", count: 50_000 }, { kind: "choices", count: 3000 }];
const searched = { taxonomy: "species 48213", choices: "answer 2748" };
const settleMs = 1000;

/** {openMs, keyMs (95th percentile until the frame is done), keyMainMs (mean of the main thread)} */
async function measure(url, { kind, count }) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`${url}forms.html`, { waitUntil: "load" });
    await page.waitForFunction("window.forms");
    const openMs = await page.evaluate((kind, count) => window.forms.load(kind, count), kind, count);
    await page.mouse.click(...(await page.evaluate(() => window.forms.field())));
    await sleep(settleMs);
    const client = await page.createCDPSession();
    await client.send("Performance.enable");
    const before = await mainThreadMs(client);
    for (const [index, letter] of [...searched[kind]].entries()) {
      await page.keyboard.sendCharacter(letter);
      await page.evaluate((least) => window.forms.reached(least), index + 1);
    }
    const keyMainMs = ((await mainThreadMs(client)) - before) / searched[kind].length;
    const found = await page.evaluate(() => window.forms.rows());
    if (found === 0 || found > 3) { // the answer, and what holds it
      throw new Error(`"${searched[kind]}" found ${found} rows`);
    }
    return { openMs, keyMs: percentile(await page.evaluate(() => window.forms.take()), 0.95), keyMainMs };
  } finally {
    await browser.close();
  }
}

/** [{kind, count, openMs, keyMs, keyMainMs}], each a spread. */
export async function measureForms(runs, waitMs) {
  const server = await startServer({ folders: { ...projectFolders, "/": pages } });
  const measured = [];
  try {
    for (const load of loads) {
      const figures = [];
      for (let run = 1; run <= runs; ++run) {
        await waitForQuiet(waitMs);
        figures.push(await measure(server.url, load));
      }
      const of = (key) => spreadOf(figures.map((figure) => figure[key]));
      measured.push({ ...load, openMs: of("openMs"), keyMs: of("keyMs"), keyMainMs: of("keyMainMs") });
      console.error(`  ${load.count} ${load.kind}: ${Math.round(measured.at(-1).openMs.median)} ms`);
    }
  } finally {
    await server.close();
  }
  return measured;
}
