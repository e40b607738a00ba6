/** Hands what is not submitted yet to hosts that take drafts: soon after a step, one after the other. */

import type * as api from "../cartouche.js";
import { reasonOf, trouble } from "../errors.js";
import { say } from "../language.js";
import type { Notice } from "../notice.js";
import { newKey } from "../storage/keys.js";

/** Who has them. */
export interface DraftSource {
  readonly host: api.Host | null;
  readonly task: api.Task | null;
  /** The one that is shown, as it stands, if a labeler did anything in it. */
  readonly changed: api.Annotation | null;
  /** What is sent along of the task. */
  readonly sentTask: api.Task | null;
  notify(notice: Notice): void;
  report(problem: api.Diagnostic): void;
}

const pauseMs = 5000;
const longestPauseMs = 60_000;

export class Drafts {
  readonly #source: DraftSource;
  readonly #signal: AbortSignal;
  /** The task of which something is not at the host yet; undefined: of none. */
  #due: api.Task | null | undefined;
  /** The annotation and its results, as the host got them last. */
  #handed = "";
  #isWaiting = false;
  #failures = 0;

  constructor(source: DraftSource, signal: AbortSignal) {
    this.#source = source;
    this.#signal = signal;
  }

  /** Something changed. */
  stepped(): void {
    if (this.#source.host?.saveDraft) {
      this.#due = this.#source.task;
      this.#wait();
    }
  }

  /** It goes to the host as a whole. */
  submitted(annotation: api.Annotation): void {
    this.#due = undefined;
    this.#handed = textOf(annotation);
  }

  #wait(): void {
    if (!this.#isWaiting) {
      this.#isWaiting = true;
      const ms = Math.min(pauseMs * 2 ** this.#failures, longestPauseMs);
      setTimeout(() => void this.#save().then(() => {
        this.#isWaiting = false;
        if (this.#due !== undefined && !this.#signal.aborted) {
          this.#wait(); // it failed, or there were steps meanwhile
        }
      }), ms);
    }
  }

  async #save(): Promise<void> {
    const { host, changed: annotation, task, sentTask } = this.#source;
    const isDue = this.#due !== undefined && this.#due === task;
    this.#due = undefined;
    if (!isDue || !host?.saveDraft || !annotation || this.#signal.aborted || textOf(annotation) === this.#handed) {
      return;
    }
    const text = textOf(annotation);
    try {
      await host.saveDraft({ annotation, kind: "draft", task: sentTask, key: newKey(), isRepeated: this.#failures > 0 }, this.#signal);
      this.#handed = text;
      if (this.#failures > 0) {
        this.#source.notify({ kind: "success", text: say("page.draft.again"), action: null });
      }
      this.#failures = 0;
    } catch (error) {
      if (!this.#signal.aborted) {
        this.#fail(host, reasonOf(error));
        this.#due = this.#source.task === task ? task : undefined;
      }
    }
  }

  #fail(host: api.Host, reason: string): void {
    this.#failures += 1;
    this.#source.report({ ...trouble("draft-failed", { url: host.name ?? say("page.host"), reason }), severity: "warning" });
    if (this.#failures === 1) {
      this.#source.notify({ kind: "error", text: say("page.draft.failed", { reason }), action: null });
    }
  }
}

function textOf({ id, result }: api.Annotation): string {
  return JSON.stringify([id, result]);
}
