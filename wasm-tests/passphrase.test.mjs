// What the journal keeps is sealed with a passphrase.

import { equal, ok, test } from "./support/registry.mjs";
import { annotatedTask, everyByte, labelKept, secondTab, storedPart, storedParts } from "./support/storage.mjs";

const sealed = (visit, passphrase, options = {}) => labelKept(visit, { ...options, properties: { passphrase } });

const unlock = (visit, passphrase) => visit.page.evaluate(async (given) => {
  const editor = document.querySelector("cartouche-editor");
  editor.passphrase = given;
  await editor.restored;
}, passphrase);

async function choose(visit, role, name) {
  await visit.click(role, name);
  await visit.checked(role, name);
}

/** Once as many parts are kept so. */
async function keptSo(visit, isMeant, count = 1) {
  for (const start = Date.now(); Date.now() - start < 10_000; await new Promise((resolve) => setTimeout(resolve, 30))) {
    if ((await storedParts(visit)).filter(isMeant).length === count) {
      return;
    }
  }
  ok(false, `there are not ${count} parts such as ${isMeant}`);
}

/** Once as many drafts are kept as this; they are counted by the one part that each has. */
const keptDrafts = (visit, count) => keptSo(visit, ({ part }) => part === "about", count);

test("with a passphrase nothing legible is kept, and all of it comes back", async (visit) => {
  const task = annotatedTask([{ id: "a", from_name: "place", to_name: "image", type: "choices", value: { choices: ["Town"] } }]);
  await sealed(visit, "correct horse", { task });
  await choose(visit, "radio", "Rain");
  await choose(visit, "checkbox", "Sea");
  await keptDrafts(visit, 1);
  const bytes = await everyByte(visit);
  ok(bytes.includes("test") && bytes.includes("about"), "the storage was read");
  for (const secret of ["Rain", "Sea", "Town", "choices", "chelsea", "correct horse"]) {
    ok(!bytes.includes(secret), `${secret} is legible`);
  }
  await sealed(visit, "correct horse", { task });
  await visit.find("status", "Restored 2 steps, not yet submitted.");
  await visit.checked("radio", "Rain");
  await visit.checked("checkbox", "Sea");
});

test("no two things are sealed with one nonce", async (visit) => {
  await visit.page.evaluateOnNewDocument(() => {
    const { put } = IDBObjectStore.prototype;
    window.nonces = [];
    IDBObjectStore.prototype.put = function (one) {
      window.nonces.push(...(one.value?.iv ? [String(one.value.iv)] : []));
      return put.call(this, one);
    };
  });
  await sealed(visit, "correct horse");
  for (const name of ["Rain", "Sun", "Rain", "Sun"]) {
    await choose(visit, "radio", name);
  }
  await visit.until("all is kept", () => window.nonces.length >= 9); // four times what it is about and its area, and a beginning
  const nonces = await visit.page.evaluate(() => window.nonces);
  equal(new Set(nonces).size, nonces.length, "different ones");
});

test("a wrong passphrase is told and loses nothing, neither what was kept nor what is done meanwhile", async (visit) => {
  await sealed(visit, "correct horse");
  await choose(visit, "radio", "Rain");
  await keptDrafts(visit, 1);
  const before = JSON.stringify(await storedParts(visit));

  await sealed(visit, "wrong horse");
  await visit.find("status", "is locked, and nothing is kept of what you do here: the passphrase is wrong");
  equal((await visit.events("cartouche-error")).map(({ code }) => code), ["storage-locked"], "problems");
  await visit.checked("radio", "Rain", false);
  await choose(visit, "checkbox", "Sea");
  equal(JSON.stringify(await storedParts(visit)), before, "what is stored");

  await unlock(visit, "correct horse");
  await keptDrafts(visit, 2);
  const answers = await visit.page.evaluate(() => {
    const editor = document.querySelector("cartouche-editor");
    return editor.annotations.map(({ id }) => editor.annotationOf(id).result.map(({ value }) => value.choices[0]));
  });
  equal(answers.sort(), [["Rain"], ["Sea"]], "annotations");

  await sealed(visit, "correct horse");
  await visit.find("status", "Restored 2 steps");
});

test("without its passphrase a project stays locked", async (visit) => {
  await sealed(visit, "correct horse");
  await choose(visit, "radio", "Rain");
  await keptDrafts(visit, 1);
  await labelKept(visit);
  await visit.find("status", "is locked, and nothing is kept of what you do here: no passphrase was given");
  await unlock(visit, "correct horse");
  await visit.checked("radio", "Rain");
});

test("what was kept before there was a passphrase is sealed with the rest", async (visit) => {
  await labelKept(visit);
  await choose(visit, "radio", "Rain");
  ok(await storedPart(visit, "Rain"), "it was stored");
  await sealed(visit, "correct horse");
  await visit.checked("radio", "Rain");
  ok(!(await everyByte(visit)).includes("Rain"), "it is legible");
});

test("what was submitted is sealed until the host has it, and sent by the next page", async (visit) => {
  visit.expectProblem(/503/);
  const name = `sealed-${visit.browserName}-${Date.now()}`;
  await sealed(visit, "correct horse", { attributes: { "submit-url": `/save/${name}-lost/503` } });
  await choose(visit, "radio", "Rain");
  await visit.click("button", "Submit");
  await visit.events("cartouche-save");
  ok(!(await everyByte(visit)).includes("Rain"), "it is legible");
  await sealed(visit, "wrong horse", { attributes: { "submit-url": `/save/${name}/201` } });
  const received = () => visit.page.evaluate(async (name) => (await fetch(`/received/${name}`)).json(), name);
  equal(await received(), [], "what arrived while it was locked");
  await unlock(visit, "correct horse");
  await visit.until("it arrives", async (name) => (await (await fetch(`/received/${name}`)).json()).length > 0, name);
  equal((await received()).map(({ body }) => body.result[0].value), [{ choices: ["Rain"] }], "what arrived");
});

test("forgetData() leaves nothing of what is sealed, whether the passphrase is known or not", async (visit) => {
  for (const passphrase of ["correct horse", "wrong horse", null]) {
    await sealed(visit, "correct horse");
    await choose(visit, "radio", "Rain");
    await keptDrafts(visit, 1);
    await sealed(visit, passphrase);
    await visit.page.evaluate(() => document.querySelector("cartouche-editor").forgetData());
    equal(await storedParts(visit), [], `what is stored after ${passphrase}`);
  }
  await choose(visit, "radio", "Sun"); // nothing is locked any more
  await keptDrafts(visit, 1);
});

/** What it rejects with, or "". */
const changePassphrase = (visit, passphrase) => visit.page.evaluate((given) =>
  document.querySelector("cartouche-editor").changePassphrase(given).then(() => "", ({ name }) => name), passphrase);

test("a passphrase is changed while one labels: the new one opens what was kept with the former one, which opens nothing any more", async (visit) => {
  await sealed(visit, "correct horse");
  await choose(visit, "radio", "Rain");
  await keptDrafts(visit, 1);
  equal(await changePassphrase(visit, "battery staple"), "", "changing");
  await choose(visit, "checkbox", "Sea");
  await sealed(visit, "correct horse");
  await visit.find("status", "the passphrase is wrong");
  equal(await changePassphrase(visit, "another horse"), "LockedError", "changing what does not open");
  await unlock(visit, "battery staple");
  await visit.checked("radio", "Rain");
  await visit.checked("checkbox", "Sea");
  ok(!(await everyByte(visit)).includes("Rain"), "it is legible");
});

test("a passphrase is taken away, also from what a closed editor keeps: all of it is legible, and is sealed by the next one", async (visit) => {
  await sealed(visit, "correct horse");
  await choose(visit, "radio", "Rain");
  await keptDrafts(visit, 1);
  equal(await visit.page.evaluate(async () => {
    const editor = document.querySelector("cartouche-editor");
    editor.remove();
    await editor.changePassphrase(null);
  }), undefined, "taking it away");
  ok(await storedPart(visit, "Rain"), "it is sealed still");
  await labelKept(visit);
  await visit.checked("radio", "Rain");
  await choose(visit, "checkbox", "Sea");
  ok(await storedPart(visit, "Sea"), "a step is sealed still");
  await sealed(visit, "battery staple");
  await visit.checked("checkbox", "Sea");
  const bytes = await everyByte(visit);
  equal(["Rain", "Sea"].filter((word) => bytes.includes(word)), [], "what can be read");
  await sealed(visit, "correct horse");
  await visit.find("status", "the passphrase is wrong");
});

test("a tab that goes on with a key whose passphrase was changed or taken away loses no step", async (visit) => {
  await sealed(visit, "correct horse");
  await choose(visit, "checkbox", "Sea");
  await keptDrafts(visit, 1);
  for (const [former, next, answer] of [["correct horse", "battery staple", "Rain"], ["battery staple", null, "Sun"]]) {
    const other = await secondTab(visit);
    await sealed(other, former, { task: { id: 8, data: { image: "/samples/chelsea.png" } } });
    equal(await changePassphrase(other, next), "", "changing");
    await other.page.close();
    await visit.page.bringToFront();
    await choose(visit, "radio", answer);
    const isKept = ({ part, steps }) => part === "about" && steps === (next === null ? 3 : 2);
    await keptSo(visit, isKept);
    await sealed(visit, next);
    await visit.checked("radio", answer);
    await visit.checked("checkbox", "Sea");
  }
});

test("a passphrase changes nothing in the page that could be read", async (visit) => {
  await sealed(visit, "correct horse");
  const seen = await visit.page.evaluate(() => {
    const editor = document.querySelector("cartouche-editor");
    return [editor.outerHTML, String(editor.passphrase), JSON.stringify(editor), ...Object.values(localStorage)].join();
  });
  ok(!seen.includes("correct horse"), seen);
});

test("a step that another tab makes while what it kept is sealed is not lost", async (visit) => {
  await labelKept(visit);
  await choose(visit, "radio", "Rain");
  await storedPart(visit, "Rain");
  const other = await secondTab(visit);
  await labelKept(other);
  await other.page.evaluate(() => {
    const { encrypt } = SubtleCrypto.prototype;
    window.permission = Promise.withResolvers();
    SubtleCrypto.prototype.encrypt = async function (...all) {
      window.isSealing = true;
      await window.permission.promise;
      return encrypt.apply(this, all);
    };
    document.querySelector("cartouche-editor").passphrase = "correct horse";
  });
  await other.until("it is about to seal", () => window.isSealing);
  await visit.page.bringToFront();
  await choose(visit, "radio", "Sun");
  await choose(visit, "checkbox", "Sea");
  await storedPart(visit, "Sea");
  await other.page.evaluate(() => {
    window.permission.resolve();
    return document.querySelector("cartouche-editor").restored;
  });
  await other.page.close();

  await sealed(visit, "correct horse");
  await visit.find("status", "Restored 3 steps");
  await visit.checked("radio", "Sun");
  await visit.checked("checkbox", "Sea");
  ok(!(await everyByte(visit)).includes("Sea"), "it is legible");
});

test("two tabs that begin at once each make a key, and open what the other keeps", async (visit) => {
  const task = (id) => ({ id, data: { image: "/samples/chelsea.png" } });
  await sealed(visit, "correct horse", { task: task(7) });
  const other = await secondTab(visit);
  await sealed(other, "correct horse", { task: task(8) });
  await choose(other, "checkbox", "Sea");
  await visit.page.bringToFront();
  await choose(visit, "radio", "Rain");
  await keptDrafts(visit, 2);
  equal((await storedParts(visit)).filter(({ iterations }) => iterations).length, 2, "keys");
  await other.page.close();
  await visit.page.evaluate((next) => (document.querySelector("cartouche-editor").task = next), task(8));
  await visit.checked("checkbox", "Sea");
  await sealed(visit, "correct horse", { task: task(7) });
  await visit.checked("radio", "Rain");
});
