// How soon a megabyte of text with thousands of spans is there, how soon another span is, which a real mouse
// selects, and how long the frames are while the text is scrolled.

import { sleep } from "./machine.mjs";
import { attempt, percentile, settleMs, takeTurns } from "./stage.mjs";
import { spreadOf } from "./summary.mjs";

const counts = [0, 1000, 2000, 10_000];
const mostOpenMs = 60_000; // who takes longer is not waited for, and not asked for more spans
const mostAddMs = 30_000;
const words = "The committee met in Geneva and heard Ada Lovelace on engines; привет, שלום, नमस्ते. ".repeat(2);
const text = Array.from({ length: 6200 }, (_, index) => `${index} ${words}`).join("\n");
const bytes = Buffer.byteLength(text);
const fresh = "committee"; // becomes a span: in the first line, which the others leave free
const lengthOfSpan = 12;

/** Evenly over all lines but the first, none over the end of one. */
function spansOf(count) {
  const first = text.indexOf("\n") + 1;
  const step = (text.length - first) / (count + 1);
  return Array.from({ length: count }, (_, index) => {
    const from = first + Math.floor(index * step);
    const ends = text.slice(from, from + lengthOfSpan).indexOf("\n");
    const start = ends < 0 ? from : from + ends + 1;
    return { id: `r${index.toString(36).padStart(9, "0")}`, start, end: start + lengthOfSpan, label: index % 2 ? "Person" : "Place" };
  });
}

/** What `promise` resolves with, unless that takes longer: then `giveUp` is called first. */
function within(mostMs, what, promise, giveUp = () => undefined) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => {
      giveUp();
      reject(new Error(`not waited for: ${what} takes more than ${mostMs / 1000} s`));
    }, mostMs);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

/** {addMs}: from the release of the mouse to the frame with the span. */
async function add(page) {
  const count = () => page.evaluate(() => window.stage.count());
  const { mouse, keyboard } = page;
  const [from, to] = await page.evaluate((word) => window.stageProbe.ends(word), fresh);
  const key = await page.evaluate(() => window.stage.key);
  await mouse.click(...from); // the keys go to what was clicked
  await sleep(settleMs);
  if (key) {
    await keyboard.press(key);
    await sleep(settleMs);
  }
  const before = await count();
  await mouse.down();
  await mouse.move(...to, { steps: 5 });
  await sleep(settleMs);
  await page.evaluate(() => window.stageProbe.expectSpan());
  await mouse.up();
  const addMs = await within(mostAddMs, "another span", page.evaluate(() => window.stageProbe.added));
  const more = (await count()) - before;
  return more === 1 ? { addMs } : { error: `${more} spans more instead of one` };
}

/** {frameMs, longestFrameMs} */
async function scroll(page) {
  const intervals = await page.evaluate(() => window.stageProbe.scroll());
  return { frameMs: percentile(intervals, 0.95), longestFrameMs: Math.max(...intervals) };
}

/** {openMs, add: {addMs} or {error}, scroll: {frameMs, longestFrameMs} or {error}}. */
async function measure(page, { count }, giveUp) {
  const opened = page.evaluate((work) => window.stageProbe.open(work), { text, spans: spansOf(count) });
  const openMs = await within(mostOpenMs, "opening it", opened, giveUp);
  await sleep(settleMs);
  const figures = { openMs, add: await attempt(() => add(page)) };
  await sleep(settleMs);
  return { ...figures, scroll: await attempt(() => scroll(page)) };
}

function summary(runs) {
  const of = (read) => spreadOf(runs.map(read));
  return {
    openMs: of(({ openMs }) => openMs),
    addMs: of(({ add }) => add?.addMs),
    frameMs: of(({ scroll }) => scroll?.frameMs),
    longestFrameMs: of(({ scroll }) => scroll?.longestFrameMs),
    errors: runs.flatMap(({ error, add, scroll }) => [error, add?.error, scroll?.error].filter(Boolean)),
  };
}

/** [{kind, count, bytes, subjects: {id: {openMs, addMs, frameMs (p95), longestFrameMs (spreads), errors}}}] */
export function measureText(present, runs, waitMs) {
  const tooSlow = new Set();
  return takeTurns("text", {
    subjects: present.filter(({ showsTexts }) => showsTexts),
    loads: counts.map((count) => ({ kind: "spans", count, bytes })),
    runs,
    waitMs,
    isAble: ({ id }) => !tooSlow.has(id),
    measure: (page, load, { id }) => measure(page, load, () => tooSlow.add(id)),
    outcome: ({ openMs }) => `opened in ${Math.round(openMs)} ms`,
    summary,
  });
}
