// One start of one subject in a browser of its own, with an empty profile and empty caches.
//
// Interactive is the first painted frame in which the widget of a choice is there (pages/probe.js), in
// milliseconds from the start of the navigation. A real mouse click on it at once must then show as
// chosen; a run in which it does not is an error, not a figure. The photo may come later: it has a
// figure of its own.

import { readFileSync } from "node:fs";

import puppeteer from "puppeteer-core";

import { cpuOf, cpuOfMachine, sleep } from "./machine.mjs";

const flags = [
  "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-extensions",
  "--disable-features=Translate,BackForwardCache",
  // Without a GPU: painting and compositing on the CPU, WebGL by SwiftShader. It is what Chromium
  // itself falls back to, and the fastest of the software paths for every subject here.
  "--disable-gpu-compositing", "--use-gl=angle", "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader", "--disable-gpu-rasterization", "--disable-accelerated-2d-canvas",
  // Nobody shall wait for a host that is not this machine.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];
const viewport = { width: 1280, height: 800 };
const settleMs = 1000; // for a browser that has just started, before the navigation
const idleAfterMs = 1500;
const idleForMs = 3000;
const timeoutMs = 60_000;
const probe = readFileSync(new URL("pages/probe.js", import.meta.url), "utf8");

/** A browser with an empty profile, as all figures are taken in. */
export function launchChromium(more = []) {
  return puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: [...flags, ...more],
    defaultViewport: viewport,
  });
}

export async function pidsOf(browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.map(({ id }) => id);
}

/** Clicks the choice: {answeredMs, clickMs}. */
async function clickChoice(page) {
  const { x, y } = await page.evaluate(() => probe.target());
  const chosen = page.evaluate((most) => probe.chosen(most), timeoutMs);
  await page.mouse.click(x, y);
  return chosen;
}

async function idleLoad(browser, page) {
  await page.mouse.move(viewport.width - 2, viewport.height - 2);
  await sleep(idleAfterMs);
  const pids = await pidsOf(browser);
  const before = cpuOf(pids);
  await sleep(idleForMs);
  return ((cpuOf(pids) - before) / idleForMs) * 1000;
}

async function measure(browser, page, url) {
  await page.goto(url, { waitUntil: "domcontentloaded", timeout: timeoutMs });
  const interactiveMs = await page.evaluate((most) => probe.interactive(most), timeoutMs);
  const answer = await clickChoice(page);
  const photoMs = await page.evaluate((most) => probe.photo(most), timeoutMs);
  const transferred = await page.evaluate(() => probe.transferred());
  return { interactiveMs, photoMs, ...answer, transferred };
}

/**
 * Figures of one start: {interactiveMs, photoMs, answeredMs, clickMs, transferred (bytes), idleCores,
 * noiseCores}; noise is what others used of the machine meanwhile. Or {error}.
 */
export async function measureStart(subject, baseUrl) {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.evaluateOnNewDocument(probe);
    await sleep(settleMs);
    const own = async () => cpuOf([...(await pidsOf(browser)), process.pid]);
    const [start, ownBefore, allBefore] = [Date.now(), await own(), cpuOfMachine()];
    const figures = await measure(browser, page, baseUrl + subject.page);
    const foreign = cpuOfMachine() - allBefore - ((await own()) - ownBefore);
    const noiseCores = Math.max(0, foreign / ((Date.now() - start) / 1000));
    return { ...figures, noiseCores, idleCores: await idleLoad(browser, page) };
  } catch (error) {
    return { error: String(error.message ?? error).split("\n")[0] };
  } finally {
    await browser.close();
  }
}
