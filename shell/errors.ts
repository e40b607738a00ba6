/** What can go wrong before the core lives or beside it: code, who is to blame, and words for people. */

import type { Diagnostic } from "./cartouche.js";

const texts = {
  "webgl2-missing": [
    "page",
    "This browser gives no WebGL 2, which Cartouche draws with. Turn on hardware acceleration, or use a current Chrome, Edge, Firefox or Safari.",
  ],
  "webgl2-lost": ["page", "The browser took the graphics context away and did not give it back. The last answers are kept and can still be read by the page; reload it to go on."],
  "wasm-unsupported": ["page", "This browser runs no WebAssembly with SIMD. Use a current Chrome, Edge, Firefox or Safari."],
  "wasm-missing": ["page", "The editor's program {url} could not be loaded (HTTP {status}). Put cartouche.wasm beside the script, or say where it is with wasm-url."],
  "wasm-unreachable": ["page", "The editor's program {url} could not be fetched: {reason}. Check the address, CORS, and connect-src of the page's Content Security Policy."],
  "wasm-blocked": ["page", "This page's Content Security Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to its script-src."],
  "wasm-invalid": ["page", "{url} is not the editor's program: {reason}. Serve the cartouche.wasm that belongs to this script."],
  "locale-unknown": ["host", "There is no locale {locale}, so that the interface stays as it is. The package has {languages}; others can be set as the property locale."],
  "locale-unreachable": ["host", "{url} could not be loaded, so that the interface stays as it is: {reason}."],
  "core-crashed": ["page", "The editor stopped working: {reason}. The last answers are kept and can still be read by the page."],
  "source-not-found": ["page", "The attribute {attribute} names {selector}, but the page has no such element."],
  "source-unreachable": ["{source}", "{url} could not be loaded: {reason}."],
  "json-syntax": ["task", "The task is not valid JSON: {reason}"],
  "storage-unavailable": ["page", "This browser lets this page keep nothing ({reason}): private windows, sandboxed frames and blocked site data do that. Labeling works, but what is not submitted goes with the tab."],
  "storage-locked": ["page", "What this browser keeps of this project is locked, and stays as it is: {reason}. Nothing is kept of what is labeled here until the right passphrase is given; then all of it is."],
  "storage-full": ["page", "This browser has no more room for what is labeled here ({reason}). Submit or download it, or free space on the disk; what is labeled meanwhile goes with the tab."],
  "storage-failed": ["page", "What was labeled last could not be kept in this browser ({reason}). It is still here: submit or download it; the next step tries again."],
  "audio-unplayable": ["task", "{reason} The phrases can be labeled without it."],
  "audio-without-cors": ["task", "{host} lets no page read the audio {address}. It is played all the same, and this browser sends {host} the cookies that it has for it. Have it send the header Access-Control-Allow-Origin; or set media-credentials to omit, and such audio is not played."],
  "task-unreachable": ["host", "The next task could not be had from {url}: {reason}."],
  "draft-failed": ["host", "What is not submitted yet could not be saved at {url}: {reason}. It is kept here, and tried again."],
  "submit-failed": ["host", "The annotation could not be saved at {url}: {reason}. It is kept here; try again."],
} as const satisfies Record<string, readonly [source: string, message: string]>;

export type TroubleCode = keyof typeof texts;

/** A diagnostic with the placeholders of its text filled in. */
export function trouble(code: TroubleCode, values: Record<string, string | number> = {}): Diagnostic {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  const [source, message] = texts[code];
  return { code, severity: "error", message: fill(message), source: fill(source) as NonNullable<Diagnostic["source"]> };
}

/** A diagnostic that travels as an exception. */
export class TroubleError extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.name = "CartoucheError";
  }
}

export function fail(code: TroubleCode, values?: Record<string, string | number>): never {
  throw new TroubleError(trouble(code, values));
}

/** The words of whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
