// The config as text: line numbers, colours, and a list of what is wrong with it.

import { painted } from "./paint.js";

const pauseMs = 300;

/** Where a 1-based line and column stand in the text, as an offset. */
function offsetOf(text, line, column) {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, row) => sum + row.length + 1, 0) + column - 1;
}

class ConfigPane {
  #editor;
  #text = document.querySelector("#config");
  #paint = document.querySelector("#paint");
  #gutter = document.querySelector("#gutter");
  #problems = document.querySelector("#problems");
  #timer = 0;

  constructor(editor) {
    this.#editor = editor;
    this.#text.addEventListener("input", () => this.#typed());
    this.#text.addEventListener("scroll", () => this.#follow());
    editor.addEventListener("cartouche-error", (event) => this.#report(event.detail));
    this.#draw();
  }

  /** Replaces the text, and the editor's config with it. */
  show(config) {
    this.#text.value = config;
    this.#text.scrollTo(0, 0);
    this.#draw();
    this.#apply();
  }

  #typed() {
    this.#draw();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#apply(), pauseMs);
  }

  #apply() {
    clearTimeout(this.#timer);
    this.#problems.replaceChildren();
    this.#markLines();
    this.#editor.config = this.#text.value;
  }

  /** The colours lie under the text area, whose own letters are transparent. */
  #draw() {
    const text = this.#text.value;
    const count = text.split("\n").length;
    // A last empty line needs a character to have a height.
    this.#paint.replaceChildren(painted(text, "xml"), "\n ");
    this.#gutter.replaceChildren(
      ...Array.from({ length: count }, (_, index) => {
        const line = document.createElement("span");
        line.textContent = String(index + 1);
        return line;
      }),
    );
    this.#follow();
  }

  #follow() {
    const { scrollLeft, scrollTop } = this.#text;
    this.#paint.scrollTo(scrollLeft, scrollTop);
    this.#gutter.scrollTop = scrollTop;
  }

  /** Problems of the task or of a refused submit have no place in this text. */
  #report(diagnostic) {
    if (diagnostic.source !== "config" || !diagnostic.line) {
      return;
    }
    const { line, column = 1, message, severity } = diagnostic;
    const place = document.createElement("span");
    place.className = "place";
    place.textContent = `${line}:${column}`;
    const button = document.createElement("button");
    button.type = "button";
    button.append(place, message);
    button.addEventListener("click", () => this.#jump(line, column));
    const item = document.createElement("li");
    item.className = severity;
    item.dataset.line = line;
    item.append(button);
    this.#problems.append(item);
    this.#markLines();
  }

  #markLines() {
    const lines = new Set([...this.#problems.children].map((item) => Number(item.dataset.line)));
    [...this.#gutter.children].forEach((row, index) =>
      row.classList.toggle("marked", lines.has(index + 1)),
    );
  }

  #jump(line, column) {
    const offset = offsetOf(this.#text.value, line, column);
    const lineHeight = parseFloat(getComputedStyle(this.#text).lineHeight);
    this.#text.focus();
    this.#text.setSelectionRange(offset, offset);
    this.#text.scrollTop = Math.max(0, (line - 3) * lineHeight);
  }
}

export function startConfigPane(editor) {
  return new ConfigPane(editor);
}
