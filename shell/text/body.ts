/** A text as elements: blocks that the browser lays out when they come near, and offsets in both directions. */

import { cutBlocks, type TextBlock } from "./blocks.js";
import { displayOf } from "./display.js";

export interface BlockView extends TextBlock {
  element: HTMLElement;
  text: Text;
  /** What is drawn behind and over the text. */
  marks: HTMLElement;
}

export interface DomPlace {
  node: Node;
  offset: number;
}

/** Of a block that was never laid out: pixels for each code unit. */
const heightPerUnit = 0.3;

export class TextBody {
  readonly element = document.createElement("div");
  /** As the core has it. */
  text = "";
  blocks: BlockView[] = [];
  #ofElement = new Map<Node, BlockView>();

  constructor() {
    this.element.className = "body";
  }

  setText(text: string): void {
    this.text = text;
    const shown = displayOf(text);
    this.blocks = cutBlocks(shown).map((block) => makeBlock(block, shown));
    this.#ofElement = new Map(this.blocks.map((block) => [block.element, block]));
    this.element.replaceChildren(...this.blocks.map((block) => block.element));
  }

  blockOf(element: Node): BlockView | undefined {
    return this.#ofElement.get(element);
  }

  /** The block that the character at an offset is in; the last one for the end of the text. */
  blockAt(offset: number): BlockView | undefined {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.blocks[middle]!.start <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return this.blocks[low];
  }

  placeAt(offset: number): DomPlace | null {
    const block = this.blockAt(offset);
    return block ? { node: block.text, offset: Math.min(Math.max(offset - block.start, 0), block.text.length) } : null;
  }

  /** Nothing if the place is not in the text. */
  offsetOf(node: Node | null, offset: number): number | null {
    if (!node || !this.element.contains(node)) {
      return null;
    }
    if (node === this.element) {
      return this.blocks[offset]?.start ?? this.text.length;
    }
    const element = node instanceof Text ? node.parentElement : node instanceof Element ? node.closest(".block") : null;
    const block = element && this.blockOf(element);
    if (!block) {
      return null;
    }
    return node === block.text ? block.start + offset : offset === 0 && node === block.element ? block.start : block.end;
  }

  /** A range of a part of one block. */
  rangeIn(block: BlockView, start: number, end: number): Range {
    const range = document.createRange();
    range.setStart(block.text, Math.max(start - block.start, 0));
    range.setEnd(block.text, Math.min(end - block.start, block.text.length));
    return range;
  }
}

function makeBlock(block: TextBlock, shown: string): BlockView {
  const element = document.createElement("div");
  element.className = "block";
  if (block.direction) {
    element.dir = block.direction; // a part of a line has the direction of the whole
  }
  element.style.containIntrinsicBlockSize = `auto ${Math.ceil((block.end - block.start) * heightPerUnit) + 26}px`;
  const text = document.createTextNode(shown.slice(block.start, block.end));
  const marks = document.createElement("div");
  marks.className = "marks";
  marks.setAttribute("aria-hidden", "true");
  element.append(text, marks);
  return { ...block, element, text, marks };
}
