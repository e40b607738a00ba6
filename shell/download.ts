/** The bytes of an image or a document, with progress. */

import { reasonOf } from "./errors.js";

/** Why an image cannot be had, in a sentence for people. */
export class DownloadError extends Error {}

/** How often progress is told, as a part of the whole. */
const tellEvery = 1 / 20;

/** A server that sends nothing for so long will not. */
const mostSilenceMs = 60_000;

/** What is fetched, as messages call it. */
export type Kind = "image" | "document";

/** Throws a DownloadError, or the signal's reason if that is aborted. */
export async function download(
  kind: Kind, url: string, signal: AbortSignal, onProgress: (part: number) => void,
): Promise<Blob> {
  const silence = new Silence();
  try {
    return await receive(kind, url, AbortSignal.any([signal, silence.signal]), () => silence.startAnew(), onProgress);
  } catch (error) {
    signal.throwIfAborted();
    if (silence.signal.aborted) {
      const seconds = mostSilenceMs / 1000;
      throw new DownloadError(
        `The ${kind} ${url} does not come: the server sent nothing for ${seconds} seconds. Check whether it is up, and the network.`,
      );
    }
    throw error instanceof DownloadError ? error : new DownloadError(explain(kind, url, reasonOf(error)));
  } finally {
    silence.end();
  }
}

/** Aborts its signal once nothing was heard for too long. */
class Silence {
  readonly #abort = new AbortController();
  #timer = 0;

  constructor() {
    this.startAnew();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  startAnew(): void {
    this.end();
    this.#timer = setTimeout(() => this.#abort.abort(), mostSilenceMs);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

async function receive(
  kind: Kind, url: string, signal: AbortSignal, onBytes: () => void, onProgress: (part: number) => void,
): Promise<Blob> {
  const response = await fetch(url, { credentials: "same-origin", signal });
  if (!response.ok) {
    const message = `The ${kind} ${url} could not be loaded: the server answered HTTP ${response.status} ${response.statusText}`.trim();
    throw new DownloadError(`${message}. Check the address in the task.`);
  }
  if (!response.body) {
    return response.blob();
  }
  const total = response.headers.get("content-encoding") ? 0 : Number(response.headers.get("content-length") ?? 0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  let told = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) {
      return new Blob(parts, { type: response.headers.get("content-type") ?? "" });
    }
    onBytes();
    parts.push(value);
    received += value.length;
    if (total > 0 && (received - told > total * tellEvery || received === total)) {
      told = received;
      onProgress(received / total);
    }
  }
}

function explain(kind: Kind, url: string, reason: string): string {
  const host = new URL(url).host;
  const isForeign = host !== location.host && host !== "";
  const remedy = isForeign
    ? `If ${host} is up, it must allow this page with the header Access-Control-Allow-Origin, and the page's Content Security Policy must list it in connect-src.`
    : "Check the address in the task, the network, and connect-src of the page's Content Security Policy.";
  return `The ${kind} ${url} could not be fetched (${reason}). ${remedy}`;
}
