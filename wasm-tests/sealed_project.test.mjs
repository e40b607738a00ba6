// A project of the project page is sealed with a passphrase: what is kept of it cannot be read without.

import * as images from "./support/image_files.mjs";
import { begin, download, filesOf, labelChoice, openFiles, pressButton, progressIs, startProject, stored } from "./support/project.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { isClosed, isIllegible, isOpen, seal, shownText, step, texts, told, typeInto, unlock } from "./support/sealed_project.mjs";
import { changeStored, everyByte, secondTab } from "./support/storage.mjs";
import { zipOf } from "./support/zip.mjs";

test("a sealed project: nothing of it can be read, from its beginning on, and all of it comes back with the passphrase", async (visit) => {
  await openFiles(visit, { "diary.json": texts });
  await seal(visit, "protect");
  equal(await visit.page.evaluate(() => document.querySelector("#protect").textContent), "Passphrase set", "the button");
  await begin(visit);
  await labelChoice(visit, "Positive", "Secret one");
  await shownText(visit, "Secret two");
  await step(visit, "Negative");
  await isIllegible(visit);
  await visit.page.reload();
  await unlock(visit);
  await shownText(visit, "Secret two");
  await visit.checked("radio", "Negative");
  await progressIs(visit, "1 of 3 labeled");
  equal(await visit.page.evaluate(() => document.querySelector("#name").value), "diary", "its name");
  await visit.click("button", "Submit");
  await shownText(visit, "Secret three");
  const tasks = JSON.parse(await download(visit, "export-json", "diary.json"));
  equal(tasks.map(({ data, annotations }) => [data.text, annotations.map(({ result }) => result[0].value.choices[0])]),
    [["Secret one", ["Positive"]], ["Secret two", ["Negative"]]], "what is exported");
  await isIllegible(visit);
});

test("a sealed project: its files are sealed with their names, and are shown again", async (visit) => {
  const png = images.deepPng();
  const page = `<!doctype html><p>${"Dear Ms. Lovelace. ".repeat(300_000)}</p>`; // more than one piece
  const zip = await zipOf({ "config.xml": `<View><Choices name="c" toName="t"><Choice value="Friendly"/></Choices><Image name="i" value="$image"/>
    <HyperText name="t" value="$page" valueType="url"/></View>`, "tasks.csv": "image,page\npatients/Lovelace.png,letter.html\n", "patients/Lovelace.png": png, "letter.html": page });
  await startProject(visit, { "hospital.zip": zip });
  ok((await everyByte(visit)).includes("Dear Ms. Lovelace"), "what is kept without a passphrase can be read");
  await seal(visit, "seal-button");
  // Short words are in megabytes of noise by chance.
  await isIllegible(visit, ["Lovelace", "hospital", "letter.html", "image/png", "text/html", "Friendly"]);
  equal((await stored(visit, "files")).map(({ size }) => size > png.length), [true, true], "sizes of files");
  await visit.page.reload();
  await unlock(visit);
  await visit.until("the picture is shown", () => {
    const box = document.querySelector("cartouche-editor")?.shadowRoot.querySelector("[role=img]")?.getBoundingClientRect();
    return box && Math.abs(box.width / box.height / 2 - 1) < 0.02;
  });
  const back = await visit.page.evaluate(async () => {
    const { resolveMedia, task } = document.querySelector("cartouche-editor");
    const answers = await Promise.all([task.data.image, task.data.page].map(async (path) => (await fetch(await resolveMedia(path))).blob()));
    return [answers.map(({ type, size }) => [type, size]), await answers[1].text()];
  });
  equal(back[0], [["image/png", png.length], ["text/html", page.length]], "types and sizes");
  ok(back[1] === page, "the letter is the same");
});

test("a sealed project: what was kept before it was sealed is sealed, and no clear copy is left", async (visit) => {
  await startProject(visit, { "diary.json": texts });
  await labelChoice(visit, "Positive", "Secret one");
  await shownText(visit, "Secret two");
  await step(visit, "Negative");
  const before = await everyByte(visit);
  equal(["Secret", "Positive", "Negative", "diary"].filter((word) => !before.includes(word)), [], "what cannot be read before");
  await seal(visit, "seal-button");
  await isIllegible(visit);
  await visit.checked("radio", "Negative"); // one goes on with what is shown
  await visit.click("button", "Submit");
  await shownText(visit, "Secret three");
  await progressIs(visit, "2 of 3 labeled");
  await isIllegible(visit);
  await pressButton(visit, "lock-button");
  await visit.until("it is locked", () => document.querySelector("#kept-list a")?.textContent === "Locked project");
  await visit.page.click("#kept-list a");
  await unlock(visit);
  await shownText(visit, "Secret three");
  equal(JSON.parse(await download(visit, "export-json", "diary.json")).map(({ annotations }) => annotations[0].result[0].value.choices[0]), ["Positive", "Negative"], "answers");
});

test("a sealed project: a wrong passphrase is told and loses nothing", async (visit) => {
  await openFiles(visit, { "diary.json": texts });
  await seal(visit, "protect");
  await begin(visit);
  await labelChoice(visit, "Positive", "Secret one");
  await shownText(visit, "Secret two");
  await visit.page.reload();
  await isOpen(visit, "unlock");
  const before = await everyByte(visit);
  await unlock(visit, "wrong horse");
  await told(visit, "unlock-note", "The passphrase is wrong. Nothing is lost: try once more.");
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor")), null, "no task is shown");
  ok((await everyByte(visit)) === before, "what is kept is as it was");
  await visit.page.click("#unlock .cancel");
  await isClosed(visit, "unlock");
  await visit.page.click("#kept-list a");
  await unlock(visit);
  await shownText(visit, "Secret two");
  await progressIs(visit, "1 of 3 labeled");
});

test("a sealed project: it is forgotten without its passphrase", async (visit) => {
  await openFiles(visit, { "diary.json": texts });
  await seal(visit, "protect");
  await begin(visit);
  await shownText(visit, "Secret one");
  await step(visit, "Positive");
  await visit.page.reload();
  await isOpen(visit, "unlock");
  await visit.press("Escape");
  await isClosed(visit, "unlock");
  await visit.page.click("#kept-list button");
  await visit.page.click("#forget button[value=forget]");
  await visit.until("nothing is kept", async () => !document.querySelector("#kept").checkVisibility()
    && !(await indexedDB.databases()).some(({ name }) => name === "cartouche projects"));
  equal(await stored(visit), [], "what is left");
});

test("a sealed project: a passphrase is taken only if it is long enough and typed the same twice", async (visit) => {
  await startProject(visit, { "diary.json": texts });
  await pressButton(visit, "seal-button");
  await typeInto(visit, "seal-passphrase", "short");
  await visit.press("Enter");
  await told(visit, "seal-note", "Take at least 8 letters.");
  await typeInto(visit, "seal-passphrase", "correct horse");
  await typeInto(visit, "seal-again", "correct house");
  await visit.press("Enter");
  await told(visit, "seal-note", "The two are not the same.");
  await visit.page.click("#seal .cancel");
  await isClosed(visit, "seal");
  ok((await everyByte(visit)).includes("Secret"), "nothing is sealed");
  equal(await visit.page.evaluate(() => [...document.querySelectorAll("[type=password]")].map(({ value }) => value)), ["", "", "", "", "", ""], "what is left in the fields");
});

test("a sealed project: what was not sealed when the tab went is sealed when it is unlocked", async (visit) => {
  await startProject(visit, { "diary.json": texts });
  await shownText(visit, "Secret one");
  await visit.page.evaluate(() => {
    const { encrypt } = SubtleCrypto.prototype;
    let left = 2; // the path key and the name: then it stops, as a tab that is killed does
    SubtleCrypto.prototype.encrypt = function (...all) {
      left -= 1;
      return left < 0 ? new Promise(() => (window.isStuck = true)) : encrypt.apply(this, all);
    };
  });
  await pressButton(visit, "seal-button");
  await typeInto(visit, "seal-passphrase", "correct horse");
  await typeInto(visit, "seal-again", "correct horse");
  await visit.press("Enter");
  await visit.until("it stops half way", () => window.isStuck);
  ok((await everyByte(visit)).includes("Secret"), "tasks are not sealed yet");
  await visit.page.reload();
  await unlock(visit);
  await shownText(visit, "Secret one");
  await visit.until("all is sealed", () => new Promise((resolve) => {
    const request = indexedDB.open("cartouche projects");
    request.onsuccess = () => {
      const reading = request.result.transaction("projects").objectStore("projects").getAll();
      reading.onsuccess = () => (request.result.close(), resolve(!reading.result[0].isSealing));
    };
  }));
  await isIllegible(visit);
});

test("a sealed project: another tab that has it open asks for the passphrase, and keeps nothing in the clear", async (visit) => {
  await startProject(visit, { "diary.json": texts });
  const address = await visit.page.evaluate(() => location.href);
  const other = await secondTab(visit);
  await other.page.goto(address);
  await shownText(other, "Secret one");
  await visit.page.bringToFront();
  await seal(visit, "seal-button");
  await other.page.bringToFront();
  await isOpen(other, "unlock");
  equal(await other.page.evaluate(() => document.querySelector("cartouche-editor")), null, "no task is shown");
  await unlock(other);
  await labelChoice(other, "Positive", "Secret one");
  await shownText(other, "Secret two");
  await isIllegible(other);
  await other.page.close();
  await visit.page.bringToFront();
  await pressButton(visit, "next-open");
  await labelChoice(visit, "Negative", "Secret two");
  await progressIs(visit, "2 of 3 labeled");
  await isIllegible(visit);
});

test("a sealed project: files that are added are sealed, and a task that is damaged keeps the others from nothing", async (visit) => {
  await openFiles(visit, { "diary.json": texts });
  await seal(visit, "protect");
  await begin(visit);
  await labelChoice(visit, "Positive", "Secret one");
  await shownText(visit, "Secret two");
  await (await visit.page.waitForSelector("#add")).uploadFile(...await filesOf({ "more.json": JSON.stringify([{ text: "Secret four" }]) }));
  await progressIs(visit, "1 of 4 labeled");
  await isIllegible(visit);
  await labelChoice(visit, "Negative", "Secret two");
  await shownText(visit, "Secret three");
  await changeStored(visit, "tasks", ({ place }) => place === 1, (record) => (new Uint8Array(record.task.sealed)[0] ^= 1), "cartouche projects");
  await visit.page.evaluate(() => delete window.showSaveFilePicker);
  await pressButton(visit, "export-button");
  await pressButton(visit, "export-json");
  await told(visit, "export-note", "Saved as diary.json. One task is damaged, and not in it.");
});
