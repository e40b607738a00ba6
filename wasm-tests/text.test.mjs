// Texts labeled as people do it: real text selected by a real mouse, judged by the JSON that comes out.

import { equal, ok, test } from "./support/registry.mjs";
import { boxOf, drawnSpans, resultsOf, selectText } from "./support/text.mjs";
import { scripts } from "./support/text_scripts.mjs";

const config = `<View>
  <Labels name="ner" toName="text"><Label value="Person" background="#2980b9"/><Label value="Place" background="#27ae60"/></Labels>
  <Text name="text" value="$text"/>
</View>`;

const interfaces = { interfaces: "submit,update,controls,side-column,edit-history" };

async function open(visit, text, xml = config) {
  await visit.label(xml, { text }, { ...interfaces, style: "height: 640px" });
  await visit.find("document", "text");
}

/** Opens another text in the same editor. */
async function reopen(visit, text) {
  await visit.page.evaluate((text) => {
    document.querySelector("cartouche-editor").task = { id: 7, data: { text } };
  }, text);
  await visit.until("it is shown", (length) => {
    const blocks = document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(".text .block");
    return [...blocks].reduce((sum, block) => sum + block.firstChild.length, 0) === length;
  }, text.length);
}

test("a word of every script is selected by the mouse, right to the code point, there and back", async (visit) => {
  await open(visit, "x");
  for (const isBackward of [false, true]) {
    for (const { name, text, isRightToLeft, start, end, saved, units } of scripts) {
      await reopen(visit, text);
      await visit.click("radio", "Person");
      await visit.checked("radio", "Person");
      await selectText(visit, units, { isRightToLeft, isBackward });
      const [{ value }] = await resultsOf(visit, 1);
      equal(value, { start, end, text: saved, labels: ["Person"] }, `${name}${isBackward ? ", backwards" : ""}`);
    }
  }
});

test("a selected word becomes a region in the shape of the specification, and is submitted", async (visit) => {
  await open(visit, "Hello world, hello");
  await visit.click("radio", "Person");
  await selectText(visit, [0, 5]);
  await resultsOf(visit, 1);
  await visit.find("treeitem", "1 Person, span: Hello");
  await visit.click("button", "Submit");
  const [result] = await visit.submitted();
  ok(/^[\w-]{10}$/.test(result.id), `the id ${result.id}`);
  equal({ ...result, id: "" }, {
    value: { start: 0, end: 5, text: "Hello", labels: ["Person"] }, id: "", from_name: "ner", to_name: "text",
    type: "labels", origin: "manual",
  }, "the result");
  await visit.press("z", "Control");
  await resultsOf(visit, 0);
  await visit.press("z", "Control", "Shift");
  await resultsOf(visit, 1);
});

test("what is selected first is labeled by the label that is pressed then, or by its key; Escape drops it", async (visit) => {
  await open(visit, "Ada met Charles in London");
  await selectText(visit, [0, 3]);
  await visit.click("radio", "Person");
  await resultsOf(visit, 1);
  await selectText(visit, [19, 25]);
  await visit.press("2");
  const [, place] = await resultsOf(visit, 2);
  equal(place.value, { start: 19, end: 25, text: "London", labels: ["Place"] }, "by its key");
  await selectText(visit, [8, 15]);
  await visit.press("Escape");
  await visit.press("1");
  await visit.checked("radio", "Person"); // it waits for a selection now
  await resultsOf(visit, 2);
});

test("a click selects the innermost region, with Control another one, beside them none", async (visit) => {
  await open(visit, "Ada Lovelace met Charles Babbage");
  for (const [units, key] of [[[0, 12], "1"], [[4, 12], "2"], [[17, 32], "1"]]) {
    await selectText(visit, units);
    await visit.press(key);
  }
  await resultsOf(visit, 3);
  const selected = (expected) => visit.until(`selected are ${expected}`, (expected) => JSON.stringify(
    [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll("[role=treeitem][aria-selected=true]")]
      .map((row) => row.getAttribute("aria-label"))) === expected, JSON.stringify(expected));
  const click = async (at) => {
    const { first } = await boxOf(visit, at, at + 1);
    await visit.page.mouse.click(first.left + first.width / 2, first.top + first.height / 2);
  };
  await click(6);
  await selected(["2 Place, span: Lovelace"]);
  await visit.page.keyboard.down("Control");
  await click(20);
  await visit.page.keyboard.up("Control");
  await selected(["2 Place, span: Lovelace", "3 Person, span: Charles Babbage"]);
  await click(1);
  await selected(["1 Person, span: Ada Lovelace"]);
  await click(13);
  await selected([]);
  await visit.press("s", "Alt"); // "Select several": as with Control
  await click(20);
  await click(6);
  await selected(["2 Place, span: Lovelace", "3 Person, span: Charles Babbage"]);
  await click(20);
  await selected(["2 Place, span: Lovelace"]);
  await visit.press("s", "Alt");
  await visit.press("1");
  await selected(["2 Person, span: Lovelace"]); // relabeled
  await visit.press("Delete");
  await resultsOf(visit, 2);
});

test("a double click labels a word, and granularity grows what is selected", async (visit) => {
  await open(visit, "Dr. Ada Lovelace doesn't wait. She writes.", config.replace('value="Place"', 'value="Place" granularity="word"')
    .replace('value="$text"/>', 'value="$text" granularity="sentence"/>'));
  await visit.click("radio", "Place");
  await visit.checked("radio", "Place");
  const { first } = await boxOf(visit, 9, 10);
  await visit.page.mouse.click(first.left + 3, first.top + 5, { count: 2 });
  const [word] = await resultsOf(visit, 1);
  equal(word.value.text, "Lovelace", "a double click");
  await visit.press("Escape");
  await visit.press("2");
  await visit.checked("radio", "Place");
  await selectText(visit, [19, 22]);
  equal((await resultsOf(visit, 2))[1].value.text, "doesn't", "a word with an apostrophe");
  await visit.press("1");
  await visit.checked("radio", "Person");
  await selectText(visit, [32, 36]);
  equal((await resultsOf(visit, 3))[2].value.text, "She writes.", "a sentence");
});

test("by keyboard alone: the caret moves, Shift selects, Enter and keys label, Alt and arrows go through regions", async (visit) => {
  await open(visit, "Ada met Charles in London.\nIt rained.");
  for (let stop = 0; stop < 20 && (await visit.focused()) !== "document text"; ++stop) {
    await visit.press("Tab");
  }
  await visit.focusedIs("document text");
  await visit.press("ArrowRight"); // the caret comes, at the beginning
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight"]) {
    await visit.press(key, "Shift");
  }
  await visit.press("1");
  equal((await resultsOf(visit, 1))[0].value.text, "Ada", "three characters");
  await visit.press("End");
  await visit.press("ArrowLeft");
  await visit.press("2"); // armed
  await visit.checked("radio", "Place");
  await visit.press("ArrowLeft", "Shift", "Control");
  await visit.press("Enter");
  equal((await resultsOf(visit, 2))[1].value.text, "London", "a word, backwards");
  await visit.press("ArrowDown", "Alt");
  await visit.until("the first is selected", () => document.querySelector("cartouche-editor").shadowRoot
    .querySelector("[role=treeitem][aria-selected=true]")?.getAttribute("aria-label") === "1 Person, span: Ada");
  await visit.press("ArrowUp", "Alt");
  await visit.until("the last is selected", () => document.querySelector("cartouche-editor").shadowRoot
    .querySelector("[role=treeitem][aria-selected=true]")?.getAttribute("aria-label") === "2 Place, span: London");
});

test("the ends of a selected region are dragged, and one undo takes it back", async (visit) => {
  await open(visit, "Ada Lovelace met Charles");
  await selectText(visit, [0, 3]);
  await visit.press("1");
  await resultsOf(visit, 1);
  const { first } = await boxOf(visit, 0, 3);
  await visit.page.mouse.click(first.left + 5, first.top + 5);
  const handle = await visit.until("it has handles", () => {
    const handles = [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(".text .handle")];
    const box = handles.length === 2 ? handles[1].getBoundingClientRect() : null;
    return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  });
  const { last } = await boxOf(visit, 4, 12);
  await visit.page.mouse.move(handle.x, handle.y - 6);
  await visit.page.mouse.down();
  await visit.page.mouse.move(last.right - 20, handle.y - 6, { steps: 4 });
  await visit.page.mouse.move(last.right - 1, handle.y - 6, { steps: 4 });
  await visit.page.mouse.up();
  await visit.until("it is longer", () => document.querySelector("cartouche-editor").annotation.result[0].value.text === "Ada Lovelace");
  await visit.press("z", "Control");
  await visit.until("it is as it was", () => document.querySelector("cartouche-editor").annotation.result[0].value.end === 3);
});

test("a megabyte of text scrolls to what is chosen in the list, and hides what is hidden", async (visit) => {
  const line = "The committee met in Geneva and heard Ada Lovelace on engines. ";
  const text = Array.from({ length: 17_000 }, (_, index) => `${index} ${line}`).join("\n");
  await open(visit, text);
  const at = text.lastIndexOf("Geneva");
  await visit.page.evaluate((start) => document.querySelector("cartouche-editor").startAnnotation([
    { id: "a", type: "labels", from_name: "ner", to_name: "text", value: { start: 4, end: 13, labels: ["Person"] } },
    { id: "b", type: "labels", from_name: "ner", to_name: "text", value: { start, end: start + 6, labels: ["Place"] } },
  ]), at);
  await visit.click("treeitem", "2 Place, span: Geneva");
  const { first } = await boxOf(visit, at, at + 6);
  const view = await visit.find("document", "text");
  await visit.until("it is in view", (start, end) => {
    const mark = document.querySelector("cartouche-editor").shadowRoot.querySelector(".text .mark.selected");
    const box = mark?.getBoundingClientRect();
    return box && box.top > start && box.bottom < end;
  }, view.y - view.height / 2, view.y + view.height / 2);
  ok(first.width > 0, "it is laid out");
  equal((await drawnSpans(visit)).length, 1, "only what is near is drawn");
  await visit.press("h", "Alt");
  await visit.until("it is hidden", () => !document.querySelector("cartouche-editor").shadowRoot.querySelector(".text .mark"));
});

test("a text at an address is fetched; what cannot be had, or is missing, is said in its place", async (visit) => {
  await visit.label(config.replace('"$text"', '"$text" valueType="url"'), { text: "/pages/pets.xml" }, interfaces);
  await visit.find("document", "text");
  await boxOf(visit, 0, 5);
  visit.expectProblem(/missing\.txt|404/);
  await visit.page.evaluate(() => {
    document.querySelector("cartouche-editor").task = { data: { text: "/pages/missing.txt" } };
  });
  await visit.find("alert", "missing.txt");
  await visit.page.evaluate(() => {
    document.querySelector("cartouche-editor").task = { data: { other: "x" } };
  });
  await visit.find("alert", "$text");
});

test("what opens over a text is seen and used; the text keeps where it was", async (visit) => {
  await open(visit, Array.from({ length: 300 }, (_, index) => `Line ${index}`).join("\n"));
  await boxOf(visit, 0, 5);
  const scrollTop = () => visit.page.evaluate(() => document.querySelector("cartouche-editor").shadowRoot.querySelector(".text").scrollTop);
  const text = await visit.find("document", "text");
  await visit.page.mouse.move(text.x, text.y);
  await visit.page.mouse.wheel({ deltaY: 400 });
  await visit.until("it is scrolled", () => document.querySelector("cartouche-editor").shadowRoot.querySelector(".text").scrollTop > 100);
  await new Promise((resolve) => setTimeout(resolve, 700)); // wheels scroll smoothly
  const before = await scrollTop();
  await visit.page.mouse.click(text.x, text.y);
  await visit.press("k", "Alt");
  const dialog = await visit.find("dialog", "");
  const isClear = await visit.page.evaluate(({ x, y }) => {
    const root = document.querySelector("cartouche-editor").shadowRoot;
    return !root.elementFromPoint(x, y)?.closest(".text");
  }, dialog);
  ok(isClear, "the dialog has its pointers");
  await visit.press("Escape");
  await visit.until("the dialog is gone", () => !document.querySelector("cartouche-editor").shadowRoot.querySelector("[role=dialog]"));
  equal(await scrollTop(), before, "where it was scrolled to");
});

test("a finger's selection waits for a label, and a tap selects a region", async (visit) => {
  await open(visit, "Ada met Charles in London");
  const { first } = await boxOf(visit, 1, 2);
  await visit.page.touchscreen.tap(first.left + 2, first.top + 5);
  // Long presses are not to be had here: what the browser's own handles select is selected by script.
  await visit.page.evaluate(() => {
    const root = document.querySelector("cartouche-editor").shadowRoot;
    const text = root.querySelector(".text .block").firstChild;
    (root.getSelection?.() ?? document.getSelection()).setBaseAndExtent(text, 0, text, 3);
  });
  await new Promise((resolve) => setTimeout(resolve, 500)); // the fingers come to rest
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result.length), 0, "it waits");
  await visit.click("radio", "Person");
  equal((await resultsOf(visit, 1))[0].value.text, "Ada", "the label");
  await visit.page.touchscreen.tap(first.left + 2, first.top + 5);
  await visit.until("it is selected", () => document.querySelector("cartouche-editor").shadowRoot
    .querySelector("[role=treeitem]")?.getAttribute("aria-selected") === "true");
}, { only: "chromium" });

test("relations are arcs with their labels, within a line and between lines; what is hidden has none", async (visit) => {
  await visit.page.setViewport({ width: 1200, height: 800, deviceScaleFactor: 1 });
  const text = "Ada met Charles in London.\nMary knew Ada.";
  await open(visit, text);
  const span = (id, start, end) => ({
    id, type: "labels", from_name: "ner", to_name: "text", value: { start, end, text: text.slice(start, end), labels: ["Person"] },
  });
  const result = [
    span("a", 0, 3), span("b", 8, 15), span("c", 27, 31),
    { type: "relation", from_id: "a", to_id: "b", direction: "right", labels: ["met"] },
    { type: "relation", from_id: "c", to_id: "a", direction: "bi" },
  ];
  await visit.page.evaluate((text, result) => {
    document.querySelector("cartouche-editor").task = { id: 9, data: { text }, annotations: [{ id: 1, result }] };
  }, text, result);
  const arcs = (count) => visit.until(`${count} arcs`, (count) => {
    const root = document.querySelector("cartouche-editor").shadowRoot;
    const drawn = [...root.querySelectorAll(".arcs .arc")];
    const names = [...root.querySelectorAll(".arcs text")].map((name) => name.textContent);
    const boxes = drawn.map((arc) => arc.getBoundingClientRect());
    return drawn.length === count ? { names, boxes: boxes.map(({ left, right, top, bottom }) => ({ left, right, top, bottom })) } : null;
  }, count);
  const { names, boxes } = await arcs(2);
  equal(names, ["met"], "what they are called");
  const ada = (await boxOf(visit, 0, 3)).first;
  const mary = (await boxOf(visit, 27, 31)).first;
  ok(boxes.some(({ bottom }) => bottom <= ada.top + 6), "one ends over the first line");
  ok(boxes.some(({ top, bottom, right }) => top < ada.top && bottom > ada.bottom && bottom <= mary.top + 6 && right > mary.right + 200),
    "the other goes by the right edge");
  await visit.click("tab", "Relations 2");
  await visit.click("button", "Hide the relation Person to Person");
  await arcs(1);
});
