// The tools that image.test.mjs does not use: real events in, JSON out.

import { drag, near, pause, placer } from "./support/image.mjs";
import { equal, ok, test } from "./support/registry.mjs";

async function open(visit, config) {
  await visit.label(config, undefined, { style: "height: 660px" });
  await visit.find("toolbar", "Image tools");
  return placer(visit);
}

const results = (visit) => visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result);

test("a vector with a curve is drawn, edited, undone and submitted", async (visit) => {
  const at = await open(visit, `<View><VectorLabels name="lane" toName="image" curves="true" closable="true"><Label value="Whisker"/></VectorLabels>
    <Image name="image" value="$image_url"/></View>`);
  await visit.click("radio", "Whisker");
  await visit.page.mouse.click(...at(20, 60));
  await pause();
  await drag(visit, at(50, 30), at(60, 30)); // pulls a curve
  await pause();
  await visit.page.mouse.click(...at(80, 60));
  await visit.press("Enter");
  await visit.find("img", "Whisker, vector");
  await visit.press("v");
  await visit.page.mouse.click(...at(20, 60));
  await visit.checked("radio", "Whisker");
  await drag(visit, at(80, 60), at(90, 70));
  await drag(visit, at(60, 30), at(60, 20)); // a control point
  const moved = (await results(visit))[0].value.vertices;
  near(moved[2], { x: 90, y: 70 }, "the last point");
  near(moved[1].controlPoint2, { x: 60, y: 20 }, "its control point");
  near(moved[1].controlPoint1, { x: 40, y: 40 }, "the one opposite");
  await visit.press("z", "Control");
  await visit.press("z", "Control");
  await visit.click("button", "Submit");
  const [result] = await visit.submitted();
  equal([result.type, result.value.closed, result.value.vectorlabels], ["vectorlabels", false, ["Whisker"]], "the result");
  const [first, curved, last] = result.value.vertices;
  near(first, { x: 20, y: 60 }, "the first point");
  equal([first.prevPointId, curved.prevPointId, last.prevPointId], [null, first.id, curved.id], "the chain");
  equal([first.isBezier, curved.isBezier], [false, true], "curves");
  near(curved.controlPoint2, { x: 60, y: 30 }, "a control point");
  near(last, { x: 80, y: 60 }, "the last point");
});

test("the magic wand takes what is alike on the original's pixels, and more when it is dragged", async (visit) => {
  const at = await open(visit, `<View><Labels name="label" toName="image"><Label value="Fur"/></Labels>
    <MagicWand name="wand" toName="image" blurRadius="2"/><Image name="image" value="$image_url"/></View>`);
  await visit.click("radio", "Fur");
  const { mouse } = visit.page;
  await mouse.move(...at(12, 12));
  await mouse.down();
  await mouse.up();
  await visit.find("img", "Fur, brush");
  const small = (await results(visit))[0].value.rle.length;
  await visit.press("z", "Control");
  await visit.until("it is gone", () => document.querySelector("cartouche-editor").annotation.result.length === 0);
  await drag(visit, at(12, 12), at(22, 12));
  await visit.find("img", "Fur, brush");
  await visit.click("button", "Submit");
  const [mask, label] = await visit.submitted();
  equal([mask.type, mask.value.format, mask.from_name], ["magicwand", "rle", "wand"], "the mask");
  equal([label.type, label.value.labels, label.id], ["labels", ["Fur"], mask.id], "its label");
  ok(mask.value.rle.length !== small, "another threshold, another mask");
});

test("each of two magic wands is taken in hand by its button, with its own threshold", async (visit) => {
  const at = await open(visit, `<View><MagicWand name="fine" toName="image" defaultThreshold="15"/>
    <MagicWand name="coarse" toName="image" defaultThreshold="40"/><Image name="image" value="$image_url"/></View>`);
  const take = async (name) => {
    await visit.click("button", `Magic wand: ${name}`);
    await visit.page.mouse.click(...at(12, 12));
    await visit.find("img", "No label, brush");
    const [mask] = await results(visit);
    equal(mask.from_name, name, "the control");
    return mask.value.rle.length;
  };
  const coarse = await take("coarse");
  await visit.press("z", "Control");
  await visit.until("it is gone", () => document.querySelector("cartouche-editor").annotation.result.length === 0);
  ok((await take("fine")) !== coarse, "another threshold, another mask");
});

test("a bitmask is painted, erased from, undone and submitted as a PNG that the browser reads", async (visit) => {
  const at = await open(visit, `<View><BitmaskLabels name="cells" toName="image" strokeWidth="6"><Label value="Eye"/></BitmaskLabels>
    <Image name="image" value="$image_url" smoothing="false"/></View>`);
  await visit.click("radio", "Eye");
  await drag(visit, at(30, 40), at(50, 40));
  await visit.find("img", "Eye, bitmask");
  const painted = (await results(visit))[0].value.imageDataURL;
  await visit.press("e");
  await drag(visit, at(40, 30), at(40, 50));
  ok((await results(visit))[0].value.imageDataURL !== painted, "the eraser took something away");
  await visit.press("z", "Control");
  await visit.click("button", "Submit");
  const [result] = await visit.submitted();
  equal(result.value.imageDataURL, painted, "the mask is as before");
  equal([result.type, result.value.bitmasklabels, result.original_width], ["bitmasklabels", ["Eye"], 451], "the result");
  const pixels = await visit.page.evaluate(async (url) => {
    const bytes = Uint8Array.from(atob(url.split(",")[1]), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d", { willReadFrequently: true });
    canvas.drawImage(image, 0, 0);
    const at = (x, y) => [...canvas.getImageData(x, y, 1, 1).data];
    return [image.width, image.height, at(180, 120), at(10, 10)];
  }, painted);
  equal(pixels, [451, 300, [0, 0, 0, 255], [0, 0, 0, 0]], "its pixels");
});

test("a polygon is drawn by hand, and a turned rectangle by three points", async (visit) => {
  const at = await open(visit, `<View><Rectangle name="box" toName="image"/><Polygon name="outline" toName="image"/>
    <Image name="image" value="$image_url"/></View>`);
  await visit.click("button", "Polygon");
  const { mouse } = visit.page;
  const circle = (step) => at(40 + 12 * Math.cos(step * Math.PI / 20), 50 + 20 * Math.sin(step * Math.PI / 20));
  await mouse.move(...circle(0));
  await mouse.down();
  for (let step = 1; step <= 40; ++step) {
    await mouse.move(...circle(step));
  }
  await mouse.up();
  await visit.find("img", "polygon");
  await visit.press("R", "Shift");
  await visit.page.mouse.click(...at(65, 20));
  await pause();
  await visit.page.mouse.click(...at(80, 40));
  await pause();
  await visit.page.mouse.click(...at(70, 60));
  await visit.find("img", "rectangle");
  await visit.click("button", "Submit");
  const [outline, box] = await visit.submitted();
  ok(outline.value.closed && outline.value.points.length > 8 && outline.value.points.length < 41, `the points: ${outline.value.points.length}`);
  near(box.value, { x: 65, y: 20 }, "its first corner");
  ok(box.value.rotation > 20 && box.value.rotation < 60, `its rotation: ${box.value.rotation}`);
});
