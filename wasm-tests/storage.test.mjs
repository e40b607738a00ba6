// What is labeled is kept in the browser, step by step, and comes back.

import { readFile } from "node:fs/promises";
import { drag, placer } from "./support/image.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { annotatedTask, labelKept, secondTab, storedPart, storedParts } from "./support/storage.mjs";

const answer = (id, control, choice) => ({ id, from_name: control, to_name: "image", type: "choices", value: { choices: [choice] } });

const resultOf = (visit) => visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result);

async function choose(visit, role, name) {
  await visit.click(role, name);
  await visit.checked(role, name);
}

async function drawBox(visit, from, to) {
  const place = await placer(visit);
  await visit.press("1");
  await drag(visit, place(...from), place(...to));
}

test("after a reload every step is there, and the editor says so", async (visit) => {
  await labelKept(visit);
  await choose(visit, "radio", "Rain");
  await choose(visit, "checkbox", "Sea");
  await drawBox(visit, [20, 20], [50, 60]);
  await visit.until("there is a box", () => document.querySelector("cartouche-editor").annotation.result.length === 3);
  const before = await resultOf(visit);

  await labelKept(visit);
  await visit.find("status", "Restored 3 steps, not yet submitted.");
  equal(await resultOf(visit), before, "result");
  equal((await visit.events("cartouche-restore"))[0], { annotations: 1, steps: 3 }, "event");
  await choose(visit, "radio", "Sun");

  await labelKept(visit);
  await visit.find("status", "Restored");
  await visit.checked("radio", "Sun");
  await visit.checked("checkbox", "Sea");
});

test("what is restored can be discarded, and brought back", async (visit) => {
  await labelKept(visit);
  await choose(visit, "radio", "Rain");
  await labelKept(visit);
  await visit.checked("radio", "Rain");
  await visit.click("button", "Discard");
  await visit.checked("radio", "Rain", false);
  equal(await storedParts(visit), [], "what is stored");
  await visit.click("button", "Bring it back");
  await visit.checked("radio", "Rain");
  await visit.find("button", "Discard");
});

for (const passphrase of [null, "correct horse"]) test(`a step is kept before the next frame${passphrase ? ", sealed" : ""}`, async (visit) => {
  await labelKept(visit, { properties: { passphrase } });
  await visit.page.evaluate(() => {
    // The storage has all of it in the task of the step, so that a kill after that comes too late to keep it from that.
    const { commit } = IDBTransaction.prototype;
    window.order = [];
    IDBTransaction.prototype.commit = function () {
      window.order.push("kept");
      return commit.call(this);
    };
    const channel = new MessageChannel();
    channel.port1.onmessage = () => window.order.push("task after it");
    document.addEventListener("keydown", () => {
      channel.port2.postMessage(0);
      requestAnimationFrame(() => window.order.push("frame"));
    }, { capture: true, once: true });
  });
  await (await visit.page.$("cartouche-editor")).focus().catch(() => undefined);
  await visit.click("radio", "Rain");
  await visit.checked("radio", "Rain");
  await visit.page.evaluate(() => (window.order = []));
  await visit.press("2");
  await visit.until("a frame and a task come", () => window.order.includes("frame") && window.order.includes("task after it"));
  const order = await visit.page.evaluate(() => window.order);
  equal(order[0], "kept", "what is first");
});

for (const passphrase of [null, "correct horse"]) {
  test(`a step is not lost that the browser dropped with its tab${passphrase ? ", sealed" : ""}`, async (visit) => {
    const properties = { passphrase };
    await labelKept(visit, { properties });
    await visit.click("radio", "Rain");
    await visit.checked("radio", "Rain");
    while (!(await storedParts(visit)).some(({ part }) => part === "about")) {
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await visit.page.evaluate(() => {
      // What is handed over comes to nothing, as in a tab that is killed before the browser has asked for the quota.
      const nothing = { put: () => ({}), delete: () => ({}), get: () => ({}), getKey: () => ({}) };
      IDBDatabase.prototype.transaction = () => ({ objectStore: () => nothing, commit: () => undefined, addEventListener: () => undefined });
    });
    await visit.click("checkbox", "Sea");
    await visit.checked("checkbox", "Sea");
    await visit.click("checkbox", "Town");
    await visit.checked("checkbox", "Town");
    const noted = await visit.page.evaluate(() => Object.values(localStorage));
    equal(noted.length, 2, "steps on their way");
    equal(noted.join().includes("Town"), passphrase === null, "whether they are legible");
    await labelKept(visit, { properties });
    await visit.find("status", "Restored 3 steps, not yet submitted.");
    await visit.checked("radio", "Rain");
    await visit.checked("checkbox", "Sea");
    await visit.checked("checkbox", "Town");
    equal(await visit.page.evaluate(() => Object.keys(localStorage)), [], "what is left to be written");
  });
}

test("an answer that was taken back stays taken back", async (visit) => {
  const task = annotatedTask([answer("a", "day", "Rain"), answer("b", "place", "Sea")]);
  await labelKept(visit, { task });
  await visit.checked("checkbox", "Sea");
  await visit.click("checkbox", "Sea");
  await visit.checked("checkbox", "Sea", false);
  await labelKept(visit, { task });
  await visit.find("status", "Restored");
  equal((await resultOf(visit)).map(({ id }) => id), ["a"], "result");
});

test("if the host has another annotation by now, both are shown", async (visit) => {
  await labelKept(visit, { task: annotatedTask([answer("a", "day", "Rain")]) });
  await choose(visit, "checkbox", "Sea");
  await labelKept(visit, { task: annotatedTask([answer("a", "day", "Sun")]) });
  await visit.find("status", "Restored");
  const kinds = await visit.page.evaluate(() => {
    const editor = document.querySelector("cartouche-editor");
    return editor.annotations.map(({ id, pk }) => [pk, editor.annotationOf(id).result.map(({ value }) => value.choices[0])]);
  });
  equal(kinds.sort(), [["31", ["Sun"]], [null, ["Rain", "Sea"]]].sort(), "annotations");
});

test("what was submitted is not restored", async (visit) => {
  await labelKept(visit);
  await choose(visit, "radio", "Rain");
  await visit.click("button", "Submit");
  await visit.events("cartouche-submit");
  await visit.until("nothing is stored", () => document.querySelector("cartouche-editor").selectedAnnotation);
  const start = Date.now();
  while ((await storedParts(visit)).length > 0 && Date.now() - start < 5000);
  equal(await storedParts(visit), [], "what is stored");
});

test("tasks and projects are kept apart", async (visit) => {
  await labelKept(visit);
  await choose(visit, "radio", "Rain");
  await labelKept(visit, { task: { id: 8, data: { image: "/samples/chelsea.png" } } });
  await visit.checked("radio", "Rain", false);
  await labelKept(visit, { project: "other" });
  await visit.checked("radio", "Rain", false);
  await labelKept(visit);
  await visit.checked("radio", "Rain");
});

test("two tabs with one task know of each other, and the second one's turn comes", async (visit) => {
  await labelKept(visit);
  await choose(visit, "radio", "Rain");
  const second = await secondTab(visit);
  await labelKept(second);
  await second.find("status", "This task is open in another tab, too.");
  await visit.page.bringToFront();
  await visit.find("status", "This task was opened in another tab, too.");
  await visit.page.close();
  await second.page.bringToFront();
  await second.checked("radio", "Rain");
});

test("a tab that died, of which the browser has not noticed, is waited for", async (visit) => {
  await labelKept(visit);
  await choose(visit, "radio", "Rain");
  const dead = await secondTab(visit);
  await dead.open("pages/editor.html");
  await dead.page.evaluate(() => { // it holds the turn of the first tab's editor, and answers nobody
    void navigator.locks.request("cartouche test id 7", () => new Promise((release) => (window.die = release)));
  });
  await visit.page.bringToFront();
  await labelKept(visit);
  equal(await visit.page.evaluate(() => Promise.race([
    document.querySelector("cartouche-editor").restored.then(() => "restored"),
    new Promise((resolve) => setTimeout(resolve, 1000, "not yet")),
  ])), "not yet", "before");
  await dead.page.evaluate(() => window.die());
  await visit.find("status", "Restored 1 step, not yet submitted.");
  await visit.checked("radio", "Rain");
});

test("forgetData() leaves nothing", async (visit) => {
  await labelKept(visit);
  await choose(visit, "radio", "Rain");
  ok(await storedPart(visit, "Rain"), "it was stored");
  await visit.page.evaluate(() => document.querySelector("cartouche-editor").forgetData());
  equal(await storedParts(visit), [], "what is stored");
  await visit.checked("radio", "Rain"); // what is shown is the labeler's
  await labelKept(visit);
  await visit.checked("radio", "Rain", false);
});

test("a browser that lets the page keep nothing is told, and labeling works", async (visit) => {
  await visit.page.evaluateOnNewDocument(() => {
    // As browsers answer in sandboxed frames, and where a person forbade it.
    indexedDB.constructor.prototype.open = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  });
  await labelKept(visit);
  await visit.find("status", "this browser gives this page no storage");
  equal((await visit.events("cartouche-error"))[0].code, "storage-unavailable");
  await choose(visit, "radio", "Rain");
});

test("a full disk is told, and the next step keeps all", async (visit) => {
  await labelKept(visit);
  await choose(visit, "radio", "Rain");
  await visit.page.evaluate(() => {
    window.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await choose(visit, "checkbox", "Sea");
  await visit.find("status", "Your last step is not kept.");
  equal((await visit.events("cartouche-error"))[0].code, "storage-full");
  await visit.page.evaluate(() => (IDBObjectStore.prototype.put = window.put));
  await visit.click("button", "Try again");
  await visit.find("status", "Your steps are kept again.");
  await labelKept(visit);
  await visit.checked("radio", "Rain");
  await visit.checked("checkbox", "Sea");
});

test("one step of a large annotation writes what changed, and no more", async (visit) => {
  const many = Array.from({ length: 5000 }, (_, index) => ({
    id: `r${index}`, from_name: "box", to_name: "image", type: "rectanglelabels", original_width: 451, original_height: 300,
    value: { x: index % 90, y: index % 80, width: 5, height: 5, rotation: 0, rectanglelabels: ["Car"] },
  }));
  await labelKept(visit, { task: annotatedTask(many) });
  await choose(visit, "radio", "Rain");
  ok(await storedPart(visit, "Rain"), "it was stored");
  await visit.page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    window.written = 0;
    IDBObjectStore.prototype.put = function (value) {
      window.written += JSON.stringify(value).length;
      return put.call(this, value);
    };
  });
  await choose(visit, "checkbox", "Sea");
  ok(await storedPart(visit, "Sea"), "it was stored");
  const written = await visit.page.evaluate(() => window.written);
  ok(written > 0 && written < 2000, `a step wrote ${written} characters`);
  const before = await resultOf(visit);
  await labelKept(visit, { task: annotatedTask(many) });
  await visit.find("status", "Restored");
  equal(await resultOf(visit), before, "result");
});

/** Written by a page of layout 1: Rain and Sea were submitted and not taken, then Town was chosen. */
const layout1 = JSON.parse(await readFile(new URL("support/layout_1.json", import.meta.url), "utf8"));

test("what an earlier layout of the storage kept is sent, and comes back", async (visit) => {
  const name = `layout-${visit.browserName}-${Date.now()}`;
  await visit.open("pages/editor.html");
  await visit.page.evaluate((kept) => new Promise((resolve) => {
    const request = indexedDB.open("cartouche", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("drafts", { keyPath: ["project", "task", "entry", "part"] });
      request.result.createObjectStore("unsent", { keyPath: ["project", "key"] });
    };
    request.onsuccess = () => {
      const transaction = request.result.transaction(["drafts", "unsent"], "readwrite");
      Object.entries(kept).forEach(([store, all]) => all.forEach((one) => transaction.objectStore(store).put(one)));
      transaction.oncomplete = () => (request.result.close(), resolve());
    };
  }), layout1);
  await labelKept(visit, { attributes: { "submit-url": `/save/${name}/201` } });
  await visit.until("it arrives and is kept no more", () => document.querySelector("cartouche-editor").unsavedCount === 0);
  const received = await visit.page.evaluate(async (name) => (await fetch(`/received/${name}`)).json(), name);
  equal(received.map(({ key, body }) => [key, body.result]), layout1.unsent.map(({ key, submission }) => [key, submission.annotation.result]), "what arrived");
  equal((await visit.events("cartouche-restore"))[0], { annotations: 1, steps: 3 }, "event");
  for (const [role, option] of [["radio", "Rain"], ["checkbox", "Sea"], ["checkbox", "Town"]]) {
    await visit.checked(role, option);
  }
  await visit.click("button", "Update");
  await visit.until("the host has all of it", async (name) => (await (await fetch(`/received/${name}`)).json()).length === 2, name);
  await visit.until("the host has said so", () => document.querySelector("cartouche-editor").unsavedCount === 0);
  equal(await storedParts(visit), [], "what is stored");
});
