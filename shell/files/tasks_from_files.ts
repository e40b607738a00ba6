/** Tasks out of files that a person chose or dropped. */

import type { FileOptions, Task } from "../cartouche.js";
import { fail } from "../errors.js";
import { failAt, linesOf, readText } from "./file_text.js";
import { type Found, jsonLinesTasks, jsonTasks } from "./json_tasks.js";
import { type Source, sourcesOf } from "./kinds.js";
import { MediaFiles } from "./media_files.js";
import { readConfig, variableFor } from "./shown_variable.js";
import { tableTasks } from "./table_tasks.js";
import { unpacked } from "./zip_files.js";

/** See cartouche.d.ts. */
export async function tasksFromFiles(files: Iterable<File>, config?: string, { addressOf, ...options }: FileOptions = {}): Promise<Task[]> {
  const xml = readConfig(config);
  const sources = sourcesOf(await unpacked(files, options));
  sources.forEach(refuseUnknown);
  const isWhole = (source: Source) => isMedia(source) || (source.kind === "txt" && variableFor("txt", source.path, xml).isAddress);
  const media = new MediaFiles(sources.filter(isWhole), addressOf);
  const lists = await Promise.all(sources.filter((source) => source.kind && !isWhole(source)).map(async (source) => {
    const found = await read(source, xml);
    return found.length > 0 ? found.map(({ task, place }) => media.fill(task, source, `${source.path}:${place}`)) : failAt("file-empty", source.path);
  }));
  const singles = await Promise.all(media.others.map((source) => single(source, media, xml)));
  const tasks = [...lists.flat(), ...singles];
  return tasks.length > 0 ? tasks : fail("files-empty");
}

/** What lies beside in a folder is passed over; what somebody chose by itself is not. */
function refuseUnknown({ kind, path, file }: Source): void {
  if (kind === null && !file.webkitRelativePath) {
    failAt("file-unknown", path);
  }
}

function isMedia({ kind }: Source): boolean {
  return kind === "image" || kind === "audio" || kind === "video" || kind === "document" || kind === "html";
}

async function read(source: Source, config: Element | null): Promise<Found[]> {
  const { path, kind } = source;
  const text = await readText(source);
  switch (kind) {
    case "json":
      return text.trim() === "" ? [] : jsonTasks(text, path);
    case "jsonl":
      return jsonLinesTasks(text, path);
    case "csv":
      return tableTasks(text, path);
    case "tsv":
      return tableTasks(text, path, "\t");
    default: {
      const { name } = variableFor("txt", path, config);
      return linesOf(text).flatMap((line, index) => (line.trim() === "" ? [] : [{ task: { data: { [name]: line } }, place: index + 1 }]));
    }
  }
}

/** Known by its path: the address is another each time. */
async function single(source: Source, media: MediaFiles, config: Element | null): Promise<Task> {
  const { name, isAddress } = variableFor(source.kind as Parameters<typeof variableFor>[0], source.path, config);
  return { id: source.path, data: { [name]: isAddress ? media.addressOf(source) : await readText(source) } };
}
