/** Under which name the data of a task holds what a file is, so that a config shows it. */

import { fail } from "../errors.js";
import { say } from "../language.js";
import { failAt } from "./file_text.js";
import type { FileKind } from "./kinds.js";

type ShownKind = Exclude<FileKind, "json" | "jsonl" | "csv" | "tsv">;

/** The tags that show it, in the order in which they are looked for, and its name where there is no config. */
const shown: Record<ShownKind, { tags: string[]; usual: string }> = {
  txt: { tags: ["Text", "HyperText"], usual: "text" },
  image: { tags: ["Image"], usual: "image" },
  audio: { tags: ["Audio", "AudioPlus"], usual: "audio" },
  video: { tags: ["Video"], usual: "video" },
  document: { tags: ["Pdf"], usual: "pdf" },
  html: { tags: ["HyperText"], usual: "html" },
};

export interface Variable {
  name: string;
  /** It holds an address, and not the text itself. */
  isAddress: boolean;
}

/** Throws a TroubleError if the config shows nothing of the kind. */
export function variableFor(kind: ShownKind, path: string, config: Element | null): Variable {
  const { tags, usual } = shown[kind];
  const isMedia = kind !== "txt" && kind !== "html";
  if (!config) {
    return { name: usual, isAddress: isMedia };
  }
  const elements = tags.flatMap((tag) => [...config.getElementsByTagName(tag)]);
  for (const element of elements) {
    const [, name] = /^\s*\$(\w+)\s*$/.exec(element.getAttribute("value") ?? "") ?? [];
    if (name) {
      return { name, isAddress: isMedia || element.getAttribute("valueType") === "url" };
    }
  }
  return failAt("file-not-shown", path, { words: say(`page.files.kind.${kind}`), tag: tags[0]!, usual });
}

/** As the editor reads it, a bare `&` is no fault. */
export function readConfig(xml: string | undefined): Element | null {
  if (!xml?.trim()) {
    return null;
  }
  const document = new DOMParser().parseFromString(xml.replace(/&(?!#?\w+;)/g, "&amp;"), "text/xml");
  return document.querySelector("parsererror") ? fail("files-config") : document.documentElement;
}
