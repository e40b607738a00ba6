// What the project page asks: how to export, and whether to forget.

import { exportOf, saveAs } from "./export.js";

const find = (id) => document.querySelector(`#${id}`);

/** As a file is called on any system. */
const fileName = (name) => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, "-").replace(/^\.+/, "") || "project";

/** `current` gives the project that is open. */
export function startExportDialog(store, current) {
  const save = async (ending, make) => {
    const project = current();
    const name = `${fileName(project.name)}.${ending}`;
    const note = find("export-note");
    note.textContent = "";
    try {
      note.textContent = (await saveAs(name, () => make(project))) ? `Saved as ${name}.` : "";
    } catch (error) {
      note.textContent = `Not saved: ${error.message}. Try another place.`;
    }
  };
  const open = async () => {
    const project = current();
    const done = await store.doneCount(project.id);
    find("export-text").textContent = done === 0 ? "Nothing is submitted yet, and what is not submitted is not in the file."
      : `${done === 1 ? "One task has" : `${done.toLocaleString("en")} tasks have`} annotations: they are written as Label Studio exports and imports them. `
        + "Files are named by their paths. What is not submitted is not in it.";
    find("export-json").disabled = find("export-lines").disabled = done === 0;
    find("export-note").textContent = "";
    find("export").showModal();
  };
  find("export-button").addEventListener("click", open);
  find("finished-export").addEventListener("click", open);
  find("export-json").addEventListener("click", () => save("json", ({ id }) => exportOf(store, id, false)));
  find("export-lines").addEventListener("click", () => save("jsonl", ({ id }) => exportOf(store, id, true)));
  find("export-config").addEventListener("click", () => save("xml", ({ config }) => new Blob([config], { type: "text/xml" })));
}

/** True: all of it is to be deleted. */
export function askToForget({ name, tasks }) {
  const dialog = find("forget");
  find("forget-text").textContent = `“${name}” with its ${tasks === 1 ? "task" : `${tasks.toLocaleString("en")} tasks`}, its files and all that was labeled is deleted from this browser. `
    + "It cannot be brought back: export it first, if you want to keep what was labeled.";
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "forget"), { once: true }));
}
