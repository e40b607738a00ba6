// The annotations and predictions of one task side by side, with real events.

import { drag, pause } from "./support/image.mjs";
import { equal, ok, test } from "./support/registry.mjs";

const config = `<View>
  <RectangleLabels name="label" toName="image"><Label value="Head"/><Label value="Nose"/></RectangleLabels>
  <Choices name="day" toName="image" showInLine="true"><Choice value="Sun"/><Choice value="Rain"/></Choices>
  <Image name="image" value="$image_url"/>
</View>`;

const box = (id, x, width, label) => ({
  id, from_name: "label", to_name: "image", type: "rectanglelabels", original_width: 451, original_height: 300, image_rotation: 0,
  value: { x, y: 20, width, height: 40, rotation: 0, rectanglelabels: [label] },
});
const choice = (id, value) => ({ id, from_name: "day", to_name: "image", type: "choices", value: { choices: [value] } });

const task = {
  id: 7, data: { image_url: "/samples/chelsea.png" },
  annotations: [
    { id: 11, created_username: "anna", created_at: "2024-01-02T10:30:00Z", ground_truth: true, result: [box("a", 20, 40, "Head"), choice("ca", "Sun")] },
    { id: 12, created_username: "ben", created_at: "2024-01-01T00:00:00Z", result: [box("b", 30, 40, "Nose"), choice("cb", "Rain")] },
  ],
  predictions: [{ id: 5, model_version: "net-1", score: 0.75, result: [box("p", 70, 20, "Nose")] }],
};

async function open(visit, given = task, style = "height: 660px", interfaces = undefined) {
  await visit.open("pages/editor.html");
  await visit.page.evaluate((xml, task, style, interfaces) => {
    const editor = document.querySelector("cartouche-editor");
    editor.setAttribute("style", style);
    Object.assign(editor, { config: xml, task, ...(interfaces && { interfaces }) });
  }, config, given, style, interfaces);
  await visit.find("toolbar", "Image tools");
}

/** The widgets of one column: role, name, box, what is chosen and whether it can be pressed. */
const column = (visit, title) => visit.page.evaluate((title) => {
  const root = document.querySelector("cartouche-editor").shadowRoot;
  const group = root.querySelector(`[role=group][aria-label="${title}"]`);
  return [...(group?.querySelectorAll("[data-widget]") ?? [])].map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return {
      role: element.getAttribute("role"), name: element.getAttribute("aria-label"), box: { left, top, width, height },
      checked: element.getAttribute("aria-checked"), disabled: element.getAttribute("aria-disabled"),
    };
  });
}, title);

async function part(visit, title, role, name) {
  const start = Date.now();
  for (;;) {
    const found = (await column(visit, title)).find((widget) => widget.role === role && widget.name === name);
    if (found || Date.now() - start > 10_000) {
      ok(found, `${title} has a ${role} "${name}"`);
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];

const changes = (visit) => visit.page.evaluate(() =>
  window.received.map(({ type }) => type).filter((type) => /change|submit|update|annotation/.test(type)));

test("annotations are compared side by side, and nothing of them can be changed there", async (visit) => {
  await open(visit);
  const before = await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result);
  const told = await changes(visit);
  await visit.click("button", "Compare all annotations");
  await visit.focusedIs("button Open anna #11");
  for (const [title, label, day] of [["anna #11", "Head", "Sun"], ["ben #12", "Nose", "Rain"], ["net-1 · 0.75", "Nose", null]]) {
    const region = await part(visit, title, "img", `${label}, rectangle`);
    ok(region.box.width > 10 && region.box.height > 10, `${title} shows its region`);
    equal((await part(visit, title, "radio", "Sun")).checked, String(day === "Sun"), `Sun of ${title}`);
    equal((await part(visit, title, "radio", "Rain")).disabled, "true", `Rain of ${title}`);
  }
  const [a, b] = [await part(visit, "anna #11", "img", "image"), await part(visit, "ben #12", "img", "image")];
  ok(b.box.left >= a.box.left + a.box.width, "the second is beside the first");
  await visit.page.mouse.click(...middle(await part(visit, "anna #11", "radio", "Rain")));
  await visit.page.mouse.click(...middle(await part(visit, "anna #11", "radio", "Head")));
  await visit.press("Delete");
  await visit.press("1");
  await visit.press("z", "Control");
  await visit.press("Enter", "Control");
  await drag(visit, middle(a), [middle(a)[0] + 40, middle(a)[1] + 30]);
  await visit.press("Escape");
  await visit.find("toolbar", "Image tools");
  await visit.focusedIs("button Compare all annotations");
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result), before, "the annotation");
  equal(await changes(visit), told, "what the host heard");
  ok(!(await visit.has("region", "Comparison")), "the comparison is gone");
});

test("a column is opened by a double click on its header, its button or Enter", async (visit) => {
  await open(visit);
  const shown = () => visit.page.evaluate(() => {
    const editor = document.querySelector("cartouche-editor");
    return editor.annotations.find(({ id }) => id === editor.selectedAnnotation).pk;
  });
  const isShown = async (pk) => {
    await visit.find("toolbar", "Image tools");
    equal(await shown(), pk, "what is shown");
  };
  await visit.click("tab", "anna #11");
  await visit.press("c", "Alt");
  const header = await visit.find("button", "Open ben #12");
  await visit.page.mouse.click(header.x - header.width / 2 + 40, header.y);
  await new Promise((resolve) => setTimeout(resolve, 600));
  ok(await visit.has("region", "Comparison"), "one click only takes the focus");
  await visit.page.mouse.click(header.x - header.width / 2 + 40, header.y, { count: 2 });
  await isShown("12");
  await visit.press("c", "Alt");
  await visit.focusedIs("button Open ben #12");
  await visit.press("Tab", "Shift");
  await visit.focusedIs("button Open anna #11");
  await visit.press("Enter");
  await isShown("11");
  await visit.press("c", "Alt");
  const other = await visit.find("button", "Open ben #12");
  await visit.page.mouse.click(other.x + other.width / 2 - 30, other.y);
  await isShown("12");
});

test("images are zoomed together until they are unlinked", async (visit) => {
  await open(visit);
  await visit.click("button", "Compare all annotations");
  const width = async (title, label) => (await part(visit, title, "img", `${label}, rectangle`)).box.width;
  const before = await width("anna #11", "Head");
  const wheelOver = async (title) => {
    await visit.page.mouse.move(...middle(await part(visit, title, "img", "image")));
    await visit.page.keyboard.down("Control");
    await visit.page.mouse.wheel({ deltaY: -300 });
    await visit.page.keyboard.up("Control");
  };
  const grows = (title, label, from) => visit.until(`${title} is larger`, (title, label, from) => {
    const group = document.querySelector("cartouche-editor").shadowRoot.querySelector(`[role=group][aria-label="${title}"]`);
    return group?.querySelector(`[aria-label="${label}, rectangle"]`)?.getBoundingClientRect().width > from * 1.2;
  }, title, label, from);
  await wheelOver("anna #11");
  await grows("anna #11", "Head", before);
  await grows("ben #12", "Nose", before);
  const linked = await width("anna #11", "Head");
  ok(Math.abs(linked - (await width("ben #12", "Nose"))) < 1, "both are as large");
  await visit.click("button", "Zoom and move all images together");
  await wheelOver("ben #12");
  await grows("ben #12", "Nose", linked);
  ok(Math.abs((await width("anna #11", "Head")) - linked) < 1, "the other one stays");
});

test("the headers say what the region under the pointer overlaps with elsewhere", async (visit) => {
  await open(visit);
  await visit.click("button", "Compare all annotations");
  const region = await part(visit, "anna #11", "img", "Head, rectangle");
  await visit.page.mouse.move(...middle(region));
  await visit.find("status", "Nose · 60 % overlap");
  await visit.find("status", "Nothing there");
});

test("the same by keyboard: the next region of the column whose header has the focus", async (visit) => {
  await open(visit);
  await visit.click("button", "Compare all annotations");
  await visit.focusedIs("button Open anna #11");
  await visit.press(".", "Alt");
  await visit.find("status", "Nose · 60 % overlap");
  await visit.press("Tab");
  await visit.focusedIs("button Open ben #12");
  await pause(); // a frame with the focus there
  await visit.press(".", "Alt");
  await visit.find("status", "Head · 60 % overlap");
});

test("agreement on each control and each region stands beside the columns", async (visit) => {
  const [first, second] = task.annotations;
  const given = { ...task, annotations: [first, { ...second, result: [box("b", 25, 40, "Head"), choice("cb", "Rain")] }] };
  await open(visit, given, "height: 660px; width: 1000px");
  await visit.click("button", "Compare all annotations");
  await visit.click("button", "Agreement");
  await visit.find("region", "Agreement");
  await visit.find("heading", "Agreement of 2 annotations");
  await visit.find("listitem", "label: 100 %, regions that match, with 78 % overlap");
  await visit.find("listitem", "day: 0 %, same answer");
  await visit.click("button", "Head: 78 % overlap, ben #12, found by 1 of 1");
  await visit.find("status", "Head · 78 % overlap"); // what the other column has there
  await visit.click("button", "Agreement");
  ok(!(await visit.has("region", "Agreement")), "the panel is closed");
});

test("hosts open and close the comparison, and hear of nothing but a choice among annotations", async (visit) => {
  await visit.open("pages/label_studio.html");
  await visit.find("radio", "Cat");
  const calls = await visit.page.evaluate(async (config, task) => {
    window.instance.destroy();
    const calls = [];
    const labelStudio = new window.LabelStudio("label-studio", {
      config, task, onSelectAnnotation: (annotation) => calls.push(annotation.pk),
    });
    await new Promise((resolve) => labelStudio.on("storageInitialized", () => setTimeout(resolve, 100)));
    const store = labelStudio.store.annotationStore;
    calls.push(store.viewingAll);
    store.toggleViewingAllAnnotations();
    await new Promise((resolve) => setTimeout(resolve, 100));
    calls.push(store.viewingAll);
    store.selectAnnotation("11");
    calls.push(store.viewingAll);
    return calls;
  }, config, task);
  equal(calls, ["11", "12", false, true, "11", false], "what the host saw");
});

test("a host that does not want annotations compared has no button and no key for it", async (visit) => {
  await open(visit, task, "height: 660px", ["annotations:tabs", "predictions:tabs", "topbar", "controls", "update"]);
  await visit.click("tab", "ben #12");
  await visit.press("c", "Alt");
  await new Promise((resolve) => setTimeout(resolve, 300));
  ok(!(await visit.has("button", "Compare all annotations")), "no button");
  ok(!(await visit.has("region", "Comparison")), "no comparison");
});

test("in a narrow window the columns lie below each other, and scroll", async (visit) => {
  await visit.page.setViewport({ width: 390, height: 800, deviceScaleFactor: 1 });
  await open(visit, task, "height: 700px; width: 360px");
  await visit.click("button", "Compare all annotations");
  const [a, b] = [await visit.find("button", "Open anna #11"), await visit.find("button", "Open ben #12")];
  ok(b.y > a.y + 200 && Math.abs(b.x - a.x) < 1, "below");
  await visit.page.mouse.move(a.x, a.y);
  await visit.page.mouse.wheel({ deltaY: 250 });
  await visit.until("it is scrolled", (top) => {
    const root = document.querySelector("cartouche-editor").shadowRoot;
    return root.querySelector('[aria-label="Open ben #12"]').getBoundingClientRect().top < top;
  }, b.y - 200);
});

test("more tabs than fit scroll by their arrows, by the wheel, and to what has the focus", async (visit) => {
  const many = Array.from({ length: 20 }, (_, index) => ({
    id: 100 + index, created_username: `labeler ${index}`, created_at: `2024-01-${String(28 - index).padStart(2, "0")}T00:00:00Z`, result: [],
  }));
  await open(visit, { ...task, annotations: many, predictions: [] });
  const left = (title) => visit.page.evaluate((title) => document.querySelector("cartouche-editor").shadowRoot
    .querySelector(`[role=tab][aria-label="${title}"]`).getBoundingClientRect().left, title);
  const isAt = (what, title, condition) => visit.until(what, (title, source) => {
    const tab = document.querySelector("cartouche-editor").shadowRoot.querySelector(`[role=tab][aria-label="${title}"]`);
    const box = tab.getBoundingClientRect();
    return source === "left" ? box.left < 0 : box.left >= 0 && box.right <= 900;
  }, title, condition);
  await isAt("the first is seen", "labeler 0 #100", "seen");
  const before = await left("labeler 3 #103");
  await visit.click("button", "More annotations");
  await isAt("the first is scrolled away", "labeler 0 #100", "left");
  ok((await left("labeler 3 #103")) < before, "they moved");
  const tab = await visit.find("tab", "labeler 5 #105");
  await visit.page.mouse.move(tab.x, tab.y);
  await visit.page.mouse.wheel({ deltaY: -2000 });
  await isAt("the wheel brings the first back", "labeler 0 #100", "seen");
  await visit.click("tab", "labeler 0 #100");
  await visit.press("ArrowLeft"); // round to the last
  await visit.focusedIs("tab labeler 19 #119");
  await isAt("what has the focus is seen", "labeler 19 #119", "seen");
});
