// The strip of several images: small pictures of those that were not shown yet.

import * as files from "./support/image_files.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { colorsBecome, saveScreenshot } from "./support/screenshot.mjs";
import { serve, serveWithoutEnd, wasAsked } from "./support/served.mjs";

const config = `<View><RectangleLabels name="box" toName="image"><Label value="Head"/></RectangleLabels><Image name="image" valueList="$images"/></View>`;

const open = (visit, names) => visit.label(config, { images: names.map((name) => `/served/${name}`) }, { style: "height: 640px" });

/** A JPEG of the two halves, by the page's own browser. */
async function jpegOfHalves(visit) {
  const base64 = await visit.page.evaluate(async ({ width, height }, left, right) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    context.fillStyle = `rgb(${left})`;
    context.fillRect(0, 0, width / 2, height);
    context.fillStyle = `rgb(${right})`;
    context.fillRect(width / 2, 0, width / 2, height);
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 1 });
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
  }, files.size, files.left, files.right);
  return Buffer.from(base64, "base64");
}

const halves = [files.left, files.right];

async function showsBeside(visit, name) {
  const { x, y } = await visit.find("radio", name);
  await colorsBecome(visit, [[x - 17, y], [x + 17, y]], halves, name, 20);
}

test("the strip shows images that were not shown yet, upright, and says which cannot be", async (visit) => {
  await visit.open("pages/editor.html");
  const jpeg = await jpegOfHalves(visit);
  serve({
    "a.png": files.deepPng(), "b.png": files.deepPng(), "c.psd": files.photoshop(), "d.jpg": files.withOrientation(jpeg, 6),
    "e.png": Buffer.from("no image"),
  });
  await open(visit, ["a.png", "b.png", "c.psd", "d.jpg", "e.png"]);
  await visit.find("toolbar", "Image 1 of 5");
  for (const name of ["Image 1", "Image 2", "Image 3"]) {
    await showsBeside(visit, name);
  }
  const turned = await visit.find("radio", "Image 4");
  await colorsBecome(visit, [[turned.x, turned.y - 13], [turned.x, turned.y + 13]], halves, "the turned one", 20);
  await visit.until("the last one cannot be shown", () => document.querySelector("cartouche-editor").shadowRoot
    .querySelector("[role=radio][aria-label='Image 5']")?.getAttribute("aria-description") === "The image cannot be shown");
  equal(await visit.page.evaluate(() => window.received.filter(({ type }) => type === "cartouche-error").length), 0, "problems that the host was told");
  await saveScreenshot(visit, "strip", "cartouche-editor");
  await visit.click("radio", "Image 3");
  await visit.find("toolbar", "Image 3 of 5");
  await showsBeside(visit, "Image 1");
});

test("small pictures wait for the image that is shown, and are made only of those in sight", async (visit) => {
  const names = Array.from({ length: 60 }, (_, index) => `${index}.png`);
  serve(Object.fromEntries(names.slice(1).map((name) => [name, files.deepPng()])));
  const slow = serveWithoutEnd("0.png");
  await open(visit, names);
  await slow.asked;
  await visit.find("radio", "Image 5");
  await new Promise((resolve) => setTimeout(resolve, 600));
  ok(!wasAsked("/served/4.png"), "a small picture was asked for while the image itself comes");
  await visit.click("radio", "Image 3");
  await visit.find("toolbar", "Image tools");
  await showsBeside(visit, "Image 3");
  ok(!wasAsked("/served/50.png"), "a picture was asked for that is not in sight");
});
