// What pages hear of single regions, and do to them: with real events.

import { drag, near, pause, placer } from "./support/image.mjs";
import { equal, ok, test } from "./support/registry.mjs";

const config = `<View>
  <RectangleLabels name="label" toName="image"><Label value="Head"/><Label value="Nose"/></RectangleLabels>
  <Choices name="day" toName="image" showInLine="true"><Choice value="Sun"/><Choice value="Rain"/></Choices>
  <Image name="image" value="$image_url"/>
</View>`;

const box = (id, x, label = "Head") => ({
  id, from_name: "label", to_name: "image", type: "rectanglelabels", original_width: 451, original_height: 300, image_rotation: 0,
  value: { x, y: 20, width: 20, height: 30, rotation: 0, rectanglelabels: [label] },
});

/** Shows these regions, and notes in `window.heard` what is told of them. `reads`: results are read in the listener. */
async function open(visit, result = [box("a", 10), box("b", 60, "Nose")], reads = true) {
  await visit.open("pages/editor.html");
  await visit.page.evaluate((xml, result, reads) => {
    const editor = document.querySelector("cartouche-editor");
    window.heard = [];
    for (const kind of ["create", "change", "delete", "select", "unselect"]) {
      document.addEventListener(`cartouche-region-${kind}`, ({ detail }) => {
        const { annotation, region, isHistory } = detail;
        window.heard.push({
          kind, region, isHistory, isShown: annotation === editor.selectedAnnotation, result: reads ? structuredClone(detail.result) : null,
        });
      });
    }
    editor.setAttribute("style", "height: 660px");
    Object.assign(editor, { config: xml, task: { id: 7, data: { image_url: "/samples/chelsea.png" }, annotations: [{ id: 11, result }] } });
  }, config, result, reads);
  await visit.find("toolbar", "Image tools");
  return placer(visit);
}

/** Of all that was heard since this was last asked. */
async function heard(visit, count) {
  await visit.until(`${count} events come`, (count) => window.heard.length >= count, count).catch(() => undefined);
  await pause(); // there may be more
  return visit.page.evaluate(() => window.heard.splice(0));
}

const kindsOf = (events) => events.map(({ kind, region }) => `${kind} ${region}`);
const regionOf = (visit, id) => visit.page.evaluate((id) => document.querySelector("cartouche-editor").regionOf(id), id);

test("a page hears of each region that is drawn, selected, dragged and deleted, once a step", async (visit) => {
  const at = await open(visit);
  await visit.click("radio", "Head");
  await drag(visit, at(35, 60), at(50, 90));
  const [created, ...others] = await heard(visit, 1);
  equal([created.kind, created.isHistory, created.isShown, others.length], ["create", false, true, 0], "drawing");
  equal(created.result.map(({ id, type, value }) => [id, type, value.rectanglelabels]), [[created.region, "rectanglelabels", ["Head"]]], "its results");
  near(created.result[0].value, { x: 35, y: 60, width: 15, height: 30 }, "its place");
  await visit.click("button", "Select and move");
  await visit.page.mouse.click(...at(20, 35));
  equal(kindsOf(await heard(visit, 1)), ["select a"], "a click");
  await pause();
  const { mouse } = visit.page;
  await mouse.move(...at(20, 35));
  await mouse.down();
  for (let step = 1; step <= 8; ++step) {
    await mouse.move(...at(20 + step, 35));
  }
  await mouse.up();
  const [moved, ...more] = await heard(visit, 1);
  equal([moved.kind, moved.region, more.length], ["change", "a", 0], "a drag");
  near(moved.result[0].value, { x: 18, y: 20, width: 20, height: 30 }, "where it was dragged to");
  await visit.press("Backspace");
  const gone = await heard(visit, 2);
  equal(kindsOf(gone), ["unselect a", "delete a"], "Backspace");
  near(gone[1].result[0].value, { x: 18, y: 20 }, "what is gone, as it last stood");
});

test("undo and redo are told as such, and answers about the object not at all", async (visit) => {
  await open(visit);
  await visit.click("radio", "Rain");
  await visit.checked("radio", "Rain");
  await visit.page.evaluate(() => document.querySelector("cartouche-editor").deleteRegions(["b"]));
  equal(kindsOf(await heard(visit, 1)), ["delete b"], "a page that deletes");
  await visit.click("button", "Undo");
  const [back] = await heard(visit, 1);
  equal([back.kind, back.region, back.isHistory, back.result[0].value.rectanglelabels], ["create", "b", true, ["Nose"]], "Undo");
  await visit.click("button", "Redo");
  equal((await heard(visit, 1)).map(({ kind, isHistory }) => [kind, isHistory]), [["delete", true]], "Redo");
});

test("a page reads, selects, hides, changes and deletes regions by their ids", async (visit) => {
  await open(visit);
  equal((await regionOf(visit, "b")).map(({ value }) => value.x), [60], "what is read");
  equal(await regionOf(visit, "none"), null, "of none");
  const counts = await visit.page.evaluate(() => {
    const editor = document.querySelector("cartouche-editor");
    return [editor.selectRegions(["a", "b", "none"]), editor.selectRegions(["b"]), editor.hideRegions(["a"]), editor.hideRegions(["a"], false)];
  });
  equal(counts, [2, 1, 1, 1], "how many there were");
  equal(kindsOf(await heard(visit, 3)), ["select a", "select b", "unselect a"], "selecting and hiding");
  const change = (results) => visit.page.evaluate((results) => document.querySelector("cartouche-editor").updateRegion("b", results), results);
  equal([await change([box("b", 40, "Head")]), await change([]), await change([box("b", 1), box("c", 2)])], [true, false, false], "whether it is changed");
  equal(kindsOf(await heard(visit, 1)), ["change b"], "the one that was");
  equal((await regionOf(visit, "b")).map(({ id, value }) => [id, value.x, value.rectanglelabels]), [["b", 40, ["Head"]]], "what it is now");
  await visit.click("button", "Undo");
  await visit.until("it is as before", () => document.querySelector("cartouche-editor").regionOf("b")[0].value.x === 60);
  ok(!(await visit.page.evaluate(() => document.querySelector("cartouche-editor").execute("annotation:undo"))), "it was one step");
});

test("what is loaded and set is no news, and a kept event has what stands when it is read", async (visit) => {
  await open(visit, [box("a", 10)], false);
  const later = await visit.page.evaluate(async (other) => {
    const editor = document.querySelector("cartouche-editor");
    const events = [];
    editor.addEventListener("cartouche-region-delete", ({ detail }) => events.push(detail));
    editor.setResults(editor.selectedAnnotation, [other]);
    editor.deleteRegions(["c"]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const deleted = events[0].result[0].value.x;
    editor.undo();
    await new Promise((resolve) => setTimeout(resolve, 100));
    editor.deleteRegions(["c"]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    editor.startAnnotation([]);
    return [deleted, events[1].result];
  }, box("c", 30));
  equal(later, [30, []], "results that are read in time, and too late");
  equal(kindsOf(await heard(visit, 3)), ["delete c", "create c", "delete c"], "all that was told");
});

test("a step among 20,000 regions is told of its own region, which is read if somebody asks", async (visit) => {
  const small = { ...box("", 0).value, width: 1, height: 1 };
  const many = Array.from({ length: 20_000 }, (_, index) => ({ ...box(`r${index}`, 0), value: { ...small, x: index / 250 } }));
  await open(visit, many, false);
  const [unread, read] = await visit.page.evaluate(async () => {
    const editor = document.querySelector("cartouche-editor");
    const { stringify } = JSON;
    let count = 0;
    JSON.stringify = (value, ...rest) => {
      count += value?.method === "region" ? 1 : 0;
      return stringify(value, ...rest);
    };
    const deleted = (id) => new Promise((resolve) => {
      document.addEventListener("cartouche-region-delete", ({ detail }) => resolve(detail), { once: true });
      editor.deleteRegions([id]);
    });
    await deleted("r7");
    const unread = count;
    const detail = await deleted("r19999");
    return [unread, [detail.result, detail.result].map(([{ id, value }]) => [id, value.x, count - unread])];
  });
  equal(unread, 0, "results that nobody wanted");
  equal(read, [["r19999", 79.996, 1], ["r19999", 79.996, 1]], "results that somebody read twice");
  equal(kindsOf(await heard(visit, 2)), ["delete r7", "delete r19999"], "what is told");
});
