/** The bytes of an image, with progress. */

import { reasonOf } from "./errors.js";

/** Why an image cannot be had, in a sentence for people. */
export class DownloadError extends Error {}

/** How often progress is told, as a part of the whole. */
const tellEvery = 1 / 20;

/** Throws a DownloadError, or the signal's reason if that is aborted. */
export async function download(url: string, signal: AbortSignal, onProgress: (part: number) => void): Promise<Blob> {
  try {
    return await receive(url, signal, onProgress);
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof DownloadError ? error : new DownloadError(explain(url, reasonOf(error)));
  }
}

async function receive(url: string, signal: AbortSignal, onProgress: (part: number) => void): Promise<Blob> {
  const response = await fetch(url, { credentials: "same-origin", signal });
  if (!response.ok) {
    const message = `The image ${url} could not be loaded: the server answered HTTP ${response.status} ${response.statusText}`.trim();
    throw new DownloadError(`${message}. Check the address in the task.`);
  }
  const total = Number(response.headers.get("content-length") ?? 0);
  const isCounted = total > 0 && !response.headers.get("content-encoding") && response.body;
  if (!isCounted) {
    return response.blob();
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  let told = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) {
      return new Blob(parts, { type: response.headers.get("content-type") ?? "" });
    }
    parts.push(value);
    received += value.length;
    if (received - told > total * tellEvery || received === total) {
      told = received;
      onProgress(received / total);
    }
  }
}

function explain(url: string, reason: string): string {
  const host = new URL(url).host;
  const isForeign = host !== location.host && host !== "";
  const remedy = isForeign
    ? `If ${host} is up, it must allow this page with the header Access-Control-Allow-Origin, and the page's Content Security Policy must list it in connect-src.`
    : "Check the address in the task, the network, and connect-src of the page's Content Security Policy.";
  return `The image ${url} could not be fetched (${reason}). ${remedy}`;
}
