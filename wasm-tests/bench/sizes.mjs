// What a page has to transfer, in bytes: as it is, and compressed as well as gzip and brotli can.

import { readFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

function sizeOf(name, file) {
  const bytes = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return {
    name,
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, { params }).length,
  };
}

function sum(files) {
  const add = (key) => files.reduce((total, file) => total + file[key], 0);
  return { raw: add("raw"), gzip: add("gzip"), brotli: add("brotli") };
}

/** For the id of each subject that has a package: {files: [{name, raw, gzip, brotli}], total}. */
export function measureSizes(subjects) {
  const withPackage = subjects.filter((subject) => subject.package.length > 0);
  return Object.fromEntries(
    withPackage.map((subject) => {
      const files = subject.package.map(([name, file]) => sizeOf(name, file));
      return [subject.id, { files, total: sum(files) }];
    }),
  );
}
