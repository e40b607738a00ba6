/** From the bytes of an image file to a picture: by the browser, or else by our decoder in a worker. */

import { type Decoded, decodeFile, type Refused } from "./decoder.js";
import type { Job } from "./decoder_worker.js";
import { say } from "./language.js";
import { nameOf } from "./media/failure.js";
import type { MediaFile } from "./media/receive.js";

const unknown: Refused = { fault: "unknown", reason: "", width: 0, height: 0 };

/** Why there is no picture, in a sentence for people. */
export class PictureError extends Error {}

/** How a picture is made smaller as it is decoded. */
export type Resize = Pick<ImageBitmapOptions, "resizeHeight" | "resizeQuality">;

/**
 * The picture in a file: upright by its EXIF orientation, alpha multiplied in. `base` is where the
 * decoder's files lie, `name` what messages call the image. Throws a PictureError if it cannot be shown,
 * and the signal's reason if that is aborted.
 */
export async function decodePicture(media: MediaFile, base: string, name: string, signal: AbortSignal, resize: Resize = {}): Promise<ImageBitmap> {
  const { content: file } = media;
  const picture = await createImageBitmap(file, { ...resize, imageOrientation: "from-image", premultiplyAlpha: "premultiply" }).catch(() => null);
  if (signal.aborted) {
    picture?.close();
    throw signal.reason;
  }
  if (picture) {
    return picture;
  }
  const content = await describeContent(media);
  signal.throwIfAborted();
  const answer = content.isNoImage ? unknown : await decodeElsewhere(file, base, signal);
  if ("fault" in answer) {
    throw new PictureError(explain(answer, content.text, name));
  }
  return await toBitmap(answer, resize).catch(() => {
    throw new PictureError(tooLarge(answer, name));
  });
}

function toBitmap({ pixels, width, height }: Decoded, resize: Resize): Promise<ImageBitmap> {
  return createImageBitmap(new ImageData(pixels, width, height), { ...resize, premultiplyAlpha: "premultiply" });
}

/**
 * In a worker, which is ended when the signal is aborted. Where a page may have none (scripts of another
 * host, a frame without an origin, worker-src) it is done here: the page stands still for a moment,
 * which is better than no image.
 */
async function decodeElsewhere(file: Blob, base: string, signal: AbortSignal): Promise<Decoded | Refused> {
  const wasmUrl = new URL("cartouche-decoder.wasm", base).href;
  const answer = await decodeInWorker({ file, wasmUrl }, new URL("cartouche-decoder.js", base).href, signal);
  signal.throwIfAborted();
  return answer ?? decodeFile(file, wasmUrl);
}

/** Null if there can be no worker. */
function decodeInWorker(job: Job, scriptUrl: string, signal: AbortSignal): Promise<Decoded | Refused | null> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(scriptUrl);
    } catch {
      resolve(null);
      return;
    }
    const end = (answer: Decoded | Refused | null) => {
      worker.terminate();
      resolve(answer);
    };
    worker.onmessage = ({ data }: MessageEvent<Decoded | Refused>) => end(data);
    worker.onerror = (event) => {
      event.preventDefault(); // it is dealt with
      end(null);
    };
    signal.addEventListener("abort", () => end(null), { once: true });
    worker.postMessage(job);
  });
}

function explain(refused: Refused, content: string, name: string): string {
  switch (refused.fault) {
    case "unknown":
      return say("page.image.unknown", { name, content });
    case "broken":
      return say("page.image.broken", { name, reason: refused.reason });
    case "large":
      return tooLarge(refused, name);
    case "unavailable":
      return say("page.image.no-decoder", { name, content, reason: refused.reason });
  }
}

/** The limit is the browser's, and no browser tells it: what can be said is what the image takes. */
function tooLarge({ width, height }: { width: number; height: number }, name: string): string {
  const gigabytes = ((width * height * 4) / 1e9).toFixed(1);
  return width > 0 ? say("page.image.too-large", { name, width, height, gigabytes }) : say("page.image.too-large-of-unknown-size", { name });
}

/** What the server sent, as far as it can be told, and whether that is certainly no image. */
async function describeContent({ content: file, ledTo }: MediaFile): Promise<{ text: string; isNoImage: boolean }> {
  const { size: count, type } = file;
  if (count === 0) {
    return { text: say("page.image.content-empty"), isNoImage: true };
  }
  const start = (await file.slice(0, 64).text()).trimStart().toLowerCase();
  if (/^<(!doctype html|html)/.test(start) || (type.startsWith("text/html") && start.startsWith("<"))) {
    const text = ledTo ? say("page.image.content-web-page-elsewhere", { address: nameOf(ledTo) }) : say("page.image.content-web-page");
    return { text, isNoImage: true };
  }
  const text = type ? say("page.image.content-of-type", { count, type }) : say("page.image.content-unknown", { count });
  return { text, isNoImage: false };
}
