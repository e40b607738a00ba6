/**
 * The door between the page and the C++ module: every message that crosses it, written once; events stand in
 * protocol_events.ts, what is told of texts in protocol_texts.ts.
 * `wasm-tests/protocol.test.mjs` holds the C++ side (src/web) to these shapes.
 *
 * Exported C functions (one module instance is one editor, so there are no handles):
 *
 *   cartoucheCreate(isMac): void        draws on the current GL context; isMac: ⌘ for Ctrl
 *   cartoucheDestroy(): void
 *   cartoucheFrame(nowMs): number       draws if anything changed; 1: wants another frame, 0: idle
 *   cartoucheResize(widthPx, heightPx, pixelRatio): void     CSS pixels
 *   cartouchePointer(kind, x, y, button, device, modifiers, pressure, timeMs): number
 *                                       see PointerKind, PointerDevice, Modifier; 1: an image has the pointer
 *   cartoucheWheel(x, y, deltaX, deltaY, isZoom): number
 *                                       1 if the editor scrolls or zooms and the page must not
 *   cartouchePinch(x, y, deltaX, deltaY, factor): number
 *                                       two fingers moved and spread; 1 if an image follows them
 *   cartoucheAddFont(bytes, length, weight): void   takes over `bytes` (from malloc)
 *   cartoucheImage(width, height): number           a new GL texture name to upload into
 *   cartoucheRequest(length): char*     room for a Request of so many bytes of JSON text
 *   cartoucheCall(length): char*        answers what was written there; its Reply, as JSON text
 *   cartoucheReplyLength(): number      the bytes of the last reply, which is valid until
 *   cartoucheDropReply()                it is dropped, or the next call
 *   malloc
 *
 * Events come out of the module through `Module.onCoreEvent(json)`, synchronously; the shell hands
 * them on in a task of their own, since the core may not be called from within its own call. One question
 * is answered at once: `Module.onPixelsNeeded(url, place)` writes the pixels of an image in tiles (RGBA, rows
 * from the top) to `place`, or is false. So is what `Module.typesetter` (typesetter.ts) is asked.
 */

import type { Annotation, AnnotationInfo, Diagnostic, Expression, Keymap, Locale, Neighbors, Result, Task } from "./cartouche.js";
import type { MarkupTree, TextRanges } from "./protocol_texts.js";

export type * from "./protocol_events.js";
export type * from "./protocol_texts.js";

export const enum PointerKind { Move, Down, Up, Leave, Cancel }
export const enum PointerDevice { Mouse, Touch, Pen }
/** Bits; Control stands for Command, too. */
export const enum Modifier { Control = 1, Shift = 2, Alt = 4 }

/** What the page may ask of the module. Each member: [parameters, reply]. */
export interface Requests {
  /** Replaces config, task and annotation. What is wrong comes as `error` events, too. */
  load: [
    { config: string; task: Task | null; interfaces: string[]; keymap: Keymap | null },
    { diagnostics: Diagnostic[] },
  ];
  /** What is wrong with these keys; changes nothing. */
  checkKeymap: [{ keymap: Keymap | null }, { diagnostics: Diagnostic[] }];
  /** Other keys at once. What is wrong with them comes as `error` events. */
  setKeymap: [{ keymap: Keymap | null }, object];
  /** Puts a new annotation in the place of the one that is shown. */
  startAnnotation: [{ result: Result[] }, object];
  /** What the task has, the latest first; `selected` is the one that is shown. */
  annotations: [object, AnnotationList];
  /** Shows another one, by its id or server key. */
  selectAnnotation: [{ id: string }, { done: boolean }];
  /** Adds one without showing it; without results, with what the config preselects. */
  addAnnotation: [{ pk?: string; result?: Result[]; skipped?: boolean }, { id: string }];
  /** Shows a new annotation that begins with what this one holds. */
  copyAnnotation: [{ id: string }, { id: string | null }];
  deleteAnnotation: [{ id: string }, { done: boolean }];
  setGroundTruth: [{ id: string; value: boolean }, object];
  /** Puts other results in the place of what one of them holds. */
  setResults: [{ id: string; result: Result[] }, object];
  /**
   * The results of a region as they stand, or last stood; null: there is none. `annotation`: not the one that is shown;
   * `handle`: as the event `regions` has it.
   */
  region: [{ annotation?: string; id: string; handle?: number }, { result: Result[] | null }];
  /** Of the annotation that is shown, to those that it may be done to; gives to how many. */
  doToRegions: [{ deed: "select" | "delete" | "hide" | "show"; ids: string[] }, { count: number }];
  /** Puts other results of one region in the place of those of a region. */
  updateRegion: [{ id: string; result: Result[] }, { done: boolean }];
  /**
   * What labelers changed since this was last asked. Of an annotation that is not among `known`, all that was changed since
   * it was loaded, and what it then held. Of those to `renew`, as if it had never been asked.
   */
  journal: [{ known: string[]; renew: string[] }, { entries: JournalEntry[] }];
  /** Puts what a journal held in the place of what an annotation holds, as its loaded state; without `id`, adds one. */
  resume: [
    {
      id?: string; result: Result[]; leadTime: number; isSubmitted: boolean;
      parentPrediction?: string; parentAnnotation?: string;
    },
    { id: string },
  ];
  /** The server has it, under this key if it is not empty. */
  markSaved: [{ id: string; pk: string }, { done: boolean }];
  /** The server has it no more: what is submitted of it next is new. */
  markUnsaved: [{ id: string }, { done: boolean }];
  /** Whether all that there is, and what is loaded next, can only be looked at. */
  setReadonly: [{ readonly: boolean }, object];
  /** Whether there are tasks before and behind this one, for the buttons of `topbar:prevnext`. */
  setNeighbors: [Neighbors, object];
  /** Whether smart tools prompt the host's model, and what it suggests is accepted at once. */
  setAssist: [{ on: boolean; acceptsAll: boolean }, object];
  /** What the model suggests, in the place of what it suggested before. */
  setSuggestions: [{ result: Result[] }, object];
  /** Whether private data of these types, or of all if there are none, is marked or masked in texts. */
  setPrivateData: [{ mode: "mark" | "mask" | "none"; types: string[] }, object];
  /** What is looked for in texts, from now on. */
  setExpressions: [{ expressions: Expression[] }, object];
  /** An annotation as it would be submitted; without an id, the one that is shown. */
  annotation: [{ id?: string }, { annotation: Annotation | null }];
  /** All results as they stand, with those that are hidden and would not be submitted. */
  results: [object, { result: Result[] }];
  /** A command by its name: annotation:submit, annotation:undo, annotation:redo, annotation:reset. */
  execute: [{ command: string }, { done: boolean }];
  /** Whether commands can be executed now. */
  commands: [object, { commands: { name: string; label: string; hotkey: string; enabled: boolean }[] }];
  /** A key pressed while no text is being typed; `handled`: the page must not see it. */
  key: [
    /** `typing`: in a field, where only keys that put a text into it are handled. */
    { key: string; control: boolean; shift: boolean; alt: boolean; meta: boolean; typing: boolean },
    { handled: boolean },
  ];
  /** The selected regions as JSON text of a result array, for the clipboard; null: none is selected. */
  copyRegions: [object, { text: string | null }];
  /** Adds the regions of a result array, with new ids, as far as the config has controls for them; what is no
   *  such array, or is left out, is said in the action bar. */
  pasteRegions: [{ text: string }, { count: number }];
  /** Space is held, or is not any more: an image can then be dragged. `handled`: there is one. */
  holdSpace: [{ held: boolean }, { handled: boolean }];
  /** The widget does what a click on it does (screen readers, Enter and Space). */
  activate: [{ id: number }, object];
  /** DOM focus went to a widget's mirror (id), or left (0). `visible`: draw the focus ring. */
  focus: [{ id: number; visible: boolean }, object];
  /** The text of a text field changed while it was typed into. */
  setText: [{ id: number; text: string }, object];
  /** A slider or a separator moves by so many steps, and by a hundred to its end. */
  step: [{ id: number; by: number }, object];
  /** Enter in a text field. */
  commitText: [{ id: number }, object];
  theme: [{ theme: "light" | "dark" }, object];
  /** What the interface says from now on; null: English. */
  locale: [{ locale: Locale | null }, object];
  /**
   * How the image at an address, as imageNeeded named it, is coming along. The size is the original's; with a
   * `reduction` of more than 1 the texture is an overview, smaller by that power of two, and the image is shown in tiles.
   * `pages`: of the document that it is a page of, else 0.
   */
  image: [
    | { url: string; state: "loading"; progress: number | null }
    | { url: string; state: "ready"; texture: number; width: number; height: number; reduction: number; pages: number }
    | { url: string; state: "failed"; code: "image-unreachable" | "image-undecodable"; message: string },
    object,
  ];
  /** The small picture of an image that was needed, in its texture of this size; 0: there is none. */
  thumbnail: [{ url: string; texture: number; width: number; height: number }, object];
  /** A tile that was needed is in its texture. */
  imageTile: [{ url: string; texture: number }, object];
  /** What stands at an address, as textNeeded named it; null: it cannot be had, and `message` says why. */
  textFetched: [{ url: string; text: string | null; message: string }, object];
  /** What stands at an address, as itemsNeeded named the place; null: it cannot be had, and `message` says why. */
  itemsFetched: [ItemsPlace & { text: string | null; message: string }, object];
  /** HTML as it was read and cleaned. */
  markupRead: [{ markup: number; tree: MarkupTree }, object];
  /** How high a text is, in CSS pixels. `id` is always the text's widget. */
  textHeight: [{ id: number; height: number }, object];
  /**
   * What is selected in a text, as it is and grown to whole words, sentences and paragraphs, in UTF-16 code units from
   * the first up to the second; null: nothing. `mark`: the label in hand makes it a region; without one, and with
   * `wait`, it waits for a label. `pick`: it selects the regions that it touches. `done`: it need not be shown any more.
   */
  textSelect: [{ id: number; ranges: TextRanges | null; intent: "mark" | "wait" | "pick" }, { done: boolean }];
  /** A click on these regions, the innermost first, or on what is offered there; neither: beside all. */
  textPress: [{ id: number; regions: number[]; offered: number[]; toggle: boolean }, object];
  /** What of a text is seen without scrolling, from the first code unit up to the second. */
  textInView: [{ id: number; range: [number, number] }, object];
  /** The ends of a region are moved to those of a selection. */
  textEnds: [{ id: number; region: number; ranges: TextRanges }, { done: boolean }];
  /** A line in the action bar about saving; `action` is offered as a button. null clears it. */
  notice: [{ notice: { kind: "info" | "success" | "error"; text: string; action: string | null } | null }, object];
  /** How many annotations the host does not have yet, in words, beside what the notice says and from task to task; empty: none. */
  unsaved: [{ text: string }, object];
  /** The GL context was lost and is back: everything on the GPU is made anew. Images are asked for again. */
  contextRestored: [object, object];
  /** Figures for tests and benchmarks: frames drawn to the screen since creation. */
  statistics: [object, { frames: number; heapBytes: number }];
}

export type Method = keyof Requests;
export type Request = { [M in Method]: { method: M; params: Requests[M][0] } }[Method];
/** `{ok: reply}` or, for a request that could not be understood, `{error: text}`. */
export type Reply<M extends Method> = { ok: Requests[M][1] } | { error: string };

/** Where items of a Taxonomy stand: an `apiUrl`, and the path of the item that they are within, empty of the first ones. */
export interface ItemsPlace {
  url: string;
  path: string[];
}

/** What changed of an annotation. The results are JSON text of arrays: they are kept, and seldom read. */
export interface JournalEntry {
  id: string;
  /** What it was loaded with, as JSON text; null if it is known. */
  base: string | null;
  leadTime: number;
  areas: ChangedArea[];
  relations: ChangedRelation[];
}

/** What all results with one id, object and item are now; none: they went. */
export interface ChangedArea {
  /** Names it within its annotation. */
  handle: number;
  id: string;
  object: string;
  /** -1: the object as a whole. */
  item: number;
  /** The areas with the higher one come later in the array. */
  order: number;
  /** Of each result, also of those that went, where it stood in the loaded array. */
  places: (number | null)[];
  results: string;
}

export interface ChangedRelation {
  handle: number;
  place: number | null;
  /** One relation, or none. */
  results: string;
}

export interface AnnotationList {
  selected: string;
  /** All are shown side by side. */
  isComparing: boolean;
  annotations: AnnotationInfo[];
}
