// How regions of every kind look: references that were looked at.

import { placer } from "./support/image.mjs";
import { ok, test } from "./support/registry.mjs";
import { colorsAt, colorsBecome, compareToReference, saveScreenshot } from "./support/screenshot.mjs";

const label = (value, color) => `<Label value="${value}" background="${color}"/>`;
const config = `<View>
  <RectangleLabels name="box" toName="image">${label("Head", "#d32f2f")}</RectangleLabels>
  <EllipseLabels name="round" toName="image">${label("Eye", "#1976d2")}</EllipseLabels>
  <PolygonLabels name="outline" toName="image">${label("Ear", "#388e3c")}</PolygonLabels>
  <KeyPointLabels name="point" toName="image" strokeWidth="6">${label("Tip", "#f57c00")}</KeyPointLabels>
  <BrushLabels name="paint" toName="image">${label("Fur", "#7b1fa2")}</BrushLabels>
  <VectorLabels name="line" toName="image" curves="true">${label("Whisker", "#00838f")}</VectorLabels>
  <BitmaskLabels name="bits" toName="image">${label("Wall", "#c2185b")}</BitmaskLabels>
  <Relations><Relation value="part of"/></Relations>
  <Image name="image" value="$image_url"/>
</View>`;

const shared = { to_name: "image", original_width: 451, original_height: 300, image_rotation: 0 };
const region = (id, from_name, type, text, value) =>
  ({ id, from_name, type, ...shared, value: { ...value, [type]: [text] } });

const circle = (id, previous, x, y, more = {}) => ({ id, prevPointId: previous, x, y, isBezier: false, ...more });

const regions = [
  region("a", "box", "rectanglelabels", "Head", { x: 22, y: 8, width: 44, height: 70, rotation: 0 }),
  region("b", "box", "rectanglelabels", "Head", { x: 76, y: 50, width: 16, height: 20, rotation: 30 }),
  region("c", "round", "ellipselabels", "Eye", { x: 36, y: 38, radiusX: 5, radiusY: 7, rotation: 20 }),
  region("d", "outline", "polygonlabels", "Ear", { points: [[56, 4], [70, 2], [68, 28], [60, 22]], closed: true }),
  region("e", "point", "keypointlabels", "Tip", { x: 47, y: 58, width: 1.2 }),
  region("f", "line", "vectorlabels", "Whisker", {
    closed: false,
    vertices: [
      circle("1", null, 8, 62), circle("2", "1", 24, 70, { isBezier: true, controlPoint1: { x: 18, y: 60 }, controlPoint2: { x: 30, y: 80 } }),
      circle("3", "2", 34, 62),
    ],
  }),
  region("g", "paint", "brushlabels", "Fur", {
    touches: [{ type: "brush", relativeStrokeWidth: 6, relativePoints: [6, 86, 20, 92, 40, 88, 52, 92] }],
  }),
  { type: "relation", from_id: "c", to_id: "a", direction: "right", labels: ["part of"] },
];

async function open(visit, theme) {
  await visit.open("pages/editor.html");
  await visit.page.evaluate(async (config, regions, theme, bits) => {
    const canvas = new OffscreenCanvas(451, 300);
    const context = canvas.getContext("2d");
    context.fillRect(380, 10, 50, 80);
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
    bits.value.imageDataURL = `data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`;
    const editor = document.querySelector("cartouche-editor");
    editor.setAttribute("style", "position: fixed; top: 0; left: 0; width: 1000px; height: 760px"); // on whole pixels
    editor.setAttribute("theme", theme);
    Object.assign(editor, { config, task: { id: 7, data: { image_url: "/samples/chelsea.png" }, annotations: [{ id: 1, result: [...regions, bits] }] } });
  }, config, regions, theme, region("h", "bits", "bitmasklabels", "Wall", {}));
  await visit.find("toolbar", "Image tools");
  await visit.find("img", "Wall, bitmask");
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 700));

test("regions of every kind look as they should", async (visit) => {
  await open(visit, "light");
  await settle();
  await compareToReference(visit, "regions", "cartouche-editor");
  const at = await placer(visit);
  await visit.press("v");
  await visit.page.mouse.click(...at(85, 60));
  await visit.page.mouse.move(...at(47, 58));
  await settle();
  await compareToReference(visit, "region-selected", "cartouche-editor");
});

test("regions look as they should on dark, zoomed to their pixels", async (visit) => {
  await open(visit, "dark");
  const at = await placer(visit);
  await visit.page.mouse.move(...at(47, 58));
  await visit.page.keyboard.down("Control");
  for (let count = 0; count < 8; ++count) {
    await visit.page.mouse.wheel({ deltaY: -120 });
  }
  await visit.page.keyboard.up("Control");
  await settle();
  await compareToReference(visit, "regions-zoomed-dark", "cartouche-editor");
});

test("masks and shapes lie above each other as they were made, and as they are brought to the front or sent to the back", async (visit) => {
  await visit.label(config, undefined, { style: "height: 660px" });
  await visit.page.evaluate((result) => {
    document.querySelector("cartouche-editor").task = { id: 8, data: { image_url: "/samples/chelsea.png" }, annotations: [{ id: 1, result }] };
  }, [
    regions[0],
    region("m", "paint", "brushlabels", "Fur", { touches: [{ type: "brush", relativeStrokeWidth: 12, relativePoints: [10, 30, 35, 30] }] }),
    region("p", "outline", "polygonlabels", "Ear", { points: [[10, 50], [35, 50], [35, 65], [10, 65]], closed: true }),
  ]);
  await visit.find("img", "Fur, brush");
  const at = await placer(visit);
  /** Whether the red edge of the rectangle is all that is seen of it at this height. */
  const isOnTop = async (y) => {
    const [x, top] = at(22, y);
    const colors = await colorsAt(visit, [-3, -2, -1, 0, 1, 2, 3].map((by) => [Math.round(x) + by, Math.round(top)]));
    return colors.some((color) => color.every((part, channel) => Math.abs(part - [211, 47, 47][channel]) < 14));
  };
  const become = async (what, mask, polygon) => {
    const start = Date.now();
    for (;;) {
      const found = [!(await isOnTop(30)), !(await isOnTop(58))];
      if (found[0] === mask && found[1] === polygon) {
        return;
      }
      ok(Date.now() - start < 10_000, `${what}: the mask and the polygon are above the rectangle: ${found}`);
    }
  };
  const restack = async (row, key) => {
    await visit.click("treeitem", row);
    await visit.press(key, "Control", "Alt");
    await visit.press("u");
    await visit.page.mouse.move(2, 2);
  };
  await become("as they were made", true, true);
  await restack("2 Fur", "[");
  await become("the mask is sent to the back", false, true);
  await restack("1 Head", "]");
  await become("the rectangle is brought to the front", false, false);
  await restack("2 Fur", "]");
  await become("the mask is brought to the front", true, false);
  await visit.press("z", "Control");
  await visit.press("z", "Control");
  await become("two are undone", false, true);
});

test("points are as large and of the shape that their tags say", async (visit) => {
  const pointed = `<View>
    <PolygonLabels name="outline" toName="image" pointSize="large" pointStyle="rectangle">${label("Ear", "#388e3c")}</PolygonLabels>
    <VectorLabels name="line" toName="image" pointSizeDisabled="10">${label("Whisker", "#00838f")}</VectorLabels>
    <KeyPointLabels name="point" toName="image" strokeWidth="10" opacity="1">${label("Tip", "#f57c00")}</KeyPointLabels>
    <Image name="image" value="$image_url"/></View>`;
  await visit.label(pointed, undefined, { style: "height: 660px" });
  await visit.page.evaluate((result) => {
    document.querySelector("cartouche-editor").task = { id: 10, data: { image_url: "/samples/chelsea.png" }, annotations: [{ id: 1, result }] };
  }, [
    region("p", "outline", "polygonlabels", "Ear", { points: [[60, 20], [85, 20], [85, 45], [60, 45]], closed: true }),
    region("v", "line", "vectorlabels", "Whisker", { closed: false, vertices: [circle("1", null, 20, 30), circle("2", "1", 40, 30)] }),
    region("k", "point", "keypointlabels", "Tip", { x: 40, y: 70, width: 1 }),
  ]);
  await visit.find("img", "Ear, polygon");
  const at = await placer(visit);
  const beside = (x, y, right, down) => {
    const [left, top] = at(x, y);
    return [Math.round(left + right), Math.round(top + down)];
  };
  await colorsBecome(visit, [beside(20, 30, 0, -7), beside(20, 30, -7, 0), beside(40, 70, -11, 0), beside(40, 70, 0, 11)],
    [[0, 131, 143], [0, 131, 143], [245, 124, 0], [245, 124, 0]], "points of what is not selected");
  await visit.press("v");
  await visit.page.mouse.click(...at(72, 32));
  await visit.page.mouse.move(2, 2);
  // Where a circle of that size is not.
  await colorsBecome(visit, [beside(60, 20, 9, 9), beside(85, 45, -9, -9)], [[255, 255, 255], [255, 255, 255]], "corners of the selected polygon");
  await saveScreenshot(visit, "points", "cartouche-editor");
});

test("regions carry the names of their labels where the image wants them", async (visit) => {
  await visit.label(config.replace('value="$image_url"', 'value="$image_url" showLabels="true"'), undefined, { style: "height: 660px" });
  await visit.page.evaluate((result) => {
    document.querySelector("cartouche-editor").task = { id: 9, data: { image_url: "/samples/chelsea.png" }, annotations: [{ id: 1, result }] };
  }, [regions[1], regions[3]]);
  await visit.find("img", "Ear, polygon");
  const { x, y, width, height } = await visit.find("img", "Ear, polygon");
  await colorsBecome(visit, [[x - width / 2 + 3, y - height / 2 + 3]], [[56, 142, 60]], "the name's ground, within the region at the top of the image");
  await saveScreenshot(visit, "region-names", "cartouche-editor");
});
