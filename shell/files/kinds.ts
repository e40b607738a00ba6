/** What a file is, by its name. */

/** `json` to `txt` hold tasks; each of the others is one. */
export type FileKind = "json" | "jsonl" | "csv" | "tsv" | "txt" | "image" | "audio" | "video" | "document" | "html";

const endings: Record<FileKind, string> = {
  json: "json",
  jsonl: "jsonl ndjson",
  csv: "csv",
  tsv: "tsv tab",
  txt: "txt text",
  image: "png jpg jpeg jfif webp avif gif bmp svg psd hdr pnm ppm pgm pbm tga",
  audio: "mp3 wav ogg oga opus flac m4a aac weba",
  video: "mp4 m4v webm mov mkv ogv avi",
  document: "pdf",
  html: "html htm",
};
const kinds = new Map(Object.entries(endings).flatMap(([kind, list]) => list.split(" ").map((ending) => [ending, kind as FileKind] as const)));

/** What systems put into folders by themselves. */
const ownFiles = /(^|\/)(\.[^/]*|__MACOSX\/.*|Thumbs\.db|desktop\.ini)$/i;

export interface Source {
  file: File;
  /** Within the folder that was chosen, which it begins with; else the name alone. */
  path: string;
  kind: FileKind | null;
}

/** In the order that people expect of their paths: 2 comes before 10. Left out: what people neither made nor see. */
export function sourcesOf(files: Iterable<File>): Source[] {
  const seen = new Map<string, number>();
  const pathOf = (file: File) => { // two of one name, from two folders, are told apart
    const path = file.webkitRelativePath || file.name;
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    return count === 1 ? path : `${path} (${count})`;
  };
  const sources = [...files].map((file) => ({ file, path: pathOf(file), kind: kindOf(file) }));
  const order = new Intl.Collator("en", { numeric: true });
  return sources.filter(({ path }) => !ownFiles.test(path)).sort((one, other) => order.compare(one.path, other.path));
}

function kindOf({ name, type }: File): FileKind | null {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  const [group] = type.split("/");
  const known = group === "image" || group === "audio" || group === "video" ? group : null;
  return kinds.get(ending) ?? known;
}
