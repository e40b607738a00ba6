// Screenshots against references, with a tolerance for how browsers smooth edges.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { ok } from "./registry.mjs";

const references = new URL("../references/", import.meta.url);
const results = new URL("../../build/wasm-tests/", import.meta.url);

/**
 * Compares the element with references/<browser>-<name>.png: at most 1 % of the pixels may differ by
 * more than a tenth in any channel. CARTOUCHE_UPDATE=1 writes the reference instead.
 */
export async function compareToReference(visit, name, selector) {
  const file = `${visit.browserName}-${name}.png`;
  const actual = await saveScreenshot(visit, name, selector);
  if (process.env.CARTOUCHE_UPDATE) {
    await writeFile(new URL(file, references), actual);
    return;
  }
  const expected = await readFile(new URL(file, references));
  const { difference, reason } = await visit.page.evaluate(differingShare, actual.toString("base64"), expected.toString("base64"));
  ok(difference <= 0.01, `${file}: ${reason ?? `${(difference * 100).toFixed(2)} % of the pixels differ`}; see build/wasm-tests/${file}`);
}

/** A PNG of the element, which stands in build/wasm-tests/<browser>-<name>.png as well. */
export async function saveScreenshot(visit, name, selector) {
  const element = await visit.page.$(selector);
  const picture = Buffer.from(await element.screenshot());
  await mkdir(results, { recursive: true });
  await writeFile(new URL(`${visit.browserName}-${name}.png`, results), picture);
  return picture;
}

/** Which share of the pixels, 0 to 1, has the colour that most have; of the upper part of the picture, `part` of it. */
export function commonestShare(visit, picture, part = 1) {
  return visit.page.evaluate(async (base64, part) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d", { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    const height = Math.floor(bitmap.height * part);
    const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, height).data.buffer);
    const counts = new Map();
    for (const pixel of pixels) {
      counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    }
    return Math.max(...counts.values()) / pixels.length;
  }, picture.toString("base64"), part);
}

/** The colours ([red, green, blue], 0 to 255) of the page at these places. */
export async function colorsAt(visit, places) {
  const picture = Buffer.from(await visit.page.screenshot()).toString("base64");
  return visit.page.evaluate(async (base64, points) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d", { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    return points.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3));
  }, picture, places);
}

/** Runs in the page, which can decode a PNG. */
async function differingShare(actual, expected) {
  const pixels = async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  };
  const [a, b] = [await pixels(actual), await pixels(expected)];
  if (a.width !== b.width || a.height !== b.height) {
    return { difference: 1, reason: `${a.width} x ${a.height} instead of ${b.width} x ${b.height} pixels` };
  }
  let differing = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const distance = Math.max(...[0, 1, 2].map((channel) => Math.abs(a.data[at + channel] - b.data[at + channel])));
    differing += distance > 26 ? 1 : 0;
  }
  return { difference: differing / (a.data.length / 4) };
}

/** Asks the screen until it shows these colours at these places. */
export async function colorsBecome(visit, places, expected, what, tolerance = 12) {
  const start = Date.now();
  for (;;) {
    const colors = await colorsAt(visit, places);
    const differs = colors.findIndex((color, at) => color.some((part, channel) => Math.abs(part - expected[at][channel]) > tolerance));
    if (differs < 0) {
      return;
    }
    ok(Date.now() - start < 15_000, `${what}: place ${differs} is ${colors[differs]}, expected ${expected[differs]}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
