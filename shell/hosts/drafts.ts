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
  /** Whether an annotation was submitted, and the host does not have it yet. */
  isOnItsWay(annotation: string): boolean;
  notify(notice: Notice): void;
  report(problem: api.Diagnostic): void;
}

const pauseMs = 5000;
const longestPauseMs = 60_000;
/** A submission waits no longer than this for a draft that was sent before it. */
const patienceMs = 10_000;

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
  /** Aborted, if what is on its way is not wanted any more. */
  #flight = new AbortController();
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

  /**
   * It goes to the host as a whole, and no draft of it may arrive behind it. Settles once none is on its way: after a while what is still
   * on its way is given up.
   */
  async submitted(annotation: api.Annotation): Promise<void> {
    this.#due = undefined;
    this.#handed = textOf(annotation);
    const [flight, saving] = [this.#flight, this.#saving];
    this.#flight = new AbortController();
    const waiting = setTimeout(() => flight.abort(), patienceMs);
    await saving;
    clearTimeout(waiting);
  }

  /** It does not: what was labeled is not submitted any more. */
  takenBack(): void {
    this.#handed = "";
    this.stepped();
  }

  /** The labeler goes to another task: what is due goes to the host before; one that is postponed, in any case. */
  async leave(isPostponed: boolean): Promise<void> {
    await this.#save(isPostponed, true);
    this.#waitIfDue();
  }

  #wait(): void {
    if (!this.#isWaiting) {
      this.#isWaiting = true;
      const ms = Math.min(pauseMs * 2 ** this.#failures, longestPauseMs);
      setTimeout(() => void this.#save(false, false).then(() => {
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

  /** Behind what is on its way. `isLeft`: it is the last moment for it. */
  #save(isPostponed: boolean, isLeft: boolean): Promise<void> {
    this.#saving = this.#saving.then(() => this.#handOver(isPostponed, isLeft));
    return this.#saving;
  }

  async #handOver(isPostponed: boolean, isLeft: boolean): Promise<void> {
    const { host, annotation, isChanged, task, sentTask } = this.#source;
    const isDue = this.#due === task && isChanged;
    if (isDue && !isLeft && annotation && this.#source.isOnItsWay(annotation.id)) {
      return; // what it is a draft of has no name at the host yet
    }
    this.#due = undefined;
    if (!host?.saveDraft || !annotation || this.#signal.aborted) {
      return;
    }
    const text = textOf(annotation);
    if (!isPostponed && !(isDue && text !== this.#handed)) {
      return;
    }
    const flight = this.#flight;
    const signal = AbortSignal.any([this.#signal, flight.signal]);
    try {
      await untilAborted(signal, host.saveDraft({
        annotation, kind: "draft", task: sentTask, key: newKey(), isRepeated: this.#failures > 0, ...(isPostponed && { isPostponed }),
      }, signal));
      if (flight === this.#flight) {
        this.#handed = text;
      }
      if (this.#failures > 0) {
        this.#source.notify({ kind: "success", text: say("page.draft.again"), action: null });
      }
      this.#failures = 0;
    } catch (error) {
      if (!this.#signal.aborted && flight === this.#flight) { // else it was submitted meanwhile
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

/** Also of a host that does not listen. */
function untilAborted(signal: AbortSignal, saving: Promise<unknown>): Promise<unknown> {
  return Promise.race([saving, new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }))]);
}

function textOf({ id, result }: api.Annotation): string {
  return JSON.stringify([id, result]);
}
