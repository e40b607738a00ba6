/** The worker in which images are decoded: one file in, its pixels or a reason out. */

import { decodeFile } from "./decoder.js";

export interface Job {
  file: Blob;
  wasmUrl: string;
}

self.onmessage = async ({ data }: MessageEvent<Job>) => {
  const answer = await decodeFile(data.file, data.wasmUrl);
  self.postMessage(answer, { transfer: "pixels" in answer ? [answer.pixels.buffer] : [] });
};
