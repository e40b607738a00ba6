/** What an archive holds, by zip.js: built as a script of its own, cartouche-zip.mjs, which is loaded for a first archive. */

import {
  ERR_ENCRYPTED, ERR_ENCRYPTED_CENTRAL_DIRECTORY, ERR_UNSUPPORTED_COMPRESSION, ERR_UNSUPPORTED_ENCRYPTION, type FileEntry, ZipReader,
} from "@zip.js/zip.js/lib/zip-core-reader.js";

export interface PackedFile {
  /** From the root of the archive. */
  path: string;
  /** Bytes, as the archive says; there are not more. */
  size: number;
  /** Milliseconds since 1970. */
  lastModified: number;
  /** Throws what is wrong with it. */
  unpack(): Promise<Blob>;
}

export type ZipFault = "encrypted" | "method" | "broken";

/** Its files, without unpacking one. Throws if it is no archive. */
export async function openArchive(archive: Blob): Promise<PackedFile[]> {
  const reader = new ZipReader(readerOf(archive), { decodeText, checkOverlappingEntry: true, checkCrc32: true, useWebWorkers: false });
  const entries = await reader.getEntries();
  return entries.flatMap((entry) => (entry.directory ? [] : [{
    path: entry.filename.replaceAll("\\", "/"),
    size: entry.uncompressedSize,
    lastModified: entry.lastModDate.getTime(),
    unpack: () => unpack(entry),
  }]));
}

export function faultOf(error: unknown): ZipFault {
  switch (error instanceof Error ? error.message : "") {
    case ERR_ENCRYPTED:
    case ERR_ENCRYPTED_CENTRAL_DIRECTORY:
    case ERR_UNSUPPORTED_ENCRYPTION:
      return "encrypted";
    case ERR_UNSUPPORTED_COMPRESSION:
      return "method";
    default:
      return "broken";
  }
}

/** Piece by piece into Blobs, which browsers may keep on the disk. */
async function unpack(entry: FileEntry): Promise<Blob> {
  const pieces: Blob[] = [];
  await entry.getData(new WritableStream<Uint8Array<ArrayBuffer>>({ write: (piece) => void pieces.push(new Blob([piece])) }));
  return new Blob(pieces);
}

/** The package's own reader of Blobs comes with those of much else. */
function readerOf(archive: Blob) {
  const part = (offset: number, length: number) => archive.slice(offset, offset + length);
  return {
    size: archive.size,
    readable: archive.stream(),
    readUint8Array: async (offset: number, length: number) => new Uint8Array(await part(offset, length).arrayBuffer()),
    createReadable: ({ offset, size }: { offset: number; size: number }) => part(offset, size).stream(),
  };
}

/** Names that do not say that they are UTF-8 (of macOS, for example) may be so all the same; else they are as of DOS. */
function decodeText(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return encoding === "cp437" ? undefined : new TextDecoder().decode(bytes);
  }
}
