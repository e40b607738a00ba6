/** The texts of an editor, each an element that lies where its widget is on the canvas. */

import type { Diagnostic } from "../cartouche.js";
import { reasonOf } from "../errors.js";
import type { Media } from "../media/media.js";
import type {
  CanvasBox, Method, Requests, TextPlacesDetail, TextRelationsDetail, TextShownDetail, TextSpansDetail, TextStateDetail,
} from "../protocol.js";
import { EmbeddedPages } from "./embedded_pages.js";
import { TextLayer } from "./layer.js";
import { cleanMarkup, htmlOf, treeOf } from "./markup.js";

export interface TextHost {
  /** Null after a crash. */
  ask<M extends Method>(method: M, params: Requests[M][0]): Requests[M][1] | null;
  readonly media: Media;
  /** The address of the package's folder. */
  readonly base: string;
  /** Something is wrong that the core knows nothing of. */
  report(diagnostic: Diagnostic): void;
}

export class TextLayers {
  readonly #host: TextHost;
  readonly #layers = new Map<number, TextLayer>();
  readonly #markups = new Map<number, DocumentFragment>();
  readonly #embedded: EmbeddedPages;
  #fetches = new AbortController();

  constructor(host: TextHost) {
    this.#host = host;
    this.#embedded = new EmbeddedPages(host.media, host.base);
  }

  /** Another task, or none: widgets that stay have other texts. */
  clear(): void {
    this.#fetches.abort();
    this.#fetches = new AbortController();
    this.#markups.clear();
    this.#embedded.clear();
    for (const layer of this.#layers.values()) {
      layer.restart();
    }
  }

  destroy(): void {
    this.#fetches.abort();
    this.#embedded.clear();
    this.#layers.forEach((layer) => layer.destroy());
  }

  /** The language is another one. */
  rename(): void {
    this.#layers.forEach((layer) => layer.rename());
  }

  elementOf(id: number): HTMLElement {
    return this.#layerOf(id).element;
  }

  /** The core is told when it is done with what it does now. */
  readMarkup({ markup, source, isMarkdown }: { markup: number; source: string; isMarkdown: boolean }): void {
    const { signal } = this.#fetches;
    const content = cleanMarkup(isMarkdown ? htmlOf(source) : source);
    this.#markups.set(markup, content);
    queueMicrotask(() => signal.aborted || this.#host.ask("markupRead", { markup, tree: treeOf(content) }));
  }

  show(detail: TextShownDetail): void {
    const markup = detail.markup === null ? undefined : this.#markups.get(detail.markup);
    const content = markup ? (markup.cloneNode(true) as DocumentFragment) : null;
    if (content) {
      this.#embedded.draw(content);
    }
    this.#layerOf(detail.id).show({ ...detail, content });
  }

  drawSpans(detail: TextSpansDetail): void {
    this.#layerOf(detail.id).drawSpans(detail);
  }

  drawRelations(detail: TextRelationsDetail): void {
    this.#layerOf(detail.id).drawRelations(detail);
  }

  setState(detail: TextStateDetail): void {
    this.#layerOf(detail.id).setState(detail);
  }

  place({ places, covers, isShaded }: TextPlacesDetail): void {
    for (const { id, box, visible } of places) {
      const { element } = this.#layerOf(id);
      element.style.clipPath = clipOf(box, visible, covers);
      element.classList.toggle("shaded", isShaded);
    }
  }

  fetch(url: string): void {
    const { signal } = this.#fetches;
    const tell = (text: string | null, message: string) => {
      if (!signal.aborted) {
        this.#host.ask("textFetched", { url, text, message });
      }
    };
    this.#host.media.download("text", url, signal).then(({ content }) => content.text()).then(
      (text) => tell(text, ""),
      (error: unknown) => tell(null, reasonOf(error)),
    );
  }

  #layerOf(id: number): TextLayer {
    let layer = this.#layers.get(id);
    if (!layer) {
      layer = new TextLayer(id, this.#host);
      this.#layers.set(id, layer);
    }
    return layer;
  }
}

/** What is seen of a box, without what lies over it: that is also where it has the pointer. */
function clipOf(box: CanvasBox, visible: CanvasBox, covers: CanvasBox[]): string {
  const overlapping = covers.filter((cover) => overlap(cover, visible));
  const isWhole = visible.width >= box.width && visible.height >= box.height;
  if (isWhole && overlapping.length === 0) {
    return "none";
  }
  const outline = ({ x, y, width, height }: CanvasBox) =>
    `M${x - box.x} ${y - box.y}h${width}v${height}h${-width}z`;
  return `path(evenodd, "${[visible, ...overlapping].map(outline).join("")}")`;
}

function overlap(one: CanvasBox, other: CanvasBox): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width &&
    one.y < other.y + other.height && other.y < one.y + one.height;
}
