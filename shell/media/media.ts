/** The one door through which the media and texts of a task are asked for: as the host wants, with causes that are told apart. */

import type { MediaCredentials, ResolveMedia } from "../cartouche.js";
import { reasonOf } from "../errors.js";
import { say } from "../language.js";
import { type Kind, MediaError, urlOf } from "./failure.js";
import { knock, type MediaFile, receive, type Request } from "./receive.js";

/** What the host wants; read anew for each request. */
export interface MediaRules {
  readonly credentials: MediaCredentials;
  readonly resolve: ResolveMedia | null;
}

export class Media {
  readonly #rules: MediaRules;

  constructor(rules: MediaRules) {
    this.#rules = rules;
  }

  /** The host gives another address in place of one that has expired. */
  canRenew(address: string): boolean {
    return this.#rules.resolve !== null && !/^(data|blob):/i.test(address);
  }

  /**
   * What stands at an address, as the task has it. Throws a MediaError if it cannot be had, and the signal's reason if
   * that is aborted.
   */
  async download(kind: Kind, address: string, signal: AbortSignal, onProgress: (part: number) => void = () => undefined): Promise<MediaFile> {
    try {
      return await receive(await this.request(kind, address, "first", signal), signal, onProgress);
    } catch (error) {
      if (!(error instanceof MediaError && error.mayBeExpired && this.canRenew(address))) {
        throw error;
      }
      return receive(await this.request(kind, address, "expired", signal), signal, onProgress);
    }
  }

  /** Where the host says that it is. Throws as `download` does. */
  async request(kind: Kind, address: string, reason: "first" | "expired", signal: AbortSignal): Promise<Request> {
    const given = this.canRenew(address) ? await this.#resolve(kind, address, reason, signal) : address;
    const url = urlOf(given);
    if (!url) {
      throw new MediaError(kind, address, "no-address");
    }
    return { kind, address, url, credentials: this.#rules.credentials };
  }

  /** Resolves if a server lets the page have it, with the type that it names. Throws as `download` does. */
  async check(request: Request, signal: AbortSignal): Promise<{ type: string }> {
    return knock(request, signal);
  }

  async #resolve(kind: Kind, address: string, reason: "first" | "expired", signal: AbortSignal): Promise<string> {
    await null; // the core may be at work, and the host may call the editor
    try {
      const given: unknown = await abortable(this.#rules.resolve?.(address, reason), signal);
      if (typeof given === "string" && given !== "") {
        return given;
      }
    } catch (error) {
      signal.throwIfAborted();
      throw new MediaError(kind, address, "not-resolved", { reason: reasonOf(error) });
    }
    throw new MediaError(kind, address, "not-resolved", { reason: say("page.media.none-returned") });
  }
}

/** Rejects as soon as the signal is aborted, whatever becomes of what is waited for. */
function abortable<T>(value: T | Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    Promise.resolve(value).then(resolve, reject);
  });
}
