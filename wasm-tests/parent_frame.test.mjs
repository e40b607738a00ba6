// The editor in a frame and the page around it, which speak by postMessage: what is heard, confirmed and asked for.

import { drag } from "./support/image.mjs";
import { equal, ok, test } from "./support/registry.mjs";

/** The page that confirms what it saved, and what is done in its frame. */
async function openFramed(visit) {
  await visit.open("pages/confirming.html");
  const element = await visit.page.waitForSelector("iframe");
  const frame = await element.contentFrame();
  const box = await element.boundingBox();
  const middleOf = async (label) => {
    const found = await frame.waitForFunction((name) => {
      const place = document.querySelector("cartouche-editor")?.shadowRoot.querySelector(`[aria-label="${name}"]`)?.getBoundingClientRect();
      return place && { x: place.x + place.width / 2, y: place.y + place.height / 2 };
    }, { polling: 50 }, label);
    const { x, y } = await found.jsonValue();
    return [box.x + x, box.y + y];
  };
  const press = async (label) => visit.page.mouse.click(...(await middleOf(label)));
  const says = (text) => frame.waitForFunction((wanted) =>
    [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll("[role=status]")].some((node) => (node.getAttribute("aria-label") ?? node.textContent).includes(wanted)), { polling: 50 }, text);
  return { frame, middleOf, press, says };
}

test("the page around a frame confirms what it saved", async (visit) => {
  const { press, says } = await openFramed(visit);
  await press("Cat");
  await press("Submit");
  await says("Not saved: not today");
  await press("Retry");
  await says("Saved");
  equal(await visit.page.evaluate(() => window.stored.map(({ kind }) => kind)), ["submit", "submit"], "asked");
  equal(await visit.page.evaluate(() => new Set(window.stored.map(({ key }) => key)).size), 1, "keys");
  await visit.page.evaluate(() => window.ask({ cartouche: 1, type: "get", id: "q" }));
  const answer = await visit.until("it answers", () => window.messages.find(({ type, id }) => type === "annotation" && id === "q"));
  equal(answer.detail.pk, "p1", "pk");
  // What speaks another version, or comes from elsewhere, is passed over.
  await visit.page.evaluate(() => window.ask({ cartouche: 2, type: "get", id: "other" }));
  await visit.page.evaluate(() => document.querySelector("iframe").contentWindow.postMessage("noise", "*"));
  await visit.page.evaluate(() => window.ask({ cartouche: 1, type: "get", id: "last" }));
  await visit.until("it answers", () => window.messages.some(({ id }) => id === "last"));
  ok(!(await visit.page.evaluate(() => window.messages.some(({ id }) => id === "other"))), "the other version was answered");
});

test("the page around a frame hears of a skip, of reviews, and of the way to other tasks", async (visit) => {
  const { press, says } = await openFramed(visit);
  await visit.until("it is ready", () => window.messages.some(({ type }) => type === "ready"));
  const load = (interfaces) => visit.page.evaluate((interfaces) => window.ask({ cartouche: 1, type: "load", interfaces }), interfaces);
  await load(["controls", "submit", "skip", "topbar:prevnext"]);
  await press("Skip");
  await says("Not saved: not today");
  await press("Retry");
  await says("Saved");
  await press("Next task");
  await visit.page.evaluate(() => window.ask({ cartouche: 1, type: "neighbors", previous: true, next: false }));
  await press("Previous task");
  await load(["controls", "review"]);
  await press("Accept");
  await says("Saved");
  await visit.until("all was heard", () => window.stored.length === 3);
  equal(await visit.page.evaluate(() => window.stored.map(({ kind, annotation }) => [kind, annotation.was_cancelled])), [["skip", true], ["skip", true], ["accept", false]], "stored");
  const types = await visit.page.evaluate(() => window.messages.map(({ type }) => type));
  equal(["skip", "next-task", "previous-task", "accept"].filter((type) => !types.includes(type)), [], "not heard");
});

test("the page around a frame hears of regions if it asks for them, and has their results if it wants them", async (visit) => {
  const { frame, middleOf, press } = await openFramed(visit);
  await visit.until("it is ready", () => window.messages.some(({ type }) => type === "ready"));
  const config = `<View><RectangleLabels name="label" toName="image"><Label value="Head"/></RectangleLabels><Image name="image" value="$image_url"/></View>`;
  const load = (given) => visit.page.evaluate((given) => window.ask({ cartouche: 1, type: "load", ...given }), given);
  await frame.evaluate(() => {
    const { stringify } = JSON;
    window.readCount = 0;
    JSON.stringify = (value, ...rest) => {
      window.readCount += value?.method === "region" ? 1 : 0;
      return stringify(value, ...rest);
    };
  });
  const readCount = () => frame.evaluate(() => window.readCount);
  const draw = async (shift) => {
    await press("Head");
    const [x, y] = await middleOf("image");
    await drag(visit, [x + shift, y - 20], [x + shift + 30, y + 20]);
  };
  /** Once so many regions stand, and all that was told before is here. */
  const heard = async (count) => {
    await frame.waitForFunction((count) => document.querySelector("cartouche-editor").annotation?.result.length === count, { polling: 50 }, count);
    await visit.page.evaluate(() => window.ask({ cartouche: 1, type: "get", id: "now" }));
    await visit.until("it answers", () => window.messages.some(({ id }) => id === "now"));
    const messages = await visit.page.evaluate(() => window.messages.splice(0));
    return messages.filter(({ type }) => type.startsWith("region-")).map(({ type, detail }) => [type, detail]);
  };
  await load({ config, interfaces: ["controls", "edit-history"] });
  await middleOf("Image tools");
  await draw(-60);
  equal(await heard(1), [], "unasked");
  await load({ regions: "ids" });
  await draw(20);
  const [[type, { annotation, region, ...others }]] = await heard(2);
  equal([type, typeof annotation, typeof region, others], ["region-create", "string", "string", { isHistory: false }], "of one that is drawn");
  equal(await readCount(), 0, "results that nobody wanted");
  await load({ regions: "results" });
  await press("Undo");
  const gone = (await heard(1)).find(([type]) => type === "region-delete")[1];
  equal([gone.region, gone.isHistory, gone.result.map(({ id, type }) => [id, type])], [region, true, [[region, "rectanglelabels"]]], "of one that is gone");
  await load({ regions: null });
  await press("Redo");
  equal(await heard(2), [], "asked for no more");
});
