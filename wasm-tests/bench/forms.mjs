// What many answers to choose from cost: until they can be searched, and for each letter that is searched for,
// with real key presses.

import { launchChromium } from "./cold_start.mjs";
import { mainThreadMs, sleep } from "./machine.mjs";
import { measureLoads, percentile } from "./stage.mjs";

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
export function measureForms(runs, waitMs) {
  return measureLoads({
    loads, keys: ["openMs", "keyMs", "keyMainMs"], runs, waitMs, measure,
    outcome: ({ openMs }) => `${Math.round(openMs.median)} ms`,
  });
}
