/** The files of an archive, as those of a folder. */

import type { FileOptions } from "../cartouche.js";
import { packageUrl } from "../core_module.js";
import { reasonOf } from "../errors.js";
import { failAt } from "./file_text.js";
import { isOwnFile, isZip, kindOf, pathOf, typeOf } from "./kinds.js";
import type * as archives from "./zip_archive.js";

const megabyte = 1_000_000;
const mostFiles = 100_000;
const mostBytes = 4_000 * megabyte;
/** Up to here nobody asks how well it is packed; beyond, what is packed better than any text is made to fill the disk. */
const usualBytes = 100 * megabyte;
const mostTimes = 200;

/** See cartouche.d.ts. */
export async function filesFromZip(archive: File, { zipUrl = packageUrl("cartouche-zip.mjs") }: Pick<FileOptions, "zipUrl"> = {}): Promise<File[]> {
  const path = pathOf(archive);
  const zip = await load(zipUrl, path);
  const refuse = (file: string) => (error: unknown) => {
    const fault = zip.faultOf(error);
    return failAt(`file-zip-${fault}`, file, fault === "broken" ? { reason: reasonOf(error) } : {});
  };
  const packed = (await zip.openArchive(archive).catch(refuse(path))).filter(isWanted);
  refuseExcess(packed, archive.size, path);
  const files: File[] = [];
  for (const one of packed) { // one after the other: how many fit into memory nobody knows
    const whole = `${path}/${one.path}`;
    const blob = await one.unpack().catch(refuse(whole));
    const file = new File([blob], one.path.slice(one.path.lastIndexOf("/") + 1), { type: typeOf(one.path), lastModified: one.lastModified });
    files.push(Object.defineProperty(file, "webkitRelativePath", { value: whole }));
  }
  return files;
}

/** Archives give way to what is in them. */
export async function unpacked(files: Iterable<File>, options: Pick<FileOptions, "zipUrl">): Promise<File[]> {
  const lists: File[][] = [];
  for (const file of files) {
    lists.push(isZip(file) ? await filesFromZip(file, options) : [file]);
  }
  return lists.flat();
}

/** XML may be a config, which those know who unpack it. */
function isWanted({ path }: archives.PackedFile): boolean {
  return (kindOf({ name: path, type: "" }) !== null || /\.xml$/i.test(path)) && !isOwnFile(path);
}

function refuseExcess(packed: archives.PackedFile[], archiveBytes: number, file: string): void {
  const bytes = packed.reduce((sum, { size }) => sum + size, 0);
  if (packed.length > mostFiles) {
    failAt("file-zip-many", file, { number: packed.length, most: mostFiles });
  }
  if (bytes > mostBytes || bytes > Math.max(usualBytes, mostTimes * archiveBytes)) {
    failAt("file-zip-large", file, { megabytes: Math.round(bytes / megabyte), packed: Math.ceil(archiveBytes / megabyte) });
  }
}

async function load(zipUrl: string, file: string): Promise<typeof archives> {
  const script = new URL(zipUrl, document.baseURI).href;
  try {
    return await import(script) as typeof archives;
  } catch (error) {
    return failAt("file-zip-unavailable", file, { url: script, reason: reasonOf(error) });
  }
}
