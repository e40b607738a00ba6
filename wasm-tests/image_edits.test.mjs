// What was drawn on an image is changed, with each kind of region by its own handles: real events in, JSON out.

import { drag, near, pause, placer } from "./support/image.mjs";
import { equal, ok, test } from "./support/registry.mjs";

const region = (type, value, more = {}) => ({
  type, from_name: type, to_name: "image", original_width: 451, original_height: 300, image_rotation: 0, value, ...more,
});
const round = region("ellipse", { x: 25, y: 30, radiusX: 10, radiusY: 15, rotation: 0 }, { id: "round" });
const point = region("keypoint", { x: 50, y: 50, width: 2 }, { id: "point" });
const outline = region("polygon", { points: [[60, 20], [90, 20], [90, 60], [60, 60]], closed: true }, { id: "outline" });

async function open(visit, config, result) {
  await visit.open("pages/editor.html");
  await visit.page.evaluate((config, result) => {
    const editor = document.querySelector("cartouche-editor");
    editor.setAttribute("style", "height: 660px");
    editor.config = config;
    editor.task = { id: 1, data: { image_url: "/samples/chelsea.png" }, annotations: [{ id: 1, result }] };
  }, config, result);
  await visit.find("toolbar", "Image tools");
  return placer(visit);
}

const results = (visit) => visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result);

/** What is sent of the region with this id. */
async function updated(visit) {
  await visit.click("button", "Update");
  return (await visit.events("cartouche-update")).at(-1).annotation.result;
}

const shapes = `<View><Ellipse name="ellipse" toName="image"/><KeyPoint name="keypoint" toName="image"/><Polygon name="polygon" toName="image"/>
  <Image name="image" value="$image_url"/></View>`;

test("an ellipse, a point and a polygon are changed by what each is grabbed by, undone and sent", async (visit) => {
  const at = await open(visit, shapes, [round, point, outline]);
  const select = async (x, y) => {
    await visit.press("v");
    await visit.press("Escape");
    await pause();
    await visit.page.mouse.click(...at(x, y));
    await pause();
  };
  await select(25, 30);
  await drag(visit, at(35, 45), at(40, 50)); // the corner of its box
  near((await results(visit))[0].value, { x: 27.5, y: 32.5, radiusX: 12.5, radiusY: 17.5 }, "the ellipse");
  await select(50, 50);
  await drag(visit, at(50, 50), at(45, 80));
  near((await results(visit))[1].value, { x: 45, y: 80, width: 2 }, "the point");
  await select(75, 40);
  await drag(visit, at(90, 60), at(95, 70));
  await drag(visit, at(75, 20), at(75, 10)); // an edge makes a corner
  near((await results(visit))[2].value.points.flat(), [60, 20, 75, 10, 90, 20, 95, 70, 60, 60], "the polygon");
  await visit.page.keyboard.down("Alt");
  await visit.page.mouse.click(...at(60, 60));
  await visit.page.keyboard.up("Alt");
  near((await results(visit))[2].value.points.flat(), [60, 20, 75, 10, 90, 20, 95, 70], "without a corner");
  await visit.press("z", "Control");
  await visit.press("z", "Control");
  const [sentRound, sentPoint, sentOutline] = await updated(visit);
  near(sentRound.value, { radiusX: 12.5 }, "the ellipse");
  near(sentPoint.value, { x: 45 }, "the point");
  near(sentOutline.value.points.flat(), [60, 20, 90, 20, 95, 70, 60, 60], "the polygon");
  equal([sentRound.id, sentPoint.id, sentOutline.id], ["round", "point", "outline"], "ids");
});

test("a double click on a corner of the selected polygon removes it", async (visit) => {
  const at = await open(visit, shapes, [outline]);
  await visit.press("v");
  await visit.page.mouse.click(...at(75, 40));
  await pause();
  await visit.page.mouse.click(...at(90, 60), { count: 2 });
  const [{ value }] = await updated(visit);
  near(value.points.flat(), [60, 20, 90, 20, 60, 60], "the corners that are left");
});

test("the Undo button takes back the last point of what is drawn, and no step before", async (visit) => {
  const at = await open(visit, shapes, []);
  await visit.click("button", "Polygon");
  for (const corner of [[20, 20], [40, 20], [80, 80]]) {
    await visit.page.mouse.click(...at(...corner));
    await pause();
  }
  await visit.click("button", "Undo");
  for (const corner of [[40, 50], [20, 20]]) {
    await visit.page.mouse.click(...at(...corner));
    await pause();
  }
  await visit.find("img", "polygon");
  near((await updated(visit))[0].value.points.flat(), [20, 20, 40, 20, 40, 50], "the corners");
});

test("strokes and the wand go on with the selected mask, and each is one undo", async (visit) => {
  const at = await open(visit, `<View><Brush name="brush" toName="image"/><MagicWand name="wand" toName="image"/>
    <Image name="image" value="$image_url"/></View>`, []);
  const size = async () => (await results(visit))[0].value.rle.length;
  await visit.click("button", "Brush");
  await drag(visit, at(20, 30), at(40, 30));
  await visit.find("img", "brush");
  const first = await size();
  await drag(visit, at(60, 60), at(80, 80));
  const second = await size();
  await visit.press("w");
  await visit.page.mouse.click(...at(12, 12));
  await visit.until("the wand added to it", (before) => document.querySelector("cartouche-editor").annotation.result[0].value.rle.length > before, second);
  ok(second > first, "the second stroke is part of it");
  equal((await results(visit)).length, 1, "regions");
  await visit.press("z", "Control");
  equal(await size(), second, "without the wand");
  await visit.press("z", "Control");
  equal((await updated(visit))[0].value.rle.length, first, "without the second stroke");
});

test("a brush is made larger without a keyboard", async (visit) => {
  const at = await open(visit, `<View><Brush name="brush" toName="image"/><Image name="image" value="$image_url"/></View>`, []);
  const height = async () => (await visit.find("img", "brush")).height;
  await visit.click("button", "Brush");
  await drag(visit, at(30, 50), at(60, 50));
  const usual = await height();
  await visit.press("z", "Control");
  await visit.until("it is gone", () => document.querySelector("cartouche-editor").annotation.result.length === 0);
  for (let count = 0; count < 3; ++count) {
    await visit.click("button", "Larger brush");
  }
  await drag(visit, at(30, 50), at(60, 50));
  const large = await height();
  ok(Math.abs(large - usual - 15) < 3, `a stroke is 15 CSS pixels higher: ${usual} and ${large}`);
});

test("with a finger that does not keep still a polygon and a vector are tapped and ended", async (visit) => {
  const at = await open(visit, `<View><Polygon name="polygon" toName="image"/><Vector name="vector" toName="image"/>
    <Image name="image" value="$image_url"/></View>`, []);
  const tap = async ([x, y]) => {
    const finger = await visit.page.touchscreen.touchStart(x, y);
    await finger.move(x + 4, y + 3);
    await finger.end();
  };
  await visit.click("button", "Polygon");
  for (const corner of [[10, 20], [30, 20], [30, 50], [10, 20]]) {
    await tap(at(...corner));
    await pause();
  }
  await visit.find("img", "polygon");
  await visit.click("button", "Vector");
  await tap(at(50, 50));
  await pause();
  const [x, y] = at(80, 60);
  await tap([x, y]);
  await tap([x + 8, y - 5]);
  await visit.find("img", "vector");
  const [outline, line] = await updated(visit);
  near(outline.value.points.flat(), [10, 20, 30, 20, 30, 50], "the polygon");
  equal(line.value.vertices.length, 2, "points of the vector");
}, { only: "chromium" });

test("a pen that is pressed harder paints wider, if that is asked for", async (visit) => {
  const at = await open(visit, `<View><Brush name="brush" toName="image"/><Image name="image" value="$image_url"/></View>`, []);
  await visit.click("button", "Brush");
  const session = await visit.page.createCDPSession();
  const pen = (type, [x, y], force) => session.send("Input.dispatchMouseEvent",
    { type, x, y, button: type === "mouseMoved" ? "none" : "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1, pointerType: "pen", force });
  const stroke = async (height, force) => {
    await pen("mousePressed", at(20, height), force);
    await pen("mouseMoved", at(50, height), force);
    await pen("mouseMoved", at(80, height), force);
    await pen("mouseReleased", at(80, height), 0);
    await visit.press("Escape");
  };
  const heights = () => visit.page.evaluate(() => [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll("[role=img]")]
    .filter((element) => element.getAttribute("aria-label") !== "image").map((element) => element.getBoundingClientRect().height));
  await stroke(20, 0.1);
  await visit.until("one is painted", () => document.querySelector("cartouche-editor").annotation.result.length === 1);
  await visit.click("button", "A pen's pressure sets the brush's size");
  await visit.until("the button is pressed", () => document.querySelector("cartouche-editor").shadowRoot
    .querySelector(`[aria-label="A pen's pressure sets the brush's size"]`).getAttribute("aria-pressed") === "true");
  await stroke(50, 0.1);
  await visit.until("two are painted", () => document.querySelector("cartouche-editor").annotation.result.length === 2);
  const [plain, thin] = await heights();
  ok(thin < plain / 2, `a light stroke is thinner: ${thin} of ${plain} CSS pixels`);
}, { only: "chromium" });
