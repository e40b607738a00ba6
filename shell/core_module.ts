/** Loads the WebAssembly module: found, compiled once for the page, instantiated for each editor. */

import createModule from "../build/web/cartouche_core.mjs";
import { fail, reasonOf, trouble, TroubleError } from "./errors.js";
import type { Typesetter } from "./typesetter.js";

/** What Emscripten's glue gives us; see protocol.ts for the functions of our own. */
export interface CoreModule {
  GL: {
    registerContext(context: WebGL2RenderingContext, attributes: { majorVersion: number; enableExtensionsByDefault: boolean }): number;
    makeContextCurrent(handle: number): boolean;
    textures: (WebGLTexture | null)[];
  };
  HEAPU8: Uint8Array;
  onCoreEvent: (json: string) => void;
  onPixelsNeeded: (address: string, place: number) => boolean;
  typesetter: Typesetter;
  _malloc(length: number): number;
  _cartoucheCreate(isMac: number): void;
  _cartoucheDestroy(): void;
  _cartoucheFrame(nowMs: number): number;
  _cartoucheResize(widthPx: number, heightPx: number, pixelRatio: number): void;
  _cartouchePointer(
    kind: number, x: number, y: number, button: number, device: number, modifiers: number, pressure: number,
    timeMs: number): number;
  _cartouchePinch(x: number, y: number, deltaX: number, deltaY: number, factor: number): number;
  _cartoucheWheel(x: number, y: number, deltaX: number, deltaY: number, isZoom: number): number;
  _cartoucheAddFont(bytes: number, length: number, weight: number): void;
  _cartoucheImage(width: number, height: number): number;
  _cartoucheRequest(length: number): number;
  _cartoucheCall(length: number): number;
  _cartoucheReplyLength(): number;
  _cartoucheDropReply(): void;
}

/** The smallest module that uses SIMD: a function that puts a zero vector on the stack and drops it. */
const simdProbe = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 23, 1, 21, 0, 253, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 26, 11,
]);

/** Where the script itself came from; set once by the entry point. */
let scriptUrl = "";

export function rememberScriptUrl(url: string): void {
  scriptUrl ||= url;
}

/** The address of a file of the package, beside the script. */
export function packageUrl(file: string): string {
  return new URL(file, scriptUrl || document.baseURI).href;
}

const compiled = new Map<string, Promise<WebAssembly.Module>>();

/** Compiles the module at this address, once; a failure is forgotten, so that it can be tried again. */
export function compileModule(url: string): Promise<WebAssembly.Module> {
  let module = compiled.get(url);
  if (!module) {
    module = compile(url);
    compiled.set(url, module);
    module.catch(() => compiled.delete(url));
  }
  return module;
}

async function compile(url: string): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === "undefined" || !WebAssembly.validate(simdProbe)) {
    fail("wasm-unsupported");
  }
  const response = await fetch(url, { credentials: "same-origin" }).catch((error: unknown) =>
    fail("wasm-unreachable", { url, reason: reasonOf(error) }),
  );
  if (!response.ok) {
    fail("wasm-missing", { url, status: response.status });
  }
  try {
    return await compileResponse(response);
  } catch (error) {
    throw explainCompileError(error, url);
  }
}

/** Streams; a server that sends another media type costs only the streaming. */
async function compileResponse(response: Response): Promise<WebAssembly.Module> {
  if (response.headers.get("content-type")?.startsWith("application/wasm")) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

/** Browsers name the directive when the page's policy forbids compiling. */
function explainCompileError(error: unknown, url: string): TroubleError {
  const reason = reasonOf(error);
  const isBlocked = /content security policy|unsafe-eval|blocked by CSP/i.test(reason);
  return new TroubleError(isBlocked ? trouble("wasm-blocked") : trouble("wasm-invalid", { url, reason }));
}

type ReceiveInstance = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/** A new instance with memory of its own. */
export async function instantiate(module: WebAssembly.Module, onAbort: (reason: string) => void): Promise<CoreModule> {
  const instance = await createModule({
    instantiateWasm(imports: WebAssembly.Imports, receive: ReceiveInstance) {
      void WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module));
      return {};
    },
    onAbort: (reason: unknown) => onAbort(String(reason)),
  });
  return instance as CoreModule;
}
