/** What can go wrong before the core lives or beside it: code, and who is to blame. */

import type { Diagnostic } from "./cartouche.js";
import { say, type Values } from "./language.js";

/** Who is to blame; null: `source` among the values says so. */
const sources = {
  "webgl2-missing": "page",
  "webgl2-lost": "page",
  "wasm-unsupported": "page",
  "wasm-missing": "page",
  "wasm-unreachable": "page",
  "wasm-blocked": "page",
  "wasm-invalid": "page",
  "locale-unknown": "host",
  "locale-unreachable": "host",
  "core-crashed": "page",
  "source-not-found": "page",
  "source-unreachable": null,
  "json-syntax": "task",
  "file-unreadable": "task",
  "file-unknown": "task",
  "file-not-utf8": "task",
  "file-no-json": "task",
  "file-no-task": "task",
  "file-quotes": "task",
  "file-cells": "task",
  "file-columns": "task",
  "file-empty": "task",
  "file-not-shown": "task",
  "file-zip-broken": "task",
  "file-zip-encrypted": "task",
  "file-zip-large": "task",
  "file-zip-many": "task",
  "file-zip-method": "task",
  "file-zip-unavailable": "page",
  "files-empty": "task",
  "files-config": "config",
  "storage-unavailable": "page",
  "storage-locked": "page",
  "storage-blocked": "page",
  "storage-outdated": "page",
  "storage-damaged": "page",
  "storage-full": "page",
  "storage-failed": "page",
  "audio-unplayable": "task",
  "audio-without-cors": "task",
  "task-unreachable": "host",
  "draft-failed": "host",
  "submit-failed": "host",
} as const satisfies Record<string, NonNullable<Diagnostic["source"]> | null>;

export type TroubleCode = keyof typeof sources;

/** A diagnostic, with the values of the placeholders of its message: `page.trouble.` with the code. */
export function trouble(code: TroubleCode, values: Values = {}): Diagnostic {
  const source = sources[code] ?? (values["source"] as NonNullable<Diagnostic["source"]>);
  return { code, severity: "error", message: say(`page.trouble.${code}`, values), source };
}

/** A diagnostic that travels as an exception. */
export class TroubleError extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.name = "CartoucheError";
  }
}

export function fail(code: TroubleCode, values?: Values): never {
  throw new TroubleError(trouble(code, values));
}

/** The words of whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
