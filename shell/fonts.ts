/** The typefaces that the canvas is set in, fetched once for all editors of a page. */

import { packageUrl } from "./core_module.js";

export interface Face {
  weight: number;
  bytes: Uint8Array;
}

/** What the faces are called in the page, for lines that the browser sets (typesetter.ts). */
export const ownFamily = "Cartouche Inter";

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
    faces = Promise.all(files.map((row) => loadFace(new URL(row.file, base).href, row.weight))).then(async (all) => {
      const there = all.filter((face) => face !== null);
      await Promise.all(there.map(offerToPage));
      return there;
    });
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

/** Where the browser does not take it, the lines that it sets are in its own fonts. */
async function offerToPage({ weight, bytes }: Face): Promise<void> {
  const isThere = [...document.fonts].some((face) => face.family.includes(ownFamily) && face.weight === String(weight));
  if (!isThere) {
    const face = await new FontFace(ownFamily, bytes.slice().buffer, { weight: String(weight) }).load().catch(() => null);
    if (face) {
      document.fonts.add(face);
    }
  }
}
