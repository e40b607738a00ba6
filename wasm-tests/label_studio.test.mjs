// Pages as they are written for the Label Studio front end (wasm-tests/label_studio): only their script tag is ours.

import { drag, placer } from "./support/image.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { storedPart, storedParts } from "./support/storage.mjs";

async function open(visit, name) {
  await visit.open(`label-studio-pages/${name}.html`);
  await visit.find("radio", "Calm");
}

const heard = (visit) => visit.page.evaluate(() => window.heard);

/** All that was heard, once it is as much as this. */
async function heardAre(visit, expected) {
  await visit.until(`${expected.length} calls were heard`, (count) => window.heard.length >= count, expected.length).catch(() => undefined);
  equal(await heard(visit), expected, "what was heard");
}

async function choose(visit, name) {
  await visit.click("radio", name);
  await visit.checked("radio", name);
}

test("written for the front end: callbacks hear of load, submit and update", async (visit) => {
  await open(visit, "callbacks");
  await choose(visit, "Calm");
  await visit.click("button", "Submit");
  await visit.until("it was submitted", () => window.heard.length === 2);
  const [, [, isSelected, [{ id, ...result }]]] = await heard(visit);
  ok(isSelected && id.length === 10, "the selected annotation, with ids");
  equal(result.value, { choices: ["Calm"] }, "result");
  await choose(visit, "Cross");
  await visit.click("button", "Update");
  await visit.until("it was updated", () => window.heard.length === 3);
  const all = await heard(visit);
  equal([all[0], all[2]], [["load", 1, "/samples/chelsea.png", 0], ["update", 1, "object"]]);
});

test("written for the front end: on and off", async (visit) => {
  await open(visit, "events");
  await choose(visit, "Calm");
  await visit.click("button", "Submit");
  await heardAre(visit, [["load"], ["initialized"], ["first"], ["second"]]);
});

test("written for the front end: a prediction is taken over and submitted", async (visit) => {
  await open(visit, "predictions");
  await visit.checked("radio", "Calm");
  await visit.click("button", "Submit");
  await heardAre(visit, [
    ["taken", "9", 9, [["p1", ["Hello"]]]], ["submit", [["p1", "prediction"], ["m1", "prediction"]]],
  ]);
});

test("written for the front end: saved annotations are selected, starred, updated and deleted", async (visit) => {
  await open(visit, "saved");
  await visit.checked("radio", "Calm");
  await choose(visit, "Cross");
  await visit.click("button", "Update");
  await visit.until("it was updated", () => window.heard.some(([name]) => name === "update"));
  await visit.page.evaluate(() => {
    const { annotationStore } = window.labelStudio.store;
    annotationStore.selected.setGroundTruth(true);
    annotationStore.deleteAnnotation(annotationStore.annotations.find(({ pk }) => pk === "12"));
  });
  await heardAre(visit, [
    ["select", "11", null, "object"], ["select", "12", "11", "object"], ["order", ["12", "11"], "12"], ["select", "11", "12", "object"],
    ["update", "11", true, ["Cross"]], ["groundTruth", "11", true], ["delete", "12"],
  ]);
});

test("written for the front end: the page fills the annotation, and appends to it", async (visit) => {
  await open(visit, "prefilled");
  await visit.checked("radio", "Cross");
  await visit.click("button", "Submit");
  await heardAre(visit, [["filled", 1, 2], ["appended", true, 2], ["submit", 3]]);
});

test("written for the front end: hooks hear which regions are made and deleted", async (visit) => {
  await open(visit, "regions");
  const place = await placer(visit);
  await visit.click("radio", "Hello");
  await drag(visit, place(20, 20), place(60, 70));
  await visit.until("it was made", () => window.heard.length === 1);
  await visit.click("button", "Undo");
  await visit.until("it is gone", () => window.labelStudio.store.annotationStore.selected.regions.length === 0);
  await visit.click("button", "Redo");
  await visit.until("it is back", () => window.labelStudio.store.annotationStore.selected.regions.length === 1);
  await visit.click("button", "Select and move");
  await visit.page.mouse.click(...place(40, 45));
  await visit.press("Backspace");
  await heardAre(visit, [["create", "rectanglelabels", ["Hello"], 451], ["delete", "rectanglelabels"]]);
});

test("written for the front end: drafts are saved, and go when it is submitted", async (visit) => {
  await open(visit, "drafts");
  await choose(visit, "Calm");
  await visit.until("a draft is saved", () => window.heard.length === 1);
  await visit.click("button", "Submit");
  await heardAre(visit, [["draft", ["Calm"], 0, "object"], ["submit", 77], ["dropped", 0]]);
});

test("written for the front end: a save can be refused, and a failing listener is shown", async (visit) => {
  await open(visit, "veto");
  await choose(visit, "Calm");
  await visit.click("button", "Submit");
  await visit.find("status", "Not saved: the page does not want it yet");
  await choose(visit, "Cross");
  await visit.press("Enter", "Control");
  await visit.find("status", "Not saved: the server is away");
  await visit.click("button", "Retry");
  await visit.until("it was submitted again", () => window.heard.filter(([name]) => name === "submit").length >= 2);
  ok((await heard(visit)).every(([name, what]) => name !== "submit" || what[0] === "Cross"), "what was refused never arrives");
});

test("written for the front end: from task to task, as Label Studio's own pages go", async (visit) => {
  await open(visit, "queue");
  await choose(visit, "Calm");
  await visit.click("button", "Submit");
  await visit.until("it has its key", () => window.heard.some(([name]) => name === "saved"));
  await choose(visit, "Cross");
  await visit.click("button", "Update");
  await visit.until("the next task is shown", () => window.heard.some(([name]) => name === "shown"));
  await visit.checked("radio", "Calm");
  await choose(visit, "Cross");
  await visit.click("button", "Update");
  await heardAre(visit, [
    ["submit", 1, false], ["saved", "99", true], ["update", 1, "99"], ["reset", 0, null], ["shown", 2, "21", 1], ["update", 2, "21"],
  ]);
});

test("written for the front end: a component is mounted again and again", async (visit) => {
  await open(visit, "component");
  await choose(visit, "Calm");
  await visit.click("button", "Submit");
  await heardAre(visit, [["load", 1], ["submit", 1]]);
  equal(await visit.page.evaluate(() => window.unmountAll()), [0, 0], "what is left");
});

test("written for the front end: the page's own buttons and keys", async (visit) => {
  await open(visit, "own_buttons");
  await choose(visit, "Calm");
  await visit.page.click("#undo");
  await visit.checked("radio", "Calm", false);
  await visit.page.click("#redo");
  await visit.checked("radio", "Calm");
  await visit.click("radio", "Cross");
  await visit.checked("radio", "Cross");
  await visit.press("u", "Control");
  await visit.checked("radio", "Calm");
  await visit.page.click("#submit");
  await heardAre(visit, [["interfaces", false, false], ["submit", 1]]);
});

test("written for the front end: tasks of a stream are skipped, postponed, and gone back to", async (visit) => {
  await open(visit, "stream");
  await visit.click("button", "Skip");
  await visit.find("text", "Was skipped");
  await visit.click("button", "Cancel skip");
  await heardAre(visit, [["skip", 1, {}], ["unskip", 1, false]]);
  await visit.click("button", "Next task");
  await visit.until("the second task is shown", () => window.labelStudio.store.task.id === 2);
  await choose(visit, "Cross");
  await visit.click("button", "Next task");
  await visit.until("the third task is shown", () => window.labelStudio.store.task.id === 3);
  await visit.page.evaluate(() => window.labelStudio.store.setTaskHistory([1, 2, 3].map((taskId) => ({ taskId, annotationId: null }))));
  await visit.press("PageUp", "Alt", "Shift");
  await visit.until("the second task is shown again", () => window.labelStudio.store.task.id === 2);
  await heardAre(visit, [
    ["skip", 1, {}], ["unskip", 1, false], ["next", 2, null], ["draft", 1, { was_postponed: true }], ["next"], ["previous", 2, null],
  ]);
});

test("written for the front end: a reviewer accepts, fixes and rejects", async (visit) => {
  await open(visit, "review");
  await visit.click("button", "Accept");
  await visit.until("it was accepted", () => window.heard.length === 2);
  await choose(visit, "Cross");
  await visit.click("button", "Fix + Accept");
  await visit.until("it was accepted", () => window.heard.length === 4);
  await visit.press(" ", "Control");
  await visit.until("it was rejected", () => window.heard.length === 6);
  await visit.page.evaluate(() => window.labelStudio.store.rejectAnnotation({ comment: "blurred" }));
  await heardAre(visit, [
    ["before", "acceptAnnotation"], ["accept", 1, false, "11", ["Calm"]], ["before", "acceptAnnotation"], ["accept", 1, true, "11", ["Cross"]],
    ["before", "rejectAnnotation"], ["reject", 1, true, "11", null], ["reject", 1, true, "11", "blurred"],
  ]);
});

const annotationsShown = (visit) => visit.page.evaluate(() => {
  const { annotationStore } = window.labelStudio.store;
  return annotationStore.annotations.map(({ pk, selected, results }) => [pk ?? null, selected, results.map(({ value }) => value.choices[0])]);
});

for (const [how, passphrase] of [["", ""], [", sealed with a passphrase", "&passphrase=correct+horse"]]) {
  test(`written for the front end: with the option journal every step is kept until a listener has it${how}`, async (visit) => {
    const load = async (query) => {
      await visit.open(`label-studio-pages/journal.html?${query}${passphrase}`);
      await visit.find("radio", "Calm");
    };
    await load("fails=1");
    await choose(visit, "Cross");
    await storedPart(visit, "about");
    await load("fails=1");
    await visit.find("status", "Restored 1 step, not yet submitted.");
    await visit.checked("radio", "Cross");
    equal(await annotationsShown(visit), [[null, true, ["Cross"]]], "annotations");
    await visit.click("button", "Submit");
    await visit.find("status", "Not saved: the server is away");

    await load("task=2"); // of which nothing was kept, and to whose listener nothing of the other is told
    await visit.checked("radio", "Cross", false);
    equal(await heard(visit), [], "what was heard");
    await load("task=1");
    await visit.find("status", "Restored 1 step, not yet submitted.");
    await visit.checked("radio", "Cross");
    await visit.click("button", "Submit");
    await visit.find("status", "Saved");
    await heardAre(visit, [["submit", 1, ["Cross"]]]);
    equal((await storedParts(visit)).filter(({ part, submission }) => part || submission), [], "what is stored");
  });
}

test("written for the front end: with the option journal a saved annotation goes on where it was", async (visit) => {
  const load = async () => {
    await visit.open("label-studio-pages/journal.html?saved=1");
    await visit.find("radio", "Calm");
  };
  await load();
  await visit.checked("radio", "Calm");
  await choose(visit, "Cross");
  await storedPart(visit, "Cross");
  await load();
  await visit.find("status", "Restored 1 step");
  await visit.checked("radio", "Cross");
  equal(await annotationsShown(visit), [["21", true, ["Cross"]]], "annotations");
  await visit.click("button", "Update");
  await visit.find("status", "Saved");
  await heardAre(visit, [["update", "21", ["Cross"]]]);
});
