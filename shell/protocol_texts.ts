/** What the module and the page tell each other of texts (protocol.ts). */

export interface TextRanges {
  symbol: readonly [number, number];
  word: readonly [number, number];
  sentence: readonly [number, number];
  paragraph: readonly [number, number];
}

/** A text, or an element: a list of its lower-case name and what it holds. */
export type MarkupTree = string | MarkupTree[];

/** Offsets are of UTF-16 code units. */
export interface TextShownDetail {
  id: number;
  text: string;
  /** What is private in `text` is masked, and not to be seen in `markup` either. */
  isMasked: boolean;
  /** Of a conversation, of which `text` is all that is said, with a line feed between two phrases; of a text null. */
  phrases: Phrase[] | null;
  /** The HTML that `text` is all texts of, each `br` a line feed; of other texts null. */
  markup: number | null;
  /** Each phrase stands in a bubble, in the colour of its author. */
  isDialogue: boolean;
  /** What the phrases were heard in; null: there is none. */
  audio: ConversationAudio | null;
}

export interface Phrase {
  start: number;
  end: number;
  author: string;
  color: string;
  /** In seconds of the audio; null: it is not known when it was said, or that it ends before the audio does. */
  from: number | null;
  to: number | null;
}

export interface ConversationAudio {
  url: string;
  /** All of it can be played, not the phrases alone. */
  hasPlayer: boolean;
  /** What is said now is kept in sight. */
  isFollowed: boolean;
}

/** Spans that came or changed, and those that are not shown any more. */
export interface TextSpansDetail {
  id: number;
  /** Spans of each kind have numbers of their own. */
  kind: "region" | "offered" | "found" | "private";
  /** There are no others of that kind. */
  isAll: boolean;
  /** CSS colours; `ink` is read on `stroke`. `name` is written on the span, if it is not empty. */
  styles: { stroke: string; fill: string; ink: string; name: string }[];
  /** Of each its number, its ends in UTF-16 code units, and its place in `styles`. */
  spans: [key: number, start: number, end: number, style: number][];
  gone: number[];
}

/** From one region of a text to another of the same. */
export interface TextRelation {
  key: number;
  from: number;
  to: number;
  direction: "left" | "right" | "both";
  /** Empty: it has none. */
  label: string;
  /** The pointer is on its row of a list. */
  isPointed: boolean;
}

/** All of them that are shown. */
export interface TextRelationsDetail {
  id: number;
  relations: TextRelation[];
}

export interface TextStateDetail {
  id: number;
  selected: number[];
  /** The regions of the row of a list that the pointer is over. */
  pointed: number[];
  /** Phrases that are not shown, by their places. */
  hidden: number[];
  /** A part of the text that is to be seen. */
  revealed: [number, number] | null;
  /** Of what is offered, the one that the keyboard is at. */
  currentOffer: number | null;
  /** A part of the text that stands out, as what was found. */
  spot: [number, number] | null;
  /** What is selected in the text waits for a label. */
  isSelecting: boolean;
  canChange: boolean;
  /** There must be room for names between the lines. */
  hasNames: boolean;
}

export interface CanvasBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface TextPlacesDetail {
  /** `visible` is what of the box is not scrolled away. */
  places: { id: number; box: CanvasBox; visible: CanvasBox }[];
  covers: CanvasBox[];
  /** By a dialog, which has all pointers and keys. */
  isShaded: boolean;
}
