/** The browser's selection as offsets of the text, and back. */

import type { TextBody } from "./body.js";

/** From where it was begun to where it is now. */
export interface TextSelection {
  anchor: number;
  focus: number;
}

/** Chromium tells what is selected in a shadow root by the root; Firefox by the document. */
interface SelectingRoot extends ShadowRoot {
  getSelection?(): Selection | null;
}

interface CaretDocument extends Document {
  caretPositionFromPoint(x: number, y: number, options?: { shadowRoots: ShadowRoot[] }): CaretPosition | null;
}

export class SelectionReader {
  readonly #body: TextBody;

  constructor(body: TextBody) {
    this.#body = body;
  }

  /** Nothing if nothing of the text is selected, not even a place. */
  read(): TextSelection | null {
    const ends = this.#ends();
    if (!ends) {
      return null;
    }
    const anchor = this.#body.offsetOf(ends.anchor, ends.anchorOffset);
    const focus = this.#body.offsetOf(ends.focus, ends.focusOffset);
    return anchor === null || focus === null
      ? null
      : { anchor: this.#beforeLineEnd(anchor), focus: this.#beforeLineEnd(focus) };
  }

  /** From where it was begun to the place of the text that is nearest to a point: for what ends beside the text. */
  readUpTo(x: number, y: number): TextSelection | null {
    const ends = this.#ends();
    const anchor = ends ? this.#body.offsetOf(ends.anchor, ends.anchorOffset) : null;
    const focus = this.offsetAt(x, y);
    return anchor === null || focus === null ? null : { anchor, focus };
  }

  /** The place of the text at a point of the page. */
  offsetAt(x: number, y: number): number | null {
    const root = this.#root;
    const place = (document as CaretDocument).caretPositionFromPoint(x, y, { shadowRoots: root ? [root] : [] });
    return place ? this.#body.offsetOf(place.offsetNode, place.offset) : null;
  }

  set({ anchor, focus }: TextSelection): void {
    const from = this.#body.placeAt(anchor);
    const to = this.#body.placeAt(focus);
    if (from && to) {
      this.selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
    }
  }

  clear(): void {
    this.selection?.removeAllRanges();
  }

  get selection(): Selection | null {
    const root = this.#root;
    return root?.getSelection?.() ?? document.getSelection();
  }

  get #root(): SelectingRoot | null {
    const root = this.#body.element.getRootNode();
    return root instanceof ShadowRoot ? root : null;
  }

  #ends(): { anchor: Node | null; anchorOffset: number; focus: Node | null; focusOffset: number } | null {
    const selection = this.selection;
    const root = this.#root;
    if (!selection || selection.rangeCount === 0) {
      return null;
    }
    if (!root || root.getSelection || !selection.getComposedRanges) {
      const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
      return { anchor: anchorNode, anchorOffset, focus: focusNode, focusOffset };
    }
    const range = selection.getComposedRanges({ shadowRoots: [root] })[0];
    if (!range) {
      return null;
    }
    const start = { node: range.startContainer, offset: range.startOffset };
    const end = { node: range.endContainer, offset: range.endOffset };
    const [from, to] = selection.direction === "backward" ? [end, start] : [start, end];
    return { anchor: from.node, anchorOffset: from.offset, focus: to.node, focusOffset: to.offset };
  }

  /** Between a return and the line feed behind it is no place that is seen. */
  #beforeLineEnd(offset: number): number {
    const { text } = this.#body;
    return text[offset] === "\n" && text[offset - 1] === "\r" ? offset - 1 : offset;
  }
}
