// Images without a keyboard: points of regions and several regions by a finger, the pressure of a pen by its button.

import { near, pause, placer } from "./support/image.mjs";
import { equal, test } from "./support/registry.mjs";

const region = (type, id, value) => ({
  type, id, from_name: type, to_name: "image", original_width: 451, original_height: 300, image_rotation: 0, value,
});
const box = (id, x, y) => region("rectangle", id, { x, y, width: 20, height: 20, rotation: 0 });

async function open(visit, controls, result) {
  await visit.label(`<View>${controls}<Image name="image" value="$image_url"/></View>`, undefined, { style: "height: 660px" });
  await visit.page.evaluate((result) => {
    document.querySelector("cartouche-editor").task = { id: 1, data: { image_url: "/samples/chelsea.png" }, annotations: [{ id: 1, result }] };
  }, result);
  await visit.find("img", result[0].type);
  const at = await placer(visit);
  const { touchscreen } = visit.page;
  return {
    at,
    async tap(x, y) {
      await touchscreen.tap(...at(x, y));
      await pause();
    },
    async press(name, role = "button") {
      const { x, y } = await visit.find(role, name);
      await touchscreen.tap(x, y);
    },
    async drag(from, to) {
      const finger = await touchscreen.touchStart(...at(...from));
      await finger.move(...at((from[0] + to[0]) / 2, (from[1] + to[1]) / 2));
      await finger.move(...at(...to));
      await finger.end();
    },
    values: () => visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result.map(({ value }) => value)),
    isGone: (name) => visit.until(`no "${name}" is there`, (name) => !document.querySelector("cartouche-editor").shadowRoot
      .querySelector(`[role=button][aria-label="${name}"]`), name),
  };
}

async function updated(visit) {
  await visit.click("button", "Update");
  return (await visit.events("cartouche-update")).at(-1).annotation.result;
}

test("with a finger corners of a polygon are removed and inserted by the buttons beside them", async (visit) => {
  const finger = await open(visit, `<Polygon name="polygon" toName="image"/>`,
    [region("polygon", "outline", { points: [[20, 40], [60, 40], [60, 80], [20, 80]], closed: true })]);
  await finger.press("Select and move");
  await finger.tap(40, 60);
  await finger.isGone("Remove point");
  await finger.tap(60, 40);
  await visit.find("toolbar", "Chosen point");
  equal(await visit.has("button", "Bend or straighten point"), false, "a corner is bent");
  await finger.press("Remove point");
  await finger.isGone("Remove point");
  near((await finger.values())[0].points.flat(), [20, 40, 60, 80, 20, 80], "without a corner");
  await finger.tap(60, 80);
  await finger.press("Insert point");
  await visit.until("there is another corner", () => document.querySelector("cartouche-editor").annotation.result[0].value.points.length === 4);
  await finger.drag([40, 80], [40, 90]); // the one that was inserted
  const [{ value }] = await updated(visit);
  near(value.points.flat(), [20, 40, 60, 80, 40, 90, 20, 80], "with another");
}, { only: "chromium" });

test("with a finger points of a vector are bent, inserted and removed, and its line opened", async (visit) => {
  const vertex = (id, prevPointId, x, y) => ({ id, prevPointId, x, y, isBezier: false });
  const finger = await open(visit, `<Vector name="vector" toName="image" curves="true" closable="true"/>`,
    [region("vector", "line", { closed: true, vertices: [vertex("a", "c", 20, 40), vertex("b", "a", 60, 40), vertex("c", "b", 60, 80)] })]);
  const vertices = async () => (await finger.values())[0].vertices;
  const become = (what, test) => visit.until(what, `(${test})(document.querySelector("cartouche-editor").annotation.result[0].value)`);
  await finger.press("Select and move");
  await finger.tap(40, 40);
  await finger.tap(60, 40);
  await finger.press("Bend or straighten point");
  await become("the point is bent", (value) => value.vertices[1].isBezier);
  await finger.press("Bend or straighten point");
  await become("the point is straight", (value) => !value.vertices[1].isBezier);
  await finger.press("Insert point");
  await become("there is another point", (value) => value.vertices.length === 4);
  near((await vertices())[2], { x: 60, y: 60 }, "the new point");
  await finger.press("Remove point");
  await become("it is gone", (value) => value.vertices.length === 3);
  await finger.tap(60, 40);
  await finger.press("Open the path here");
  await become("the line is open", (value) => !value.closed);
  await finger.press("Undo");
  const [{ value }] = await updated(visit);
  equal([value.closed, value.vertices.map(({ id }) => id)], [true, ["a", "b", "c"]], "as it was");
}, { only: "chromium" });

test("with a finger several regions are selected, moved together and let go", async (visit) => {
  const finger = await open(visit, `<Rectangle name="rectangle" toName="image"/>`, [box("a", 10, 10), box("b", 50, 10), box("c", 50, 60)]);
  const isOn = (expected) => visit.until(`the button is ${expected ? "" : "not "}pressed`, (expected) => document.querySelector("cartouche-editor").shadowRoot
    .querySelector("[role=button][aria-label='Select several']").getAttribute("aria-pressed") === String(expected), expected);
  await finger.press("Select several"); // with a tool in hand that draws
  await isOn(true);
  await finger.tap(20, 20);
  await finger.tap(60, 20);
  await visit.find("heading", "2 regions");
  await finger.tap(40, 50); // beside them
  await finger.drag([20, 20], [25, 30]);
  await visit.until("they are moved", () => document.querySelector("cartouche-editor").annotation.result[0].value.x > 14);
  await finger.tap(65, 30); // not that one
  await visit.find("heading", "rectangle");
  await finger.press("3 No label", "treeitem"); // in the list, too
  await visit.find("heading", "2 regions");
  await finger.press("Select several");
  await isOn(false);
  const sent = await updated(visit);
  equal(sent.length, 3, "nothing was drawn");
  near(sent[0].value, { x: 15, y: 20 }, "the first");
  near(sent[1].value, { x: 55, y: 20 }, "the second");
  near(sent[2].value, { x: 50, y: 60 }, "the third");
}, { only: "chromium" });

test("what is done to a chosen point has keys of its own, and so has the selecting of several", async (visit) => {
  await open(visit, `<Polygon name="polygon" toName="image"/>`,
    [region("polygon", "outline", { points: [[20, 40], [60, 40], [60, 80], [20, 80]], closed: true })]);
  const at = await placer(visit);
  await visit.click("button", "Select and move");
  await visit.page.mouse.click(...at(40, 60));
  await pause();
  await visit.page.mouse.click(...at(60, 40));
  await visit.find("button", "Insert point");
  await visit.press("a", "Alt");
  await visit.until("there is another corner", () => document.querySelector("cartouche-editor").annotation.result[0].value.points.length === 5);
  await visit.press("Backspace", "Alt");
  await visit.until("it is gone", () => document.querySelector("cartouche-editor").annotation.result[0].value.points.length === 4);
  await visit.press("s", "Alt");
  await visit.until("several are selected", () => document.querySelector("cartouche-editor").shadowRoot
    .querySelector("[role=button][aria-label='Select several']").getAttribute("aria-pressed") === "true");
  equal((await updated(visit)).length, 1, "the region is there");
});
