// What a host hears of the editor, as it hears it: one entry for each event, newest first.

import { copyButton } from "./copy.js";
import { painted } from "./paint.js";

const events = ["cartouche-submit", "cartouche-update", "cartouche-change", "cartouche-restore", "cartouche-error"];
const mostEntries = 60;

/** Said to screen readers for each event; the JSON itself would be a long read. */
const announcements = {
  "cartouche-submit": "The host received the annotation.",
  "cartouche-restore": "What was not submitted was restored.",
  "cartouche-update": "The host received the updated annotation.",
  "cartouche-error": "The editor reported a problem.",
};

function now() {
  const date = new Date();
  return `${date.toLocaleTimeString("en-GB")}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

function entryOf(event) {
  const json = JSON.stringify(event.detail, null, 2);
  const head = element(
    "header",
    "entry-head",
    element("span", "entry-name", event.type),
    element("time", "", now()),
    copyButton(`this ${event.type} event`, () => json),
  );
  const entry = element("article", "entry", head, element("pre", "", painted(json, "json")));
  entry.dataset.event = event.type;
  return entry;
}

/** Shows the editor's events in the console from now on. */
export function startConsole(editor) {
  const list = document.querySelector("#console");
  const nothing = document.querySelector("#nothing");
  const heard = document.querySelector("#heard");

  const add = (event) => {
    nothing.remove();
    list.prepend(entryOf(event));
    list.scrollTop = 0;
    while (list.children.length > mostEntries) {
      list.lastElementChild.remove();
    }
    heard.textContent = announcements[event.type] ?? "";
  };
  for (const type of events) {
    editor.addEventListener(type, add);
  }
  document.querySelector("#clear").addEventListener("click", () => list.replaceChildren(nothing));
}
