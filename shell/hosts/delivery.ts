/**
 * Hands annotations to the host, one after the other, until it has them. What may pass is tried again with growing
 * pauses for as long as the page lives, with the editor in it or not, and at once when the network is back; what does not is
 * shown and kept, and a person can try it again. Where the editor keeps a journal, what was not confirmed outlives the page.
 */

import type { Annotation, Diagnostic, Host, SaveDetail, Submission } from "../cartouche.js";
import { reasonOf, trouble } from "../errors.js";
import { say } from "../language.js";
import type { Notice } from "../notice.js";
import { isReview, SaveError } from "./host.js";

/** What is on its way. */
export interface Parcel {
  submission: Submission;
  /** It outlives the page. */
  isStored: boolean;
  /** What has to be at the host before, or given up. Never rejects. */
  after?: Promise<void>;
}

/** Who sends. */
export interface Sender<P extends Parcel> {
  readonly host: Host | null;
  notify(notice: Notice, act?: () => void): void;
  /** How many annotations the host does not have yet, in words; empty: none. */
  showUnsaved(text: string): void;
  report(problem: Diagnostic): void;
  tell(detail: SaveDetail): void;
  /** The host has it. Never rejects. */
  confirmed(parcel: P, pk: string | number | null | undefined): Promise<void>;
}

/** From here on it is shown as a failure, and tried on. */
const patience = 5;
const longestPauseMs = 30_000;
/** What is saved sooner is not counted: one needs not see that it was not. */
const momentMs = 1000;

/** 0.5, 1, 2, 4 s and so on, a quarter of it by chance, so that pages spread. */
function pauseMs(attempt: number, asked: number): number {
  return Math.max(asked, Math.min(500 * 2 ** (attempt - 1), longestPauseMs) * (0.75 + Math.random() / 4));
}

/** How it goes with the first: for what is said of it. */
type Progress = { attempt: number } | { reason: string };

export class Delivery<P extends Parcel> {
  readonly #sender: Sender<P>;
  readonly #waiting: P[] = [];
  readonly #refused: P[] = [];
  /** The one that was there last: what it did not get is its, also if the page has none any more. */
  #host: Host | null = null;
  #progress: Progress | null = null;
  #isRunning = false;
  /** For as long as there is something that the host does not have. */
  #watch: AbortController | null = null;
  #wake: () => void = () => undefined;
  #counting: ReturnType<typeof setTimeout> | undefined;
  #isCounted = false;

  constructor(sender: Sender<P>) {
    this.#sender = sender;
  }

  /** What the host does not have yet. */
  get parcels(): P[] {
    return [...this.#waiting, ...this.#refused];
  }

  /** How many annotations the host does not have yet. */
  get count(): number {
    return this.parcels.length;
  }

  /** Whether the host does not have an annotation yet, and nobody has to do anything about it. */
  isWaiting(annotation: string): boolean {
    return this.#waiting.some(({ submission }) => submission.annotation.id === annotation);
  }

  /** Those of this annotation that come after the first. */
  laterOf(annotation: string): P[] {
    return this.#waiting.slice(1).filter(({ submission }) => submission.annotation.id === annotation);
  }

  /** What the host did not want of this annotation; it is not kept any more. */
  takeRefused(annotation: string): P[] {
    const taken = this.#refused.filter(({ submission }) => submission.annotation.id === annotation);
    this.#refused.splice(0, Infinity, ...this.#refused.filter((parcel) => !taken.includes(parcel)));
    this.#recount();
    return taken;
  }

  send(parcel: P): void {
    this.#waiting.push(parcel);
    this.#listen();
    this.#recount();
    void this.#run();
  }

  /** Says what the host does not have yet, if there is anything, and how it goes. */
  show(): void {
    this.#recount();
    if (this.#progress && "attempt" in this.#progress) {
      const { attempt } = this.#progress;
      const text = attempt === 1 ? say("page.save.saving") : say("page.save.saving-again", { attempt });
      this.#sender.notify({ kind: "info", text, action: null });
    } else if (this.#progress) {
      const { reason } = this.#progress;
      this.#sender.notify({ kind: "error", text: say("page.save.failed", { reason }), action: say("page.retry") }, () => this.retry());
    } else {
      this.#showRefused();
    }
  }

  /** Now, rather than after a pause; what was refused, too. */
  retry(): void {
    this.#waiting.push(...this.#refused.splice(0));
    this.#wake();
    void this.#run();
  }

  async #run(): Promise<void> {
    if (this.#isRunning) {
      return;
    }
    this.#isRunning = true;
    for (let parcel = this.#waiting[0]; parcel; parcel = this.#waiting[0]) {
      const isSaved = await this.#deliver(parcel);
      this.#waiting.shift();
      this.#progress = null;
      if (isSaved) {
        this.#showRefused();
      } else {
        this.#refused.push(parcel);
      }
      this.#recount();
    }
    this.#isRunning = false;
    if (this.count === 0) {
      this.#watch?.abort();
      this.#watch = null;
    }
  }

  /** The network may come back; and a page that is left would take with it what is not kept. */
  #listen(): void {
    if (!this.#watch) {
      this.#watch = new AbortController();
      const { signal } = this.#watch;
      addEventListener("online", () => this.#wake(), { signal });
      addEventListener("beforeunload", (event) => this.parcels.some(({ isStored }) => !isStored) && event.preventDefault(), { signal });
    }
  }

  /** True once the host has it; false if it does not want it. Goes on if the editor is taken out of the page meanwhile. */
  async #deliver(parcel: P): Promise<boolean> {
    const { annotation } = parcel.submission;
    for (let attempt = 1; ; ++attempt) {
      const host = this.#sender.host ?? this.#host;
      if (!host) {
        return false;
      }
      this.#host = host;
      this.#tell("saving", annotation, attempt);
      if (attempt <= patience) {
        this.#progress = { attempt };
        this.show();
      }
      await parcel.after;
      try {
        const isRepeated = attempt > 1 || parcel.submission.isRepeated;
        const saved = await give(host, { ...parcel.submission, isRepeated }, new AbortController().signal);
        await this.#sender.confirmed(parcel, saved?.pk);
        this.#sender.notify({ kind: "success", text: say("page.save.saved"), action: null });
        this.#tell("saved", annotation, attempt);
        return true;
      } catch (error) {
        const refusal = error instanceof SaveError ? error : new SaveError(reasonOf(error));
        if (refusal.isFinal) {
          this.#fail(parcel, refusal, attempt);
          return false;
        }
        await this.#pause(parcel, refusal, attempt);
      }
    }
  }

  async #pause(parcel: P, refusal: SaveError, attempt: number): Promise<void> {
    if (attempt === patience) {
      this.#fail(parcel, refusal, attempt);
    }
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, pauseMs(attempt, refusal.retryAfterMs));
    });
  }

  #fail({ submission }: P, refusal: SaveError, attempt: number): void {
    const url = this.#host?.name ?? say("page.host");
    this.#progress = { reason: refusal.message };
    this.show();
    this.#tell("failed", submission.annotation, attempt);
    this.#sender.report(trouble("submit-failed", { url, reason: refusal.message }));
  }

  /** What was refused stays in view when others are saved after it. */
  #showRefused(): void {
    const count = this.#refused.length;
    if (count > 0) {
      this.#sender.notify({ kind: "error", text: say("page.save.refused", { count }), action: say("page.retry") }, () => this.retry());
    }
  }

  /** At once, if it is in view already or nothing is left. */
  #recount(): void {
    clearTimeout(this.#counting);
    if (this.#isCounted || this.count === 0) {
      this.#showCount();
    } else {
      this.#counting = setTimeout(() => this.#showCount(), momentMs);
    }
  }

  #showCount(): void {
    const { count } = this;
    this.#isCounted = count > 0;
    this.#sender.showUnsaved(count > 0 ? say("page.save.unsaved", { count }) : "");
  }

  #tell(state: SaveDetail["state"], annotation: Annotation, attempt: number): void {
    this.#sender.tell({ state, annotation, attempt, unsaved: this.count - (state === "saved" ? 1 : 0) });
  }
}

async function give(host: Host, submission: Submission, signal: AbortSignal): ReturnType<Host["save"]> {
  if (!isReview(submission)) {
    return host.save(submission, signal);
  }
  if (!host.review) {
    throw new SaveError(say("page.host.no-reviews"), { isFinal: true });
  }
  return host.review(submission, signal);
}
