// How fast a megabyte of text with thousands of spans opens, takes another span, and scrolls, in Chromium.
// Opening is from the task to the frame in which spans are drawn.

import { projectFolders, startServer } from "../../site/serve.mjs";
import { launchChromium } from "./cold_start.mjs";
import { waitForQuiet } from "./machine.mjs";
import { spreadOf } from "./summary.mjs";

const counts = [0, 2000, 10_000];
const words = "The committee met in Geneva and heard Ada Lovelace on engines; привет, שלום, नमस्ते. ".repeat(2);
const text = Array.from({ length: 6200 }, (_, index) => `${index} ${words}`).join("\n");
const config = `<View><Labels name="ner" toName="text"><Label value="Person"/><Label value="Place"/></Labels>
  <Text name="text" value="$text"/></View>`;

/** [{count, bytes, openMs, addMs, frameMs, longestFrameMs}]: of each number of spans, as spreads. */
export async function measureText(runs, waitMs) {
  const server = await startServer({ folders: { ...projectFolders, "/pages/": new URL("../pages", import.meta.url).pathname } });
  const browser = await launchChromium();
  const measured = [];
  try {
    for (const count of counts) {
      const figures = [];
      for (let run = 0; run < runs; ++run) {
        await waitForQuiet(waitMs);
        figures.push(await measure(browser, server.url, count));
      }
      const of = (key) => spreadOf(figures.map((figure) => figure[key]));
      measured.push({
        count, bytes: Buffer.byteLength(text), openMs: of("open"), addMs: of("add"), frameMs: of("frame"), longestFrameMs: of("longest"),
      });
      console.error(`  Text, ${count} spans: opened in ${Math.round(measured.at(-1).openMs.median)} ms`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return measured;
}

async function measure(browser, url, count) {
  const page = await browser.newPage();
  await page.goto(`${url}pages/editor.html`, { waitUntil: "load" });
  await page.evaluate(() => document.querySelector("cartouche-editor").ready);
  const step = Math.floor([...text].length / (count + 1));
  const result = Array.from({ length: count }, (_, index) => ({
    id: `r${index}`, type: "labels", from_name: "ner", to_name: "text",
    value: { start: index * step, end: index * step + 12, labels: [index % 2 ? "Person" : "Place"] },
  }));
  const open = await page.evaluate(openInPage, config, text, result);
  const add = await page.evaluate(addInPage);
  const scrolled = await page.evaluate(scrollInPage);
  await page.close();
  return { open, add, ...scrolled };
}

async function openInPage(config, text, result) {
  const editor = document.querySelector("cartouche-editor");
  editor.style.height = "700px";
  editor.config = config;
  await new Promise((resolve) => setTimeout(resolve, 300));
  const start = performance.now();
  editor.task = { data: { text }, annotations: [{ result }] };
  const isDrawn = () => editor.shadowRoot.querySelector(result.length > 0 ? ".text .mark" : ".text .block");
  while (!isDrawn()) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  return performance.now() - start;
}

/** From the release of the mouse, as it were, to the frame with the new span. */
async function addInPage() {
  const root = document.querySelector("cartouche-editor").shadowRoot;
  const node = root.querySelector(".text .block").firstChild;
  root.querySelector('[aria-label="Person"]').click(); // armed, as by a screen reader
  for (let frame = 0; frame < 5; ++frame) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const layer = root.querySelector(".text");
  layer.dispatchEvent(new PointerEvent("pointerdown", { button: 0, pointerType: "mouse", bubbles: true, composed: true }));
  root.getSelection().setBaseAndExtent(node, 30, node, 40);
  const count = document.querySelector("cartouche-editor").annotation.result.length;
  const start = performance.now();
  document.dispatchEvent(new PointerEvent("pointerup", { pointerType: "mouse" }));
  const before = root.querySelectorAll(".text .mark").length;
  while (root.querySelectorAll(".text .mark").length === before) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const time = performance.now() - start;
  if (document.querySelector("cartouche-editor").annotation.result.length !== count + 1) {
    throw new Error("no span was added");
  }
  return time;
}

/** A screen a third of a second, as a wheel does it. */
async function scrollInPage() {
  const layer = document.querySelector("cartouche-editor").shadowRoot.querySelector(".text");
  const frames = [];
  let last = performance.now();
  for (let frame = 0; frame < 120; ++frame) {
    layer.scrollTop += 60;
    const now = await new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
    frames.push(now - last);
    last = now;
  }
  frames.sort((one, other) => one - other);
  return { frame: frames[frames.length >> 1], longest: frames.at(-1) };
}
