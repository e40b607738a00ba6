// What assistive technology meets: rules by axe, and a whole task done through the accessibility tree alone.

import { readFile } from "node:fs/promises";
import { equal, ok, test } from "./support/registry.mjs";

const axe = await readFile(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const photo = { image: "/samples/chelsea.png", text: "A cat looks out of the window." };
const many = `<View>
  <Header value="What do you see?"/>
  <RectangleLabels name="box" toName="image"><Label value="Car"/><Label value="Cat"/></RectangleLabels>
  <Image name="image" value="$image"/>
  <Choices name="day" toName="image"><Choice value="Sun"/><Choice value="Rain"/></Choices>
  <Choices name="place" toName="image" choice="multiple"><Choice value="Town"/><Choice value="Sea"/></Choices>
  <Taxonomy name="kind" toName="image"><Choice value="Animal"><Choice value="Cat"/></Choice></Taxonomy>
  <Rating name="stars" toName="image"/>
  <Number name="count" toName="image" min="0" max="9"/>
  <TextArea name="note" toName="image" placeholder="A note"/>
  <Labels name="words" toName="text"><Label value="Noun"/></Labels>
  <Text name="text" value="$text"/>
</View>`;
const annotations = [{ id: 1, result: [
  { id: "b1", from_name: "box", to_name: "image", type: "rectanglelabels", original_width: 451, original_height: 300, image_rotation: 0,
    value: { x: 10, y: 10, width: 20, height: 30, rotation: 0, rectanglelabels: ["Cat"] } },
  { id: "w1", from_name: "words", to_name: "text", type: "labels", value: { start: 2, end: 5, text: "cat", labels: ["Noun"] } },
] }];

async function label(visit, attributes = {}) {
  await visit.label(many, photo, attributes);
  await visit.page.evaluate((task) => (document.querySelector("cartouche-editor").task = task), { id: 7, data: photo, annotations });
  await visit.find("radio", "Sun");
}

async function violations(visit) {
  await visit.page.evaluate(axe);
  const found = await visit.page.evaluate(async () => (await window.axe.run("cartouche-editor")).violations);
  return found.map(({ id, impact, nodes }) => `${impact}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).slice(0, 3).join(" | ")}`);
}

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing serious in an editor of many parts: ${theme}`, async (visit) => {
    await label(visit, { theme });
    equal((await violations(visit)).filter((line) => /^(serious|critical)/.test(line)), [], "violations");
    await visit.page.focus("#before");
    await visit.press("Tab");
    await visit.press("k", "Alt");
    await visit.find("dialog", "");
    equal((await violations(visit)).filter((line) => /^(serious|critical)/.test(line)), [], "violations with the command palette");
  });
}

/** The node of Chromium's own accessibility tree with this role and name. */
async function nodeOf(visit, role, name) {
  for (const start = Date.now(); Date.now() - start < 15_000; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const queue = [await visit.page.accessibility.snapshot({ interestingOnly: false })];
    for (let node = queue.shift(); node; node = queue.shift()) {
      if (node.role === role && node.name === name) {
        return node;
      }
      queue.push(...(node.children ?? []));
    }
  }
  ok(false, `the tree has no ${role} "${name}"`);
}

/** As assistive technology does it: by the node's own action, without a place in the page. */
async function act(visit, role, name, action) {
  const handle = await (await nodeOf(visit, role, name)).elementHandle();
  await handle.evaluate((element, action) => element[action](), action);
}

async function untilChecked(visit, role, name) {
  for (const start = Date.now(); (await nodeOf(visit, role, name)).checked !== true; ) {
    ok(Date.now() - start < 15_000, `${name} is not checked in the tree`);
  }
}

test("a whole task is done through the accessibility tree alone", async (visit) => {
  await label(visit);
  await act(visit, "radio", "Rain", "click");
  await untilChecked(visit, "radio", "Rain");
  await act(visit, "checkbox", "Sea", "click");
  await untilChecked(visit, "checkbox", "Sea");
  await act(visit, "button", "Undo", "click");
  await visit.checked("checkbox", "Sea", false);
  await act(visit, "button", "Redo", "click");
  await visit.checked("checkbox", "Sea");
  await act(visit, "button", "Update", "click");
  const [{ annotation }] = await visit.events("cartouche-update");
  const answers = annotation.result.filter(({ type }) => type === "choices").map(({ value }) => value.choices);
  equal(answers, [["Rain"], ["Sea"]], "answers");
  equal(annotation.result.length, 4, "results");
}, { only: "chromium" });
