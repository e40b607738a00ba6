// Images labeled as people do it: with real events, judged by the JSON that comes out.

import { drag, near, pause, placer } from "./support/image.mjs";
import { equal, ok, test } from "./support/registry.mjs";

const config = `<View>
  <RectangleLabels name="boxes" toName="image"><Label value="Head"/><Label value="Nose" alias="nose"/></RectangleLabels>
  <EllipseLabels name="rounds" toName="image"><Label value="Eye"/></EllipseLabels>
  <PolygonLabels name="outlines" toName="image"><Label value="Ear"/></PolygonLabels>
  <KeyPointLabels name="points" toName="image" strokeWidth="4"><Label value="Tip"/></KeyPointLabels>
  <Image name="image" value="$image_url"/>
</View>`;

async function open(visit) {
  await visit.label(config, undefined, { style: "height: 660px" });
  await visit.find("toolbar", "Image tools");
  return placer(visit);
}

/** One region of each kind. */
async function drawAll(visit, at) {
  await visit.click("radio", "Head");
  await drag(visit, at(20, 10), at(70, 90));
  await visit.find("img", "Head, rectangle");
  await visit.press("3"); // Eye
  await visit.checked("radio", "Eye");
  await drag(visit, at(40, 40), at(46, 48));
  await visit.find("img", "Eye, ellipse");
  await visit.click("radio", "Tip");
  await visit.page.mouse.click(...at(55, 62));
  await visit.find("img", "Tip, key point");
  await visit.click("radio", "Ear");
  for (const corner of [[75, 10], [90, 10], [90, 40], [75, 10]]) {
    await visit.page.mouse.click(...at(...corner));
    await pause();
  }
  await visit.find("img", "Ear, polygon");
}

test("a region of every kind is drawn, and submitted in the shape of the specification", async (visit) => {
  const at = await open(visit);
  await drawAll(visit, at);
  await visit.click("button", "Submit");
  const [box, round, point, outline] = await visit.submitted();
  near(box.value, { x: 20, y: 10, width: 50, height: 80, rotation: 0 }, "rectangle");
  near(round.value, { x: 40, y: 40, radiusX: 6, radiusY: 8, rotation: 0 }, "ellipse");
  near(point.value, { x: 55, y: 62 }, "key point");
  ok(point.value.width > 0 && point.value.width < 2, `the width of a point of four CSS pixels: ${point.value.width}`);
  near(outline.value.points.flat(), [75, 10, 90, 10, 90, 40], "polygon");
  equal(outline.value.closed, true, "the polygon is closed");
  for (const [result, type, label] of [
    [box, "rectanglelabels", "Head"], [round, "ellipselabels", "Eye"],
    [point, "keypointlabels", "Tip"], [outline, "polygonlabels", "Ear"],
  ]) {
    equal(result.type, type, "type");
    equal(result.value[type], [label], "labels");
    equal([result.original_width, result.original_height, result.image_rotation], [451, 300, 0], "the image");
    equal([result.to_name, result.origin], ["image", "manual"], "object and origin");
    ok(/^[\w-]{10}$/.test(result.id), `the id ${result.id}`);
  }
});

test("regions are moved, resized, relabeled and deleted, and all of it is undone", async (visit) => {
  const at = await open(visit);
  await drawAll(visit, at);
  const drawn = await visit.page.evaluate(() => window.received.filter((event) => event.type === "cartouche-change").length);
  await visit.page.mouse.click(...at(25, 80)); // selects the rectangle
  await visit.checked("radio", "Head");
  await drag(visit, at(25, 80), at(30, 85));
  await drag(visit, at(75, 95), at(65, 75)); // its lower right corner
  await visit.click("radio", "Nose");
  await visit.find("img", "nose, rectangle");
  await visit.press("Backspace");
  await visit.until("it is gone", () => ![...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll("[role=img]")]
    .some((element) => element.getAttribute("aria-label") === "nose, rectangle"));
  await visit.press("z", "Control");
  await visit.find("img", "nose, rectangle");
  await visit.click("button", "Submit");
  const moved = (await visit.submitted()).find(({ type }) => type === "rectanglelabels");
  near(moved.value, { x: 25, y: 15, width: 40, height: 60 }, "the rectangle");
  equal(moved.value.rectanglelabels, ["nose"], "its label");
  const changes = await visit.page.evaluate(() => window.received.filter((event) => event.type === "cartouche-change").length);
  ok(changes - drawn === 5, `one change each: ${changes - drawn}`);
  for (let count = 0; count < 7; ++count) {
    await visit.press("z", "Control");
  }
  await visit.until("nothing is left", () => document.querySelector("cartouche-editor").shadowRoot
    .querySelectorAll("[role=img]").length === 1);
});

test("the wheel zooms to the pointer, Space and the middle button pan, and a key shows all again", async (visit) => {
  const at = await open(visit);
  const { mouse, keyboard } = visit.page;
  await visit.click("radio", "Head");
  await drag(visit, at(45, 45), at(55, 55));
  const before = await visit.find("img", "Head, rectangle");
  await mouse.move(before.x, before.y);
  await keyboard.down("Control");
  await mouse.wheel({ deltaY: -300 });
  await keyboard.up("Control");
  const grown = await visit.until("it is larger", (width) => {
    const element = document.querySelector("cartouche-editor").shadowRoot.querySelector("[aria-label='Head, rectangle']");
    const box = element.getBoundingClientRect();
    return box.width > 1.5 * width ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  }, before.width);
  ok(Math.abs(grown.x - before.x) < 2 && Math.abs(grown.y - before.y) < 2, "it stays under the pointer");
  await mouse.move(before.x, before.y + 3);
  await keyboard.down(" ");
  await mouse.down();
  await mouse.move(before.x + 40, before.y + 13);
  await mouse.up();
  await keyboard.up(" ");
  const panned = await visit.find("img", "Head, rectangle");
  ok(Math.abs(panned.x - grown.x - 40) < 2 && Math.abs(panned.y - grown.y - 10) < 2, "it follows the pointer");
  await visit.page.evaluate(() => document.addEventListener("paste", () => (window.hasPasted = true)));
  await mouse.down({ button: "middle" });
  await mouse.move(before.x + 20, before.y + 43);
  await mouse.up({ button: "middle" });
  const again = await visit.find("img", "Head, rectangle");
  ok(Math.abs(again.x - panned.x + 20) < 2 && Math.abs(again.y - panned.y - 30) < 2, "it follows the middle button, too");
  ok(!(await visit.page.evaluate(() => window.hasPasted)), "which pastes nothing, as it does elsewhere on Linux");
  const [{ value }] = await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result);
  near(value, { x: 45, y: 45, width: 10, height: 10 }, "the region, which did not move on the image");
  await visit.press("Digit1", "Shift");
  await visit.until("all is shown", (width) => Math.abs(document.querySelector("cartouche-editor").shadowRoot
    .querySelector("[aria-label='Head, rectangle']").getBoundingClientRect().width - width) < 1, before.width);
});

test("a loaded annotation is shown, and goes out as it came", async (visit) => {
  const result = [
    { id: "a", type: "rectanglelabels", from_name: "boxes", to_name: "image", original_width: 451, original_height: 300,
      image_rotation: 0, value: { x: 10.123456789, y: 10, width: 20, height: 20, rotation: 30, rectanglelabels: ["Head"] }, "x-own": 1 },
    { id: "b", type: "polygonlabels", from_name: "outlines", to_name: "image", original_width: 451, original_height: 300,
      image_rotation: 0, value: { points: [[50, 50], [80, 50], [60, 80]], polygonlabels: ["Ear"] }, score: 0.5 },
  ];
  await visit.open("pages/editor.html");
  await visit.page.evaluate((config, result) => {
    const editor = document.querySelector("cartouche-editor");
    editor.config = config;
    editor.task = { id: 1, data: { image_url: "/samples/chelsea.png" }, annotations: [{ id: 1, result }] };
  }, config, result);
  await visit.find("img", "Head, rectangle");
  await visit.find("img", "Ear, polygon");
  await visit.click("button", "Update"); // the server has it
  const [{ annotation }] = await visit.events("cartouche-update");
  equal(annotation.result, result, "the results");
});

test("a finger draws on an image with an armed label, and does not scroll the page", async (visit) => {
  if (visit.browserName !== "chromium") {
    return; // Firefox's driver has no touch
  }
  const at = await open(visit);
  await visit.click("radio", "Head");
  const scroll = await visit.page.evaluate(() => scrollY);
  const touch = await visit.page.touchscreen.touchStart(...at(20, 20));
  await touch.move(...at(40, 35));
  await touch.move(...at(60, 50));
  await touch.end();
  await visit.find("img", "Head, rectangle");
  equal(await visit.page.evaluate(() => scrollY), scroll, "the page's scroll position");
  await visit.click("button", "Submit");
  near((await visit.submitted())[0].value, { x: 20, y: 20, width: 40, height: 30 }, "the rectangle");
});

test("a mask is painted, erased from and undone, stroke by stroke", async (visit) => {
  await visit.label(`<View><BrushLabels name="paint" toName="image"><Label value="Fur"/></BrushLabels>
    <Image name="image" value="$image_url"/></View>`, undefined, { style: "height: 660px" });
  await visit.find("toolbar", "Image tools");
  const at = await placer(visit);
  const bytes = () => visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result[0]?.value.rle.length ?? 0);
  await visit.click("radio", "Fur");
  await drag(visit, at(30, 40), at(60, 60));
  await visit.find("img", "Fur, brush");
  const painted = await bytes();
  await visit.press("e");
  await drag(visit, at(40, 30), at(50, 70));
  await visit.until("the eraser took something away", (before) => document.querySelector("cartouche-editor").annotation.result[0].value.rle.length !== before, painted);
  await visit.press("z", "Control");
  equal(await bytes(), painted, "the mask is as before");
  await visit.click("button", "Submit");
  const [result] = await visit.submitted();
  equal([result.type, result.value.format, result.value.brushlabels], ["brushlabels", "rle", ["Fur"]], "the result");
});

test("two fingers spread and move the image, and what the first began is taken back", async (visit) => {
  const at = await open(visit);
  await visit.click("radio", "Head");
  const width = () => visit.page.evaluate(() => document.querySelector("cartouche-editor").shadowRoot
    .querySelector("[aria-label='Head, rectangle']").getBoundingClientRect().width);
  await drag(visit, at(40, 40), at(60, 60));
  await visit.find("img", "Head, rectangle");
  const before = await width();
  await visit.press("u");
  await visit.click("radio", "Nose");
  const [x, y] = at(50, 50);
  const one = await visit.page.touchscreen.touchStart(x - 30, y);
  await one.move(x - 40, y);
  const other = await visit.page.touchscreen.touchStart(x + 40, y);
  for (let step = 1; step <= 5; ++step) {
    await one.move(x - 40 - 8 * step, y);
    await other.move(x + 40 + 8 * step, y);
  }
  await one.end();
  await other.end();
  await visit.until("the image is twice as large", (before) => {
    const box = document.querySelector("cartouche-editor").shadowRoot.querySelector("[aria-label='Head, rectangle']").getBoundingClientRect();
    return Math.abs(box.width / before - 2) < 0.05;
  }, before);
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result.length), 1, "regions");
  equal(await visit.page.evaluate(() => visualViewport.scale), 1, "the page's own zoom");
}, { only: "chromium" });

test("beside a pen, the palm draws nothing and fingers move the image", async (visit) => {
  const at = await open(visit);
  await visit.click("radio", "Head");
  const session = await visit.page.createCDPSession();
  const pen = (type, [x, y]) => session.send("Input.dispatchMouseEvent",
    { type, x, y, button: type === "mouseMoved" ? "none" : "left", buttons: type === "mouseReleased" ? 0 : 1, clickCount: 1, pointerType: "pen", force: 0.5 });
  const palm = await visit.page.touchscreen.touchStart(...at(80, 80));
  await pen("mousePressed", at(20, 20));
  await palm.move(...at(85, 85));
  await pen("mouseMoved", at(40, 30));
  await pen("mouseMoved", at(60, 50));
  await palm.end();
  await pen("mouseReleased", at(60, 50));
  await visit.find("img", "Head, rectangle");
  await visit.click("button", "Submit");
  const results = await visit.submitted();
  equal(results.length, 1, "regions");
  near(results[0].value, { x: 20, y: 20, width: 40, height: 30 }, "the rectangle");
}, { only: "chromium" });

test("a box is drawn, moved and resized with the keyboard alone", async (visit) => {
  await visit.label(config, undefined, { style: "height: 660px" });
  await visit.find("toolbar", "Image tools");
  for (let tabs = 0; tabs < 40 && (await visit.focused()) !== "img image"; ++tabs) {
    await visit.press("Tab");
  }
  await visit.focusedIs("img image");
  await visit.press("1");
  await visit.checked("radio", "Head");
  const hold = async (key, times) => {
    for (let time = 0; time < times; ++time) {
      await visit.press(key, "Shift");
    }
  };
  await visit.press("ArrowLeft"); // the cross comes in the middle
  await visit.press(" ");
  await hold("ArrowRight", 8);
  await hold("ArrowDown", 6);
  await visit.press(" ");
  await visit.find("img", "Head, rectangle");
  const value = () => visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result[0].value);
  const drawn = await value();
  ok(Math.abs(drawn.x - 50) < 0.5 && Math.abs(drawn.y - 50) < 0.5, `it begins in the middle: ${JSON.stringify(drawn)}`);
  ok(drawn.width > 5 && drawn.height > 5, `it has a size: ${JSON.stringify(drawn)}`);
  await visit.press("Escape"); // the cross goes
  await visit.press(".", "Alt"); // and the box is selected
  await hold("ArrowLeft", 3);
  await visit.press("ArrowRight", "Control", "Shift");
  const changed = await value();
  ok(changed.x < drawn.x - 2 && changed.width > drawn.width, `moved and wider: ${JSON.stringify(changed)}`);
});

test("several images: each has its regions, keys and the strip lead from one to another", async (visit) => {
  await visit.label(`<View><RectangleLabels name="boxes" toName="image"><Label value="Head"/></RectangleLabels>
    <Image name="image" valueList="$images"/>
    <Choices name="each" toName="image" perItem="true" required="true"><Choice value="Good"/></Choices></View>`,
    { images: ["/samples/chelsea.png", "/samples/chelsea.png?2", "/samples/missing.png"] }, { style: "height: 640px" });
  visit.expectProblem(/missing\.png|404/);
  await visit.find("toolbar", "Image 1 of 3");
  await visit.find("toolbar", "Image tools");
  const stage = await visit.find("img", "image");
  const draw = async () => {
    await visit.click("radio", "Head");
    await drag(visit, [stage.x - 40, stage.y - 40], [stage.x + 40, stage.y + 40]);
    await visit.find("img", "Head, rectangle");
  };
  await draw();
  await visit.press("ArrowRight", "Control");
  await visit.find("toolbar", "Image 2 of 3");
  await visit.find("toolbar", "Image tools");
  equal(await visit.has("img", "Head, rectangle"), false, "the first image's region on the second");
  await draw();
  await visit.click("radio", "Image 3");
  await visit.find("alert", "missing.png");
  await visit.click("radio", "Good");
  await visit.click("button", "Submit");
  await visit.find("toolbar", "Image 1 of 3"); // where an answer is missing
  const results = await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result);
  equal(results.map(({ type, item_index: item }) => [type, item]), [["rectanglelabels", 0], ["rectanglelabels", 1], ["choices", 2]], "results");
});
