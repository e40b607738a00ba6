/** Has an `<audio>` play what stands at an address of a task, by the same rules as all media. */

import { say } from "../language.js";
import { type Cause, MediaError } from "./failure.js";
import type { Media } from "./media.js";
import { PolicyWatch } from "./policy_watch.js";
import type { Request } from "./receive.js";

export interface SoundListener {
  onFailure(error: MediaError): void;
  /** It is played in the one way that is left, in which the browser sends a host the cookies that it has for it. */
  onPlain(host: string): void;
}

export class Sound {
  readonly #media: Media;
  readonly #player: HTMLAudioElement;
  readonly #address: string;
  readonly #listener: SoundListener;
  readonly #abort = new AbortController();
  readonly #policy = new PolicyWatch("media-src");
  #request: Request | null = null;
  #isPlain = false;
  #isRenewed = false;

  constructor(media: Media, player: HTMLAudioElement, address: string, listener: SoundListener) {
    this.#media = media;
    this.#player = player;
    this.#address = address;
    this.#listener = listener;
    player.addEventListener("error", () => void this.#recover(), { signal: this.#abort.signal });
    void this.#load("first");
  }

  /** The player lets go of the connection. */
  stop(): void {
    this.#abort.abort();
    this.#policy.stop();
    this.#player.pause();
    this.#player.removeAttribute("src");
    this.#player.load();
  }

  async #load(reason: "first" | "expired"): Promise<void> {
    try {
      this.#request = await this.#media.request("audio", this.#address, reason, this.#abort.signal);
      this.#open(this.#request);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Goes on where it was, if it was playing. */
  #open({ url, credentials }: Request): void {
    const { currentTime, paused } = this.#player;
    const isAsked = !this.#isPlain && /^https?:$/.test(url.protocol);
    this.#player.crossOrigin = isAsked ? (credentials === "include" ? "use-credentials" : "anonymous") : null;
    this.#player.src = url.href;
    if (currentTime > 0) {
      this.#player.currentTime = currentTime;
    }
    if (!paused) {
      this.#player.play().catch(() => undefined); // its error is heard
    }
  }

  /** Media elements say nothing about why: what can be asked, is. */
  async #recover(): Promise<void> {
    const { signal } = this.#abort;
    const request = this.#request;
    if (!request) {
      return;
    }
    const error = await this.#findReason(request);
    if (signal.aborted || !(error instanceof MediaError)) {
      return;
    }
    const isPlainLeft = !this.#isPlain && request.credentials !== "omit";
    if (error.reason.startsWith("cors") && isPlainLeft) {
      this.#isPlain = true;
      this.#player.addEventListener("loadedmetadata", () => this.#listener.onPlain(request.url.host), { once: true, signal });
      this.#open(request);
    } else if ((error.mayBeExpired || this.#isPlain) && !this.#isRenewed && this.#media.canRenew(this.#address)) {
      this.#isRenewed = true;
      await this.#load("expired");
    } else {
      this.#fail(error);
    }
  }

  async #findReason(request: Request): Promise<unknown> {
    const { url } = request;
    const because = (cause: Cause, details = {}) => new MediaError("audio", this.#address, cause, { host: url.host, ...details });
    if (await this.#policy.hasForbidden(url)) {
      return because("policy", { directive: "media-src", site: /^https?:$/.test(url.protocol) ? url.origin : url.protocol });
    }
    try {
      const { type } = await this.#media.check(request, this.#abort.signal);
      const isPage = type.startsWith("text/html");
      return because(isPage ? "web-page" : "not-playable", { reason: this.#player.error?.message || type || say("page.media.no-reason") });
    } catch (error) {
      const isHidden = error instanceof MediaError && (error.reason === "policy" || (this.#isPlain && error.reason.startsWith("cors")));
      return isHidden ? because("not-readable") : error;
    }
  }

  #fail(error: unknown): void {
    if (!this.#abort.signal.aborted && error instanceof MediaError) {
      this.#listener.onFailure(error);
    }
  }
}
