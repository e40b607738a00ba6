/** The typefaces that the canvas is set in, fetched once for all editors of a page. */

import { packageUrl } from "./core_module.js";

export interface Face {
  weight: number;
  bytes: Uint8Array;
}

const files = [
  { weight: 400, file: "fonts/inter-regular.otf" },
  { weight: 600, file: "fonts/inter-semibold.otf" },
];

const loaded = new Map<string, Promise<Face[]>>();

/** The faces beside this wasm address; one that cannot be had is left out: the core has a spare. */
export function loadFonts(wasmUrl: string): Promise<Face[]> {
  const base = new URL(".", wasmUrl || packageUrl(".")).href;
  let faces = loaded.get(base);
  if (!faces) {
    faces = Promise.all(files.map((row) => loadFace(new URL(row.file, base).href, row.weight))).then((all) =>
      all.filter((face) => face !== null),
    );
    loaded.set(base, faces);
  }
  return faces;
}

async function loadFace(url: string, weight: number): Promise<Face | null> {
  try {
    const response = await fetch(url, { credentials: "same-origin" });
    return response.ok ? { weight, bytes: new Uint8Array(await response.arrayBuffer()) } : null;
  } catch {
    return null;
  }
}
