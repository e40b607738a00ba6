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
  /** The one that is shown, as it stands. */
  readonly annotation: api.Annotation | null;
  /** A labeler did something in it. */
  readonly isChanged: boolean;
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
  /** Settles once nothing is on its way. */
  #saving: Promise<void> = Promise.resolve();
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

  /** It does not: what was labeled is not submitted any more. */
  takenBack(): void {
    this.#handed = "";
    this.stepped();
  }

  /** The labeler goes to another task: what is due goes to the host before; one that is postponed, in any case. */
  async leave(isPostponed: boolean): Promise<void> {
    await this.#save(isPostponed);
    this.#waitIfDue();
  }

  #wait(): void {
    if (!this.#isWaiting) {
      this.#isWaiting = true;
      const ms = Math.min(pauseMs * 2 ** this.#failures, longestPauseMs);
      setTimeout(() => void this.#save(false).then(() => {
        this.#isWaiting = false;
        this.#waitIfDue();
      }), ms);
    }
  }

  /** It failed, or there were steps meanwhile. */
  #waitIfDue(): void {
    if (this.#due !== undefined && !this.#signal.aborted) {
      this.#wait();
    }
  }

  /** Behind what is on its way. */
  #save(isPostponed: boolean): Promise<void> {
    this.#saving = this.#saving.then(() => this.#handOver(isPostponed));
    return this.#saving;
  }

  async #handOver(isPostponed: boolean): Promise<void> {
    const { host, annotation, isChanged, task, sentTask } = this.#source;
    const isDue = this.#due === task && isChanged;
    this.#due = undefined;
    if (!host?.saveDraft || !annotation || this.#signal.aborted) {
      return;
    }
    const text = textOf(annotation);
    if (!isPostponed && !(isDue && text !== this.#handed)) {
      return;
    }
    try {
      await host.saveDraft({
        annotation, kind: "draft", task: sentTask, key: newKey(), isRepeated: this.#failures > 0, ...(isPostponed && { isPostponed }),
      }, this.#signal);
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
