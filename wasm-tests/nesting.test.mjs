// Regions that are filed under others in their list, by the mouse, a finger and the keyboard, judged by the JSON that comes out.

import { drag } from "./support/image.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { saveScreenshot } from "./support/screenshot.mjs";

const config = `<View>
  <RectangleLabels name="label" toName="image"><Label value="Shelf" groupCanContain="Jar"/><Label value="Jar"/><Label value="Car"/></RectangleLabels>
  <Image name="image" value="$image_url"/>
</View>`;

const region = (id, label, x) => ({
  id, type: "rectanglelabels", from_name: "label", to_name: "image", original_width: 451, original_height: 300,
  image_rotation: 0, value: { x, y: 10, width: 6, height: 20, rotation: 0, rectanglelabels: [label] },
});

const few = [region("s", "Shelf", 5), region("a", "Jar", 30), region("b", "Jar", 50), region("c", "Car", 70)];

async function open(visit, result = few) {
  await visit.page.setViewport({ width: 1040, height: 860, deviceScaleFactor: 1 });
  await visit.open("pages/editor.html");
  await visit.page.evaluate((config, result) => {
    const editor = document.querySelector("cartouche-editor");
    editor.style.cssText = "height: 700px; width: 1000px; max-width: none";
    editor.config = config;
    editor.task = { id: 1, data: { image_url: "/samples/chelsea.png" }, annotations: [{ id: 1, result }] };
  }, config, result);
  await visit.find("img", "Shelf, rectangle");
}

/** Waits until the regions with these ids have these parents. */
const parentsAre = (visit, expected) => visit.until(`the parents are ${JSON.stringify(expected)}`, (expected) =>
  JSON.stringify(Object.fromEntries(document.querySelector("cartouche-editor").annotation.result
    .filter(({ parentID }) => parentID).map(({ id, parentID }) => [id, parentID]))) === expected, JSON.stringify(expected));

const levelIs = (visit, name, level) => visit.until(`the level of ${name} is ${level}`, (name, level) => document.querySelector("cartouche-editor").shadowRoot
  .querySelector(`[role=treeitem][aria-label="${name}"]`)?.getAttribute("aria-level") === level, name, level);

test("rows are dragged onto others and out again, undone and submitted", async (visit) => {
  await open(visit);
  const row = async (name) => {
    const { x, y } = await visit.find("treeitem", name);
    return [x, y];
  };
  await drag(visit, await row("3 Jar"), await row("1 Shelf"));
  await parentsAre(visit, { b: "s" });
  await levelIs(visit, "3 Jar, rectangle", "2");
  await drag(visit, await row("4 Car"), await row("1 Shelf")); // which holds jars alone
  await drag(visit, await row("2 Jar"), await row("3 Jar"));
  await parentsAre(visit, { a: "b", b: "s" });
  await drag(visit, await row("1 Shelf"), await row("2 Jar")); // not into what it holds
  const [, last] = await row("4 Car");
  const first = await visit.find("treeitem", "1 Shelf");
  await drag(visit, await row("3 Jar"), [first.x - first.width / 2 + 4, last + 15]); // below the last row, at the top level
  await parentsAre(visit, { a: "b" });
  await visit.press("z", "Control");
  await parentsAre(visit, { a: "b", b: "s" });
  await visit.click("button", "Update");
  const { annotation } = (await visit.events("cartouche-update")).at(-1);
  equal(annotation.result.map(({ id, parentID }) => [id, parentID ?? null]), [["s", null], ["a", "b"], ["b", "s"], ["c", null]], "what is sent");
});

test("what is dragged stays where it was when Escape is pressed, and a mark shows where it would land", async (visit) => {
  await open(visit);
  const from = await visit.find("treeitem", "3 Jar");
  const to = await visit.find("treeitem", "1 Shelf");
  const { mouse } = visit.page;
  const shot = async () => Buffer.from(await visit.page.screenshot({ clip: { x: to.x - to.width / 2, y: to.y - to.height / 2, width: 40, height: 80 } }));
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(from.x + 8, from.y);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const before = await shot();
  await mouse.move(to.x + 20, to.y);
  await visit.until("the cursor holds it", () => document.querySelector("cartouche-editor").shadowRoot.querySelector("[style*='cursor: grabbing']") !== null);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await saveScreenshot(visit, "region-dragged", "cartouche-editor");
  ok(!before.equals(await shot()), "the rows look the same while something would land there");
  await visit.press("Escape");
  await mouse.up();
  await new Promise((resolve) => setTimeout(resolve, 200));
  await parentsAre(visit, {});
});

test("a finger drags a row by its grip, and scrolls by the rest of it", async (visit) => {
  await open(visit);
  const row = await visit.find("treeitem", "3 Jar");
  await visit.page.touchscreen.tap(row.x, row.y);
  await visit.until("it is selected", () => document.querySelector("cartouche-editor").shadowRoot.querySelector("[role=treeitem][aria-selected=true]"));
  const swipe = async (right) => {
    const from = await visit.find("treeitem", "3 Jar");
    const to = await visit.find("treeitem", "1 Shelf");
    const x = from.x + from.width / 2 - right;
    const touch = await visit.page.touchscreen.touchStart(x, from.y);
    for (let step = 1; step <= 8; ++step) {
      await touch.move(x, from.y + ((to.y - from.y) * step) / 8);
    }
    await touch.end();
  };
  await swipe(60);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await parentsAre(visit, {});
  await swipe(10);
  await parentsAre(visit, { b: "s" });
}, { only: "chromium" });

test("keys file a region under the one above and take it out, in the list and anywhere", async (visit) => {
  await open(visit);
  await visit.click("treeitem", "2 Jar");
  await visit.focusedIs("tree Regions");
  await visit.press("ArrowRight", "Control");
  await parentsAre(visit, { a: "s" });
  await visit.press("ArrowDown");
  await visit.press("ArrowRight", "Control");
  await parentsAre(visit, { a: "s", b: "s" });
  await visit.press("j", "Alt"); // from the one above at its level
  await parentsAre(visit, { a: "s", b: "a" });
  await visit.press("j", "Alt", "Shift");
  await parentsAre(visit, { a: "s", b: "s" });
  await visit.press("ArrowLeft", "Control");
  await parentsAre(visit, { a: "s" });
  await visit.click("treeitem", "4 Car");
  await visit.press("j", "Alt");
  await parentsAre(visit, { a: "s", c: "b" });
  await visit.press("z", "Control");
  await visit.press("k", "Alt");
  await visit.page.keyboard.type("into the one above");
  await visit.press("Enter");
  await parentsAre(visit, { a: "s", c: "b" });
});

test("a row is dragged in a list of a hundred thousand as in one of ten", async (visit) => {
  const many = Array.from({ length: 100_000 }, (_, index) => ({ ...region(`r${index}`, "Jar", 40 + (index % 50)), id: `r${index}` }));
  await open(visit, [region("s", "Shelf", 5), ...many]);
  const from = await visit.find("treeitem", "3 Jar");
  const to = await visit.find("treeitem", "1 Shelf");
  const { mouse } = visit.page;
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(from.x, from.y + 8);
  await visit.page.evaluate(() => {
    window.longest = 0;
    let before = performance.now();
    const look = (now) => {
      window.longest = Math.max(window.longest, now - before);
      before = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  for (let step = 1; step <= 30; ++step) {
    await mouse.move(from.x, from.y + ((to.y - from.y) * step) / 30);
  }
  const longest = await visit.page.evaluate(() => window.longest);
  await mouse.up();
  await visit.until("it is filed", () => document.querySelector("cartouche-editor").annotation.result[2].parentID === "s");
  ok(longest < 400, `the longest frame took ${longest.toFixed(0)} ms`); // machines are busy; laying out all rows takes seconds
});
