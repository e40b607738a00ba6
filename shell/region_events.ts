/** What hosts hear of single regions. */

import type * as api from "./cartouche.js";
import type { RegionName, RegionNews } from "./protocol.js";

/** The lists of the news, in the order in which they are told. */
const kinds = [
  ["created", "create"], ["changed", "change"], ["unselected", "unselect"], ["deleted", "delete"], ["selected", "select"],
] as const;

/** Reads the results of a region when they are asked for; null: there is none any more. */
export type ReadRegion = (annotation: string, region: RegionName) => api.Result[] | null;

/** One event for each region. Their results cost something only if somebody reads them. */
export function* regionEvents(news: RegionNews, read: ReadRegion): Generator<[type: string, detail: api.RegionDetail]> {
  for (const [list, kind] of kinds) {
    for (const region of news[list]) {
      yield [`cartouche-region-${kind}`, detailOf(news, region, read)];
    }
  }
}

function detailOf({ annotation, isHistory }: RegionNews, region: RegionName, read: ReadRegion): api.RegionDetail {
  let result: api.Result[] | undefined;
  return {
    annotation,
    region: region.id,
    isHistory,
    get result() {
      return (result ??= read(annotation, region) ?? []);
    },
  };
}
