/** The two ends of the span that is selected, which a mouse or a finger drags. */

import type { TextBody } from "./body.js";
import { caretBox } from "./caret.js";
import type { TextSpan } from "./marks.js";
import type { SelectionReader, TextSelection } from "./selection.js";

export class TextHandles {
  readonly #body: TextBody;
  readonly #selection: SelectionReader;
  readonly #onMoved: (span: TextSpan, ends: TextSelection) => void;
  readonly #handles = [document.createElement("div"), document.createElement("div")] as const;
  #span: TextSpan | undefined;
  #ends: TextSelection = { anchor: 0, focus: 0 };
  #held: HTMLElement | null = null;

  constructor(
    body: TextBody, selection: SelectionReader, onMoved: (span: TextSpan, ends: TextSelection) => void,
  ) {
    this.#body = body;
    this.#selection = selection;
    this.#onMoved = onMoved;
    for (const handle of this.#handles) {
      handle.className = "handle";
      handle.setAttribute("aria-hidden", "true"); // keys select anew, and labels can be changed
      handle.addEventListener("pointerdown", (event) => this.#press(event, handle));
      handle.addEventListener("pointermove", (event) => this.#move(event));
      handle.addEventListener("pointerup", () => this.#release(true));
      handle.addEventListener("pointercancel", () => this.#release(false));
      handle.addEventListener("mousedown", (event) => event.preventDefault()); // nothing is selected by it
    }
  }

  show(span: TextSpan | undefined): void {
    if (this.#held) {
      return;
    }
    this.#span = span;
    if (span) {
      this.#ends = { anchor: span.start, focus: span.end };
      this.#draw();
    } else {
      this.#handles.forEach((handle) => handle.remove());
    }
  }

  #press(event: PointerEvent, handle: HTMLElement): void {
    event.stopPropagation();
    handle.setPointerCapture(event.pointerId);
    handle.style.pointerEvents = "none"; // what is below it is asked for
    this.#held = handle;
  }

  #move(event: PointerEvent): void {
    const at = this.#held ? this.#selection.offsetAt(event.clientX, event.clientY - this.#lineHeight() / 2) : null;
    if (at === null) {
      return;
    }
    const isStart = this.#held === this.#handles[0];
    const ends = isStart ? { ...this.#ends, anchor: at } : { ...this.#ends, focus: at };
    if (ends.anchor !== ends.focus) { // it cannot cover nothing
      this.#ends = ends;
      this.#draw();
    }
  }

  #release(isDone: boolean): void {
    if (!this.#held || !this.#span) {
      return;
    }
    this.#held.style.pointerEvents = "";
    this.#held = null;
    const hasMoved = this.#ends.anchor !== this.#span.start || this.#ends.focus !== this.#span.end;
    if (isDone && hasMoved) {
      this.#onMoved(this.#span, this.#ends);
    } else {
      this.show(this.#span);
    }
  }

  /** A handle hangs below its line. */
  #lineHeight(): number {
    return parseFloat(getComputedStyle(this.#body.element).fontSize) * 1.5;
  }

  #draw(): void {
    [this.#ends.anchor, this.#ends.focus].forEach((at, index) => {
      const handle = this.#handles[index]!;
      // The end of a span stands behind its last character, also where the next one begins a line.
      const block = this.#body.blockAt(index === 0 ? at : Math.max(at - 1, 0));
      const box = block && caretBox(this.#body, block, at);
      if (!block || !box || !this.#span) {
        return;
      }
      const origin = block.element.getBoundingClientRect();
      handle.style.left = `${box.x - origin.left}px`;
      handle.style.top = `${box.top + box.height - origin.top}px`;
      handle.style.setProperty("--stroke", this.#span.style.stroke);
      if (handle.parentElement !== block.element) {
        block.element.append(handle);
      }
    });
  }
}
