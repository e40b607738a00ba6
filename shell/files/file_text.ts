/** The text of a file, and what is told about a place in it. */

import { reasonOf, trouble, type TroubleCode, TroubleError } from "../errors.js";
import type { Source } from "./kinds.js";

/** UTF-8; UTF-16 if it begins so, as what spreadsheets call Unicode does. */
export async function readText({ file, path }: Source): Promise<string> {
  const bytes = await file.arrayBuffer().catch((error: unknown) => failAt("file-unreadable", path, { reason: reasonOf(error) }));
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  const encoding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const line = lineAt(new TextDecoder(encoding).decode(bytes).split("\ufffd", 1)[0]!);
    return failAt("file-not-utf8", path, {}, { line });
  }
}

const breaks = /\r\n|[\n\r]/g;

export function linesOf(text: string): string[] {
  return text.split(breaks);
}

/** The line in which a text ends, from 1. */
export function lineAt(before: string): number {
  return linesOf(before).length;
}

/** Throws a TroubleError that names the file. */
export function failAt(
  code: TroubleCode, file: string, values: Record<string, string | number> = {}, place: { line?: number; pointer?: string } = {},
): never {
  throw new TroubleError({ ...trouble(code, { file, ...place, ...values }), ...place });
}
