// What the project page says and does where the browser keeps nothing, or has no room.

import { begin, download, labelChoice, openFiles, pressButton, progressIs, startProject } from "./support/project.mjs";
import { equal, ok, test } from "./support/registry.mjs";

const texts = JSON.stringify([{ text: "Fine" }, { text: "Bad" }]);
const told = (visit, id, text) => visit.until(`it says “${text}”`, (id, text) => {
  const place = document.querySelector(`#${id}`);
  return !place.hidden && place.textContent.includes(text);
}, id, text);

test("a project: a browser that lets the page keep nothing is told, with what to do, and the files are still there", async (visit) => {
  await openFiles(visit, { "reviews.json": texts });
  await visit.page.evaluate(() => {
    window.open_ = indexedDB.constructor.prototype.open;
    // As browsers answer in private windows, and where a person forbade it.
    indexedDB.constructor.prototype.open = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
  });
  await pressButton(visit, "begin");
  await told(visit, "work-message", "This browser lets this page keep nothing (The operation is insecure.): private windows and blocked site data do that.");
  await visit.page.evaluate(() => (indexedDB.constructor.prototype.open = window.open_));
  await begin(visit); // it may by now
  await progressIs(visit, "0 of 2 labeled");
});

test("a project: a disk that is full while one labels is told, what was submitted waits, and is kept once there is room", async (visit) => {
  await startProject(visit, { "reviews.json": texts });
  await visit.until("the task is shown", () => document.querySelector("cartouche-editor")?.task?.data.text === "Fine");
  await visit.page.evaluate(() => {
    window.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value) {
      if (this.transaction.db.name === "cartouche projects") {
        throw new DOMException("no room", "QuotaExceededError");
      }
      return window.put.call(this, value);
    };
  });
  await labelChoice(visit, "Positive", "Fine");
  await visit.find("status", "Not saved: This browser has no more room for this site.");
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").unsavedCount), 1, "unsaved");
  await visit.page.reload(); // there is room again, and the next page sends it
  await progressIs(visit, "1 of 2 labeled");
  const tasks = JSON.parse(await download(visit, "export-json", "reviews.json"));
  equal(tasks.map(({ annotations }) => annotations.map(({ result }) => result[0].value.choices[0])), [["Positive"]], "annotations");
  ok(tasks[0].data.text === "Fine", "its task");
});
