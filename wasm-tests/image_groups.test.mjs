// Several regions of an image at once, by mouse and keys.

import { drag, near, pause, placer } from "./support/image.mjs";
import { equal, test } from "./support/registry.mjs";

const box = (id, x, y, size) => ({
  id, type: "rectangle", from_name: "box", to_name: "image", original_width: 451, original_height: 300, image_rotation: 0,
  value: { x, y, width: size, height: size, rotation: 0 },
});

test("a box drawn around regions selects them; they are dragged and resized as one, each undone in one step", async (visit) => {
  await visit.label(`<View><Rectangle name="box" toName="image"/><Image name="image" value="$image_url"/></View>`, undefined, { style: "height: 660px" });
  await visit.page.evaluate((result) => {
    document.querySelector("cartouche-editor").task = { id: 1, data: { image_url: "/samples/chelsea.png" }, annotations: [{ id: 1, result }] };
  }, [box("a", 10, 10, 20), box("b", 40, 40, 20), box("c", 75, 5, 10)]);
  await visit.find("img", "rectangle");
  const at = await placer(visit);
  const are = async (what, expected) => {
    await visit.until(what, (places) => document.querySelector("cartouche-editor").annotation.result
      .every(({ value }, index) => Math.abs(value.x - places[index]) < 0.4), expected.map(({ x }) => x));
    const values = await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result.map(({ value }) => value));
    expected.forEach((value, index) => near(values[index], value, `${what}: region ${index}`));
  };
  const size = { width: 20, height: 20 };
  const alone = { x: 75, y: 5, width: 10, height: 10 };
  const before = [{ x: 10, y: 10, ...size }, { x: 40, y: 40, ...size }, alone];
  const moved = [{ x: 20, y: 15, ...size }, { x: 50, y: 45, ...size }, alone];

  await visit.click("button", "Select and move");
  await drag(visit, at(5, 5), at(65, 65));
  await visit.find("heading", "2 regions");
  await drag(visit, at(20, 20), at(30, 25));
  await are("both are moved", moved);
  await pause();
  await drag(visit, at(70, 65), at(95, 90)); // the corner of the box around both: half as large again
  await are("both are resized", [{ x: 20, y: 15, width: 30, height: 30 }, { x: 65, y: 60, width: 30, height: 30 }, alone]);
  await visit.press("z", "Control");
  await are("the size is taken back", moved);
  await visit.press("z", "Control");
  await are("the move is taken back", before);
  await visit.press("z", "Control", "Shift");
  await are("the move is done again", moved);

  await visit.press("Escape");
  await visit.page.keyboard.down("Shift");
  await drag(visit, at(72, 2), at(88, 18));
  await visit.page.mouse.click(...at(60, 55));
  await visit.page.keyboard.up("Shift");
  await visit.find("heading", "2 regions");
  await visit.press("Delete");
  await visit.click("button", "Update");
  const [{ annotation }] = await visit.events("cartouche-update");
  equal(annotation.result.map(({ id }) => id), ["a"], "what is left");
});
