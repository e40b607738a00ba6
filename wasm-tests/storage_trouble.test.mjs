// What is kept meets other versions of the page, other tabs, damage, and browsers that take it away.

import { pets } from "./support/pets.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { changeStored, labelKept, secondTab, storedPart, storedParts } from "./support/storage.mjs";

async function choose(visit, role, name) {
  await visit.click(role, name);
  await visit.checked(role, name);
}

const codes = async (visit) => (await visit.events("cartouche-error")).map(({ code }) => code);

const sealed = { properties: { passphrase: "correct horse" } };

/** Once two steps are kept, sealed; the parts of them with this name are then changed by one bit. */
async function damage(visit, isMeant) {
  await labelKept(visit, sealed);
  await choose(visit, "radio", "Rain");
  await choose(visit, "checkbox", "Sea");
  for (let parts = []; parts.filter(({ part }) => part?.startsWith("area ")).length < 2; parts = await storedParts(visit));
  const count = await changeStored(visit, "drafts", isMeant, (one) => (new Uint8Array(one.value.sealed)[3] ^= 1));
  ok(count > 0, "nothing was damaged");
}

/** A page of another layout: keeps its connection, whatever comes, or not. */
const openLayout = (visit, layout, letsGo) => visit.page.evaluate((version, closes) => new Promise((resolve) => {
  const request = indexedDB.open("cartouche", version);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion === 0) {
      request.result.createObjectStore("drafts", { keyPath: ["project", "task", "entry", "part"] });
      request.result.createObjectStore("unsent", { keyPath: ["project", "key"] });
    }
  };
  request.onblocked = () => resolve("it waits");
  request.onsuccess = () => {
    window.connection = request.result;
    request.result.onversionchange = () => closes && request.result.close();
    resolve("it is open");
  };
}), layout, letsGo);

test("a damaged part of what is sealed is told, and all the rest comes back", async (visit) => {
  await damage(visit, ({ part }) => part === "area 1");
  await labelKept(visit, sealed);
  await visit.find("status", "Restored 2 steps, not yet submitted. Part of what was kept is damaged and cannot be brought back.");
  equal(await codes(visit), ["storage-damaged"], "problems");
  equal((await visit.events("cartouche-error"))[0].message.slice(0, 45), "One part of what this browser keeps of this p", "message");
  const answers = await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result.map(({ value }) => value.choices[0]));
  equal(answers.length, 1, "answers");

  await choose(visit, "checkbox", "Town"); // writes all anew
  await choose(visit, "radio", "Sun");
  await labelKept(visit, sealed);
  await visit.find("status", "Restored 4 steps, not yet submitted.");
  equal(await visit.page.evaluate(() => window.received.filter(({ type }) => type === "cartouche-error").length), 0, "problems");
  await visit.checked("checkbox", "Town");
});

for (const part of ["base", "about"]) {
  test(`if ${part} of a draft is damaged, every answer still comes back`, async (visit) => {
    await damage(visit, new Function("one", `return one.part === "${part}"`));
    await labelKept(visit, sealed);
    await visit.find("status", "Restored 2 steps, not yet submitted. Part of what was kept is damaged");
    await visit.checked("radio", "Rain");
    await visit.checked("checkbox", "Sea");
  });
}

test("a draft of which nothing opens can be discarded, and others come back", async (visit) => {
  await damage(visit, ({ part }) => part);
  await labelKept(visit, sealed);
  await visit.find("status", "Part of what was kept is damaged and cannot be brought back.");
  await visit.checked("radio", "Rain", false);
  await visit.click("button", "Discard");
  await visit.find("status", "What was kept is discarded.");
  equal((await storedParts(visit)).filter(({ part }) => part), [], "drafts");
  await choose(visit, "radio", "Sun");
  await labelKept(visit, sealed);
  await visit.find("status", "Restored 1 step, not yet submitted.");
});

test("if what was submitted and not sent is damaged, its draft can be submitted again", async (visit) => {
  visit.expectProblem(/503/);
  const name = `damaged-${visit.browserName}-${Date.now()}`;
  await labelKept(visit, { ...sealed, attributes: { "submit-url": `/save/${name}-lost/503` } });
  await choose(visit, "radio", "Rain");
  await visit.click("button", "Submit");
  await visit.events("cartouche-save");
  equal(await changeStored(visit, "unsent", () => true, (one) => (new Uint8Array(one.submission.sealed)[3] ^= 1)), 1, "damaged");
  await labelKept(visit, { ...sealed, attributes: { "submit-url": `/save/${name}/201` } });
  await visit.checked("radio", "Rain");
  equal(await codes(visit), ["storage-damaged"], "problems");
  await visit.find("status", "Restored 1 step, not yet submitted.");
  await visit.click("button", "Submit");
  await visit.find("status", "Saved");
  await labelKept(visit, { ...sealed, attributes: { "submit-url": `/save/${name}/201` } });
  await visit.find("status", "Part of what was kept is damaged");
  await visit.click("button", "Discard");
  await visit.find("status", "What was kept is discarded.");
  equal((await storedParts(visit)).filter(({ submission }) => submission), [], "what was not sent");
});

test("if the keys are gone, that is told, and what is labeled from then on is kept", async (visit) => {
  await damage(visit, ({ part }) => part === "about");
  await changeStored(visit, "locks", () => true, null);
  await labelKept(visit, sealed);
  await visit.find("status", "Part of what was kept is damaged");
  await choose(visit, "radio", "Sun");
  await labelKept(visit, sealed);
  await visit.find("status", "Restored 1 step");
  await visit.checked("radio", "Sun");
});

test("a tab that holds an older layout is named, labeling and sending go on, and all is kept once it lets go", async (visit) => {
  const name = `blocked-${visit.browserName}-${Date.now()}`;
  await visit.open("pages/editor.html");
  await openLayout(visit, 1, false);
  const second = await secondTab(visit);
  await labelKept(second, { attributes: { "submit-url": `/save/${name}/201` } });
  await second.find("status", "Another tab has an older version of this page open. Close it or reload it");
  equal(await codes(second), ["storage-blocked"], "problems");
  await second.page.evaluate(() => document.querySelector("cartouche-editor").restored);
  await choose(second, "radio", "Rain");
  await second.click("button", "Submit");
  await second.find("status", "Saved");
  await choose(second, "checkbox", "Sea");
  await visit.page.close();
  await second.page.bringToFront();
  await second.find("status", "Your steps are kept again.");
  await choose(second, "checkbox", "Town");
  ok(await storedPart(second, "Town"), "it is kept");
  await labelKept(second);
  await second.find("status", "Restored");
  for (const [role, option] of [["radio", "Rain"], ["checkbox", "Sea"], ["checkbox", "Town"]]) {
    await second.checked(role, option);
  }
});

test("a page of a later layout need not wait for this one, which says so and goes on", async (visit) => {
  await labelKept(visit);
  await choose(visit, "radio", "Rain");
  await storedPart(visit, "Rain");
  equal(await openLayout(visit, 3, true), "it is open", "the later page's storage");
  await visit.find("status", "A newer version of this page is open in another tab. Reload this one");
  equal(await codes(visit), ["storage-outdated"], "problems");
  await choose(visit, "checkbox", "Sea");
  await visit.find("status", "A newer version of this page is open in another tab. Reload this one");
  await visit.click("button", "Submit");
  equal((await visit.submitted()).length, 2, "results");
  equal(await codes(visit), ["storage-outdated"], "told once");

  await labelKept(visit); // the older page once more
  await visit.find("status", "A newer version of this page is open in another tab.");
  equal(await codes(visit), ["storage-outdated"], "problems");
});

test("what is made while it is sealed is kept before a later layout gets the storage", async (visit) => {
  await labelKept(visit, sealed);
  await choose(visit, "radio", "Rain");
  const isKept = await visit.page.evaluate(async () => {
    const editor = document.querySelector("cartouche-editor");
    await editor.restored;
    const { encrypt } = SubtleCrypto.prototype;
    SubtleCrypto.prototype.encrypt = async function (...all) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return encrypt.apply(this, all);
    };
    await editor.undo();
    const request = indexedDB.open("cartouche", 3);
    const database = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const reading = database.transaction("drafts").objectStore("drafts").getAll();
    await new Promise((resolve) => (reading.onsuccess = resolve));
    return reading.result.find(({ part }) => part === "about").steps === 2;
  });
  ok(isKept, "the last step came too late");
});

test("what the browser deletes of a page that is open is written again with the next step", async (visit) => {
  await labelKept(visit);
  await choose(visit, "radio", "Rain");
  await storedPart(visit, "Rain");
  await visit.page.evaluate(() => new Promise((resolve) => (indexedDB.deleteDatabase("cartouche").onsuccess = resolve)));
  await choose(visit, "checkbox", "Sea");
  ok(await storedPart(visit, "Sea"), "it is kept");
  await labelKept(visit);
  await visit.find("status", "Restored 2 steps");
  await visit.checked("radio", "Rain");
  await visit.checked("checkbox", "Sea");
});

test("another tab that forgets the project takes away no step of this one", async (visit) => {
  await labelKept(visit);
  await choose(visit, "radio", "Rain");
  await storedPart(visit, "Rain");
  const other = await secondTab(visit);
  await labelKept(other, { task: { id: 8, data: { image: "/samples/chelsea.png" } } });
  await other.page.evaluate(() => document.querySelector("cartouche-editor").forgetData());
  equal(await storedParts(other), [], "what is stored");
  await other.page.close();
  await visit.page.bringToFront();
  await choose(visit, "checkbox", "Sea");
  ok(await storedPart(visit, "Sea"), "it is kept");
  await labelKept(visit);
  await visit.checked("radio", "Rain");
  await visit.checked("checkbox", "Sea");
});

for (const [how, options] of [["", {}], [", sealed with a passphrase", sealed]]) {
  test(`a step is kept although its editor is taken away in the same task${how}`, async (visit) => {
    await labelKept(visit, options);
    await visit.page.evaluate(async () => {
      const editor = document.querySelector("cartouche-editor");
      await editor.restored;
      editor.addEventListener("cartouche-change", () => queueMicrotask(() => editor.remove()), { once: true });
    });
    await visit.click("radio", "Rain");
    await visit.until("it is gone", () => !document.querySelector("cartouche-editor"));
    for (const start = Date.now(); (await storedParts(visit)).length === 0 && Date.now() - start < 5000; );
    await labelKept(visit, options);
    await visit.find("status", "Restored 1 step");
    await visit.checked("radio", "Rain");
  });
}

test("where nothing can be kept, that is told once and not with each step", async (visit) => {
  await visit.page.evaluateOnNewDocument(() => {
    indexedDB.constructor.prototype.open = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  });
  await visit.label(pets, undefined, { journal: "test" });
  await choose(visit, "radio", "Cat");
  await choose(visit, "radio", "Dog");
  await visit.find("status", "What you do here is not kept: this browser gives this page no storage.");
  equal(await codes(visit), ["storage-unavailable"], "problems");
});
