/** PDF documents, page by page, as pictures: by pdf.js, which is loaded when the first document is shown. */

import { reasonOf } from "./errors.js";
import { say } from "./language.js";
import { nameOf } from "./media/failure.js";
import { PictureError } from "./picture.js";

/** What of pdf.js is used here. */
interface PdfJs {
  GlobalWorkerOptions: { workerSrc: string };
  getDocument(source: {
    data: Uint8Array;
    cMapUrl: string;
    standardFontDataUrl: string;
    wasmUrl: string;
    iccUrl: string;
    verbosity: number;
  }): { promise: Promise<PdfDocument>; destroy(): Promise<void> };
}
interface PdfDocument {
  numPages: number;
  getPage(number: number): Promise<PdfPage>;
}
interface PdfPage {
  getViewport(options: { scale: number }): { width: number; height: number };
  render(options: { canvas: HTMLCanvasElement; viewport: object }): { promise: Promise<void>; cancel(): void };
  cleanup(): void;
}

export interface PagePicture {
  picture: ImageBitmap;
  /** Of the whole document. */
  pages: number;
}

/** Pixels for a point, of which an inch has 72: 144 dots an inch, fewer where a page is larger than usual. */
const usualScale = 2;
const longestSide = 4096;
const onlyErrors = 0;

/** Those that are open; they belong to one task. */
export class Documents {
  readonly #base: string;
  readonly #opened = new Map<string, Promise<PdfDocument>>();
  readonly #closing: (() => Promise<void>)[] = [];
  readonly #abort = new AbortController();

  /** Aborted when they are closed. */
  readonly signal = this.#abort.signal;

  /** The files of pdf.js lie in the folder `pdf` of `base`, the address of a folder. */
  constructor(base: string) {
    this.#base = new URL("pdf/", base).href;
  }

  /**
   * A page, from 1, of the document at an address. `download` fetches its bytes; it is asked once, and again
   * after a failure. Throws a PictureError if there is no picture of it, and what `download` throws.
   */
  async page(url: string, number: number, download: () => Promise<Blob>, signal: AbortSignal): Promise<PagePicture> {
    let opened = this.#opened.get(url);
    if (!opened) {
      opened = this.#open(url, download);
      this.#opened.set(url, opened);
      opened.catch(() => this.#opened.delete(url));
    }
    const pdf = await opened;
    signal.throwIfAborted();
    try {
      const page = await pdf.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const scale = Math.min(usualScale, longestSide / Math.max(width, height));
      return { picture: await draw(page, scale, signal), pages: pdf.numPages };
    } catch (error) {
      signal.throwIfAborted();
      throw new PictureError(say("page.document.page-not-drawn", { number, url: nameOf(url), reason: reasonOf(error) }));
    }
  }

  /** A page, from 1, of a document that was asked for before, `height` pixels high; null if it was not. */
  async smallPage(url: string, number: number, height: number, signal: AbortSignal): Promise<ImageBitmap | null> {
    const pdf = await this.#opened.get(url);
    if (!pdf) {
      return null;
    }
    const page = await pdf.getPage(number);
    signal.throwIfAborted();
    return draw(page, height / page.getViewport({ scale: 1 }).height, signal);
  }

  close(): void {
    this.#abort.abort();
    for (const close of this.#closing.splice(0)) {
      close().catch(() => undefined); // it is gone anyway
    }
    this.#opened.clear();
  }

  async #open(url: string, download: () => Promise<Blob>): Promise<PdfDocument> {
    const [file, pdfJs] = await Promise.all([download(), this.#load(url)]);
    const loading = pdfJs.getDocument({
      data: new Uint8Array(await file.arrayBuffer()),
      cMapUrl: `${this.#base}cmaps/`,
      standardFontDataUrl: `${this.#base}standard_fonts/`,
      wasmUrl: `${this.#base}wasm/`,
      iccUrl: `${this.#base}iccs/`,
      verbosity: onlyErrors,
    });
    this.#closing.push(() => loading.destroy());
    if (this.signal.aborted) {
      this.close();
    }
    try {
      return await loading.promise;
    } catch (error) {
      throw new PictureError(explain(error, nameOf(url)));
    }
  }

  async #load(url: string): Promise<PdfJs> {
    const script = `${this.#base}pdf.mjs`;
    try {
      const pdfJs: PdfJs = await import(script);
      pdfJs.GlobalWorkerOptions.workerSrc = `${this.#base}pdf.worker.mjs`;
      return pdfJs;
    } catch (error) {
      throw new PictureError(say("page.document.no-reader", { url: nameOf(url), reason: reasonOf(error) }));
    }
  }
}

/** `scale`: pixels for a point. */
async function draw(page: PdfPage, scale: number, signal: AbortSignal): Promise<ImageBitmap> {
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(Math.floor(viewport.width), 1);
  canvas.height = Math.max(Math.floor(viewport.height), 1);
  const drawing = page.render({ canvas, viewport });
  const cancel = () => drawing.cancel();
  signal.addEventListener("abort", cancel, { once: true });
  try {
    await drawing.promise;
    return await createImageBitmap(canvas, { premultiplyAlpha: "premultiply" });
  } finally {
    signal.removeEventListener("abort", cancel);
    canvas.width = 0; // its memory is free at once
    page.cleanup();
  }
}

function explain(error: unknown, url: string): string {
  switch (error instanceof Error ? error.name : "") {
    case "PasswordException":
      return say("page.document.password", { url });
    case "InvalidPDFException":
      return say("page.document.broken", { url, reason: reasonOf(error) });
    default:
      return say("page.document.not-opened", { url, reason: reasonOf(error) });
  }
}
