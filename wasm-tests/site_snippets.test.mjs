// Every example of the guides, run as it stands: read out of the page, put into a page of its own, and used. Those of
// frameworks are files of small apps, and run by frameworks.test.mjs.

import { labelStudioServer } from "./support/label_studio_server.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { readSnippets, serveSnippet } from "./support/snippets.mjs";
import { storedParts, storedPart } from "./support/storage.mjs";

const snippets = new Map((await Promise.all(["guide", "migrate"].map(readSnippets))).flat().filter(({ kind }) => kind !== "app").map((snippet) => [snippet.name, snippet]));
const checks = new Map();

/** What an example names besides the files that all have. */
function othersOf(name, visit) {
  switch (name) {
    case "frame":
      return { "framed.html": { code: snippets.get("framed").code.replace("https://labels.example", new URL(visit.server.url).origin) } };
    case "media":
      return { signed: { code: "cat.jpg?signed" } };
    default:
      return {};
  }
}

/** Adds the check of an example; it gets a visit to the page that runs it, what the page logged, and what it sent. */
function run(name, check, change = (code) => code) {
  checks.set(name, check);
  test(`the guide's example "${name}" runs as it stands`, async (visit) => {
    const snippet = { ...snippets.get(name), code: change(snippets.get(name).code, visit) };
    const received = await serveSnippet(snippet, othersOf(name, visit));
    const log = [];
    visit.page.on("console", (message) => log.push(message));
    await visit.open(`served/${name}.html`);
    if (snippet.kind === "js" && name !== "bundler") {
      await visit.until("the example has run", () => window.isDone === true);
    }
    await check(visit, log, received);
  });
}

async function choose(visit, name) {
  await visit.click("radio", name);
  await visit.checked("radio", name);
}

async function submit(visit, name = "Cat") {
  await choose(visit, name);
  await visit.click("button", "Submit");
}

/** Waits until the page has logged this many times, and gives the texts. */
async function logged(log, count) {
  for (const start = Date.now(); log.length < count && Date.now() - start < 15_000; ) {
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return log.map((message) => message.text());
}

async function loggedValues(log, count) {
  await logged(log, count);
  return Promise.all(log.flatMap((message) => message.args()).map((value) => value.jsonValue()));
}

async function arrived(received, count) {
  for (const start = Date.now(); received.length < count && Date.now() - start < 15_000; ) {
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  equal(received.length, count, "annotations that arrived");
}

async function logsAnAnnotation(visit, log) {
  await submit(visit);
  const [annotation] = await loggedValues(log, 1);
  equal(annotation.result.map(({ value }) => value), [{ choices: ["Cat"] }], "what was logged");
}

for (const name of ["script-tag", "module"]) {
  run(name, logsAnAnnotation);
}
run("bundler", (visit) => choose(visit, "Dog"));
run("framework", async (visit, log) => {
  await logsAnAnnotation(visit, log);
  await visit.page.click("#leave");
  equal(await visit.page.evaluate(() => document.querySelectorAll("cartouche-editor").length), 0, "editors left");
});
run("attributes", async (visit) => {
  await choose(visit, "Cat");
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").dataset.theme), "dark", "theme");
  ok(!(await visit.has("button", "Undo")), "there is no Undo");
});
run("properties", async (visit, log) => {
  equal(await logged(log, 1), ["2"], "the task");
  await choose(visit, "Ferret");
});
run("commands", async (_visit, log) => equal(await logged(log, 1), ["false true false"], "what was done"));
run("annotations", async (_visit, log) => equal(await logged(log, 1), ["9 3"], "where it is from, and how many there are"));
run("regions", async (_visit, log) => {
  equal(await logged(log, 3), ["selected e1", "changed e1 9", "deleted e1"], "what was heard");
});
run("expressions", async (visit) => {
  await visit.click("button", "Accept all");
  await visit.until("both are taken over", () => document.querySelector("cartouche-editor").annotation.result.length === 2);
  const found = await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result.map(({ value }) => value));
  equal(found.map(({ text, labels }) => [text, labels]), [["$19.50", ["Money"]], ["$3", ["Money"]]], "what was found");
});
run("media", async (visit) => {
  await visit.until("what was signed is asked for", () => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("cat.jpg?signed")));
  await choose(visit, "Cat");
  ok(!(await visit.has("alert", "")), "no problem");
});
run("events", async (visit, log) => {
  await submit(visit);
  const heard = await logged(log, 3); // the first of them, or not, of the empty annotation
  equal(heard.filter((text) => text !== "changed 0"), ["changed 1", "submitted 1"], "what was heard");
});
run("veto", async (visit, _log, received) => {
  await visit.click("button", "Submit");
  await choose(visit, "Cat");
  equal(received, [], "what arrived of nothing");
  await visit.click("button", "Update");
  await arrived(received, 1);
});
run("submit-url", async (visit, _log, received) => {
  await submit(visit);
  await visit.find("status", "Saved");
  await arrived(received, 1);
  ok(received[0].headers["idempotency-key"].length > 9, "it has a key");
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.pk), 41, "pk");
});
run("rest-host", async (visit, log, received) => {
  await submit(visit);
  equal(await logged(log, 2), ["saving 1", "saved 0"], "what was heard");
  await arrived(received, 1);
  equal(received[0].headers["x-team"], "birds", "header");
});
run("own-host", async (visit, _log, received) => {
  await submit(visit);
  await visit.find("status", "Saved");
  equal([received[0].body.kind, received[0].body.annotation.result.length], ["submit", 1], "what arrived");
});
run("queue", async (visit, log) => {
  const shown = (id) => visit.until(`task ${id} is shown`, (wanted) => (document.querySelector("cartouche-editor").task?.id ?? null) === wanted, id);
  await shown(1);
  await submit(visit);
  await shown(2);
  await submit(visit, "Dog");
  await visit.find("status", "There is no more task to label.");
  equal(await logged(log, 2), ["saved 1", "saved 2"], "what was saved");
});
run("label-studio-server", async (visit) => {
  const server = labelStudioServer("pets");
  const before = server.annotations.length;
  const id = await visit.until("a task comes", () => document.querySelector("cartouche-editor").task?.data.image_url && document.querySelector("cartouche-editor").task.id);
  await submit(visit);
  await visit.until("it goes on", (id) => document.querySelector("cartouche-editor").task?.id !== id, id);
  equal(server.annotations.length, before + 1, "annotations at the server");
}, (code, visit) => {
  visit.expectProblem(/404/); // how the server says that there is no more
  return code;
});
run("frame", async (visit, log) => {
  const element = await visit.page.waitForSelector("iframe");
  const frame = await element.contentFrame();
  const box = await element.boundingBox();
  for (const name of ["Cat", "Submit"]) {
    const found = await frame.waitForFunction((label) => {
      const place = document.querySelector("cartouche-editor")?.shadowRoot.querySelector(`[aria-label="${label}"]`)?.getBoundingClientRect();
      return place && { x: place.x + place.width / 2, y: place.y + place.height / 2 };
    }, { polling: 50 }, name);
    const { x, y } = await found.jsonValue();
    await visit.page.mouse.click(box.x + x, box.y + y);
  }
  equal(await logged(log, 1), ["stored 1"], "what was stored");
});
checks.set("framed", checks.get("frame")); // the page that it frames
run("tasks-from-files", async (visit, log) => {
  const openFile = (name, text) => visit.page.evaluate((name, text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], name));
    const input = document.querySelector("#open");
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
  }, name, text);
  await visit.until("the config is there", () => document.querySelector("cartouche-editor").config !== "");
  await openFile("pets.csv", "image,who\ncat.jpg\n");
  await visit.until("what is wrong is told", () => document.querySelector("#problem").textContent.startsWith("pets.csv, line 2: the number of cells is 1"));
  await openFile("pets.json", JSON.stringify([{ id: 1, data: { image: "cat.jpg" } }, { id: 2, data: { image: "cat.jpg" } }]));
  for (const id of [1, 2]) {
    await visit.until(`task ${id} is shown`, (id) => document.querySelector("cartouche-editor").task?.id === id, id);
    await submit(visit);
  }
  equal(await logged(log, 2), ["1 1", "2 1"], "what was saved");
});
run("files", async (visit) => {
  await visit.page.evaluate(() => {
    const files = new DataTransfer();
    files.items.add(new File([JSON.stringify({ id: 8, data: { image: "cat.jpg" } })], "task.json"));
    const input = document.querySelector("#open");
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
    window.made = {};
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => ((window.made.blob = blob), createObjectURL(blob));
    HTMLAnchorElement.prototype.click = function () {
      window.made.name = this.download;
    };
  });
  await visit.until("the task is shown", async () => {
    const editor = document.querySelector("cartouche-editor");
    await editor.restored;
    return editor.task?.id === 8;
  });
  await choose(visit, "Cat");
  await visit.page.click("#keep");
  const [name, text] = await visit.page.evaluate(async () => [window.made.name, await window.made.blob.text()]);
  const [{ id, annotations }] = JSON.parse(text);
  equal([name, id, annotations[0].result.length], ["labeled.json", 8, 1], "the file");
});
run("journal", async (visit, log) => {
  await choose(visit, "Dog");
  ok(await storedPart(visit, "Dog"), "it is stored");
  await visit.open("served/journal.html");
  await visit.checked("radio", "Dog");
  equal(await logged(log, 1), ["restored 1"], "what was heard");
  await visit.until("the example has run", () => window.isDone === true);
  await visit.page.click("#log-out");
  await visit.until("it is gone", () => document.querySelector("cartouche-editor") === null);
  equal(await storedParts(visit), [], "what is kept");
});
run("passphrase", async (visit) => {
  await choose(visit, "Dog");
  const { value } = await storedPart(visit, "about");
  ok(value.lock && !value.lastStep, "it is sealed");
  await visit.open("served/passphrase.html");
  await visit.checked("radio", "Dog");
});
run("cipher", (visit) => visit.until("the task that was sealed is shown", () => {
  const { task, annotation } = document.querySelector("cartouche-editor");
  return task.id === 8 && task.data && annotation?.task === 8;
}));
run("size", async (visit) => {
  await choose(visit, "Cat");
  equal(await visit.page.evaluate(() => innerHeight - document.querySelector("cartouche-editor").getBoundingClientRect().height), 64, "what is left of the window");
});
run("theme", (visit) => visit.until("it is dark", () => document.querySelector("cartouche-editor").dataset.theme === "dark"));
run("locale", async (visit) => {
  await visit.find("button", "Wyślij");
  await visit.find("button", "Undo");
});
run("keymap", async (visit) => {
  await choose(visit, "Cat");
  await visit.press("s", "Control");
  await visit.find("button", "Update");
});
run("policy", async (visit) => {
  await submit(visit);
  await visit.find("button", "Update");
});
run("label-studio", async (visit, log) => {
  await submit(visit);
  const [result] = await loggedValues(log, 1);
  equal(result.map(({ type, value }) => [type, value]), [["choices", { choices: ["Cat"] }]], "what was logged");
});
run("label-studio-journal", async (visit, log) => {
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  await visit.page.reload({ waitUntil: "load" });
  await visit.find("status", "Restored 1 step");
  await visit.click("button", "Submit");
  const [result] = await loggedValues(log, 1);
  equal(result.map(({ type, value }) => [type, value]), [["choices", { choices: ["Cat"] }]], "what was logged");
});

test("the guides have no example that is not run", async () => {
  equal([...snippets.keys()].sort(), [...checks.keys()].sort(), "examples");
}, { only: "chromium" });
