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
  /** As `pathOf` has it, and unlike all others. */
  path: string;
  kind: FileKind | null;
}

/** Within the folder that was chosen, which it begins with; else the name alone. */
export function pathOf({ webkitRelativePath, name }: File): string {
  return webkitRelativePath || name;
}

export function isZip({ name, type }: File): boolean {
  return /\.zip$/i.test(name) || type === "application/zip" || type === "application/x-zip-compressed";
}

/** In the order that people expect of their paths: 2 comes before 10. Left out: what people neither made nor see. */
export function sourcesOf(files: Iterable<File>): Source[] {
  const seen = new Map<string, number>();
  const uniquePathOf = (file: File) => { // two of one name, from two folders, are told apart
    const path = pathOf(file);
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    return count === 1 ? path : `${path} (${count})`;
  };
  const sources = [...files].map((file) => ({ file, path: uniquePathOf(file), kind: kindOf(file) }));
  const order = new Intl.Collator("en", { numeric: true });
  return sources.filter(({ path }) => !isOwnFile(path)).sort((one, other) => order.compare(one.path, other.path));
}

/** Of a system that put it there by itself. */
export function isOwnFile(path: string): boolean {
  return ownFiles.test(path);
}

export function kindOf({ name, type }: Pick<File, "name" | "type">): FileKind | null {
  const ending = endingOf(name);
  const [group] = type.split("/");
  const known = group === "image" || group === "audio" || group === "video" ? group : null;
  return kinds.get(ending) ?? known;
}

const unlikeTheirEndings: Record<string, string> = {
  jpg: "image/jpeg", jfif: "image/jpeg", svg: "image/svg+xml", mp3: "audio/mpeg", m4a: "audio/mp4", oga: "audio/ogg", opus: "audio/ogg",
  m4v: "video/mp4", mov: "video/quicktime", mkv: "video/x-matroska", ogv: "video/ogg", avi: "video/x-msvideo", pdf: "application/pdf", html: "text/html", htm: "text/html",
};

/** The media type of a file that comes without one. */
export function typeOf(name: string): string {
  const ending = endingOf(name);
  const kind = kinds.get(ending);
  const isMedia = kind === "image" || kind === "audio" || kind === "video";
  return unlikeTheirEndings[ending] ?? (isMedia ? `${kind}/${ending}` : "");
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1).toLowerCase();
}
