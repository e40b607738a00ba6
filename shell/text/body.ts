/** A text as elements: blocks that the browser lays out when they come near, and offsets in both directions. */

import type { TextShownDetail } from "../protocol.js";
import { cutBlocks, type TextBlock } from "./blocks.js";
import { displayOf } from "./display.js";

type Phrases = NonNullable<TextShownDetail["phrases"]>;

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

  /** Each phrase of a conversation is a block, headed by who says it. */
  setText(text: string, phrases: Phrases | null): void {
    this.text = text;
    const shown = displayOf(text);
    const blocks = phrases ? blocksOf(phrases, shown.length) : cutBlocks(shown);
    this.blocks = blocks.map((block) => makeBlock(block, shown));
    phrases?.forEach((phrase, index) => head(this.blocks[index]!.element, phrase));
    this.#ofElement = new Map(this.blocks.map((block) => [block.element, block]));
    this.element.replaceChildren(...this.blocks.map((block) => block.element));
  }

  /** Blocks by their places. */
  hide(places: ReadonlySet<number>): void {
    this.blocks.forEach(({ element }, place) => {
      element.hidden = places.has(place);
    });
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
    const holder = node instanceof Element ? node : node.parentElement;
    const element = holder?.closest(".block");
    const block = element && this.blockOf(element);
    if (!block) {
      return null;
    }
    if (node === block.text) {
      return block.start + offset;
    }
    const isBefore = node === block.element ? offset === 0 : node.compareDocumentPosition(block.text) & Node.DOCUMENT_POSITION_FOLLOWING;
    return isBefore ? block.start : block.end;
  }

  /** A range of a part of one block. */
  rangeIn(block: BlockView, start: number, end: number): Range {
    const range = document.createRange();
    range.setStart(block.text, Math.max(start - block.start, 0));
    range.setEnd(block.text, Math.min(end - block.start, block.text.length));
    return range;
  }
}

/** With the line feed between two phrases, so that there are no gaps. */
function blocksOf(phrases: Phrases, length: number): TextBlock[] {
  return phrases.map(({ start }, index) => ({ start, end: phrases[index + 1]?.start ?? length, direction: null }));
}

function head(element: HTMLElement, { author, color }: Phrases[number]): void {
  element.style.setProperty("--author", color);
  if (author) {
    const name = document.createElement("div");
    name.className = "author";
    name.textContent = author;
    element.prepend(name);
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
