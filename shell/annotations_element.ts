/** What pages ask of the annotations of a task and of their regions, where the core alone has the answer. */

import type * as api from "./cartouche.js";
import { ReflectingElement } from "./reflecting_element.js";
import type { Session } from "./session.js";

/** The editor while it lives: known to the element alone. */
export const session = Symbol("session");

export abstract class AnnotationsElement extends ReflectingElement {
  protected abstract readonly [session]: Session | null;

  get annotations(): api.AnnotationInfo[] {
    return this[session]?.query("annotations", {}).annotations ?? [];
  }
  get selectedAnnotation(): string | null {
    return this[session]?.query("annotations", {}).selected ?? null;
  }
  get isComparing(): boolean {
    return this[session]?.query("annotations", {}).isComparing ?? false;
  }
  selectAnnotation(id: string): boolean {
    return this[session]?.ask("selectAnnotation", { id }).done ?? false;
  }
  addAnnotation({ was_cancelled: skipped, ...options }: { pk?: string; result?: api.Result[]; was_cancelled?: boolean } = {}): string | null {
    return this[session]?.ask("addAnnotation", { ...options, ...(skipped && { skipped }) }).id ?? null;
  }
  copyAnnotation(id: string): string | null {
    return this[session]?.ask("copyAnnotation", { id }).id ?? null;
  }
  deleteAnnotation(id: string): boolean {
    return this[session]?.ask("deleteAnnotation", { id }).done ?? false;
  }
  setGroundTruth(id: string, value: boolean): void {
    this[session]?.ask("setGroundTruth", { id, value });
  }
  annotationOf(id: string): api.Annotation | null {
    return this[session]?.query("annotation", { id }).annotation ?? null;
  }
  regionOf(id: string): api.Result[] | null {
    return this[session]?.query("region", { id }).result ?? null;
  }
  selectRegions(ids: string[]): number { return this.#toRegions("select", ids); }
  deleteRegions(ids: string[]): number { return this.#toRegions("delete", ids); }
  hideRegions(ids: string[], hidden = true): number { return this.#toRegions(hidden ? "hide" : "show", ids); }
  updateRegion(id: string, result: api.Result[]): boolean {
    return this[session]?.ask("updateRegion", { id, result }).done ?? false;
  }
  setSuggestions(result: api.Result[]): void {
    this[session]?.ask("setSuggestions", { result });
  }
  markSaved(id: string, pk: number | string): boolean {
    return this[session]?.ask("markSaved", { id, pk: String(pk) }).done ?? false;
  }
  markUnsaved(id: string): boolean {
    return this[session]?.ask("markUnsaved", { id }).done ?? false;
  }

  #toRegions(deed: "select" | "delete" | "hide" | "show", ids: string[]): number {
    return this[session]?.ask("doToRegions", { deed, ids }).count ?? 0;
  }
}
