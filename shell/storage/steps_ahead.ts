/**
 * Steps that are on their way into the database. A browser may drop what a tab has handed over if the tab is killed in the
 * next moment: Chromium asks for the quota before it commits, and forgets a transaction whose tab is gone by then. Local
 * storage it takes at once. What a tab leaves there goes into the database before anything is read of it.
 */

import { isSealed, type Lock } from "./cipher.js";
import type { Changes, DraftPart } from "./database.js";
import { newKey } from "./keys.js";

const prefix = "cartouche-step:";
/** Of local storage, which holds some five million in all. What is larger goes without. */
const mostCharacters = 256 * 1024;

/** The part of `Changes` that is a step. */
export type Step = Pick<Changes, "forget" | "parts" | "lock">;

interface Noted extends Omit<Step, "lock"> {
  project: string;
  lock?: object;
}

/** Returns what takes the note away: the step is in the database, or cannot be. Without storage there is no note. */
export function noteStep({ forget, parts = [], lock }: Step): () => void {
  const [first] = parts;
  if (!first || parts.some(({ value }) => sizeOf(value) > mostCharacters)) {
    return () => undefined;
  }
  const noted: Noted = {
    project: first.project, ...(forget && { forget }), ...(lock && { lock: pack(lock) }),
    parts: parts.map((part) => (isSealed(part.value) ? { ...part, value: { packed: pack(part.value) } } : { ...part, value: { plain: part.value } })),
  };
  const key = prefix + newKey();
  try {
    const text = JSON.stringify(noted);
    if (text.length <= mostCharacters) {
      localStorage.setItem(key, text);
    }
  } catch {
    return () => undefined; // the page may not, or it is full
  }
  return () => localStorage.removeItem(key);
}

/** What tabs left of a project, the first steps first, each with what takes its note away. */
export function stepsLeft(project: string): { step: Step; done: () => void }[] {
  return notes(project)
    .map(({ key, noted }) => ({ step: stepOf(noted), done: () => localStorage.removeItem(key) }))
    .sort((a, b) => countOf(a.step) - countOf(b.step));
}

export function forgetSteps(project: string): void {
  notes(project).forEach(({ key }) => localStorage.removeItem(key));
}

function notes(project: string): { key: string; noted: Noted }[] {
  return keys().flatMap((key) => {
    const noted = read(key);
    return noted?.project === project ? [{ key, noted }] : [];
  });
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return []; // the page may have no storage
  }
}

/** Null: it is gone, or somebody else wrote there. */
function read(key: string): Noted | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Noted | null;
  } catch {
    return null;
  }
}

function stepOf({ forget, parts = [], lock }: Noted): Step {
  return {
    ...(forget && { forget }), ...(lock && { lock: unpack(lock) as Lock }),
    parts: parts.map((part) => {
      const { packed, plain } = part.value as { packed?: object; plain?: unknown };
      return { ...part, value: packed ? unpack(packed) : plain };
    }),
  };
}

const sizeOf = (value: unknown): number => (isSealed(value) ? value.sealed.byteLength : typeof value === "string" ? value.length : 0);
const countOf = ({ parts = [] }: Step): number => Math.max(0, ...parts.map(({ steps = 0 }: DraftPart) => steps));

/** Bytes as a list of their text, a character each, and whether they are a buffer; what is packed has no other lists. */
function pack(fields: object): object {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => (
    [name, value instanceof ArrayBuffer || value instanceof Uint8Array ? [textOf(new Uint8Array(value)), value instanceof ArrayBuffer] : value])));
}

function unpack(fields: object): object {
  return Object.fromEntries(Object.entries(fields).map(([name, value]: [string, unknown]) => {
    if (!Array.isArray(value)) {
      return [name, value];
    }
    const bytes = Uint8Array.from(value[0] as string, (letter) => letter.charCodeAt(0));
    return [name, value[1] ? bytes.buffer : bytes];
  }));
}

const textOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
