// Archives, as programs make them and as nobody should.

import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";

/** {path: text or bytes}; `options` are those of zip.js: `level`, `password`, `zip64`, … */
export async function zipOf(files, options = {}) {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, ...options });
  for (const [path, content] of Object.entries(files)) {
    await writer.add(path, new Uint8ArrayReader(new Uint8Array(Buffer.from(content))));
  }
  return Buffer.from(await writer.close());
}

/** The same archive, in which its first file is packed by another method. */
export function withMethod(zip, method) {
  const changed = Buffer.from(zip);
  changed.writeUInt16LE(method, 8);
  changed.writeUInt16LE(method, directoryOf(zip) + 10);
  return changed;
}

/** The same archive, which says that its first file has so many bytes. */
export function withSize(zip, bytes) {
  const changed = Buffer.from(zip);
  changed.writeUInt32LE(bytes, directoryOf(zip) + 24);
  return changed;
}

function directoryOf(zip) {
  return zip.indexOf("PK\x01\x02", 0, "latin1");
}

/** Where the packed bytes of the first file begin. */
export function dataOf(zip) {
  return 30 + zip.readUInt16LE(26) + zip.readUInt16LE(28);
}
