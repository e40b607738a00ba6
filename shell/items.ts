/** Items of Taxonomies that stand at an address (`apiUrl`), which the core asks for as they are opened. */

import { reasonOf } from "./errors.js";
import type { Media } from "./media/media.js";
import type { ItemsPlace, Method, Requests } from "./protocol.js";

export interface ItemsHost {
  /** Null after a crash. */
  ask<M extends Method>(method: M, params: Requests[M][0]): Requests[M][1] | null;
  readonly media: Media;
}

export class Items {
  readonly #host: ItemsHost;
  #fetches = new AbortController();

  constructor(host: ItemsHost) {
    this.#host = host;
  }

  /** Another task, or none: what is on its way is for nobody any more. */
  cancel(): void {
    this.#fetches.abort();
    this.#fetches = new AbortController();
  }

  fetch(place: ItemsPlace): void {
    const { signal } = this.#fetches;
    const tell = (text: string | null, message: string) => {
      if (!signal.aborted) {
        this.#host.ask("itemsFetched", { ...place, text, message });
      }
    };
    this.#host.media.download("items", addressOf(place), signal).then(({ content }) => content.text()).then(
      (text) => tell(text, ""),
      (error: unknown) => tell(null, reasonOf(error)),
    );
  }
}

/** Each part of the path is a parameter of its own. */
function addressOf({ url, path }: ItemsPlace): string {
  if (path.length === 0) {
    return url;
  }
  const query = new URLSearchParams(path.map((part) => ["path", part]));
  const [place = "", mark] = url.split("#", 2);
  return `${place}${place.includes("?") ? "&" : "?"}${query}${mark === undefined ? "" : `#${mark}`}`;
}
