// A project of the project page with a passphrase, as a person seals, unlocks and changes it.

import { pressButton, stored } from "./project.mjs";
import { equal, ok } from "./registry.mjs";
import { everyByte } from "./storage.mjs";

export const texts = JSON.stringify([{ text: "Secret one" }, { text: "Secret two" }, { text: "Secret three" }]);
const secrets = ["Secret", "Positive", "Negative", "choices", "diary", "correct horse"];
export const shownText = (visit, text) => visit.until(`“${text}” is shown`, (text) => document.querySelector("cartouche-editor")?.task?.data.text === text, text);

export const isOpen = (visit, id) => visit.until(`the dialog ${id} is open`, (id) => document.querySelector(`#${id}`).open, id);
export const isClosed = (visit, id) => visit.until(`the dialog ${id} is closed`, (id) => !document.querySelector(`#${id}`).open, id);
export const told = (visit, id, text) => visit.until(`it says “${text}”`, (id, text) => document.querySelector(`#${id}`).textContent.includes(text), id, text);

export async function typeInto(visit, id, text) {
  await visit.page.click(`#${id}`, { count: 3 });
  await visit.page.keyboard.type(text);
}

/** By the button that asks for one: while it is set up, or later. */
export async function seal(visit, button, passphrase = "correct horse") {
  await pressButton(visit, button);
  await isOpen(visit, "seal");
  await typeInto(visit, "seal-passphrase", passphrase);
  await typeInto(visit, "seal-again", passphrase);
  await visit.press("Enter");
  await isClosed(visit, "seal");
}

/** By the button of a project that is sealed; `passphrase` null: it is taken away. */
export async function changePassphrase(visit, former, passphrase) {
  await pressButton(visit, "seal-button");
  await isOpen(visit, "reseal");
  await typeInto(visit, "reseal-passphrase", former);
  if (passphrase !== null) {
    await typeInto(visit, "reseal-new", passphrase);
    await typeInto(visit, "reseal-again", passphrase);
  }
  await visit.page.click(`#reseal button[value=${passphrase === null ? "take-away" : "change"}]`);
}

export async function unlock(visit, passphrase = "correct horse") {
  await isOpen(visit, "unlock");
  await visit.until("it can be typed into", () => document.activeElement.id === "unlock-passphrase");
  await typeInto(visit, "unlock-passphrase", passphrase);
  await visit.press("Enter");
}

export async function isIllegible(visit, words = secrets) {
  const bytes = await everyByte(visit);
  ok(bytes.includes("cartouche projects"), "the storage was read");
  equal(words.filter((word) => bytes.includes(word)), [], "what can be read");
}

/** A step that is not submitted, once it is kept. */
export async function step(visit, choice) {
  const before = (await stored(visit, "drafts")).length;
  await visit.click("radio", choice);
  await visit.checked("radio", choice);
  for (let tries = 0; tries < 200 && (await stored(visit, "drafts")).length === before; ++tries) {
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  ok((await stored(visit, "drafts")).length > before, "the step is kept");
}
