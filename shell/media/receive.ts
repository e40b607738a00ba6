/** One request for media: the bytes, with progress, or why there are none. */

import type { MediaCredentials } from "../cartouche.js";
import { splitCredentials } from "./basic_auth.js";
import { causeOf, type Kind, MediaError } from "./failure.js";
import { findCause } from "./probe.js";

export interface Request {
  kind: Kind;
  /** As the task has it, for messages. */
  address: string;
  url: URL;
  credentials: MediaCredentials;
}

export interface MediaFile {
  content: Blob;
  /** Where the server led, if it did; else empty. */
  ledTo: string;
}

/** How often progress is told, as a part of the whole. */
const tellEvery = 1 / 20;

/** A server that sends nothing for so long will not. */
const mostSilenceMs = 60_000;

/** Throws a MediaError, or the signal's reason if that is aborted. */
export async function receive(request: Request, signal: AbortSignal, onProgress: (part: number) => void): Promise<MediaFile> {
  return withoutSilence(request, signal, async (alive, hear) => {
    const response = await ask(request, alive);
    const content = await read(response, hear, onProgress).catch((error: unknown) => {
      alive.throwIfAborted();
      throw error instanceof TypeError ? brokenOff(request) : error;
    });
    return { content, ledTo: response.redirected ? response.url : "" };
  });
}

/** A file of this computer breaks off when it is another one than was chosen. */
function brokenOff({ kind, address, url }: Request): MediaError {
  return url.protocol === "blob:" ? new MediaError(kind, address, "gone", {}) : new MediaError(kind, address, "broken-off", { host: url.host });
}

/** Gives what the server says that it is, and takes none of it. Throws as `receive` does. */
export async function knock(request: Request, signal: AbortSignal): Promise<{ type: string }> {
  return withoutSilence(request, signal, async (alive) => {
    const response = await ask(request, alive);
    drop(response);
    return { type: response.headers.get("content-type") ?? "" };
  });
}

async function withoutSilence<T>(
  { kind, address, url }: Request, signal: AbortSignal, action: (alive: AbortSignal, hear: () => void) => Promise<T>,
): Promise<T> {
  const silence = new Silence();
  try {
    return await action(AbortSignal.any([signal, silence.signal]), () => silence.startAnew());
  } catch (error) {
    signal.throwIfAborted();
    throw silence.signal.aborted ? new MediaError(kind, address, "silent", { host: url.host, seconds: mostSilenceMs / 1000 }) : error;
  } finally {
    silence.end();
  }
}

async function ask({ kind, address, url, credentials }: Request, signal: AbortSignal): Promise<Response> {
  const { plain, headers } = splitCredentials(url);
  const response = await fetch(plain.href, { credentials, headers, signal }).catch(async () => {
    signal.throwIfAborted();
    throw new MediaError(kind, address, ...(await findCause(url, credentials, signal)));
  });
  if (!response.ok) {
    drop(response);
    const status = `${response.status} ${response.statusText}`.trim();
    throw new MediaError(kind, address, causeOf(response.status), { host: url.host, status });
  }
  return response;
}

/** What is still to come is not wanted. */
function drop(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}

async function read(response: Response, onBytes: () => void, onProgress: (part: number) => void): Promise<Blob> {
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
