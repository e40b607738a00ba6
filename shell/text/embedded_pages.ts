/** Pages of PDF documents that HTML embeds, each drawn as a picture where it stands. */

import { Documents } from "../documents.js";
import { reasonOf } from "../errors.js";
import { say } from "../language.js";
import { nameOf } from "../media/failure.js";
import type { Media } from "../media/media.js";
import { isOwnAddress } from "./own_address.js";

/** In place of all `embed` elements: a canvas for a page of a document from where the page around is from. */
export function replaceEmbedded(content: DocumentFragment): void {
  for (const embedded of content.querySelectorAll("embed")) {
    const source = embedded.getAttribute("src") ?? "";
    embedded.replaceWith(isOwnAddress(source) ? placeFor(new URL(source, document.baseURI)) : wordsFor(say("page.text.document-elsewhere", { source })));
  }
}

function placeFor(url: URL): HTMLCanvasElement {
  const number = /^#.*\bpage=(\d+)/.exec(url.hash)?.[1] ?? "1";
  url.hash = "";
  const canvas = document.createElement("canvas");
  canvas.dataset["document"] = url.href;
  canvas.dataset["page"] = number;
  canvas.role = "img";
  canvas.ariaLabel = say("page.text.document-page", { number, source: nameOf(url.href) });
  return canvas;
}

/** No text, which could be labeled and moves what is. */
function wordsFor(message: string): HTMLImageElement {
  const image = document.createElement("img");
  image.alt = image.title = message;
  return image;
}

export class EmbeddedPages {
  readonly #media: Media;
  readonly #base: string;
  #documents: Documents;

  /** `base`: as of Documents. */
  constructor(media: Media, base: string) {
    this.#media = media;
    this.#base = base;
    this.#documents = new Documents(base);
  }

  /** Another task: documents of the last one are let go. */
  clear(): void {
    this.#documents.close();
    this.#documents = new Documents(this.#base);
  }

  /** Draws into what replaceEmbedded() put there, as it comes. */
  draw(content: ParentNode): void {
    for (const canvas of content.querySelectorAll<HTMLCanvasElement>("canvas[data-document]")) {
      void this.#draw(canvas, canvas.dataset["document"]!, Number(canvas.dataset["page"]));
    }
  }

  async #draw(canvas: HTMLCanvasElement, url: string, number: number): Promise<void> {
    const { signal } = this.#documents;
    try {
      const download = async () => (await this.#media.download("document", url, signal)).content;
      const { picture } = await this.#documents.page(url, number, download, signal);
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext("2d")!.drawImage(picture, 0, 0);
      picture.close();
    } catch (error) {
      if (!signal.aborted) {
        canvas.replaceWith(wordsFor(reasonOf(error)));
      }
    }
  }
}
