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
  "file-unreadable": ["task", "{file} could not be read ({reason}). If it was moved or changed meanwhile, choose it again."],
  "file-unknown": ["task", "{file} holds nothing that can be labeled. JSON, JSONL, CSV, TSV and TXT hold tasks; images, audio, video, PDF and HTML are one each. Leave it out, or save it as one of these."],
  "file-not-utf8": ["task", "{file}, line {line}: this is not UTF-8. Save the file as UTF-8 (spreadsheets: as “CSV UTF-8”)."],
  "file-no-json": ["task", "{file}, line {line}: this is no valid JSON ({reason}). Correct it there."],
  "file-no-task": ["task", "{file}: {where} is {found}, where {what} is expected. A task is {\"data\": {\"text\": \"…\"}}, or what stands in its data alone."],
  "file-quotes": ["task", "{file}, line {line}: the quotes of a cell are wrong ({reason}). A cell begins and ends with a quote, or has none; one within it is written twice."],
  "file-cells": ["task", "{file}, line {line}: the number of cells is {cells}, and the first line names {columns}. A cell that holds a separator or a line break stands in quotes."],
  "file-columns": ["task", "{file}, line {line}: {problem}. The first line gives each column a name of its own."],
  "file-empty": ["task", "{file} holds no task. Leave it out, or check whether it was saved."],
  "file-not-shown": ["task", "{file} is {words}, and nothing in the config shows one. Add a tag such as <{tag} name=\"{usual}\" value=\"${usual}\"/>, or leave the file out."],
  "files-empty": ["task", "There is nothing to label in what was chosen. JSON, JSONL, CSV, TSV and TXT hold tasks; images, audio, video, PDF and HTML are one each."],
  "files-config": ["config", "What the files are to be shown by cannot be told, because the config is no valid XML. Correct it first."],
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
