// What the project page asks: how to export, whether to forget, and for passphrases.

import { explain } from "./explain.js";
import { exportOf, saveAs } from "./export.js";

const find = (id) => document.querySelector(`#${id}`);

/** As a file is called on any system. */
const fileName = (name) => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, "-").replace(/^\.+/, "") || "project";

const damagedText = (count) => (count === 1 ? "One task is damaged, and not in it." : `${count.toLocaleString("en")} tasks are damaged, and not in it.`);

/** `current` gives the project that is open. */
export function startExportDialog(store, current) {
  const save = async (ending, make) => {
    const project = current();
    const name = `${fileName(project.name)}.${ending}`;
    const note = find("export-note");
    note.textContent = "";
    let damaged = 0;
    const write = async () => {
      const made = await make(project);
      damaged = made.damaged;
      return made.blob;
    };
    try {
      note.textContent = (await saveAs(name, write)) ? `Saved as ${name}.${damaged > 0 ? ` ${damagedText(damaged)}` : ""}` : "";
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
  find("export-config").addEventListener("click", () => save("xml", ({ config }) => ({ blob: new Blob([config], { type: "text/xml" }), damaged: 0 })));
}

/** True: all of it is to be deleted. */
export function askToForget({ name, tasks }) {
  const dialog = find("forget");
  find("forget-text").textContent = `${name === undefined ? "The locked project" : `“${name}”`} with its ${tasks === 1 ? "task" : `${tasks.toLocaleString("en")} tasks`}, its files and all that was labeled is deleted from this browser. `
    + "It cannot be brought back: export it first, if you want to keep what was labeled.";
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "forget"), { once: true }));
}

const fewestLetters = 8;

/** True: `use`, which is given the passphrase, was content with it. */
export function askForNewPassphrase(use) {
  const dialog = find("seal");
  return ask(dialog, async () => {
    const passphrase = newPassphrase(dialog);
    find("seal-note").textContent = "Sealing…";
    await use(passphrase);
  });
}

/** True: `change`, which is given the former passphrase and the new one, or `takeAway`, which is given the former one, was content. */
export function askToChangePassphrase({ change, takeAway }) {
  const dialog = find("reseal");
  return ask(dialog, async (way) => {
    const former = dialog.querySelector(".passphrase").value;
    if (way === "take-away") {
      find("reseal-note").textContent = "Opening all of it…";
      await takeAway(former);
    } else {
      const passphrase = newPassphrase(dialog);
      find("reseal-note").textContent = "Changing it…";
      await change(former, passphrase);
    }
  });
}

/** True: it is unlocked. `use` is given the passphrase, and rejects with a LockedError if it is wrong. */
export function askToUnlock({ tasks, created }, use) {
  const dialog = find("unlock");
  const day = new Date(created).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  find("unlock-text").textContent = `It was begun on ${day}, and has ${tasks === 1 ? "one task" : `${tasks.toLocaleString("en")} tasks`}.`;
  return ask(dialog, () => use(dialog.querySelector(".passphrase").value));
}

/** As it was typed into a dialog, twice. */
function newPassphrase(dialog) {
  const { value } = dialog.querySelector(".new");
  if (value.length < fewestLetters) {
    throw new Error(`Take at least ${fewestLetters} letters.`);
  }
  if (value !== dialog.querySelector(".again").value) {
    throw new Error("The two are not the same.");
  }
  return value;
}

/** True: `use`, which is given the value of the button, was content. What it rejects with is told, and asked again. */
function ask(dialog, use) {
  const field = dialog.querySelector("input");
  const note = dialog.querySelector("[role=alert]");
  const answers = new AbortController();
  const { signal } = answers;
  let isGiven = false;
  const tryIt = async (way) => {
    const buttons = [...dialog.querySelectorAll("button")];
    buttons.forEach((button) => (button.disabled = true));
    try {
      await use(way);
      isGiven = true;
      dialog.close();
    } catch (error) {
      note.textContent = error.name === "LockedError" ? "The passphrase is wrong. Nothing is lost: try once more." : explain(error);
      field.select();
    } finally {
      buttons.forEach((button) => (button.disabled = false));
    }
  };
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    tryIt(event.submitter?.value);
  }, { signal });
  dialog.querySelector(".cancel").addEventListener("click", () => dialog.close(), { signal });
  note.textContent = "";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => {
    answers.abort();
    dialog.querySelector("form").reset(); // no passphrase stays in a field
    resolve(isGiven);
  }, { signal }));
}
