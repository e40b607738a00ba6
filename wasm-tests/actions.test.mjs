// What ends the work on a task besides Submit: skipping it, reviewing it, going to another one; with real events.

import { labelStudioServer } from "./support/label_studio_server.mjs";
import { pets } from "./support/pets.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { storedParts } from "./support/storage.mjs";

const all = "controls,submit,update,skip,edit-history,topbar:prevnext,side-column";
const review = "controls,submit,update,skip,review,edit-history";
const cat = { id: "a", from_name: "Pets", to_name: "Image", type: "choices", value: { choices: ["Cat"] } };
const saved = { id: 7, data: { image_url: "/samples/chelsea.png" }, annotations: [{ id: 11, result: [cat] }] };

async function choose(visit, name) {
  await visit.click("radio", name);
  await visit.checked("radio", name);
}

/** A task that somebody labeled, in the plain test page. */
async function open(visit, task, interfaces, setUp = {}) {
  await visit.open("pages/editor.html");
  await visit.page.evaluate((config, task, interfaces, setUp) => {
    Object.assign(document.querySelector("cartouche-editor"), { interfaces: interfaces.split(","), ...setUp, config, task });
  }, pets, task, interfaces, setUp);
  await visit.find("radio", "Cat");
}

/** The buttons that end the work, from the left to the right. */
const buttons = async (visit) => {
  const names = ["Skip", "Submit", "Update", "Cancel skip", "Reject", "Accept", "Fix + Accept"];
  return (await visit.outline()).filter((line) => line.startsWith("button ")).map((line) => line.slice(7)).filter((name) => names.includes(name));
};

const isThere = (visit, name) => visit.find("button", name);

test("without a word of the page there is no button to skip, and no way to other tasks", async (visit) => {
  await visit.label(pets);
  await isThere(visit, "Submit");
  equal(await buttons(visit), ["Submit"], "buttons");
  ok(!(await visit.has("toolbar", "Tasks")), "there is no toolbar of tasks");
  await visit.page.evaluate(() => document.querySelector("cartouche-editor").shadowRoot.querySelector(".stage").focus());
  await visit.press(" ", "Control");
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").execute("annotation:skip")), false, "done");
});

test("a task is skipped by mouse, the skip is taken back, and it is skipped by key", async (visit) => {
  await visit.label(pets, undefined, { interfaces: all });
  await choose(visit, "Dog");
  await visit.click("button", "Skip");
  const [{ annotation, task }] = await visit.events("cartouche-skip");
  equal([annotation.was_cancelled, annotation.result[0].value.choices, task.id], [true, ["Dog"], 7], "skipped");
  await visit.find("text", "Was skipped");
  equal(await buttons(visit), ["Cancel skip"], "buttons");
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotations[0].isSkipped), true, "isSkipped");
  await visit.click("button", "Cancel skip");
  equal((await visit.events("cartouche-cancel-skip"))[0].annotation.was_cancelled, false, "taken back");
  await isThere(visit, "Update");
  equal(await buttons(visit), ["Skip", "Update"], "buttons");
  await visit.press(" ", "Control");
  await visit.find("text", "Was skipped");
  await visit.click("button", "Cancel skip");
  await isThere(visit, "Skip");
  await visit.press("Enter", "Alt");
  await visit.find("text", "Was skipped");
  equal((await visit.events("cartouche-skip")).length, 3, "skips");
});

test("what was skipped before says so, and the button has its key", async (visit) => {
  await open(visit, { ...saved, annotations: [{ id: 11, was_cancelled: true, result: [] }] }, all);
  await visit.find("text", "Was skipped");
  await visit.click("button", "Cancel skip");
  await isThere(visit, "Skip");
  const keys = await visit.page.evaluate(() => document.querySelector("cartouche-editor").shadowRoot.querySelector('[aria-label="Skip"]').getAttribute("aria-keyshortcuts"));
  equal(keys, "Control+Space", "keys");
});

test("a reviewer accepts, fixes and accepts, and rejects, by mouse and by key", async (visit) => {
  await open(visit, saved, review);
  await isThere(visit, "Accept");
  equal(await buttons(visit), ["Reject", "Accept"], "buttons");
  await visit.click("button", "Accept");
  const [accepted] = await visit.events("cartouche-accept");
  equal([accepted.isDirty, accepted.annotation.pk, accepted.task.id], [false, 11, 7], "accepted");
  await choose(visit, "Dog");
  await isThere(visit, "Fix + Accept");
  await visit.press("Enter", "Control");
  const fixed = await visit.until("it was heard again", () => window.received.filter(({ type }) => type === "cartouche-accept")[1]?.detail);
  equal([fixed.isDirty, fixed.annotation.result[0].value.choices], [true, ["Dog"]], "fixed");
  await visit.press(" ", "Control");
  await visit.click("button", "Reject");
  await visit.until("both were heard", () => window.received.filter(({ type }) => type === "cartouche-reject").length === 2);
  const types = await visit.page.evaluate(() => window.received.map(({ type }) => type));
  ok(!types.includes("cartouche-update") && !types.includes("cartouche-skip"), "nothing is submitted or skipped in a review");
});

test("what is read-only can be looked at, and has no buttons", async (visit) => {
  await open(visit, saved, `${all},annotations:add-new,annotations:delete`, { readOnly: true });
  await visit.checked("radio", "Cat");
  equal(await buttons(visit), [], "buttons");
  await visit.click("radio", "Dog");
  await visit.press("Enter", "Control");
  await visit.press(" ", "Control");
  await visit.checked("radio", "Cat");
  ok(!(await visit.has("button", "New annotation")), "none can be added");
  const state = await visit.page.evaluate(() => {
    const editor = document.querySelector("cartouche-editor");
    return [editor.hasAttribute("read-only"), editor.annotations[0].isReadonly, window.received.some(({ type }) => /submit|update|skip/.test(type))];
  });
  equal(state, [true, true, false], "state");
  const setReadOnly = (value) => visit.page.evaluate((value) => (document.querySelector("cartouche-editor").readOnly = value), value);
  await setReadOnly(false);
  await isThere(visit, "Update");
  await choose(visit, "Dog");
  await setReadOnly(true);
  await visit.until("the button is gone", () => !document.querySelector("cartouche-editor").shadowRoot.querySelector('[aria-label="Update"]'));
  await visit.checked("radio", "Dog");
});

test("the page leads from task to task", async (visit) => {
  await visit.label(pets, undefined, { interfaces: all });
  await visit.page.evaluate(() => document.querySelector("cartouche-editor").setNeighbors({ previous: false, next: true }));
  await visit.until("there is no way back", () => document.querySelector("cartouche-editor").shadowRoot.querySelector('[aria-label="Previous task"]')?.getAttribute("aria-disabled") === "true");
  await visit.click("button", "Next task");
  equal((await visit.events("cartouche-next-task"))[0].isPostponed, false, "postponed");
  await visit.page.evaluate(() => document.querySelector("cartouche-editor").setNeighbors({ previous: true, next: true }));
  await visit.press("PageUp", "Alt", "Shift");
  equal((await visit.events("cartouche-previous-task"))[0].task.id, 7, "task");
});

test("all buttons are to be had where the window is narrow, in every language", async (visit) => {
  await visit.page.setViewport({ width: 390, height: 800, deviceScaleFactor: 1 });
  const task = { ...saved, annotations: [{ id: 11, result: [cat] }] };
  for (const [locale, skip, update] of [["en", "Skip", "Update"], ["de", "Überspringen", "Aktualisieren"], ["ar", "تخطٍّ", "تحديث"]]) {
    await open(visit, task, all, { locale });
    await visit.page.evaluate(() => document.querySelector("cartouche-editor").setAttribute("style", "height: 600px; display: block; width: 374px; margin: 0"));
    for (const name of [skip, update]) {
      const found = await isThere(visit, name);
      const frame = await visit.page.evaluate(() => {
        const { left, right, top, bottom } = document.querySelector("cartouche-editor").getBoundingClientRect();
        return { left, right, top, bottom };
      });
      ok(found.width > 40 && found.height >= 40, `${name} can be hit: ${found.width} x ${found.height}`);
      ok(found.x - found.width / 2 >= frame.left && found.x + found.width / 2 <= frame.right, `${name} is within the editor`);
    }
    const places = await visit.page.evaluate(() => [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll("[data-widget][role=button]")].map((button) => {
      const { left, right, top, bottom } = button.getBoundingClientRect();
      return { name: button.getAttribute("aria-label"), left, right, top, bottom };
    }));
    const overlap = places.flatMap((one, at) => places.slice(at + 1).filter((other) =>
      one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1).map(({ name }) => `${one.name} and ${name}`));
    equal(overlap, [], `overlap in ${locale}`);
  }
});

/** The stand-in server's project, with the buttons of a queue. */
async function openProject(visit, name) {
  await visit.open("pages/editor.html");
  await visit.page.evaluate((url, interfaces) => {
    const editor = document.querySelector("cartouche-editor");
    editor.interfaces = [...interfaces.split(","), "postpone"];
    editor.host = window.Cartouche.labelStudioHost({ url, project: 5, token: "secret" });
  }, `/label-studio/${name}`, all);
}

const taskIs = (visit, id) => visit.until(`task ${id} is shown`, (wanted) => (document.querySelector("cartouche-editor").task?.id ?? null) === wanted, id);

test("at a Label Studio server a task is skipped, gone back to, and labeled after all", async (visit) => {
  const name = `skips-${visit.browserName}`;
  const server = labelStudioServer(name);
  await openProject(visit, name);
  await taskIs(visit, 1);
  await visit.click("button", "Skip");
  await taskIs(visit, 2);
  equal(server.annotations.map(({ task, was_cancelled }) => [task, was_cancelled]), [[1, true]], "skipped");
  await visit.click("button", "Previous task");
  await taskIs(visit, 1);
  await visit.find("text", "Was skipped");
  await visit.click("button", "Cancel skip");
  await isThere(visit, "Submit");
  equal([server.annotations.length, server.drafts.length], [0, 1], "the annotation became a draft");
  await choose(visit, "Cat");
  await visit.click("button", "Submit");
  await taskIs(visit, 2);
  equal(server.annotations.map(({ task, was_cancelled }) => [task, was_cancelled]), [[1, false]], "annotations");
  equal(server.drafts.length, 0, "drafts");
});

test("at a Label Studio server a task is postponed, and others come first", async (visit) => {
  const name = `postpones-${visit.browserName}`;
  const server = labelStudioServer(name);
  await openProject(visit, name);
  await taskIs(visit, 1);
  await choose(visit, "Cat");
  await visit.click("button", "Next task");
  await taskIs(visit, 2);
  equal(server.drafts.map(({ task, was_postponed }) => [task, was_postponed]), [[1, true]], "draft");
  await choose(visit, "Dog");
  await visit.click("button", "Previous task");
  await taskIs(visit, 1);
  await visit.checked("radio", "Cat");
  await visit.click("button", "Next task");
  await taskIs(visit, 2);
  await visit.checked("radio", "Dog");
});

test("a task is left once its draft is at the host, behind one that is on its way, and postponed without a change, too", async (visit) => {
  await visit.open("pages/editor.html");
  await visit.page.evaluate((config, interfaces) => {
    window.told = [];
    const task = (id) => ({ task: { id, data: { image_url: "/samples/chelsea.png" } }, config });
    let id = 0;
    const editor = document.querySelector("cartouche-editor");
    editor.interfaces = [...interfaces.split(","), "postpone"];
    editor.host = {
      save: async () => undefined,
      async next() {
        window.told.push("next");
        return task((id += 1));
      },
      async saveDraft({ annotation, isPostponed }) {
        window.told.push([annotation.result[0]?.value.choices[0], isPostponed ?? false]);
        await new Promise((resolve) => (window.take = resolve));
        window.told.push("taken");
      },
    };
  }, pets, all);
  const heard = (count) => visit.until(`${count} things happen`, (count) => window.told.length === count && window.told, count);
  await taskIs(visit, 1);
  await choose(visit, "Cat");
  equal(await heard(2), ["next", ["Cat", false]], "after a while");
  await choose(visit, "Dog");
  await visit.click("button", "Next task");
  await visit.page.evaluate(() => window.take());
  equal((await heard(4)).slice(2), ["taken", ["Dog", true]], "when it is left");
  await visit.page.evaluate(() => window.take());
  equal((await heard(6)).slice(4), ["taken", "next"], "behind it");
  await taskIs(visit, 2);
  await visit.checked("radio", "Dog", false);
  await visit.click("button", "Next task");
  equal((await heard(7)).slice(6), [[null, true]], "without a change");
  await visit.page.evaluate(() => window.take());
  await taskIs(visit, 3);
});

test("a host that takes reviews gets them, and one that does not is told of", async (visit) => {
  await open(visit, saved, review);
  await visit.page.evaluate(() => {
    window.reviews = [];
    document.querySelector("cartouche-editor").host = { save: async () => undefined, review: async (submission) => void window.reviews.push(submission) };
  });
  await choose(visit, "Dog");
  await visit.click("button", "Fix + Accept");
  await visit.find("status", "Saved");
  await visit.click("button", "Reject");
  await visit.until("both came", () => window.reviews.length === 2);
  equal(await visit.page.evaluate(() => window.reviews.map(({ kind, isDirty, annotation }) => [kind, isDirty, annotation.pk])), [["accept", true, 11], ["reject", true, 11]], "reviews");
  await visit.page.evaluate(() => (document.querySelector("cartouche-editor").host = { save: async () => undefined }));
  await visit.click("button", "Reject");
  await visit.find("status", "Not saved: it takes no reviews");
});

test("a skip that the page prevents is not sent", async (visit) => {
  await visit.label(pets, undefined, { interfaces: all });
  await visit.page.evaluate(() => {
    window.sent = [];
    const editor = document.querySelector("cartouche-editor");
    editor.host = { save: async ({ kind }) => void window.sent.push(kind) };
    editor.addEventListener("cartouche-skip", (event) => event.preventDefault());
  });
  await visit.click("button", "Skip");
  await visit.events("cartouche-skip");
  await visit.click("button", "Cancel skip");
  await visit.find("status", "Saved");
  equal(await visit.page.evaluate(() => window.sent), ["cancel-skip"], "sent");
});

test("a skip that the host refused is taken back without its hearing of it", async (visit) => {
  await visit.label(pets, undefined, { interfaces: all, journal: "refused-skip" });
  await visit.page.evaluate(() => {
    window.sent = [];
    document.querySelector("cartouche-editor").host = {
      saveDraft: async ({ kind, annotation }) => void window.sent.push([kind, annotation.was_cancelled, annotation.result.length]),
      async save({ kind }) {
        window.sent.push(kind);
        if (kind === "skip") {
          throw new window.Cartouche.SaveError("every task must be labeled", { isFinal: true });
        }
      },
    };
  });
  await choose(visit, "Dog");
  await visit.click("button", "Skip");
  await visit.find("status", "Not saved: every task must be labeled");
  await visit.click("button", "Cancel skip");
  await isThere(visit, "Submit");
  ok(!(await visit.has("button", "Retry")), "nothing is to be tried again");
  equal((await storedParts(visit)).filter(({ submission }) => submission), [], "what is kept to be sent");
  await visit.until("what was labeled is a draft", () => window.sent.length === 2);
  await choose(visit, "Cat");
  await visit.click("button", "Submit");
  await visit.find("status", "Saved");
  equal(await visit.page.evaluate(() => window.sent), ["skip", ["draft", false, 1], "submit"], "sent");
});
