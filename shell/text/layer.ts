/** One text of the canvas as an element: selected, scrolled and read as any text of a page. */

import type { TextRelationsDetail, TextShownDetail, TextSpansDetail, TextStateDetail } from "../protocol.js";
import { TextArcs } from "./arcs.js";
import { TextBody } from "./body.js";
import { TextCaret } from "./caret.js";
import { growSelection } from "./growing.js";
import { TextHandles } from "./handles.js";
import type { TextHost } from "./layers.js";
import { nameOfSpan, TextMarks, type SpanStyle, type TextSpan } from "./marks.js";
import { PhrasePlayer } from "./player.js";
import { SelectionReader, type TextSelection } from "./selection.js";

/** Of HTML, `content` is a copy of its own. */
type ShownText = Pick<TextShownDetail, "text" | "isMasked" | "phrases" | "isDialogue" | "audio"> & { content: DocumentFragment | null };

type Intent = "mark" | "wait" | "pick";

/** A finger's selection is taken over when it has not changed for so long. */
const settleMs = 250;
/** What is in view is asked for by commands of people. */
const restMs = 100;
/** Of what was found last, or has no label. */
const spotStyle: SpanStyle = { stroke: "#ff8a00", fill: "#ff8a0066", name: "", ink: "#000" };
/** Of a longer text nobody asks how long it is, and its height changes as it is scrolled. */
const mostHeight = 1500;

export class TextLayer {
  readonly element = document.createElement("div");
  readonly #id: number;
  readonly #host: TextHost;
  readonly #body = new TextBody();
  readonly #marks: TextMarks;
  readonly #arcs: TextArcs;
  readonly #selection: SelectionReader;
  readonly #caret: TextCaret;
  readonly #handles: TextHandles;
  readonly #player: PhrasePlayer;
  #state: TextStateDetail | null = null;
  #isFinger = false; // of the last press
  #ending: (() => void) | null = null; // of a press that is released, if it is not yet done
  #settle = 0;
  #viewTimer = 0;
  #height = 0;
  #width = 0;
  readonly #life = new AbortController();
  readonly #sizes = new ResizeObserver(() => this.#measure());

  constructor(id: number, host: TextHost) {
    this.#id = id;
    this.#host = host;
    this.#player = new PhrasePlayer(host, (phrase) => this.#bringIntoSight(phrase.getBoundingClientRect()));
    this.element.className = "text";
    this.element.dataset["native"] = "";
    this.element.append(this.#player.element, this.#body.element);
    this.#marks = new TextMarks(this.element, this.#body);
    this.#arcs = new TextArcs(this.#body, this.#marks);
    this.#selection = new SelectionReader(this.#body);
    this.#caret = new TextCaret(this.#body, this.#selection);
    this.#arcs.onLanes = (count) => {
      this.element.classList.toggle("related", count > 0);
      this.element.style.setProperty("--lanes", String(count));
      this.#marks.layOut();
    };
    this.#handles = new TextHandles(this.#body, this.#selection, (span, ends) => this.#moveEnds(span, ends));
    this.#marks.onDrawn = () => {
      this.#drawHandles();
      this.#arcs.draw();
    };
    this.#sizes.observe(this.#body.element);
    this.#listen();
  }

  destroy(): void {
    this.#life.abort();
    this.#ending = null;
    this.#marks.destroy();
    this.#player.destroy();
    this.#sizes.disconnect();
    clearTimeout(this.#settle);
    clearTimeout(this.#viewTimer);
  }

  /** The language is another one. */
  rename(): void {
    this.#player.rename();
  }

  /** Nothing is shown, until something is. */
  restart(): void {
    this.#state = null;
    for (const kind of ["region", "offered", "found", "private", "spot"] as const) {
      this.#marks.change(kind, true, [], []);
    }
    this.show({ text: "", isMasked: false, phrases: null, content: null, isDialogue: false, audio: null });
  }

  show({ text, isMasked, phrases, content, isDialogue, audio }: ShownText): void {
    if (content) {
      this.#body.setMarkup(text, content, isMasked);
    } else {
      this.#body.setText(text, phrases);
    }
    this.#player.set(audio, phrases, this.#body.blocks);
    this.element.classList.toggle("dialogue", isDialogue && phrases !== null);
    this.#caret.hide();
    this.#arcs.set([]);
    this.#marks.restart();
    this.element.scrollTop = 0;
    // Told anew, also if it comes out as before: in between, while heights of blocks are guessed, it may differ.
    this.#sizes.unobserve(this.#body.element);
    this.#sizes.observe(this.#body.element);
  }

  drawSpans({ kind, isAll, styles, spans, gone }: TextSpansDetail): void {
    const list = spans.map(([key, start, end, style]): TextSpan => ({ kind, key, start, end, style: styles[style]! }));
    this.#marks.change(kind, isAll, list, gone);
  }

  drawRelations({ relations }: TextRelationsDetail): void {
    this.#arcs.set(relations);
  }

  setState(state: TextStateDetail): void {
    const before = this.#state;
    const wasSelecting = before?.isSelecting ?? false;
    this.#state = state;
    if (this.element.classList.contains("named") !== state.hasNames) {
      this.element.classList.toggle("named", state.hasNames);
      this.#marks.layOut();
    }
    this.#body.hide(new Set(state.hidden));
    this.#marks.setStates(statesOf(state));
    if (String(state.spot) !== String(before?.spot ?? null)) {
      const spots = state.spot ? [{ kind: "spot" as const, key: 0, start: state.spot[0], end: state.spot[1], style: spotStyle }] : [];
      this.#marks.change("spot", true, spots, []);
    }
    if (state.revealed) {
      const [start, end] = state.revealed;
      this.#reveal({ start, end });
    }
    if (wasSelecting && !state.isSelecting) {
      this.#clearSelection();
    }
  }

  #listen(): void {
    const { element } = this;
    element.addEventListener("pointerdown", (event) => this.#press(event));
    element.addEventListener("dragstart", (event) => event.preventDefault());
    element.addEventListener("copy", (event) => this.#copy(event));
    element.addEventListener("keydown", (event) => this.#key(event));
    element.addEventListener("focus", () => this.#caret.show());
    element.addEventListener("blur", () => this.#caret.hide());
    element.addEventListener("scroll", () => this.#viewMoved());
    const { signal } = this.#life;
    document.addEventListener("selectionchange", () => this.#selectionChanged(), { signal });
    // Keys and presses overtake timers, and are meant for what is selected.
    document.addEventListener("keydown", () => this.#ending?.(), { signal, capture: true });
    document.addEventListener("pointerdown", () => this.#ending?.(), { signal, capture: true });
  }

  /** What is selected now must not be dragged away, but selected anew. */
  #press(event: PointerEvent): void {
    this.#isFinger = event.pointerType === "touch";
    if (event.button !== 0) {
      return;
    }
    this.#caret.hide();
    if (!this.#isFinger && !event.shiftKey) {
      this.#selection.clear();
    }
    const from = { x: event.clientX, y: event.clientY };
    const pressed = event.target as Node;
    const end = new AbortController();
    const { signal } = end;
    document.addEventListener("pointercancel", () => end.abort(), { signal, capture: true });
    document.addEventListener("pointerup", (up) => {
      end.abort();
      const ending = () => {
        this.#ending = null;
        this.#release(up, from, pressed);
      };
      this.#ending = ending;
      const selection = this.#selection.read();
      if (selection && selection.anchor !== selection.focus && !isClick(up, from)) {
        ending(); // what was dragged over is as it stays, and its span is in the next frame
      } else {
        setTimeout(() => this.#ending === ending && ending(), 0); // browsers end the selection after the event
      }
    }, { signal, capture: true });
  }

  #release(event: PointerEvent, from: { x: number; y: number }, pressed: Node): void {
    const selection = this.#selection.read() ?? this.#selectionTo(event);
    if (selection && selection.anchor !== selection.focus) {
      if (!this.#isFinger) {
        this.#tell(selection, event.ctrlKey || event.metaKey ? "pick" : "mark");
      }
      return;
    }
    if (isClick(event, from)) {
      const spans = this.#marks.at(event.clientX, event.clientY);
      const keysOf = (kind: TextSpan["kind"]) => spans.filter((span) => span.kind === kind).map((span) => span.key);
      const toggle = event.ctrlKey || event.metaKey;
      if (spans.length === 0) {
        this.#player.seekTo(pressed);
      }
      this.#host.ask("textPress", { id: this.#id, regions: keysOf("region"), offered: keysOf("offered"), toggle });
    }
  }

  /** Of a mouse that was released beside the text: up to what is nearest. */
  #selectionTo({ clientX, clientY }: PointerEvent): TextSelection | null {
    const box = this.element.getBoundingClientRect();
    const clamp = (value: number, from: number, to: number) => Math.min(Math.max(value, from + 2), to - 2);
    const selection = this.#selection.readUpTo(clamp(clientX, box.left, box.right), clamp(clientY, box.top, box.bottom));
    if (selection) {
      this.#selection.set(selection);
    }
    return selection;
  }

  /** Fingers select by the browser's own handles, in several moves. */
  #selectionChanged(): void {
    if (!this.#isFinger) {
      return;
    }
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => {
      const selection = this.#selection.read();
      if (selection && selection.anchor !== selection.focus) {
        this.#tell(selection, "wait");
      }
    }, settleMs);
  }

  #tell({ anchor, focus }: TextSelection, intent: Intent): void {
    const [start, end] = anchor < focus ? [anchor, focus] : [focus, anchor];
    const ranges = growSelection(this.#body.text, start, end);
    const reply = this.#host.ask("textSelect", { id: this.#id, ranges, intent });
    if (reply?.done) {
      this.#clearSelection();
    }
  }

  /** The keys stay where they were. */
  #clearSelection(): void {
    const selection = this.#selection.read();
    if (!selection) {
      return; // what is selected elsewhere in the page stays
    }
    this.#selection.clear();
    if (this.#caret.isShown) {
      this.#selection.set({ anchor: selection.focus, focus: selection.focus });
      this.#caret.show();
    }
  }

  #key(event: KeyboardEvent): void {
    const selection = this.#selection.read();
    const isSelected = selection !== null && selection.anchor !== selection.focus;
    if (event.key === "Escape" && isSelected) {
      this.#clearSelection();
      this.#host.ask("textSelect", { id: this.#id, ranges: null, intent: "wait" });
    } else if (event.key === "Enter" && isSelected && !event.ctrlKey && !event.metaKey) {
      this.#tell(selection, "mark");
    } else if (this.#caret.press(event, () => this.#firstInView())) {
      this.#keysMoved();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #keysMoved(): void {
    const selection = this.#selection.read();
    if (selection && selection.anchor !== selection.focus) {
      this.#tell(selection, "wait");
    } else if (this.#state?.isSelecting) {
      this.#host.ask("textSelect", { id: this.#id, ranges: null, intent: "wait" });
    }
  }

  /** Where keys begin: at what is selected, else at the first block that is seen. */
  #firstInView(): number {
    const selected = this.#marks.span(this.#state?.selected[0] ?? -1);
    if (selected) {
      return selected.start;
    }
    const top = this.element.getBoundingClientRect().top;
    const first = this.#body.blocks.find((block) => block.element.getBoundingClientRect().bottom > top);
    return first?.start ?? 0;
  }

  /** The text as it is, and not its pictures of control characters. */
  #copy(event: ClipboardEvent): void {
    const selection = this.#selection.read();
    if (selection && selection.anchor !== selection.focus) {
      const ends = [selection.anchor, selection.focus].sort((one, other) => one - other);
      event.clipboardData?.setData("text/plain", this.#body.text.slice(...ends));
      event.preventDefault();
    }
  }

  #reveal(span: Pick<TextSpan, "start" | "end">, tries = 4): void {
    const block = this.#body.blockAt(span.start);
    if (!block) {
      return;
    }
    const box = this.#body.rangeIn(block, span.start, span.end).getBoundingClientRect();
    if (tries > 0 && this.#bringIntoSight(box)) {
      // What comes near is only now laid out, and may be higher than was thought.
      requestAnimationFrame(() => this.#reveal(span, tries - 1));
    }
  }

  /** False if it is in sight. */
  #bringIntoSight(box: DOMRect): boolean {
    const view = this.element.getBoundingClientRect();
    const isSeen = box.top >= view.top + 16 && (box.bottom <= view.bottom - 8 || box.height > view.height - 40);
    if (!isSeen) {
      this.element.scrollTop += box.top - view.top - Math.max((view.height - box.height) / 2, 24);
    }
    return !isSeen;
  }

  #drawHandles(): void {
    const [only, ...others] = this.#state?.selected ?? [];
    const isOne = only !== undefined && others.length === 0 && this.#state?.canChange;
    this.#handles.show(isOne ? this.#marks.span(only) : undefined);
  }

  #moveEnds(span: TextSpan, { anchor, focus }: TextSelection): void {
    const ranges = growSelection(this.#body.text, Math.min(anchor, focus), Math.max(anchor, focus));
    if (!this.#host.ask("textEnds", { id: this.#id, region: span.key, ranges })?.done) {
      this.#drawHandles();
    }
  }

  /** The core is told once it has come to rest. */
  #viewMoved(): void {
    clearTimeout(this.#viewTimer);
    this.#viewTimer = setTimeout(() => {
      if (this.element.isConnected) {
        this.#host.ask("textInView", { id: this.#id, range: this.#inView() });
      }
    }, restMs);
  }

  #inView(): [number, number] {
    const { blocks } = this.#body;
    const { left, right, top, bottom } = this.element.getBoundingClientRect();
    const isIn = ({ element }: (typeof blocks)[number]) => {
      const box = element.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    };
    const first = blocks.find(isIn);
    const last = blocks.findLast(isIn);
    if (!first || !last) {
      return [0, 0];
    }
    const clamp = (offset: number | null, otherwise: number) => Math.min(Math.max(offset ?? otherwise, first.start), last.end);
    const start = this.#selection.offsetAt(left + 18, top + 14);
    const end = this.#selection.offsetAt(right - 18, bottom - 6);
    return first.element.getBoundingClientRect().top >= top && last.element.getBoundingClientRect().bottom <= bottom
      ? [first.start, last.end]
      : [clamp(start, first.start), clamp(end, last.end)];
  }

  #measure(): void {
    this.#viewMoved();
    const box = this.#body.element.getBoundingClientRect();
    if (box.width !== this.#width) {
      this.#width = box.width;
      this.#marks.layOut();
    }
    const height = Math.min(Math.ceil(box.height + this.#player.element.offsetHeight), mostHeight);
    if (this.element.isConnected && height > 0 && height !== this.#height) {
      this.#height = height;
      this.#host.ask("textHeight", { id: this.#id, height });
    }
  }
}

function isClick(event: PointerEvent, from: { x: number; y: number }): boolean {
  return Math.hypot(event.clientX - from.x, event.clientY - from.y) < 5;
}

/** How the spans look that do not look as usual. */
function statesOf({ pointed, selected, currentOffer }: TextStateDetail): Map<string, string> {
  const states = new Map(pointed.map((key) => [nameOfSpan("region", key), "pointed"]));
  for (const key of selected) {
    states.set(nameOfSpan("region", key), "selected");
  }
  if (currentOffer !== null) {
    states.set(nameOfSpan("offered", currentOffer), "selected");
  }
  return states;
}
