// Where annotations go: the page's own code, a Label Studio server, the page around a frame, a file.

import { choose, openProject, taskIs } from "./support/hosts.mjs";
import { labelStudioServer } from "./support/label_studio_server.mjs";
import { isOneAnswer, pets } from "./support/pets.mjs";
import { equal, ok, test } from "./support/registry.mjs";

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

/** Submits tasks 1 to `count`, as a page that goes on without waiting for its host. */
async function submitTasks(visit, count) {
  for (let id = 1; id <= count; ++id) {
    await visit.page.evaluate((id) => (document.querySelector("cartouche-editor").task = { id, data: { image_url: "/samples/chelsea.png" } }), id);
    await visit.checked("radio", "Cat", false);
    await choose(visit, "Cat");
    await visit.click("button", "Submit");
    await visit.until("it is on its way", (count) => document.querySelector("cartouche-editor").unsavedCount === count, id);
  }
}

/** A host that is away until `window.comeBack()`. */
const hostIsAway = (visit) => visit.page.evaluate(() => {
  window.taken = [];
  let isAway = true;
  window.comeBack = () => {
    isAway = false;
    window.dispatchEvent(new Event("online"));
  };
  document.querySelector("cartouche-editor").host = {
    name: "the shop",
    async save({ annotation, key }) {
      if (isAway) {
        throw new Error("it is away");
      }
      window.taken.push([annotation.task, key]);
    },
  };
});

test("how many annotations the host lacks stays in view from task to task, and no notice hides it", async (visit) => {
  const unsaved = () => visit.find("status", "3 annotations are not saved yet");
  await visit.label(pets);
  await hostIsAway(visit);
  await submitTasks(visit, 3);
  await unsaved();
  await visit.page.evaluate(() => (document.querySelector("cartouche-editor").task = { id: 4, data: { image_url: "/samples/chelsea.png" } }));
  await visit.checked("radio", "Cat", false);
  await unsaved();
  await visit.find("status", "Not saved: it is away"); // after some tries
  await unsaved();
  const notice = "This is an announcement of the page, which is so long that it takes all of the room that there is for it in the bar";
  await visit.page.evaluate((text) => document.querySelector("cartouche-editor").notify({ kind: "info", text, action: null }), notice);
  const [told, counted] = [await visit.find("status", notice), await unsaved()];
  ok(counted.width > 100 && counted.height > 10, `it is ${counted.width} wide and ${counted.height} high`);
  const areApart = (one, other) => Math.abs(one.x - other.x) >= (one.width + other.width) / 2 || Math.abs(one.y - other.y) >= (one.height + other.height) / 2;
  ok(areApart(told, counted), "they lie over one another");
  await visit.page.evaluate(() => document.querySelector("cartouche-editor").classList.add("small"));
  await visit.until("the bar is as narrow", (wide) => [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll("[role=status]")]
    .every((status) => status.getBoundingClientRect().right < wide), 520);
  const [below, above] = [await visit.find("status", notice), await unsaved()];
  ok(below.y - above.y >= above.height, "where it is narrow each has a line of its own");
  await visit.page.evaluate(() => window.comeBack());
  await visit.find("status", "Saved");
  equal(await visit.page.evaluate(() => window.taken.map(([task]) => task)), [1, 2, 3], "annotations at the host");
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").unsavedCount), 0, "unsaved");
  ok(!(await visit.outline()).some((line) => line.includes("not saved yet")), "it is still counted");
});

test("what is saved within a moment is not counted", async (visit) => {
  await visit.label(pets);
  await visit.page.evaluate(() => {
    document.querySelector("cartouche-editor").host = { save: () => new Promise((resolve) => setTimeout(resolve, 200)) };
    const root = document.querySelector("cartouche-editor").shadowRoot;
    window.counts = [];
    new MutationObserver(() => {
      const texts = [...root.querySelectorAll("[role=status]")].map((node) => node.getAttribute("aria-label") ?? node.textContent);
      window.counts.push(...texts.filter((text) => text.includes("not saved yet")));
    }).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await choose(visit, "Cat");
  await visit.click("button", "Submit");
  await visit.find("status", "Saved");
  await new Promise((resolve) => setTimeout(resolve, 1200));
  equal(await visit.page.evaluate(() => window.counts), [], "what was counted");
});

test("what was submitted reaches the host although the editor is taken out of the page, or put back meanwhile", async (visit) => {
  await visit.label(pets);
  await hostIsAway(visit);
  await submitTasks(visit, 2);
  await visit.page.evaluate(() => {
    window.editor = document.querySelector("cartouche-editor");
    window.editor.remove();
  });
  equal(await visit.page.evaluate(() => window.editor.unsavedCount), 2, "unsaved");
  const asks = () => visit.page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  ok(await asks(), "the page may be left without a question");
  await visit.page.evaluate(() => document.body.prepend(window.editor));
  await visit.find("status", "2 annotations are not saved yet");
  equal(await visit.page.evaluate(() => window.editor.unsavedCount), 2, "unsaved");
  await visit.page.evaluate(() => {
    window.editor.remove();
    window.comeBack();
  });
  await visit.until("all of it arrives", () => window.editor.unsavedCount === 0);
  equal(await visit.page.evaluate(() => window.taken.map(([task]) => task)), [1, 2], "annotations at the host");
  equal(await visit.page.evaluate(() => new Set(window.taken.map(([, key]) => key)).size), 2, "keys");
  ok(!(await asks()), "the page asks before it is left, though all is saved");
});

test("tries are apart as far as they should be: longer each time, and as long as the host asks", async (visit) => {
  await visit.label(pets);
  await visit.page.evaluate(() => {
    window.times = [];
    document.querySelector("cartouche-editor").host = {
      async save() {
        window.times.push(performance.now());
        if (window.times.length < 4) {
          throw new window.Cartouche.SaveError("busy", { retryAfterMs: window.times.length === 3 ? 3000 : 0 });
        }
      },
    };
  });
  await choose(visit, "Cat");
  await visit.click("button", "Submit");
  await visit.find("status", "Saved");
  const pauses = await visit.page.evaluate(() => window.times.slice(1).map((time, index) => time - window.times[index]));
  const least = [375, 750, 3000];
  ok(pauses.length === 3 && pauses.every((pause, index) => pause >= least[index] - 5), `pauses of ${pauses.map(Math.round)} ms`);
  const keys = (await visit.events("cartouche-save")).map(({ state, attempt }) => [state, attempt]);
  equal(keys, [["saving", 1], ["saving", 2], ["saving", 3], ["saving", 4], ["saved", 4]], "events");
});

test("a server that asks for a pause (Retry-After) gets it", async (visit) => {
  visit.expectProblem(/503|server responded/);
  const name = `pause-${visit.browserName}-${Date.now()}`;
  await visit.label(pets, undefined, { "submit-url": `/save/${name}/503,200` });
  await choose(visit, "Cat");
  await visit.click("button", "Submit");
  await visit.find("status", "Saved");
  const [first, second] = await visit.page.evaluate(async (name) => (await (await fetch(`/received/${name}`)).json()).map(({ at }) => at), name);
  ok(second - first >= 2000 - 50, `the second try came after ${second - first} ms`);
});

test("a request that is still under way is not broken off with the editor", async (visit) => {
  const name = `under-way-${visit.browserName}`;
  await visit.label(pets, undefined, { "submit-url": `/save/${name}/200` });
  await choose(visit, "Cat");
  await visit.page.evaluate(() => document.addEventListener("cartouche-submit", ({ target }) => setTimeout(() => target.remove(), 0)));
  await visit.click("button", "Submit");
  await visit.until("it arrives", async (name) => (await (await fetch(`/received/${name}`)).json()).length === 1, name);
});

test("a server that leads to a page for logging in has saved nothing", async (visit) => {
  await visit.label(pets, undefined, { "submit-url": "/login-first" });
  await choose(visit, "Cat");
  await visit.click("button", "Submit");
  await visit.find("status", "Not saved: the server answered with a web page, perhaps to log in");
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").unsavedCount), 1, "unsaved");
  await visit.find("button", "Retry");
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
