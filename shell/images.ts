/**
 * The pictures of a task: fetched with progress, decoded by the browser off the main thread, and
 * uploaded into the core's textures without passing through its memory.
 */

import type { Core } from "./core.js";
import { reasonOf } from "./errors.js";

type Failure = { code: "image-unreachable" | "image-undecodable"; message: string };

class ImageError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

export class Images {
  readonly #core: Core;
  readonly #gl: WebGL2RenderingContext;
  readonly #onChange: () => void;
  #loads = new Map<string, AbortController>();

  constructor(core: Core, gl: WebGL2RenderingContext, onChange: () => void) {
    this.#core = core;
    this.#gl = gl;
    this.#onChange = onChange;
  }

  /** Starts to load the image at an address; a load that is under way for it is given up. */
  load(address: string): void {
    this.#loads.get(address)?.abort();
    const abort = new AbortController();
    this.#loads.set(address, abort);
    const url = new URL(address, document.baseURI).href;
    this.#show(address, url, abort.signal).catch((error: unknown) => {
      if (!abort.signal.aborted && this.#core.isUsable) {
        this.#core.request("image", { url: address, state: "failed", ...failureOf(error, url) });
        this.#onChange();
      }
    });
  }

  cancel(): void {
    for (const load of this.#loads.values()) {
      load.abort();
    }
    this.#loads.clear();
  }

  async #show(address: string, url: string, signal: AbortSignal): Promise<void> {
    const blob = await download(url, signal, (progress) => {
      this.#core.request("image", { url: address, state: "loading", progress });
      this.#onChange();
    });
    const bitmap = await decode(blob, url, this.#gl.getParameter(this.#gl.MAX_TEXTURE_SIZE) as number);
    try {
      signal.throwIfAborted();
      const texture = this.#upload(bitmap);
      this.#core.request("image", { url: address, state: "ready", texture, width: bitmap.width, height: bitmap.height });
      this.#onChange();
    } finally {
      bitmap.close();
    }
  }

  #upload(bitmap: ImageBitmap): number {
    const gl = this.#gl;
    const image = this.#core.createImage(bitmap.width, bitmap.height);
    if (!image) {
      const size = `${bitmap.width} x ${bitmap.height}`;
      throw new ImageError({ code: "image-undecodable", message: `The graphics memory does not hold an image of ${size} pixels.` });
    }
    gl.bindTexture(gl.TEXTURE_2D, image.texture);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false); // the decoder did it
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, gl.RGBA, gl.UNSIGNED_BYTE, bitmap);
    gl.generateMipmap(gl.TEXTURE_2D);
    return image.name;
  }
}

async function download(url: string, signal: AbortSignal, onProgress: (part: number) => void): Promise<Blob> {
  const response = await fetch(url, { credentials: "same-origin", signal });
  if (!response.ok) {
    const message = `The image ${url} could not be loaded: the server answered HTTP ${response.status} ${response.statusText}`.trim();
    throw new ImageError({ code: "image-unreachable", message: `${message}. Check the address in the task.` });
  }
  const total = Number(response.headers.get("content-length") ?? 0);
  const isCounted = total > 0 && !response.headers.get("content-encoding") && response.body;
  if (!isCounted) {
    return response.blob();
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  let shown = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) {
      return new Blob(parts, { type: response.headers.get("content-type") ?? "" });
    }
    parts.push(value);
    received += value.length;
    if (received - shown > total / 20 && received < total) {
      shown = received;
      onProgress(received / total);
    }
  }
}

/** Upright by its EXIF orientation, alpha multiplied in, and no larger than a texture can be. */
async function decode(blob: Blob, url: string, largest: number): Promise<ImageBitmap> {
  const options: ImageBitmapOptions = { imageOrientation: "from-image", premultiplyAlpha: "premultiply" };
  try {
    const bitmap = await createImageBitmap(blob, options);
    const scale = largest / Math.max(bitmap.width, bitmap.height);
    if (scale >= 1) {
      return bitmap;
    }
    const size = { resizeWidth: Math.floor(bitmap.width * scale), resizeHeight: Math.floor(bitmap.height * scale) };
    bitmap.close();
    return await createImageBitmap(blob, { ...options, ...size, resizeQuality: "high" });
  } catch {
    const kind = await describeContent(blob);
    const message = `${url} is not an image that this browser can show: it is ${kind}. Check the address in the task.`;
    throw new ImageError({ code: "image-undecodable", message });
  }
}

/** What the server sent instead, as far as it can be told. */
async function describeContent(blob: Blob): Promise<string> {
  if (blob.size === 0) {
    return "empty";
  }
  const start = (await blob.slice(0, 64).text()).trimStart().toLowerCase();
  if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
    return "a web page (an error page or a login, perhaps)";
  }
  return blob.type ? `${blob.size} bytes of ${blob.type}` : `${blob.size} bytes of an unknown kind`;
}

function failureOf(error: unknown, url: string): Failure {
  if (error instanceof ImageError) {
    return error.failure;
  }
  const host = new URL(url).host;
  const isForeign = host !== location.host && host !== "";
  const remedy = isForeign
    ? `If ${host} is up, it must allow this page with the header Access-Control-Allow-Origin, and the page's Content Security Policy must list it in connect-src.`
    : "Check the address in the task, the network, and connect-src of the page's Content Security Policy.";
  return { code: "image-unreachable", message: `The image ${url} could not be fetched (${reasonOf(error)}). ${remedy}` };
}
