// Source text that can be edited: line numbers, colours, and a list of what is wrong with it.

import { painted } from "./paint.js";

const pauseMs = 300;
/** Longer texts stay without colours, and typing into them stays quick. */
const mostPainted = 200_000;

/** Where a 1-based line and column stand in the text, as an offset. */
function offsetOf(text, line, column) {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, row) => sum + row.length + 1, 0) + column - 1;
}

export class SourcePane {
  #language;
  #apply;
  #paint;
  #gutter;
  #problems;
  #timer = 0;

  /**
   * `root` holds a text area in a `.source` with `.gutter` and `.paint`, and a list `.problems`; `apply` is called when
   * the text has changed and the visitor pauses.
   */
  constructor(root, language, apply) {
    this.textArea = root.querySelector("textarea");
    this.#language = language;
    this.#apply = apply;
    this.#paint = root.querySelector(".paint");
    this.#gutter = root.querySelector(".gutter");
    this.#problems = root.querySelector(".problems");
    this.textArea.addEventListener("input", () => this.#typed());
    this.textArea.addEventListener("scroll", () => this.#follow());
    this.#draw();
  }

  get text() {
    return this.textArea.value;
  }

  /** Replaces the text; applied by whoever calls. */
  set text(text) {
    clearTimeout(this.#timer);
    this.textArea.value = text;
    this.textArea.scrollTo(0, 0);
    this.#draw();
  }

  clearProblems() {
    this.#problems.replaceChildren();
    this.#markLines();
  }

  /** Lists a problem; one with a line leads there. */
  report({ line, column = 1, message, severity }) {
    const item = document.createElement("li");
    item.className = severity;
    if (line) {
      const place = document.createElement("span");
      place.className = "place";
      place.textContent = `${line}:${column}`;
      const button = document.createElement("button");
      button.type = "button";
      button.append(place, message);
      button.addEventListener("click", () => this.#jump(line, column));
      item.dataset.line = line;
      item.append(button);
    } else {
      item.append(message);
    }
    this.#problems.append(item);
    this.#markLines();
  }

  /** Where the letter at an offset is seen, in the window; at the end of a line, where the one before it ends. */
  boxAt(offset) {
    const box = this.#letterBox(offset);
    if (box.height > 0 || offset === 0) {
      return box;
    }
    const { right, top, height } = this.#letterBox(offset - 1);
    return new DOMRect(right, top, 0, height);
  }

  #letterBox(offset) {
    const walker = document.createTreeWalker(this.#paint, NodeFilter.SHOW_TEXT);
    let left = offset;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (left < node.length) {
        const range = document.createRange();
        range.setStart(node, left);
        range.setEnd(node, left + 1);
        return range.getBoundingClientRect();
      }
      left -= node.length;
    }
    return this.#paint.getBoundingClientRect();
  }

  #typed() {
    this.#draw();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#apply, pauseMs);
  }

  /** The colours lie under the text area, whose own letters are transparent. */
  #draw() {
    const { text } = this;
    const count = text.split("\n").length;
    // A last empty line needs a character to have a height.
    this.#paint.replaceChildren(text.length > mostPainted ? text : painted(text, this.#language), "\n ");
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
    const { scrollLeft, scrollTop } = this.textArea;
    this.#paint.scrollTo(scrollLeft, scrollTop);
    this.#gutter.scrollTop = scrollTop;
  }

  #markLines() {
    const lines = new Set([...this.#problems.children].map((item) => Number(item.dataset.line)));
    [...this.#gutter.children].forEach((row, index) =>
      row.classList.toggle("marked", lines.has(index + 1)),
    );
  }

  #jump(line, column) {
    const offset = offsetOf(this.text, line, column);
    const lineHeight = parseFloat(getComputedStyle(this.textArea).lineHeight);
    this.textArea.focus();
    this.textArea.setSelectionRange(offset, offset);
    this.textArea.scrollTop = Math.max(0, (line - 3) * lineHeight);
  }
}
