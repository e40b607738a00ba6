/** A text as elements: blocks that the browser lays out when they come near, and offsets in both directions. */

import type { TextShownDetail } from "../protocol.js";
import { cutBlocks, type TextBlock } from "./blocks.js";
import { displayOf } from "./display.js";

type Phrases = NonNullable<TextShownDetail["phrases"]>;

export interface BlockView extends TextBlock {
  /** Where its marks are drawn. Of HTML all texts are blocks of one element. */
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
  #ofText = new Map<Node, BlockView>();
  #ofElement = new Map<Node, BlockView[]>();

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
    this.#fill();
  }

  /** HTML; `text` is that of all its texts, each `br` a line feed, and stands in their place if it is masked. */
  setMarkup(text: string, content: DocumentFragment, isMasked: boolean): void {
    this.text = text;
    const element = document.createElement("div");
    element.className = "markup";
    element.append(content);
    this.blocks = blocksIn(element);
    for (const block of isMasked ? this.blocks : []) {
      block.text.data = text.slice(block.start, block.end);
    }
    this.#fill();
    this.element.replaceChildren(element); // also without a text
  }

  #fill(): void {
    this.#ofText = new Map(this.blocks.map((block) => [block.text, block]));
    this.#ofElement = new Map();
    for (const block of this.blocks) {
      const others = this.#ofElement.get(block.element);
      others ? others.push(block) : this.#ofElement.set(block.element, [block]);
    }
    this.element.replaceChildren(...this.#ofElement.keys());
  }

  /** Blocks by their places. */
  hide(places: ReadonlySet<number>): void {
    this.blocks.forEach(({ element }, place) => {
      element.hidden = places.has(place);
    });
  }

  blocksOf(element: Node): BlockView[] {
    return this.#ofElement.get(element) ?? [];
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
    const own = this.#ofText.get(node);
    return own ? own.start + offset : this.#startBehind(node.childNodes[offset] ?? lastOf(node), offset >= node.childNodes.length);
  }

  /** Where the first block begins that stands at a node, or behind all of it. */
  #startBehind(node: Node, isBehind: boolean): number {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const position = node.compareDocumentPosition(this.blocks[middle]!.text);
      const isWithin = (position & Node.DOCUMENT_POSITION_CONTAINED_BY) !== 0 || position === 0;
      const isAfter = (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      if (isBehind ? isAfter && !isWithin : isAfter || isWithin) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    const behind = this.blocks[low];
    return behind && !isBehind ? behind.start : (this.blocks[low - 1]?.end ?? 0);
  }

  /** A range of a part of one block. */
  rangeIn(block: BlockView, start: number, end: number): Range {
    const range = document.createRange();
    range.setStart(block.text, Math.max(start - block.start, 0));
    range.setEnd(block.text, Math.min(end - block.start, block.text.length));
    return range;
  }
}

/** The last thing that a node holds; itself, if nothing. */
function lastOf(node: Node): Node {
  return node.lastChild ?? node;
}

/** Each text of HTML that is not empty. */
function blocksIn(element: HTMLElement): BlockView[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const blocks: BlockView[] = [];
  let start = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && node.length > 0) {
      blocks.push({ start, end: start + node.length, direction: null, element, text: node, marks: makeMarks() });
      start += node.length;
    } else if (node instanceof HTMLBRElement) {
      start += 1;
    }
  }
  return blocks;
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
  element.append(text);
  return { ...block, element, text, marks: makeMarks() };
}

/** It is put into its element when there is something to draw. */
function makeMarks(): HTMLElement {
  const marks = document.createElement("div");
  marks.className = "marks";
  marks.setAttribute("aria-hidden", "true");
  return marks;
}
