// The project page, as a person uses it.

import { rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders = [];
process.on("exit", () => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** The paths of files {name: text or bytes}, which stay where they are until the tests end. */
export async function filesOf(files) {
  const folder = await mkdtemp(join(tmpdir(), "cartouche-project-"));
  folders.push(folder);
  await Promise.all(Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)));
  return Object.keys(files).map((name) => join(folder, name));
}

/** Chooses files on the start of the page; `isNew`: it is opened for it. */
export async function openFiles(visit, files, isNew = true) {
  if (isNew) {
    await visit.open("project.html");
  }
  const input = await visit.page.waitForSelector("#gather .files");
  await input.uploadFile(...await filesOf(files));
  await visit.until("the files are read", () => document.querySelector("#busy").textContent === ""
    && (!document.querySelector("#start").checkVisibility() || !document.querySelector("#start-message").hidden));
}

/** Begins a project of files with the config that the page guesses. */
export async function startProject(visit, files) {
  await openFiles(visit, files);
  await begin(visit);
}

/** Begins the project that is set up. */
export async function begin(visit) {
  await pressButton(visit, "begin");
  await visit.until("it has begun", () => location.hash.startsWith("#project=") && document.querySelector("#place")?.textContent !== "");
}

/** By the mouse, once it can be pressed. */
export async function pressButton(visit, id) {
  await visit.until(`#${id} can be pressed`, (id) => {
    const button = document.querySelector(`#${id}`);
    return button?.checkVisibility() && !button.disabled;
  }, id);
  await visit.page.click(`#${id}`);
}

/** Answers the task with this text by the mouse, and submits it. */
export async function labelChoice(visit, choice, text) {
  await visit.until(`“${text}” is shown`, (text) => document.querySelector("cartouche-editor")?.task?.data.text === text, text);
  await visit.click("radio", choice);
  await visit.checked("radio", choice);
  await visit.click("button", "Submit");
}

export function progressIs(visit, text) {
  return visit.until(`it says “${text}”`, (text) => document.querySelector("#progress-text").textContent === text, text);
}

/** The text of the file that a button of the export dialog gives: `export-json`, `export-lines`, or `finished`. */
export async function download(visit, button, name) {
  // Nobody is there to answer a dialog, and where a download goes differs by browser: the Blob is read where it is given out.
  await visit.page.evaluate(() => {
    delete window.showSaveFilePicker;
    window.downloads = [];
    HTMLAnchorElement.prototype.click = function () {
      window.downloads.push([this.download, fetch(this.href).then((response) => response.text())]);
    };
  });
  await pressButton(visit, button === "finished" ? "finished-export" : "export-button");
  await pressButton(visit, button === "finished" ? "export-json" : button);
  await visit.until("it is saved", (name) => document.querySelector("#export-note").textContent === `Saved as ${name}.`, name);
  const [given, text] = await visit.page.evaluate(async () => [window.downloads[0][0], await window.downloads[0][1]]);
  await visit.page.click("#export button[value=close]");
  if (given !== name) {
    throw new Error(`the file is called ${given}`);
  }
  return text;
}

/** What is in the page's databases: of the one store, or all. Of files, their sizes. */
export function stored(visit, wanted = null) {
  return visit.page.evaluate(async (wanted) => {
    const ask = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const found = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await ask(indexedDB.open(name));
      for (const store of [...database.objectStoreNames].filter((store) => wanted === null || store === wanted)) {
        found.push(...await ask(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return found.map(({ file, ...rest }) => (file ? { ...rest, size: file.size } : rest));
  }, wanted);
}
