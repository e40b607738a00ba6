/**
 * The spans of a text, drawn as elements in the blocks that are near: they scroll with their text, and are laid out
 * with it alone. Each line of a span has its ground, and a line below it; those of overlapping spans lie below each
 * other.
 */

import type { BlockView, TextBody } from "./body.js";
import { caretBox, type CaretBox } from "./caret.js";

export interface SpanStyle {
  stroke: string;
  fill: string;
  /** What is written on it; empty: nothing. */
  name: string;
  /** A colour that is read on the stroke. */
  ink: string;
}

/** Spans of different kinds lie over each other, and have keys of their own. */
export type SpanKind = "region" | "offered" | "found" | "spot";

export interface TextSpan {
  kind: SpanKind;
  key: number;
  start: number;
  end: number;
  style: SpanStyle;
}

/** A part of a span as it is drawn, from the block's corner. */
interface Mark {
  span: TextSpan;
  lane: number;
  left: number;
  top: number;
  width: number;
  height: number;
  /** Where its name stands, on the part that it begins with. */
  name: { left: number; top: number } | null;
}

/** CSS pixels. */
const laneHeight = 3;
const mostLanes = 4;
const leastWidth = 5;
const mostOfName = 160;
/** Of a letter of a name, at most. */
const unitOfName = 6.5;

export class TextMarks {
  readonly #body: TextBody;
  readonly #near = new Set<BlockView>();
  readonly #drawn = new Map<BlockView, Mark[]>();
  readonly #observer: IntersectionObserver;
  readonly #spans = new Map<string, TextSpan>();
  #states = new Map<string, string>();
  #isDue = false;
  /** After what is near was drawn. */
  onDrawn = (): void => undefined;

  constructor(scroller: HTMLElement, body: TextBody) {
    this.#body = body;
    this.#observer = new IntersectionObserver((entries) => this.#see(entries), { root: scroller, rootMargin: "100% 0px" });
  }

  /** The body has other blocks. */
  restart(): void {
    this.#observer.disconnect();
    this.#near.clear();
    this.#drawn.clear();
    for (const element of new Set(this.#body.blocks.map((block) => block.element))) {
      this.#observer.observe(element);
    }
  }

  destroy(): void {
    this.#observer.disconnect();
  }

  /** A region. */
  span(key: number): TextSpan | undefined {
    return this.#spans.get(nameOfSpan("region", key));
  }

  /** The first lines of the regions that are drawn, from the corner of `frame`. */
  firstLines(frame: DOMRect): Map<number, { left: number; top: number; width: number }> {
    const lines = new Map<number, { left: number; top: number; width: number }>();
    for (const [block, marks] of this.#drawn) {
      const box = block.element.getBoundingClientRect();
      for (const { span, left, top, width } of marks) {
        if (span.kind === "region" && span.start >= block.start && !lines.has(span.key)) {
          lines.set(span.key, { left: box.left - frame.left + left, top: box.top - frame.top + top, width });
        }
      }
    }
    return lines;
  }

  change(kind: SpanKind, isAll: boolean, spans: TextSpan[], gone: number[]): void {
    if (isAll) {
      this.#forget(kind);
    }
    for (const key of gone) {
      this.#outdate(this.#spans.get(nameOfSpan(kind, key)));
      this.#spans.delete(nameOfSpan(kind, key));
    }
    for (const span of spans) {
      const name = nameOfSpan(kind, span.key);
      this.#outdate(this.#spans.get(name));
      this.#outdate(span);
      this.#spans.set(name, span);
    }
    this.draw();
  }

  #forget(kind: SpanKind): void {
    for (const [name, span] of this.#spans) {
      if (span.kind === kind) {
        this.#spans.delete(name);
        this.#drawn.clear();
      }
    }
  }

  /** Class names of the spans that have some. */
  setStates(states: Map<string, string>): void {
    const before = this.#states;
    this.#states = states;
    for (const key of new Set([...before.keys(), ...states.keys()])) {
      if (before.get(key) !== states.get(key)) {
        this.#outdate(this.#spans.get(key));
      }
    }
    this.draw();
  }

  /** Lines break elsewhere now. */
  layOut(): void {
    this.#drawn.clear();
    this.draw();
  }

  /** What can be pressed under a point of the page, the shortest first. */
  at(x: number, y: number): TextSpan[] {
    this.drawNow(); // a press may come before the frame
    const found = new Set<TextSpan>();
    for (const [block, marks] of this.#drawn) {
      const box = block.element.getBoundingClientRect();
      const [left, top] = [x - box.left, y - box.top];
      for (const mark of marks) {
        if (left >= mark.left && left < mark.left + mark.width && top >= mark.top && top < mark.top + mark.height) {
          if (!isMarker(mark.span)) {
            found.add(mark.span);
          }
        }
      }
    }
    return [...found].sort((one, other) => one.end - one.start - (other.end - other.start));
  }

  /** Before the browser paints; several changes are drawn at once. */
  draw(): void {
    if (!this.#isDue) {
      this.#isDue = true;
      queueMicrotask(() => {
        this.#isDue = false;
        this.drawNow();
      });
    }
  }

  /** All is measured before anything is changed: otherwise the browser would lay out again and again. */
  drawNow(): void {
    const stale = [...this.#near].filter((block) => !this.#drawn.has(block));
    for (const block of stale) {
      this.#drawn.set(block, this.#measure(block));
    }
    for (const block of stale) {
      block.marks.replaceChildren(...this.#drawn.get(block)!.flatMap((mark) => this.#elementsOf(mark)));
      if (block.marks.hasChildNodes() !== block.marks.isConnected) {
        block.marks.isConnected ? block.marks.remove() : block.element.append(block.marks);
      }
    }
    this.onDrawn();
  }

  #see(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      for (const block of this.#body.blocksOf(target)) {
        if (isIntersecting) {
          this.#near.add(block);
        } else {
          this.#near.delete(block);
          this.#drawn.delete(block);
          block.marks.remove();
        }
      }
    }
    this.drawNow();
  }

  #outdate(span: TextSpan | undefined): void {
    for (const block of span ? this.#near : []) {
      if (touches(span!, block)) {
        this.#drawn.delete(block);
      }
    }
  }

  #measure(block: BlockView): Mark[] {
    const spans = [...this.#spans.values()].filter((span) => touches(span, block));
    spans.sort((one, other) => one.start - other.start || other.end - one.end || one.key - other.key);
    const box = block.element.getBoundingClientRect();
    const laneEnds: number[] = []; // where the last span of each lane ends
    const names = new NameRows();
    return spans.flatMap((span) => {
      const isHere = span.style.name !== "" && span.start >= block.start;
      const name = isHere ? names.place(span.style.name, caretBox(this.#body, block, span.start), box) : null;
      const free = laneEnds.findIndex((end) => end <= span.start);
      const lane = isMarker(span) ? 0 : free < 0 ? laneEnds.length : free;
      if (!isMarker(span)) {
        laneEnds[lane] = span.end;
      }
      return linesOf(this.#body.rangeIn(block, span.start, span.end)).map((line, index) => ({
        span,
        lane: Math.min(lane, mostLanes - 1),
        left: line.left - box.left,
        top: line.top - box.top,
        width: line.width,
        height: line.height,
        name: index === 0 ? name : null,
      }));
    });
  }

  #elementsOf(mark: Mark): HTMLElement[] {
    const { style } = mark.span;
    const element = document.createElement("div");
    const { kind, key } = mark.span;
    element.className = `mark ${kind} ${this.#states.get(nameOfSpan(kind, key)) ?? ""}`;
    if (kind === "region") {
      element.dataset["span"] = String(key);
    }
    placeAt(element, mark.left, mark.top);
    element.style.width = `${mark.width}px`;
    element.style.height = `${mark.height + mark.lane * laneHeight}px`;
    element.style.setProperty("--stroke", style.stroke);
    element.style.setProperty("--fill", style.fill);
    return mark.name ? [element, nameOf(mark.name, style)] : [element];
  }
}

export function nameOfSpan(kind: SpanKind, key: number): string {
  return `${kind} ${key}`;
}

/** As of a felt pen: nothing that could be pressed. */
function isMarker({ kind }: TextSpan): boolean {
  return kind === "found" || kind === "spot";
}

function touches(span: TextSpan, block: BlockView): boolean {
  return span.start < block.end && span.end > block.start;
}

function placeAt(element: HTMLElement, left: number, top: number): void {
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}

/** Names stand over the beginnings of their spans, beside each other. */
class NameRows {
  readonly #taken = new Map<number, { left: number; right: number }[]>(); // in each line, by its top

  place(name: string, start: CaretBox | null, block: DOMRect): { left: number; top: number } | null {
    if (!start) {
      return null;
    }
    const top = start.top - block.top;
    const width = Math.min(name.length * unitOfName + 10, mostOfName);
    const taken = this.#taken.get(Math.round(top)) ?? [];
    let left = Math.min(start.x - block.left, block.width - width);
    for (const other of taken.sort((one, next) => one.left - next.left)) {
      if (other.left < left + width && left < other.right) {
        left = other.right;
      }
    }
    taken.push({ left, right: left + width });
    this.#taken.set(Math.round(top), taken);
    return { left, top };
  }
}

function nameOf({ left, top }: { left: number; top: number }, { name, stroke, ink }: SpanStyle): HTMLElement {
  const element = document.createElement("div");
  element.className = "name";
  element.textContent = name;
  placeAt(element, left, top);
  element.style.background = stroke;
  element.style.color = ink;
  return element;
}

/** The boxes of a range, those that touch within a line made one; a line break has a little width. */
function linesOf(range: Range): DOMRect[] {
  const lines: DOMRect[] = [];
  for (const box of range.getClientRects()) {
    const last = lines.at(-1);
    const isNext = last && Math.abs(last.top - box.top) < 1 && box.left <= last.right + 1 && box.right >= last.left - 1;
    if (isNext) {
      const left = Math.min(last.left, box.left);
      lines[lines.length - 1] = new DOMRect(left, last.top, Math.max(last.right, box.right) - left, last.height);
    } else {
      lines.push(new DOMRect(box.left, box.top, box.width, box.height));
    }
  }
  const seen = lines.filter((line) => line.width > 0);
  return seen.length > 0 ? seen : lines.slice(0, 1).map((line) => new DOMRect(line.left, line.top, leastWidth, line.height));
}
