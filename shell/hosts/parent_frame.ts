/**
 * Talks to the page that frames this one, if `parent-origin` names its origin. `*` means any: for pages that hold nothing
 * private, such as a sandboxed frame's, whose own origin is opaque. All messages are {cartouche: 1, type, …}; what says
 * another number, or comes from anybody else, is passed over.
 *
 * To the parent:
 *   {type: "ready" | "change" | "submit" | …, detail}   each event, as in cartouche.d.ts, without "cartouche-"
 *   {type: "store", detail: Submission}                 if it confirms: until it answers `saved`, or `refused` for good
 *   {type: "annotation", id, detail: Annotation | null} the answer to `get`
 *   {type: "region-create" | "region-change" | …, detail: {annotation, region, isHistory, result?}}
 *                                                       each event of a region, if it asked for them: `result` with "results"
 * From the parent:
 *   {type: "load", config?, task?, interfaces?, readOnly?, journal?, confirms?, regions?: "ids" | "results" | null}
 *   {type: "neighbors", previous, next}                 whether there are tasks before and behind this one
 *   {type: "saved", key, pk?}                           it has the submission of that key
 *   {type: "refused", key, message, isFinal?}
 *   {type: "get", id}                                   the annotation as it stands; `id` is anything
 */

import type * as api from "../cartouche.js";
import type { CartoucheEditor } from "../element.js";
import { say } from "../language.js";
import { SaveError } from "./host.js";

const protocol = 1;
const types = [
  "ready", "change", "submit", "update", "skip", "cancel-skip", "accept", "reject", "next-task", "previous-task", "error", "save",
  "annotations", "delete", "ground-truth", "restore",
];
const regionTypes = ["region-create", "region-change", "region-delete", "region-select", "region-unselect"];
const timeoutMs = 30_000;

type Message =
  | {
    type: "load"; config?: string; task?: api.Task | null; interfaces?: string[]; readOnly?: boolean; journal?: string | null; confirms?: boolean;
    regions?: "ids" | "results" | null;
  }
  | { type: "neighbors"; previous: boolean; next: boolean }
  | { type: "saved"; key: string; pk?: string | number | null }
  | { type: "refused"; key: string; message: string; isFinal?: boolean }
  | { type: "get"; id: unknown };

export function attachParentFrame(editor: CartoucheEditor, signal: AbortSignal): void {
  const origin = editor.getAttribute("parent-origin");
  if (origin && window.parent !== window) {
    new ParentFrame(editor, origin, signal);
  }
}

class ParentFrame {
  readonly #editor: CartoucheEditor;
  readonly #origin: string;
  /** What it hears of regions; null: nothing, since there may be many. */
  #regions: "ids" | "results" | null = null;
  /** By their keys, the submissions that wait for an answer. */
  readonly #waiting = new Map<string, { resolve(saved: { pk?: string | number | null | undefined }): void; reject(error: Error): void }>();

  constructor(editor: CartoucheEditor, origin: string, signal: AbortSignal) {
    this.#editor = editor;
    this.#origin = origin;
    for (const type of types) {
      const post = (event: Event) => this.#post({ type, detail: (event as CustomEvent<unknown>).detail });
      editor.addEventListener(`cartouche-${type}`, post, { signal });
    }
    for (const type of regionTypes) {
      const post = (event: Event) => this.#postRegion(type, (event as CustomEvent<api.RegionDetail>).detail);
      editor.addEventListener(`cartouche-${type}`, post, { signal });
    }
    window.addEventListener("message", (event) => this.#receive(event), { signal });
  }

  #post(message: { type: string; [member: string]: unknown }): void {
    window.parent.postMessage({ cartouche: protocol, ...message }, this.#origin);
  }

  /** Its results cannot be read later from over there: they go along if they are wanted. */
  #postRegion(type: string, detail: api.RegionDetail): void {
    if (this.#regions !== null) {
      const { annotation, region, isHistory } = detail;
      const result = this.#regions === "results" ? { result: detail.result } : {};
      this.#post({ type, detail: { annotation, region, isHistory, ...result } });
    }
  }

  #receive(event: MessageEvent<unknown>): void {
    const isParent = event.source === window.parent && (this.#origin === "*" || event.origin === this.#origin);
    const data = event.data as ({ cartouche?: unknown } & Message) | null;
    if (!isParent || typeof data !== "object" || data?.cartouche !== protocol) {
      return;
    }
    switch (data.type) {
      case "load":
        return this.#load(data);
      case "neighbors":
        return this.#editor.setNeighbors({ previous: data.previous === true, next: data.next === true });
      case "saved":
        return this.#waiting.get(data.key)?.resolve({ pk: data.pk });
      case "refused":
        return this.#waiting.get(data.key)?.reject(new SaveError(String(data.message), { isFinal: data.isFinal === true }));
      case "get":
        return this.#post({ type: "annotation", id: data.id, detail: this.#editor.annotation });
    }
  }

  #load({ config, task, interfaces, readOnly, journal, confirms, regions }: Message & { type: "load" }): void {
    const given = { interfaces, readOnly, config, task, journal };
    for (const [name, value] of Object.entries(given)) {
      if (value !== undefined) {
        Object.assign(this.#editor, { [name]: value });
      }
    }
    if (confirms !== undefined) {
      this.#editor.host = confirms ? this.#host() : null;
    }
    if (regions !== undefined) {
      this.#regions = regions === "ids" || regions === "results" ? regions : null;
    }
  }

  #host(): api.Host {
    return {
      get name() { return say("page.host.page-around"); },
      save: (submission, signal) => this.#save(submission, signal),
      review: (submission, signal) => this.#save(submission, signal),
    };
  }

  #save(submission: api.Submission, signal: AbortSignal): Promise<{ pk?: string | number | null | undefined }> {
    return new Promise<{ pk?: string | number | null | undefined }>((resolve, reject) => {
      this.#waiting.set(submission.key, { resolve, reject });
      AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]).addEventListener("abort", () => reject(new SaveError(say("page.host.no-answer"))));
      this.#post({ type: "store", detail: submission });
    }).finally(() => this.#waiting.delete(submission.key));
  }
}
