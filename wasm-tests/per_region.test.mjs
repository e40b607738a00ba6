// What is asked about single regions, with real events.

import { equal, ok, test } from "./support/registry.mjs";
import { pause, placer } from "./support/image.mjs";

const config = (required) => `<View>
  <RectangleLabels name="label" toName="image"><Label value="Head"/><Label value="Nose"/></RectangleLabels>
  <Image name="image" value="$image_url"/>
  <Choices name="state" toName="image" perRegion="true" ${required} showInLine="true"><Choice value="Clear"/><Choice value="Blurred"/></Choices>
</View>`;

const box = (id, x, label) => ({
  id, from_name: "label", to_name: "image", type: "rectanglelabels", original_width: 451, original_height: 300, image_rotation: 0,
  value: { x, y: 20, width: 20, height: 30, rotation: 0, rectanglelabels: [label] },
});
const state = (id, x) => ({ ...box(id, x), from_name: "state", type: "choices", value: { ...box(id, x).value, choices: ["Clear"], rectanglelabels: undefined } });

const open = (visit, required, result, predictions) => openWith(visit, config(required), result, predictions);

async function openWith(visit, config, result, predictions = []) {
  await visit.open("pages/editor.html");
  await visit.page.evaluate((xml, task) => {
    const editor = document.querySelector("cartouche-editor");
    editor.setAttribute("style", "height: 660px");
    Object.assign(editor, { config: xml, task });
  }, config, { id: 7, data: { image_url: "/samples/chelsea.png" }, annotations: result && [{ id: 1, result }], predictions });
  await visit.find("toolbar", "Image tools");
}

test("a submit names the region that lacks a required answer, selects it, and goes there", async (visit) => {
  await open(visit, 'required="true"', [box("a", 10, "Head"), state("a", 10), box("b", 60, "Nose")]);
  await visit.click("button", "Update");
  await visit.find("alert", 'Checkbox "state" is required. Region 2 (Nose, rectangle) has no answer.');
  await visit.focusedIs("radio Clear");
  await visit.page.keyboard.press("Enter");
  await visit.checked("radio", "Clear");
  await visit.until("the problem is gone", () =>
    !document.querySelector("cartouche-editor").shadowRoot.querySelector("[data-widget][role=alert]"));
  await visit.click("button", "Update");
  const [{ annotation }] = await visit.events("cartouche-update");
  equal(annotation.result.filter(({ type }) => type === "choices").map(({ id }) => id), ["a", "b"], "answered regions");
});

test("a double click on a region, or on its row, goes to what is asked about it", async (visit) => {
  await open(visit, "", [box("a", 10, "Head"), box("b", 60, "Nose")]);
  const at = await placer(visit);
  await visit.page.mouse.click(...at(20, 35), { count: 2 });
  await visit.focusedIs("radio Clear");
  await visit.page.keyboard.press("Enter");
  await visit.checked("radio", "Clear");
  await pause();
  const row = await visit.find("treeitem", "2 Nose, rectangle");
  await visit.page.mouse.click(row.x, row.y, { count: 2 });
  await visit.checked("radio", "Clear", false); // of the other region
  await visit.focusedIs("radio Clear");
  await pause();
  await visit.page.mouse.click(row.x, row.y);
  await visit.focusedIs("tree Regions");
  await visit.page.keyboard.press("Enter");
  await visit.focusedIs("radio Clear");
});

test("a new annotation begins with what a prediction says is not to be asked about", async (visit) => {
  await open(visit, "", undefined, [{ id: 5, model_version: "net", result: [
    { ...box("sure", 10, "Head"), interactive_mode: false }, { ...box("asked", 60, "Nose"), interactive_mode: true }, box("plain", 40, "Nose"),
  ] }]);
  await visit.find("img", "Head, rectangle");
  ok(!(await visit.has("img", "Nose, rectangle")), "the others are not copied");
  await visit.click("button", "Submit");
  const [{ annotation }] = await visit.events("cartouche-submit");
  equal(annotation.result.map(({ id, origin }) => [id, origin]), [["sure", "prediction"]], "what is submitted");
});

test("what is typed is the region's that it was typed for, also if that is left before the next frame", async (visit) => {
  await openWith(visit, `<View><RectangleLabels name="label" toName="image"><Label value="Head"/><Label value="Nose"/></RectangleLabels>
    <Number name="age" toName="image" perRegion="true"/><Image name="image" value="$image_url"/></View>`, [box("a", 10, "Head"), box("b", 60, "Nose")]);
  const at = await placer(visit);
  await visit.page.mouse.click(...at(20, 35));
  await visit.click("textbox", "age");
  await visit.stopFrames();
  await visit.page.keyboard.type("12");
  await visit.page.mouse.click(...at(70, 35)); // another region
  const ages = await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result.filter(({ type }) => type === "number"));
  equal(ages.map(({ id, value }) => [id, value.number]), [["a", 12]]);
});
