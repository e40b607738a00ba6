/** Moving through a text by keys, which browsers do only in what can be edited: with a caret of our own. */

import type { BlockView, TextBody } from "./body.js";
import { isRightToLeft } from "./direction.js";
import type { SelectionReader } from "./selection.js";

type Move = [direction: "left" | "right" | "forward" | "backward", unit: "character" | "word" | "line" | "lineboundary"];

const moves: Record<string, Move> = {
  ArrowLeft: ["left", "character"], ArrowRight: ["right", "character"],
  ArrowUp: ["backward", "line"], ArrowDown: ["forward", "line"],
  Home: ["backward", "lineboundary"], End: ["forward", "lineboundary"],
};
const linesPerPage = 12;

/** In the page. */
export interface CaretBox {
  x: number;
  top: number;
  height: number;
}

export class TextCaret {
  readonly #body: TextBody;
  readonly #selection: SelectionReader;
  readonly #element = document.createElement("div");
  #isByKeys = false; // the caret was moved by keys, and shows where they are

  constructor(body: TextBody, selection: SelectionReader) {
    this.#body = body;
    this.#selection = selection;
    this.#element.className = "caret";
  }

  get isShown(): boolean {
    return this.#element.isConnected;
  }

  hide(): void {
    this.#element.remove();
  }

  /** Where the keys were. */
  show(): void {
    if (this.#isByKeys) {
      this.#draw();
    }
  }

  /** `begin`: where the keys begin if nothing is selected yet. True if the key moves the caret. */
  press(event: KeyboardEvent, begin: () => number): boolean {
    const isWide = event.ctrlKey || event.metaKey;
    if (event.altKey) {
      return false;
    }
    if (isWide && event.key.toLowerCase() === "a") {
      this.#selection.set({ anchor: 0, focus: this.#body.text.length });
      return true;
    }
    if (!(event.key in moves) && event.key !== "PageUp" && event.key !== "PageDown") {
      return false;
    }
    this.#isByKeys = true;
    if (!this.#selection.read()) {
      const at = begin();
      this.#selection.set({ anchor: at, focus: at });
    } else {
      this.#move(event.key, event.shiftKey ? "extend" : "move", isWide);
    }
    this.#draw();
    this.#element.scrollIntoView({ block: "nearest" });
    return true;
  }

  #move(key: string, how: "extend" | "move", isWide: boolean): void {
    const ends = { Home: 0, End: this.#body.text.length }[key];
    if (isWide && ends !== undefined) {
      const anchor = how === "extend" ? this.#selection.read()!.anchor : ends;
      this.#selection.set({ anchor, focus: ends });
      return;
    }
    const [direction, unit] = moves[key] ?? [key === "PageUp" ? "backward" : "forward", "line"];
    const isArrow = key === "ArrowLeft" || key === "ArrowRight";
    const count = key in moves ? 1 : linesPerPage;
    for (let step = 0; step < count; ++step) {
      this.#selection.selection?.modify(how, direction, isWide && isArrow ? "word" : unit);
    }
  }

  #draw(): void {
    const at = this.#selection.read()?.focus;
    const block = at === undefined ? undefined : this.#body.blockAt(at);
    const box = block && caretBox(this.#body, block, at!);
    if (!block || !box) {
      this.hide();
      return;
    }
    const origin = block.element.getBoundingClientRect();
    this.#element.style.left = `${box.x - origin.left}px`;
    this.#element.style.top = `${box.top - origin.top}px`;
    this.#element.style.height = `${box.height}px`;
    block.element.append(this.#element);
  }
}

/**
 * At the character behind a place or, at the end of a line, the one before it: of an empty range, browsers differ in
 * the line that it is in. Null if there is nothing to stand at.
 */
export function caretBox(body: TextBody, block: BlockView, at: number): CaretBox | null {
  return besideCharacter(body, block, at, true) ?? besideCharacter(body, block, at, false) ?? atEmptyLine(body, block, at);
}

function besideCharacter(body: TextBody, block: BlockView, at: number, isBefore: boolean): CaretBox | null {
  const text = block.text.data;
  const place = at - block.start;
  const start = isBefore ? place : place - (isLowSurrogate(text, place - 1) ? 2 : 1);
  const character = start < 0 ? "" : String.fromCodePoint(text.codePointAt(start) ?? 10);
  if (character === "" || character === "\n" || character === "\u200b") {
    return null;
  }
  const boxes = [...body.rangeIn(block, block.start + start, block.start + start + character.length).getClientRects()];
  const box = isBefore ? boxes[0] : boxes.at(-1);
  const isLeft = isBefore !== isRightToLeft(character);
  return box ? { x: isLeft ? box.left : box.right, top: box.top, height: box.height } : null;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000;
}

function atEmptyLine(body: TextBody, block: BlockView, at: number): CaretBox | null {
  const box = body.rangeIn(block, at, at + 1).getClientRects()[0] ?? body.rangeIn(block, at, at).getClientRects()[0];
  return box ? { x: box.left, top: box.top, height: box.height } : null;
}
