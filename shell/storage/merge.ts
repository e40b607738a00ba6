/** The results of an annotation, from what it was loaded with and what was changed of it since. */

import type { Result } from "../cartouche.js";
import type { ChangedArea, ChangedRelation } from "../protocol.js";

interface Placed {
  order: number;
  place: number;
  result: Result;
}

/** A loaded entry is followed by as many new ones as its area has, as the core writes them. */
const room = 2 ** 16;
const behindLoaded = 2 ** 32;

/** Both lists have each handle once. What is loaded and was not changed comes out as it came in. */
export function mergeResults(base: Result[], areas: ChangedArea[], relations: ChangedRelation[]): Result[] {
  const replaced = new Set([...areas.flatMap(({ places }) => places), ...relations.map(({ place }) => place)]);
  const changed = new Set(areas.map(({ id, object, item }) => nameOf(id, object, item)));
  const placed: Placed[] = base.flatMap((result, at) =>
    replaced.has(at) || changed.has(nameOf(result.id, result.to_name, result["item_index"])) ? [] : [{ order: 0, place: at * room, result }],
  );
  for (const area of [...areas].sort((a, b) => a.handle - b.handle)) {
    placed.push(...placedOf(area));
  }
  const isReordered = areas.some(({ order }) => order !== 0);
  for (const { handle, place, results } of relations) {
    const result = (JSON.parse(results) as Result[])[0];
    const at = place === null ? 2 * behindLoaded * room + handle : place * room;
    placed.push(...(result ? [{ order: isReordered ? Infinity : 0, place: at, result }] : []));
  }
  return placed.sort((a, b) => a.order - b.order || a.place - b.place).map(({ result }) => result);
}

function placedOf({ handle, order, places, results }: ChangedArea): Placed[] {
  let place = behindLoaded * room + handle * room;
  return (JSON.parse(results) as Result[]).map((result, index) => {
    const loadedAt = places[index] ?? null;
    place = loadedAt === null ? place + 1 : loadedAt * room;
    return { order, place, result };
  });
}

/** What results of one area have in common. */
function nameOf(id: unknown, object: unknown, item: unknown): string {
  return JSON.stringify([id ?? null, object ?? "", typeof item === "number" ? item : -1]);
}
