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
  /** By address, those of the config that is labeled with: tasks come and go. */
  #known = new Map<string, string>();
  /** For this task: what is asked for again is tried again. */
  #asked = new Set<string>();
  #config = "";

  constructor(host: ItemsHost) {
    this.#host = host;
  }

  /** Another task, or none: what is on its way is for nobody any more. With another config, items are fetched anew. */
  restart(config: string): void {
    this.#fetches.abort();
    this.#fetches = new AbortController();
    this.#asked.clear();
    if (config !== this.#config) {
      this.#known.clear();
      this.#config = config;
    }
  }

  fetch(place: ItemsPlace): void {
    const { signal } = this.#fetches;
    const tell = (text: string | null, message: string) => {
      if (!signal.aborted) {
        this.#host.ask("itemsFetched", { ...place, text, message });
      }
    };
    this.#read(addressOf(place), signal).then((text) => tell(text, ""), (error: unknown) => tell(null, reasonOf(error)));
  }

  async #read(address: string, signal: AbortSignal): Promise<string> {
    let text = this.#asked.has(address) ? undefined : this.#known.get(address);
    this.#asked.add(address);
    if (text === undefined) {
      text = await (await this.#host.media.download("items", address, signal)).content.text();
      signal.throwIfAborted();
      this.#known.set(address, text);
    }
    return text;
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
