// Several annotations of one task, the command palette and the history, with real events.

import { placer } from "./support/image.mjs";
import { equal, ok, test } from "./support/registry.mjs";

const config = `<View>
  <RectangleLabels name="label" toName="image"><Label value="Head"/><Label value="Nose"/></RectangleLabels>
  <Filter name="filter" toName="day" hotkey=""/>
  <Choices name="day" toName="image" showInLine="true"><Choice value="Sun"/><Choice value="Rain"/></Choices>
  <Image name="image" value="$image_url"/>
</View>`;

const box = (id, x, label, extra = {}) => ({
  id, from_name: "label", to_name: "image", type: "rectanglelabels", original_width: 451, original_height: 300, image_rotation: 0,
  value: { x, y: 20, width: 20, height: 30, rotation: 0, rectanglelabels: [label] }, ...extra,
});

const task = {
  id: 7, data: { image_url: "/samples/chelsea.png" },
  annotations: [
    { id: 11, created_username: "anna", created_at: "2024-01-02T00:00:00Z", result: [box("a", 10, "Head")] },
    { id: 12, created_username: "ben", created_at: "2024-01-01T00:00:00Z", result: [] },
  ],
  predictions: [{ id: 5, model_version: "net-1", score: 0.75, result: [box("p", 50, "Nose", { score: 0.9 }), box("q", 5, "Head", { score: 0.4 })] }],
};

async function open(visit, given = task, setUp = {}) {
  await visit.open("pages/editor.html");
  await visit.page.evaluate((xml, task, setUp) => {
    const editor = document.querySelector("cartouche-editor");
    editor.setAttribute("style", "height: 660px");
    Object.assign(editor, { config: xml, task, ...setUp });
  }, config, given, setUp);
  await visit.find("toolbar", "Image tools");
}

const shown = (visit) => visit.page.evaluate(() => {
  const editor = document.querySelector("cartouche-editor");
  return editor.annotations.find(({ id }) => id === editor.selectedAnnotation).pk;
});

const isShown = (visit, title) => visit.until(`${title} is shown`, (title) => {
  const tab = document.querySelector("cartouche-editor").shadowRoot.querySelector(`[role=tab][aria-label="${title}"]`);
  return tab?.getAttribute("aria-selected") === "true";
}, title);

test("annotations and predictions are tabs, by mouse and by keyboard, each with a history of its own", async (visit) => {
  await open(visit);
  await isShown(visit, "anna #11");
  await visit.find("img", "Head, rectangle");
  await visit.click("radio", "Sun");
  await visit.checked("radio", "Sun");
  await visit.click("tab", "ben #12");
  await isShown(visit, "ben #12");
  await visit.checked("radio", "Sun", false);
  equal(await shown(visit), "12", "the one that is shown");
  await visit.press("ArrowRight"); // the focus, from one tab to the next
  await visit.press("Enter");
  await isShown(visit, "net-1 · 0.75");
  await visit.find("img", "Nose, rectangle");
  ok(!(await visit.has("button", "Submit")), "a prediction cannot be submitted");
  await visit.press("PageUp", "Alt");
  await visit.press("PageUp", "Alt");
  await isShown(visit, "anna #11");
  await visit.checked("radio", "Sun");
  await visit.click("button", "Update");
  const updates = await visit.events("cartouche-update");
  equal(updates.at(-1).annotation.pk, 11, "what is updated");
  equal(updates.at(-1).annotation.result.length, 2, "results");
});

test("a copy of a prediction is an annotation of its own that says where it is from", async (visit) => {
  await open(visit);
  await visit.click("tab", "net-1 · 0.75");
  await isShown(visit, "net-1 · 0.75");
  await visit.click("button", "Duplicate the annotation");
  await isShown(visit, "New annotation");
  await visit.click("button", "Submit");
  const [{ annotation }] = await visit.events("cartouche-submit");
  equal(annotation.parent_prediction, 5, "the prediction");
  equal(annotation.result.map(({ id, origin, score }) => [id, origin, score]), [["p", "prediction", 0.9], ["q", "prediction", 0.4]]);
});

test("deleting asks first: the focus is in the dialog, Escape is no, and the host is told", async (visit) => {
  await open(visit);
  await visit.click("button", "Delete the annotation");
  await visit.focusedIs("button Cancel");
  await visit.press("Escape");
  await visit.focusedIs("button Delete the annotation");
  await visit.press("Enter");
  await visit.focusedIs("button Cancel");
  await visit.press("Tab");
  await visit.focusedIs("button Delete");
  await visit.press("Enter");
  const [deleted] = await visit.events("cartouche-delete");
  equal(deleted.annotation.pk, 11, "what was deleted");
  await isShown(visit, "ben #12");
});

test("the command palette finds and executes by keyboard alone, and never opens while typing", async (visit) => {
  await open(visit);
  await visit.click("radio", "Rain");
  await visit.checked("radio", "Rain");
  await visit.press("k", "Alt");
  await visit.focusedIs("combobox Search commands");
  await visit.page.keyboard.type("sun");
  await visit.find("option", "Sun");
  await visit.until("Enter chooses Sun", () => {
    const root = document.querySelector("cartouche-editor").shadowRoot;
    const active = root.activeElement?.getAttribute("aria-activedescendant");
    return active && root.getElementById(active)?.getAttribute("aria-label") === "Sun";
  });
  await visit.press("Enter");
  await visit.checked("radio", "Sun");
  await visit.focusedIs("radio Rain"); // where it was
  await visit.press("k", "Alt");
  await visit.focusedIs("combobox Search commands");
  await visit.press("ArrowDown");
  await visit.press("ArrowUp");
  await visit.page.keyboard.type("undo");
  await visit.find("option", "Undo");
  await visit.press("Enter");
  await visit.checked("radio", "Rain");
  await visit.press("k", "Alt");
  await visit.focusedIs("combobox Search commands");
  await visit.press("Escape");
  await visit.focusedIs("radio Rain");

  await visit.click("searchbox", "Filter");
  await visit.press("k", "Alt");
  await visit.page.keyboard.type("1");
  await new Promise((resolve) => setTimeout(resolve, 200));
  ok(!(await visit.outline()).includes("dialog Commands"), "no palette while typing");
  await visit.press("Backspace");
});

test("the history goes back and forth by mouse and keyboard", async (visit) => {
  await open(visit);
  await visit.click("radio", "Sun");
  await visit.checked("radio", "Sun");
  await visit.click("radio", "Rain");
  await visit.checked("radio", "Rain");
  await visit.click("button", "History");
  await visit.find("option", "2 day: Rain");
  await visit.click("option", "0 Start");
  await visit.checked("radio", "Rain", false);
  await visit.press("ArrowUp");
  await visit.press("Enter");
  await visit.checked("radio", "Sun");
});

test("a host gives commands other keys, and hears of those that are wrong", async (visit) => {
  await open(visit, task, { keymap: { "annotation:undo": { key: "ctrl+u" }, "tool:rect": { key: "ctrl+z" }, "no:thing": { key: "x" } } });
  await visit.click("radio", "Sun");
  await visit.checked("radio", "Sun");
  await visit.press("u", "Control");
  await visit.checked("radio", "Sun", false);
  const errors = await visit.events("cartouche-error");
  equal(errors.map(({ code, source, pointer }) => [code, source, pointer]), [["unknown-command", "host", "/keymap/no:thing"]]);
  const keys = await visit.page.evaluate(() => document.querySelector("cartouche-editor").shadowRoot
    .querySelector("[aria-label=Undo]").getAttribute("aria-keyshortcuts"));
  equal(keys, "Control+U", "the key in the accessibility tree");
});

test("regions that cannot be shown are told with their place, and saved as they came", async (visit) => {
  const bad = [
    box("out", 300, "Head"), { ...box("neg", 10, "Head"), value: { ...box("neg", 10, "Head").value, width: -4 } },
    { id: "one", from_name: "label", to_name: "image", type: "polygon", value: { points: [[4, 4]] } }, box("good", 10, "Nose"),
  ];
  await open(visit, { ...task, annotations: [{ id: 1, result: bad }], predictions: [] });
  await visit.find("img", "Nose, rectangle");
  await visit.until("all are reported", () => window.received.filter((event) => event.type === "cartouche-error").length >= 3);
  const errors = await visit.events("cartouche-error");
  equal(errors.map(({ code, pointer }) => [code, pointer]).sort(), [
    ["region-empty", "/result/1"], ["region-few-points", "/result/2"], ["region-outside", "/result/0"],
  ]);
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result), bad, "what is saved");
});

test("hosts of the Label Studio front end select, add, copy and delete annotations", async (visit) => {
  await visit.open("pages/label_studio.html");
  await visit.find("radio", "Cat");
  const calls = await visit.page.evaluate(async (config, task) => {
    window.instance.destroy();
    const calls = [];
    const labelStudio = new window.LabelStudio("label-studio", {
      config, task,
      onSelectAnnotation: (annotation, previous) => calls.push(["select", annotation.pk ?? "new", previous?.pk ?? null]),
      onDeleteAnnotation: (_store, annotation) => calls.push(["delete", annotation.pk]),
    });
    await new Promise((resolve) => labelStudio.on("storageInitialized", () => setTimeout(resolve, 100)));
    const store = labelStudio.store.annotationStore;
    calls.push(["there", store.annotations.map(({ pk }) => pk), store.predictions.map(({ pk }) => pk), store.selected.pk]);
    store.selectAnnotation("11");
    calls.push(["results", store.selected.serializeAnnotation().map(({ id }) => id)]);
    const copy = store.addAnnotationFromPrediction(store.predictions[0]);
    calls.push(["copy", copy.serializeAnnotation().map(({ id }) => id), store.selected === copy]);
    copy.deserializeResults([]);
    calls.push(["emptied", copy.serializeAnnotation()]);
    store.deleteAnnotation(store.annotations.find(({ pk }) => pk === "12"));
    await new Promise((resolve) => setTimeout(resolve, 100));
    calls.push(["left", store.annotations.map(({ pk }) => pk ?? "new")]);
    return calls;
  }, config, task);
  equal(calls, [
    ["select", "11", null], ["select", "12", "11"], ["there", ["12", "11"], ["5"], "12"],
    ["select", "11", "12"], ["results", ["a"]],
    ["select", "new", "11"], ["copy", ["p", "q"], true], ["emptied", []],
    ["delete", "12"], ["left", ["new", "11"]],
  ]);
});

test("a smart tool asks the host's model, and what it suggests is accepted or rejected", async (visit) => {
  await visit.open("pages/label_studio.html");
  await visit.find("radio", "Cat");
  await visit.page.evaluate((task, suggested) => {
    window.instance.destroy();
    window.asked = [];
    document.querySelector("#label-studio").style.height = "660px";
    const labelStudio = new window.LabelStudio("label-studio", {
      config: `<View><KeyPointLabels name="point" toName="image" smartOnly="true"><Label value="Head"/></KeyPointLabels>
        <RectangleLabels name="label" toName="image"><Label value="Nose"/></RectangleLabels><Image name="image" value="$image_url"/></View>`,
      task, interfaces: ["submit", "controls", "side-column", "auto-annotation"],
      onRegionFinishedDrawing: (region, connected) => {
        window.asked.push([region.type, region.serialize().is_positive, connected.length]);
        const response = new Promise((resolve) => setTimeout(resolve, 50, { regions: suggested }));
        labelStudio.store.loadSuggestions(response, ({ regions }) => regions);
      },
    });
    window.instance = labelStudio;
  }, { id: 7, data: task.data }, [box("s", 20, "Nose", { score: 0.8 }), box("t", 60, "Nose")]);
  await visit.find("toolbar", "Image tools");
  const at = await placer(visit);
  await visit.click("radio", "Head");
  await visit.page.mouse.click(...at(50, 60));
  await visit.find("img", "Nose, rectangle, predicted 0.80");
  equal(await visit.page.evaluate(() => window.asked), [["keypointlabels", true, 1]]);
  await visit.press("n", "Alt");
  await visit.click("button", "Reject");
  await visit.click("button", "Accept all");
  const ids = () => visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result.map(({ id }) => id));
  await visit.until("it is taken over", () => document.querySelector("cartouche-editor").annotation.result.length === 1);
  equal(await ids(), ["t"]);
  await visit.until("nothing is offered any more", () => ![...document.querySelector("cartouche-editor").shadowRoot
    .querySelectorAll("[role=group]")].some((element) => element.ariaLabel === "Predicted regions"));
  await visit.click("button", "Ask the model");
  await visit.until("it is on", () => document.querySelector("cartouche-editor").shadowRoot
    .querySelector('[aria-label="Ask the model about what is drawn"]')?.getAttribute("aria-pressed") === "true");
});

test("keys change at once, and what was labeled stays", async (visit) => {
  await open(visit);
  await visit.click("radio", "Sun");
  await visit.checked("radio", "Sun");
  const refused = await visit.page.evaluate(async () => {
    const editor = document.querySelector("cartouche-editor");
    await editor.setKeymap({ "annotation:undo": { key: "ctrl+u" } });
    return editor.setKeymap({ "annotation:redo": { key: "ctrl+y" }, "annotation:und": { key: "x" } }).catch(({ diagnostic }) => diagnostic);
  });
  equal([refused.code, refused.pointer], ["unknown-command", "/keymap/annotation:und"], "why other keys are refused");
  await visit.checked("radio", "Sun");
  await visit.press("u", "Control");
  await visit.checked("radio", "Sun", false);
  await visit.page.evaluate(() => (document.querySelector("cartouche-editor").keymap = { "annotation:redo": { key: "ctrl+i" } }));
  await visit.press("i", "Control");
  await visit.checked("radio", "Sun");
  equal(await visit.page.evaluate(() => window.received.filter(({ type }) => type === "cartouche-error").length), 0, "problems");
});
