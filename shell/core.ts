/** One editor's module instance behind its door: typed requests, and events handed on afterwards. */

import type { Locale } from "./cartouche.js";
import { type CoreModule } from "./core_module.js";
import { reasonOf } from "./errors.js";
import type { CoreEvent, Method, PointerDevice, PointerKind, Reply, Requests } from "./protocol.js";
import { Typesetter } from "./typesetter.js";

export interface CoreListener {
  onCoreEvent(event: CoreEvent): void;
  /** Hands over the pixels of an image in tiles at once; false if they are not there. */
  onPixelsNeeded(address: string, write: (rows: Uint8ClampedArray, firstPixel: number) => void): boolean;
  /** The module failed and must not be called again. */
  onCrash(reason: string): void;
}

/** A bug in the page's or our own code: the module did not understand a request. */
export class ProtocolError extends Error {}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * JSON text of which every text is Unicode: half a surrogate pair, which JavaScript's texts may hold and
 * JSON.stringify escapes, becomes U+FFFD, which is as long.
 */
function writeJson(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes("\\ud")
    ? text.replace(/\\(ud[89a-f][0-9a-f]{2}|[^])/g, (escape, what: string) => (what.length > 1 ? "\\ufffd" : escape))
    : text;
}

/** Writes the text where the module reads its request, and returns how many bytes it has. */
function writeRequest(core: CoreModule, request: string): number {
  // Most texts are nearly all ASCII, and are encoded where they are to be.
  const room = request.length + (request.length >> 4);
  const start = core._cartoucheRequest(room);
  const { read, written } = encoder.encodeInto(request, core.HEAPU8.subarray(start, start + room));
  if (read === request.length) {
    return written;
  }
  const bytes = encoder.encode(request);
  const place = core._cartoucheRequest(bytes.length);
  core.HEAPU8.set(bytes, place);
  return bytes.length;
}

/** JSON text in, JSON text out. */
function call(core: CoreModule, request: string): string {
  const reply = core._cartoucheCall(writeRequest(core, request));
  const text = decoder.decode(core.HEAPU8.subarray(reply, reply + core._cartoucheReplyLength()));
  core._cartoucheDropReply();
  return text;
}

export class Core {
  readonly #context: number;
  #module: CoreModule | null;
  #listener: CoreListener;
  readonly #typesetter = new Typesetter();
  #waiting: CoreEvent[] = [];

  constructor(module: CoreModule, gl: WebGL2RenderingContext, listener: CoreListener) {
    this.#module = module;
    this.#listener = listener;
    // No extension is needed, and asking for one waits for the graphics process.
    this.#context = module.GL.registerContext(gl, { majorVersion: 2, enableExtensionsByDefault: false });
    module.typesetter = this.#typesetter;
    module.onCoreEvent = (json) => this.#receive(json);
    module.onPixelsNeeded = (address, place) =>
      this.#listener.onPixelsNeeded(address, (rows, firstPixel) => module.HEAPU8.set(rows, (place >>> 0) + firstPixel * 4));
    const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
    this.#enter((core) => core._cartoucheCreate(isMac ? 1 : 0));
  }

  get isUsable(): boolean {
    return this.#module !== null;
  }

  request<M extends Method>(method: M, params: Requests[M][0]): Requests[M][1] {
    const text = this.#enter((core) => call(core, writeJson({ method, params })));
    if (text === null) {
      throw new ProtocolError("the editor has been closed, or has failed");
    }
    const reply = JSON.parse(text) as Reply<M>;
    if ("error" in reply) {
      throw new ProtocolError(reply.error);
    }
    return reply.ok;
  }

  /** The interface's language, and its direction. */
  setLocale(locale: Locale | null): void {
    this.#typesetter.isRightToLeft = locale?.direction === "rtl";
    this.request("locale", { locale });
  }

  /** True: wants another frame. */
  frame(nowMs: number): boolean {
    return this.#enter((core) => core._cartoucheFrame(nowMs)) === 1;
  }

  resize(widthPx: number, heightPx: number, pixelRatio: number): void {
    this.#enter((core) => core._cartoucheResize(widthPx, heightPx, pixelRatio));
  }

  /** True: an image has the pointer, and the page must not scroll by it. */
  pointer(
    kind: PointerKind, x: number, y: number, button: number, device: PointerDevice, modifiers: number,
    pressure: number, timeMs: number,
  ): boolean {
    return this.#enter((core) => core._cartouchePointer(kind, x, y, button, device, modifiers, pressure, timeMs)) === 1;
  }

  /** True: the editor scrolls or zooms, so the page must not. */
  wheel(x: number, y: number, deltaX: number, deltaY: number, isZoom: boolean): boolean {
    return this.#enter((core) => core._cartoucheWheel(x, y, deltaX, deltaY, isZoom ? 1 : 0)) === 1;
  }

  /** True: an image follows the two fingers, and the page must not. */
  pinch(x: number, y: number, deltaX: number, deltaY: number, factor: number): boolean {
    return this.#enter((core) => core._cartouchePinch(x, y, deltaX, deltaY, factor)) === 1;
  }

  addFont(bytes: Uint8Array, weight: number): void {
    this.#enter((core) => {
      const pointer = core._malloc(bytes.length);
      core.HEAPU8.set(bytes, pointer);
      core._cartoucheAddFont(pointer, bytes.length, weight);
    });
  }

  /** A texture for an image of this size, by the core's name for it and as WebGL knows it. */
  createImage(width: number, height: number): { name: number; texture: WebGLTexture } | null {
    return this.#enter((core) => {
      const name = core._cartoucheImage(width, height);
      const texture = core.GL.textures[name];
      return name > 0 && texture ? { name, texture } : null;
    });
  }

  /** A texture that the core made, as WebGL knows it. */
  textureOf(name: number): WebGLTexture | null {
    return this.#module?.GL.textures[name] ?? null;
  }

  destroy(): void {
    this.#enter((core) => core._cartoucheDestroy());
    this.#module = null;
    this.#waiting = [];
  }

  /** Every way into the module: its context made current, its failure caught, its events passed on. */
  #enter<T>(call: (core: CoreModule) => T): T | null {
    const module = this.#module;
    if (!module) {
      return null;
    }
    try {
      module.GL.makeContextCurrent(this.#context);
      return call(module);
    } catch (error) {
      this.#module = null;
      this.#listener.onCrash(reasonOf(error));
      return null;
    } finally {
      this.#deliver();
    }
  }

  #receive(json: string): void {
    this.#waiting.push(JSON.parse(json) as CoreEvent);
  }

  #deliver(): void {
    const events = this.#waiting;
    this.#waiting = [];
    for (const event of events) {
      this.#listener.onCoreEvent(event);
    }
  }
}
