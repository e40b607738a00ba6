/**
 * Decodes what browsers do not: a WebAssembly module of its own (src/decoder), which is fetched when a
 * first such image comes, and whose memory goes after each. Runs in a worker as well as in a page.
 */

import { reasonOf } from "./errors.js";

/** In the order of image::Fault; the last is ours: the decoder itself cannot be had. */
export type Fault = "unknown" | "broken" | "large" | "unavailable";
const faults: readonly Fault[] = ["unknown", "broken", "large"];

/** RGBA of 8 bits, alpha not multiplied in, rows from the top. */
export interface Decoded {
  width: number;
  height: number;
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** `reason` is a few words, or empty; the size is what the file says of itself, or zero. */
export interface Refused {
  fault: Fault;
  reason: string;
  width: number;
  height: number;
}

interface Exports {
  memory: WebAssembly.Memory;
  malloc(length: number): number;
  cartoucheDecode(file: number, length: number): number;
}

/** Resolves always: what goes wrong is an answer, too. */
export async function decodeFile(file: Blob, wasmUrl: string): Promise<Decoded | Refused> {
  let decoder: Exports;
  try {
    decoder = await instantiate(wasmUrl);
  } catch (error) {
    return { fault: "unavailable", reason: reasonOf(error), width: 0, height: 0 };
  }
  try {
    return decode(decoder, new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    return { fault: "broken", reason: reasonOf(error), width: 0, height: 0 };
  }
}

async function instantiate(wasmUrl: string): Promise<Exports> {
  const response = await fetch(wasmUrl, { credentials: "same-origin" });
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}`);
  }
  const nothing = (): number => 0;
  const { instance } = await WebAssembly.instantiate(await response.arrayBuffer(), {
    env: { emscripten_notify_memory_growth: nothing },
  });
  const exports = instance.exports as unknown as Exports & { _initialize?(): void };
  exports._initialize?.();
  return exports;
}

function decode(decoder: Exports, bytes: Uint8Array): Decoded | Refused {
  const place = decoder.malloc(bytes.length) >>> 0; // addresses reach beyond 2 GB
  if (place === 0) {
    return { fault: "large", reason: "", width: 0, height: 0 };
  }
  new Uint8Array(decoder.memory.buffer).set(bytes, place);
  const answer = decoder.cartoucheDecode(place, bytes.length) >>> 0;
  const { buffer } = decoder.memory;
  const [fault, width, height, pixels, reason] = new Uint32Array(buffer, answer, 5) as unknown as [number, number, number, number, number];
  if (fault < faults.length) {
    return { fault: faults[fault] as Fault, reason: readText(buffer, reason), width, height };
  }
  return { width, height, pixels: new Uint8ClampedArray(buffer.slice(pixels, pixels + width * height * 4)) };
}

function readText(buffer: ArrayBuffer, start: number): string {
  const bytes = new Uint8Array(buffer, start);
  return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
}
