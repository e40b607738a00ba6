/** The properties of the editor that say what it shows. */

import { AnnotationsElement, session } from "./annotations_element.js";
import type * as api from "./cartouche.js";
import { plainCopy } from "./plain_copy.js";
import { Shown } from "./shown.js";

export const shown = Symbol("shown");
export const reload = Symbol("reload");

export abstract class ShownElement extends AnnotationsElement {
  protected readonly [shown] = new Shown();
  /** Several properties set in one go are one load. */
  protected abstract [reload](): void;

  get config(): string { return this[shown].config; }
  set config(value: string) {
    this[shown].config = String(value ?? "");
    this[reload]();
  }
  get task(): api.Task | null { return this[shown].task; }
  set task(value: api.Task | null) {
    this[shown].task = value;
    this[reload]();
  }
  get interfaces(): string[] { return this[shown].interfaces; }
  set interfaces(value: string[]) {
    this[shown].interfaces = [...value];
    this[reload]();
  }
  get expressions(): api.Expression[] { return plainCopy(this[shown].expressions); }
  set expressions(value: api.Expression[]) {
    this[shown].expressions = plainCopy(value ?? []);
    this[session]?.ask("setExpressions", { expressions: this[shown].expressions });
  }
  setAssist(assist: api.Assist): void {
    this[shown].assist = assist;
    this[session]?.ask("setAssist", assist);
  }
  setNeighbors(neighbors: api.Neighbors): void {
    this[shown].neighbors = { ...neighbors };
    this[session]?.ask("setNeighbors", this[shown].neighbors);
  }
}
