/** What is told when something cannot be kept. */

import type { Diagnostic } from "../cartouche.js";
import { reasonOf, trouble } from "../errors.js";
import { LockedError } from "./cipher.js";
import { OutdatedError } from "./database.js";

/** Of what could not be written. */
export function writeTrouble(error: unknown): Diagnostic {
  const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
  return standingTrouble(error) ?? trouble(isFull ? "storage-full" : "storage-failed", { reason: reasonOf(error) });
}

/** Of a storage that cannot be opened. */
export function openTrouble(error: unknown): Diagnostic {
  return standingTrouble(error) ?? { ...trouble("storage-unavailable", { reason: reasonOf(error) }), severity: "warning" };
}

/** What stays so until somebody does something about it; null: it is none of these. */
function standingTrouble(error: unknown): Diagnostic | null {
  if (error instanceof LockedError) {
    return { ...trouble("storage-locked", { reason: reasonOf(error) }), severity: "warning" };
  }
  return error instanceof OutdatedError ? { ...trouble("storage-outdated"), severity: "warning" } : null;
}
