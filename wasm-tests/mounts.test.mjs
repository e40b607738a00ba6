// Editors come and go, one or ten of them, and the page around them is what it was.

import { isOneAnswer, pets } from "./support/pets.mjs";
import { equal, ok, test } from "./support/registry.mjs";

/** What anybody writes to the console from now on, of whatever kind. */
function consoleOf(visit) {
  const messages = [];
  visit.page.on("console", (message) => messages.push(`${message.type()}: ${message.text()}`));
  return messages;
}

/** All computed styles of all elements that are the page's own, and what else an editor could leave in a page. */
const pageState = (visit) => visit.page.evaluate(() => {
  const place = document.querySelector("#place");
  const own = [...document.querySelectorAll("*")].filter((element) => element === place || !place.contains(element));
  const styleOf = (element, pseudo) => {
    const style = getComputedStyle(element, pseudo);
    return [...style].map((property) => `${property}: ${style.getPropertyValue(property)}`).join("; ");
  };
  return {
    styles: own.map((element) => `${element.localName} { ${styleOf(element)} } ::before { ${styleOf(element, "::before")} }`),
    markup: own.map((element) => `${element.localName} ${[...element.attributes].map(({ name, value }) => `${name}=${value}`)}`),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    fonts: [...document.fonts].length,
    globals: Object.keys(window).filter((name) => name !== "received"),
    title: document.title,
  };
});

function sameState(now, before, when) {
  const different = before.styles.flatMap((style, index) => (style === now.styles[index] ? [] : [style.slice(0, 40)]));
  equal(different, [], `${when}: elements whose styles changed`);
  equal({ ...now, styles: 0 }, { ...before, styles: 0 }, when);
}

/** Puts so many editors at once into their place, waits until they have drawn and, `times` but for the last, takes them away. */
const mount = (visit, count, times = 1) => visit.page.evaluate(async (count, times, xml) => {
  const place = document.querySelector("#place");
  for (let time = 0; time < times; ++time) {
    const editors = Array.from({ length: count }, () => document.createElement("cartouche-editor"));
    for (const editor of editors) {
      editor.className = "small";
      editor.config = xml;
      editor.task = { data: { image_url: "/samples/chelsea.png" } };
    }
    place.replaceChildren(...editors);
    await Promise.all(editors.map((editor) => editor.ready));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }
}, count, times, pets);

const unmount = (visit) => visit.page.evaluate(() => document.querySelector("#place").replaceChildren());

test("the host page's styles stay as they were", async (visit) => {
  await visit.open("pages/mounts.html");
  const before = await pageState(visit);
  await mount(visit, 1);
  sameState(await pageState(visit), before, "with an editor");
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  sameState(await pageState(visit), before, "with an editor that was used");
  await unmount(visit);
  sameState(await pageState(visit), before, "without it");
});

test("ten editors on one page are each their own, change nothing of the page, and say nothing", async (visit) => {
  const messages = consoleOf(visit);
  await visit.open("pages/mounts.html");
  const before = await pageState(visit);
  await mount(visit, 10);
  sameState(await pageState(visit), before, "with ten editors");
  const choices = Array.from({ length: 10 }, (_, index) => (index % 3 === 0 ? "Cat" : "Dog"));
  for (const [index, choice] of choices.entries()) {
    await visit.page.evaluate((at) => document.querySelectorAll("cartouche-editor")[at].scrollIntoView(), index);
    await visit.click("radio", choice, index);
    await visit.checked("radio", choice, true, index);
  }
  const results = await visit.page.evaluate(() => [...document.querySelectorAll("cartouche-editor")].map(({ annotation }) => annotation.result));
  results.forEach((result, index) => isOneAnswer(result, choices[index]));
  await unmount(visit);
  sameState(await pageState(visit), before, "without them");
  equal(messages, [], "what stands in the console");
});

test("a hundred editors come and go and leave nothing behind", async (visit) => {
  const messages = consoleOf(visit);
  await visit.open("pages/mounts.html");
  const cycle = async (times) => {
    await mount(visit, 1, times);
    await unmount(visit);
  };
  const session = await visit.page.createCDPSession();
  const count = async (name) => {
    const { result } = await session.send("Runtime.evaluate", { expression: `${name}.prototype` });
    const { objects } = await session.send("Runtime.queryObjects", { prototypeObjectId: result.objectId });
    const { result: list } = await session.send("Runtime.getProperties", { objectId: objects.objectId, ownProperties: true });
    await session.send("Runtime.releaseObject", { objectId: objects.objectId });
    return list.filter((property) => /^\d+$/.test(property.name)).length;
  };
  const measure = async () => {
    for (let round = 0; round < 3; ++round) {
      await session.send("HeapProfiler.collectGarbage");
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    return { memories: await count("WebAssembly.Memory"), canvases: await count("HTMLCanvasElement"), editors: await count("Cartouche.CartoucheEditor"), usedSize };
  };
  await cycle(50); // until what the browser compiles while it runs is compiled
  const state = await pageState(visit);
  const before = await measure();
  await cycle(100);
  sameState(await pageState(visit), state, "after a hundred");
  const after = await measure();
  equal({ ...after, usedSize: 0 }, { ...before, usedSize: 0 }, "memories, canvases and editors");
  ok(after.usedSize < before.usedSize * 1.02, `the heap grew from ${before.usedSize} to ${after.usedSize}`);
  equal(messages, [], "what stands in the console");
}, { only: "chromium" });
