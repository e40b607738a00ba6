/** Regions as integrations of the front end see them. */

import type * as api from "../cartouche.js";

/** What is said about an object as a whole, and draws nothing on it; a taxonomy may label a text. */
const answers = new Set(["choices", "textarea", "number", "rating", "datetime", "taxonomy", "pairwise", "ranker", "relation"]);

export class FacadeRegion implements api.LabelStudioRegion {
  constructor(readonly results: api.Result[]) {}

  get id(): string { return this.results[0]!.id; }
  get cleanId(): string { return this.id; }
  get type(): string { return this.results[0]!.type; }
  get value(): Record<string, unknown> { return this.results[0]!.value; }
  get labels(): string[] {
    return this.results.flatMap(({ type, value }) => (type.endsWith("labels") ? ((value[type] as string[] | undefined) ?? []) : []));
  }
  serialize(): api.Result { return this.results[0]!; }
}

/** The regions of a result array: all results of one id. */
export function regionsOf(results: api.Result[]): FacadeRegion[] {
  const isDrawn = ({ type, value }: api.Result) => !answers.has(type) || (type === "taxonomy" && "start" in value);
  const drawn = new Set(results.filter(isDrawn).map(({ id }) => id));
  return [...Map.groupBy(results.filter(({ id }) => drawn.has(id)), ({ id }) => id).values()].map((group) => new FacadeRegion(group));
}
