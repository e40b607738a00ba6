// Where annotations go: the page's own code, a Label Studio server, the page around a frame, a file.

import { labelStudioServer } from "./support/label_studio_server.mjs";
import { isOneAnswer, pets } from "./support/pets.mjs";
import { equal, ok, test } from "./support/registry.mjs";

async function choose(visit, name) {
  await visit.click("radio", name);
  await visit.checked("radio", name);
}

test("the page's own host saves, and names what it saved", async (visit) => {
  await visit.label(pets);
  await visit.page.evaluate(() => {
    window.saved = [];
    document.querySelector("cartouche-editor").host = {
      async save(submission) {
        window.saved.push(submission);
        return { pk: 41 };
      },
    };
  });
  await choose(visit, "Cat");
  await visit.click("button", "Submit");
  await visit.find("status", "Saved");
  await choose(visit, "Dog");
  await visit.click("button", "Update");
  await visit.until("the update is saved, too", () => window.saved.length === 2);
  const [first, second] = await visit.page.evaluate(() => window.saved);
  equal([first.kind, first.isRepeated, first.annotation.pk], ["submit", false, undefined], "submission");
  equal([second.kind, second.annotation.pk], ["update", 41], "update");
  ok(first.key !== second.key, "each has a key of its own");
  isOneAnswer(first.annotation.result, "Cat");
});

test("a host that refuses is shown, the count of what it lacks is told, and trying again helps", async (visit) => {
  await visit.label(pets);
  await visit.page.evaluate(() => {
    window.answers = [new window.Cartouche.SaveError("you are logged out", { isFinal: true })];
    document.querySelector("cartouche-editor").host = {
      name: "the shop",
      async save() {
        const error = window.answers.shift();
        if (error) {
          throw error;
        }
      },
    };
  });
  await choose(visit, "Cat");
  await visit.click("button", "Submit");
  await visit.find("status", "Not saved: you are logged out");
  equal((await visit.events("cartouche-error"))[0].message, "The annotation could not be saved at the shop: you are logged out. It is kept here; try again.");
  equal((await visit.events("cartouche-save")).map(({ state, unsaved }) => [state, unsaved]), [["saving", 1], ["failed", 1]], "events");
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").unsavedCount), 1, "unsaved");
  await visit.click("button", "Retry");
  await visit.find("status", "Saved");
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").unsavedCount), 0, "unsaved");
});

/** The task that the stand-in server gives next, in the editor. */
async function openProject(visit, name, token = "secret", attributes = {}) {
  await visit.open("pages/editor.html");
  await visit.page.evaluate((url, secret, given) => {
    const editor = document.querySelector("cartouche-editor");
    for (const [attribute, value] of Object.entries(given)) {
      editor.setAttribute(attribute, value);
    }
    editor.host = window.Cartouche.labelStudioHost({ url, project: 5, token: secret });
  }, `/label-studio/${name}`, token, attributes);
}

const taskIs = (visit, id) => visit.until(`task ${id} is shown`, (wanted) => (document.querySelector("cartouche-editor").task?.id ?? null) === wanted, id);

test("a project of a Label Studio server is labeled task by task", async (visit) => {
  visit.expectProblem(/404/); // how the server says that there is no more
  const name = `queue-${visit.browserName}`;
  const server = labelStudioServer(name);
  await openProject(visit, name);
  await taskIs(visit, 1);
  await choose(visit, "Cat");
  await visit.click("button", "Submit");
  await taskIs(visit, 2);
  await choose(visit, "Dog");
  await visit.click("button", "Submit");
  await visit.find("status", "There is no more task to label.");
  equal(server.annotations.map(({ task, result }) => [task, result[0].value.choices[0]]), [[1, "Cat"], [2, "Dog"]], "annotations");
  ok(server.annotations.every(({ lead_time, started_at }) => lead_time > 0 && started_at), "with their times");
});

test("drafts are saved at a Label Studio server, come back, and go with the annotation", async (visit) => {
  const name = `drafts-${visit.browserName}`;
  const server = labelStudioServer(name);
  await openProject(visit, name);
  await choose(visit, "Cat");
  const start = Date.now();
  while (server.drafts.length === 0 && Date.now() - start < 15_000) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  isOneAnswer(server.drafts[0].result, "Cat");
  await openProject(visit, name);
  await visit.checked("radio", "Cat");
  await visit.click("button", "Submit");
  await taskIs(visit, 2);
  equal([server.drafts.length, server.annotations.length], [0, 1], "drafts and annotations");
});

test("an answer of a Label Studio server that goes missing makes no second annotation", async (visit) => {
  visit.expectProblem(/ERR_EMPTY_RESPONSE|Failed to load|400/);
  const name = `lost-${visit.browserName}`;
  const server = labelStudioServer(name);
  server.loseAnswers(2); // Chromium itself asks twice where a connection swallows the answer
  await openProject(visit, name);
  await choose(visit, "Cat");
  await visit.click("button", "Submit");
  await taskIs(visit, 2);
  equal(server.annotations.length, 1, "annotations");
});

test("a task that the host gave before it had the annotation is not labeled again", async (visit) => {
  await visit.label(pets, undefined, { journal: "late" });
  await visit.page.evaluate(() => {
    document.querySelector("cartouche-editor").host = { save: () => new Promise(() => undefined) };
  });
  await choose(visit, "Cat");
  await visit.click("button", "Submit");
  await visit.until("it is kept", () => document.querySelector("cartouche-editor").unsavedCount === 1);
  await visit.open("pages/editor.html");
  await visit.page.evaluate((config) => {
    const saved = Promise.withResolvers();
    let given = 6;
    Object.assign(document.querySelector("cartouche-editor"), {
      journal: "late",
      host: {
        save: async () => saved.resolve(),
        async next() {
          given += 1; // chosen now; on its way, it is passed by the annotation
          const task = { id: given, data: { image_url: "/samples/chelsea.png" } };
          await saved.promise;
          await new Promise((resolve) => setTimeout(resolve, 200));
          return { task, config };
        },
      },
    });
  }, pets);
  await taskIs(visit, 8);
  await visit.checked("radio", "Cat", false);
});

test("a Label Studio server that wants a login is told", async (visit) => {
  visit.expectProblem(/401/);
  await openProject(visit, `login-${visit.browserName}`, "wrong");
  await visit.find("status", "The next task did not come: the server answered HTTP 401");
  equal((await visit.events("cartouche-error"))[0].code, "task-unreachable");
});

/** The page that confirms what it saved, and what is done in its frame. */
async function openFramed(visit) {
  await visit.open("pages/confirming.html");
  const element = await visit.page.waitForSelector("iframe");
  const frame = await element.contentFrame();
  const box = await element.boundingBox();
  const press = async (label) => {
    const found = await frame.waitForFunction((name) => {
      const place = document.querySelector("cartouche-editor")?.shadowRoot.querySelector(`[aria-label="${name}"]`)?.getBoundingClientRect();
      return place && { x: place.x + place.width / 2, y: place.y + place.height / 2 };
    }, { polling: 50 }, label);
    const { x, y } = await found.jsonValue();
    await visit.page.mouse.click(box.x + x, box.y + y);
  };
  const says = (text) => frame.waitForFunction((wanted) =>
    [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll("[role=status]")].some((node) => (node.getAttribute("aria-label") ?? node.textContent).includes(wanted)), { polling: 50 }, text);
  return { press, says };
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

test("the task and its annotations can be had as a file", async (visit) => {
  await visit.label(pets);
  await choose(visit, "Cat");
  const file = await visit.page.evaluate(() => {
    const made = {};
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => ((made.blob = blob), createObjectURL(blob));
    document.addEventListener("click", (event) => event.preventDefault(), { once: true });
    HTMLAnchorElement.prototype.click = function () {
      made.name = this.download;
    };
    document.querySelector("cartouche-editor").download();
    return made.blob.text().then((text) => ({ name: made.name, text }));
  });
  equal(file.name, "task-7.json", "name");
  const [task] = JSON.parse(file.text);
  equal([task.id, task.data.image_url, task.annotations.length], [7, "/samples/chelsea.png", 1], "task");
  isOneAnswer(task.annotations[0].result, "Cat");
});
