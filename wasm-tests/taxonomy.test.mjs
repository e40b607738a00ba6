// Trees of answers, with real events: a Taxonomy, Choices that hold others, and layout="select".

import { pause } from "./support/image.mjs";
import { equal, ok, test } from "./support/registry.mjs";

const items = `<Choice value="Archaea"/>
  <Choice value="Bacteria"><Choice value="Proteobacteria"><Choice value="Alpha" hint="purple"/><Choice value="Beta"/></Choice>
    <Choice value="Firmicutes"/></Choice>
  <Choice value="Eukarya"><Choice value="Animalia"/><Choice value="Plantae"/><Choice value="Fungi"/></Choice>`;

async function open(visit, control, annotations = []) {
  await visit.open("pages/editor.html");
  await visit.page.evaluate((xml, task) => {
    const editor = document.querySelector("cartouche-editor");
    editor.setAttribute("style", "height: 680px");
    Object.assign(editor, { config: xml, task });
  }, `<View>${control}<Image name="image" value="$image_url"/></View>`, { id: 7, data: { image_url: "/samples/chelsea.png" }, annotations });
}

const result = (visit) => visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result.at(-1)?.value ?? null);

/** Waits until the value of the only result is this. */
const isAnswered = (visit, expected) => visit.until(`the answer is ${JSON.stringify(expected)}`, (expected) =>
  JSON.stringify(document.querySelector("cartouche-editor").annotation.result.at(-1)?.value ?? null) === expected, JSON.stringify(expected));

test("items of a taxonomy are opened, chosen and taken back by the mouse", async (visit) => {
  await open(visit, `<Taxonomy name="kind" toName="image" showFullPath="true">${items}</Taxonomy>`);
  const row = await visit.find("treeitem", "Bacteria");
  await visit.page.mouse.click(row.x - row.width / 2 + 14, row.y); // what opens it
  await visit.find("treeitem", "Firmicutes");
  equal(await result(visit), null, "opening answers nothing");
  await visit.click("treeitem", "Firmicutes");
  await isAnswered(visit, { taxonomy: [["Bacteria", "Firmicutes"]] });
  await visit.click("treeitem", "Archaea");
  await isAnswered(visit, { taxonomy: [["Bacteria", "Firmicutes"], ["Archaea"]] });
  await visit.click("button", "Remove Bacteria / Firmicutes");
  await isAnswered(visit, { taxonomy: [["Archaea"]] });
  await visit.press("z", "Control");
  await isAnswered(visit, { taxonomy: [["Bacteria", "Firmicutes"], ["Archaea"]] });
  await visit.click("button", "Submit");
  const [answer] = await visit.submitted();
  equal([answer.type, answer.from_name, answer.to_name, answer.origin], ["taxonomy", "kind", "image", "manual"], "the result");
});

test("a taxonomy is searched, and what is found is chosen by the keyboard alone", async (visit) => {
  await open(visit, `<Taxonomy name="kind" toName="image" placeholder="Find a kind">${items}</Taxonomy>`);
  await visit.click("combobox", "Find a kind");
  await visit.page.keyboard.type("ALPH");
  await visit.find("treeitem", "Alpha");
  ok(!(await visit.has("treeitem", "Firmicutes")), "the others are not shown");
  await pause(); // until the last letter was searched for
  await visit.press("ArrowDown");
  await visit.press("ArrowDown");
  await visit.press("Enter");
  await isAnswered(visit, { taxonomy: [["Bacteria", "Proteobacteria", "Alpha"]] });
  await visit.press("a", "Control");
  await visit.press("Backspace");
  await visit.find("treeitem", "Eukarya");
  await visit.press("Tab");
  await visit.focusedIs("tree kind");
  await visit.press("End");
  await visit.press("ArrowRight");
  await visit.find("treeitem", "Animalia");
  await visit.press("ArrowRight");
  await visit.press(" ");
  await isAnswered(visit, { taxonomy: [["Bacteria", "Proteobacteria", "Alpha"], ["Eukarya", "Animalia"]] });
});

test("of a nested choice all that it holds is chosen", async (visit) => {
  await open(visit, `<Choices name="kind" toName="image" allowNested="true" choice="multiple">${items}</Choices>`);
  await visit.click("treeitem", "Eukarya");
  await isAnswered(visit, { choices: [["Eukarya"], ["Eukarya", "Animalia"], ["Eukarya", "Plantae"], ["Eukarya", "Fungi"]] });
});

test("thousands of choices are searched; an answer that the config does not have stands out, and can go", async (visit) => {
  const many = Array.from({ length: 3000 }, (_, index) => `<Choice value="City ${index}"/>`).join("");
  await open(visit, `<Choices name="city" toName="image" layout="select">${many}</Choices>`, [{ id: 1, result: [
    { id: "r", type: "choices", from_name: "city", to_name: "image", value: { choices: ["Atlantis"] } },
  ] }]);
  await visit.find("button", "Remove Atlantis");
  await visit.click("combobox", "Search");
  await visit.page.keyboard.type("city 2718");
  await pause(); // until the last digit was searched for
  await visit.click("treeitem", "City 2718");
  await isAnswered(visit, { choices: ["City 2718"] });
  await visit.until("one takes the place of the other", () =>
    !document.querySelector("cartouche-editor").shadowRoot.querySelector('[aria-label="Remove Atlantis"]'));
});
