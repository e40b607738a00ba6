/** What the module tells the page of its own accord (protocol.ts). */

import type { Annotation, Diagnostic, Expression, Result } from "./cartouche.js";
import type { AnnotationList, ItemsPlace } from "./protocol.js";
import type { TextPlacesDetail, TextRelationsDetail, TextShownDetail, TextSpansDetail, TextStateDetail } from "./protocol_texts.js";

/** What the module tells the page. */
export type CoreEvent =
  /** `isDecided`: all that is asked is answered, and there is nothing left but to submit. */
  | { event: "change"; detail: { canUndo: boolean; canRedo: boolean; isDecided: boolean } }
  | { event: "submit"; detail: { annotation: Annotation } }
  | { event: "update"; detail: { annotation: Annotation } }
  /** The labeler skipped the task, or took that back. */
  | { event: "skip"; detail: { annotation: Annotation } }
  | { event: "cancelSkip"; detail: { annotation: Annotation } }
  /** `isDirty`: the reviewer changed something. */
  | { event: "accept"; detail: { annotation: Annotation; isDirty: boolean } }
  | { event: "reject"; detail: { annotation: Annotation; isDirty: boolean } }
  /** `isPostponed`: there is none behind this one, which is left as it is. */
  | { event: "nextTask"; detail: { isPostponed: boolean } }
  | { event: "previousTask"; detail: object }
  | { event: "error"; detail: { diagnostic: Diagnostic } }
  /** The annotations of the task, or which of them is shown, changed. */
  | { event: "annotations"; detail: AnnotationList }
  /** An annotation is about to go. */
  | { event: "deleteAnnotation"; detail: { annotation: Annotation } }
  | { event: "groundTruth"; detail: { id: string; value: boolean } }
  /** What a step did to regions, and which are selected now. */
  | { event: "regions"; detail: RegionNews }
  /** A smart tool drew a prompt; `connected`: all prompts that wait on that object. */
  | { event: "prompt"; detail: { region: Result[]; connected: Result[] } }
  /** The labeler changed what is looked for. */
  | { event: "expressions"; detail: { expressions: Expression[] } }
  /**
   * An object tag shows the image at this address; the answer is the `image` request. With a `page`, from 1, it is
   * a page of a document, and the address ends with `#page=` and the number.
   */
  | { event: "imageNeeded"; detail: { url: string; page: number } }
  /** Small pictures of these images are in sight, and of no others any more; the answers are `thumbnail` requests. */
  | { event: "thumbnailsNeeded"; detail: { urls: string[] } }
  /** What is shown of an image in tiles, the most wanted first; replaces what was needed of it before. */
  | { event: "tilesNeeded"; detail: { url: string; tiles: TileWish[] } }
  /** The accessibility tree of the last frame, whole, in reading order; sent when it differs. */
  | { event: "semantics"; detail: { nodes: SemanticsNode[] } }
  /** DOM focus should go to this widget's mirror: it was pressed, or needs an answer. */
  | { event: "focusNeeded"; detail: { id: number; visible: boolean } }
  /** The text is to be put into this field, in the place of what is selected there. */
  | { event: "insertion"; detail: { id: number; text: string } }
  | { event: "cursor"; detail: { cursor: "default" | "pointer" | "text" | "crosshair" | "move" | "grab" | "grabbing" | "nwse-resize" | "ew-resize" } }
  /** An object tag shows the text at this address; the answer is the `textFetched` request. */
  | { event: "textNeeded"; detail: { url: string } }
  /** A Taxonomy shows these items; the answer is the `itemsFetched` request. */
  | { event: "itemsNeeded"; detail: ItemsPlace }
  /** HTML or Markdown to be read and cleaned, known by the number; the answer is the `markupRead` request. */
  | { event: "markupNeeded"; detail: { markup: number; source: string; isMarkdown: boolean } }
  /** The widget of role `document` shows this text. */
  | { event: "textShown"; detail: TextShownDetail }
  | { event: "textSpans"; detail: TextSpansDetail }
  | { event: "textRelations"; detail: TextRelationsDetail }
  | { event: "textState"; detail: TextStateDetail }
  /** Where texts are seen on the canvas, and what lies over them; sent when it differs. */
  | { event: "textPlaces"; detail: TextPlacesDetail }
  /** The action of the notice was pressed. */
  | { event: "noticeAction"; detail: object };

export interface RegionNews {
  annotation: string;
  /** By undo, redo and the like. */
  isHistory: boolean;
  created: RegionName[];
  changed: RegionName[];
  deleted: RegionName[];
  selected: RegionName[];
  unselected: RegionName[];
}

/** `handle` tells it from others of its id, within its annotation. */
export interface RegionName {
  handle: number;
  id: string;
}

/** A part of an image in its pixels, and the texture whose upper left so many pixels are to show it. */
export interface TileWish {
  texture: number;
  left: number;
  top: number;
  width: number;
  height: number;
  widthPx: number;
  heightPx: number;
}

/** One widget as assistive technology sees it. `x y width height` are CSS pixels on the canvas. */
export interface SemanticsNode {
  id: number;
  /** The node that holds this one, or 0. Parents come before their children. */
  parent: number;
  /** An ARIA role; `textbox`, `searchbox` and `combobox` become real input elements, a `document` a text. A dialog
   *  is modal. */
  role:
    | "group" | "radiogroup" | "radio" | "checkbox" | "button" | "textbox" | "searchbox"
    | "listbox" | "option" | "tree" | "treeitem" | "tablist" | "tab" | "dialog" | "combobox" | "slider" | "separator"
    | "heading" | "img" | "alert" | "status" | "toolbar" | "text" | "progressbar" | "document";
  name: string;
  x: number;
  y: number;
  width: number;
  height: number;
  focusable: boolean;
  checked?: boolean;
  /** Of what opens and closes. */
  expanded?: boolean;
  disabled?: boolean;
  required?: boolean;
  /** The text of a text field. */
  value?: string;
  placeholder?: string;
  /** Of a text field: the browser checks its spelling. */
  prose?: boolean;
  /** Of a text field: more than one line, in which Shift+Enter commits; and what is asked for, if it is no text. */
  rows?: number;
  inputType?: "date" | "time" | "datetime-local" | "month" | "number";
  /** Of its input element. */
  min?: string;
  max?: string;
  step?: string;
  /** Of a slider or a separator: 0 to 1; `value` is the same in words. */
  fraction?: number;
  /** Of a heading: 1 to 6; of an item in a tree: from 1. */
  level?: number;
  /** Of an item in a list of which only a part is mirrored: its place from 1, and of how many. */
  position?: number;
  setSize?: number;
  description?: string;
  /** As aria-keyshortcuts writes it: "Control+Z". */
  keyShortcuts?: string;
  /** Of a combobox: the option that Enter chooses, while the field keeps the focus. */
  activeDescendant?: number;
}
