// The passphrase of a project of the project page is changed, or taken away; nothing is lost, wherever it is interrupted.

import * as images from "./support/image_files.mjs";
import { begin, download, labelChoice, openFiles, progressIs, startProject, stored } from "./support/project.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { changePassphrase, isClosed, isIllegible, isOpen, seal, shownText, step, texts, told, unlock } from "./support/sealed_project.mjs";
import { everyByte, secondTab } from "./support/storage.mjs";
import { zipOf } from "./support/zip.mjs";

const former = "correct horse";
const next = "battery staple";

/** One task labeled, and a step of the next one; sealed from its beginning. */
async function openSealed(visit) {
  await openFiles(visit, { "diary.json": texts });
  await seal(visit, "protect", former);
  await begin(visit);
  await labelChoice(visit, "Positive", "Secret one");
  await shownText(visit, "Secret two");
  await step(visit, "Negative");
}

/** Whether a passphrase opens the project, and the steps that the editor keeps. */
const opens = (visit, passphrase) => visit.page.evaluate(async (passphrase) => {
  const ask = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const all = async (database, store) => {
    const opened = await ask(indexedDB.open(database));
    const found = await ask(opened.transaction(store).objectStore(store).getAll());
    opened.close();
    return found;
  };
  const locks = [(await all("cartouche projects", "projects")).map(({ lock }) => lock), await all("cartouche", "locks")];
  return Promise.all(locks.map((some) => Cartouche.Cipher.open(some, passphrase).then(() => true, ({ name }) => name)));
}, passphrase);

/** All that was done is there, and one goes on with it. */
async function goesOn(visit) {
  await shownText(visit, "Secret two");
  await visit.checked("radio", "Negative");
  await progressIs(visit, "1 of 3 labeled");
  await visit.click("button", "Submit");
  await shownText(visit, "Secret three");
  await progressIs(visit, "2 of 3 labeled");
  const tasks = JSON.parse(await download(visit, "export-json", "diary.json"));
  equal(tasks.map(({ data, annotations }) => [data.text, annotations.map(({ result }) => result[0].value.choices[0])]),
    [["Secret one", ["Positive"]], ["Secret two", ["Negative"]]], "what is exported");
}

const nothingIsSealed = (visit) => visit.until("nothing is sealed any more", async () => {
  const ask = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  const database = await ask(indexedDB.open("cartouche projects"));
  const [projects, tasks, files] = await Promise.all(["projects", "tasks", "files"].map((store) => ask(database.transaction(store).objectStore(store).getAll())));
  database.close();
  return projects.every(({ lock, pathKey }) => !lock && !pathKey) && tasks.every(({ task }) => !task.sealed) && files.every(({ ivs }) => !ivs);
});

test("a changed passphrase: the new one opens all of the project, and the former one nothing", async (visit) => {
  await openSealed(visit);
  await changePassphrase(visit, "wrong horse", next);
  await told(visit, "reseal-note", "The passphrase is wrong. Nothing is lost: try once more.");
  await visit.page.click("#reseal .cancel");
  await isClosed(visit, "reseal");
  equal(await opens(visit, former), [true, true], "the former one, before");
  await changePassphrase(visit, former, next);
  await isClosed(visit, "reseal");
  equal([await opens(visit, former), await opens(visit, next)], [["LockedError", "LockedError"], [true, true]], "both of them");
  await isIllegible(visit, ["Secret", "Positive", "Negative", "diary", former, next]);
  await visit.page.reload();
  await unlock(visit, former);
  await told(visit, "unlock-note", "The passphrase is wrong. Nothing is lost: try once more.");
  await unlock(visit, next);
  await goesOn(visit);
  await isIllegible(visit);
});

test("a changed passphrase: where it is interrupted, the new one opens all of it, and the rest is done then", async (visit) => {
  await openSealed(visit);
  await visit.page.evaluate(() => {
    Cartouche.CartoucheEditor.prototype.changePassphrase = () => new Promise(() => (window.isStuck = true)); // as a tab that is killed
  });
  await changePassphrase(visit, former, next);
  await visit.until("it stops half way", () => window.isStuck);
  equal([await opens(visit, former), await opens(visit, next)], [["LockedError", true], [true, "LockedError"]], "what opens what by then");
  await isIllegible(visit, ["Secret", "Negative", former, next]);
  await visit.page.reload();
  await unlock(visit, next);
  await goesOn(visit);
  equal([await opens(visit, former), await opens(visit, next)], [["LockedError", "LockedError"], [true, true]], "both of them");
  equal((await stored(visit, "projects")).map(({ formerly }) => formerly), [undefined], "what is left of the former one");
});

test("a passphrase that is taken away: all of the project is kept as if it never had one, and can be sealed anew", async (visit) => {
  const png = images.deepPng();
  const zip = await zipOf({ "config.xml": `<View><Choices name="c" toName="i"><Choice value="Friendly"/></Choices><Image name="i" value="$image"/></View>`,
    "tasks.csv": "image\npatients/Lovelace.png\n", "patients/Lovelace.png": png });
  await startProject(visit, { "hospital.zip": zip });
  await seal(visit, "seal-button", former);
  await step(visit, "Friendly");
  await isIllegible(visit, ["Lovelace", "hospital", "Friendly"]);
  await changePassphrase(visit, "wrong horse", null);
  await told(visit, "reseal-note", "The passphrase is wrong. Nothing is lost: try once more.");
  await visit.page.click("#reseal .cancel");
  await isClosed(visit, "reseal");
  await isIllegible(visit, ["Lovelace", "hospital", "Friendly"]);
  await changePassphrase(visit, former, null);
  await isClosed(visit, "reseal");
  await nothingIsSealed(visit);
  const bytes = await everyByte(visit);
  equal(["Lovelace", "hospital", "Friendly"].filter((word) => !bytes.includes(word)), [], "what cannot be read");
  equal((await stored(visit, "files")).map(({ path, size }) => [path.endsWith("patients/Lovelace.png"), size]), [[true, png.length]], "its file");
  await visit.page.reload();
  await visit.find("radio", "Friendly");
  await visit.checked("radio", "Friendly");
  equal(await visit.page.evaluate(async () => {
    const { resolveMedia, task } = document.querySelector("cartouche-editor");
    return (await (await fetch(await resolveMedia(task.data.image))).blob()).size;
  }), png.length, "the picture");
  await seal(visit, "seal-button", next);
  await isIllegible(visit, ["Lovelace", "hospital", "Friendly"]);
  await visit.page.reload();
  await unlock(visit, next);
  await visit.find("radio", "Friendly");
  await visit.checked("radio", "Friendly");
});

test("a passphrase that is taken away: where it is interrupted, nobody is asked for it, and the rest is done then", async (visit) => {
  await openSealed(visit);
  await visit.page.evaluate(() => {
    const { exportKey, decrypt } = SubtleCrypto.prototype;
    let exports = 0;
    SubtleCrypto.prototype.exportKey = function (...all) {
      exports += 1; // of the steps, as they were and as they are, then of the project
      return exportKey.apply(this, all);
    };
    SubtleCrypto.prototype.decrypt = function (...all) {
      const isTask = exports > 2 && new TextDecoder().decode(all[0].additionalData).includes('"task"');
      return isTask ? new Promise(() => (window.isStuck = true)) : decrypt.apply(this, all);
    };
  });
  await changePassphrase(visit, former, null);
  await visit.until("it stops half way", () => window.isStuck);
  ok((await stored(visit, "tasks")).every(({ task }) => task.lock), "tasks are sealed still");
  await visit.page.reload();
  await goesOn(visit);
  await nothingIsSealed(visit);
  ok((await everyByte(visit)).includes("Secret three"), "a task can be read");
  equal(await visit.page.evaluate(() => [document.querySelector("#unlock").open, document.querySelector("#lock-button").hidden]), [false, true], "what is asked and shown");
});

test("a passphrase that is taken away: interrupted before the project is open, it opens all of it still", async (visit) => {
  await openSealed(visit);
  await visit.page.evaluate(() => {
    const { exportKey } = SubtleCrypto.prototype;
    let exports = 0;
    SubtleCrypto.prototype.exportKey = function (...all) {
      exports += 1;
      return exports < 2 ? exportKey.apply(this, all) : new Promise(() => (window.isStuck = true));
    };
  });
  await changePassphrase(visit, former, null);
  await visit.until("it stops half way", () => window.isStuck);
  await visit.page.reload();
  await unlock(visit, former);
  await goesOn(visit);
  await isIllegible(visit);
});

test("a changed passphrase: another tab asks for it, and goes on with it; without one, it is not asked", async (visit) => {
  await openSealed(visit);
  const address = await visit.page.evaluate(() => location.href);
  const other = await secondTab(visit);
  await other.page.goto(address);
  await unlock(other, former);
  await shownText(other, "Secret two");
  await visit.page.bringToFront();
  await changePassphrase(visit, former, next);
  await isClosed(visit, "reseal");
  await other.page.bringToFront();
  await isOpen(other, "unlock");
  await unlock(other, next);
  await labelChoice(other, "Positive", "Secret two");
  await shownText(other, "Secret three");
  await isIllegible(other);
  await visit.page.bringToFront();
  await changePassphrase(visit, next, null);
  await isClosed(visit, "reseal");
  await other.page.bringToFront();
  await other.until("it has no lock any more", () => document.querySelector("#lock-button").hidden && document.querySelector("cartouche-editor") !== null);
  await labelChoice(other, "Negative", "Secret three");
  await progressIs(other, "3 of 3 labeled");
  await nothingIsSealed(other);
  await other.page.close();
});
