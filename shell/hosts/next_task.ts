/** Shows the tasks of a host that has a queue: one at the start, and the next one whenever one was saved. */

import type * as api from "../cartouche.js";
import { reasonOf, trouble } from "../errors.js";
import { say } from "../language.js";
import type { Notice } from "../notice.js";

export interface TaskReader {
  readonly host: api.Host | null;
  show(task: api.Task | null, config: string | undefined): void;
  notify(notice: Notice, act?: () => void): void;
  report(problem: api.Diagnostic): void;
}

export class NextTask {
  readonly #reader: TaskReader;
  readonly #signal: AbortSignal;
  #started: api.Host | null = null;
  /** The tasks of which the host got annotations, in that order. */
  readonly #saved: unknown[] = [];

  constructor(reader: TaskReader, signal: AbortSignal) {
    this.#reader = reader;
    this.#signal = signal;
  }

  /** A host may be new. */
  start(): void {
    const { host } = this.#reader;
    if (host?.next && host !== this.#started) {
      this.#started = host;
      void this.show();
    }
  }

  /** The host has an annotation of the task with this id. */
  saved(task: unknown): void {
    this.#saved.push(task);
  }

  async show(): Promise<void> {
    const { host } = this.#reader;
    if (!host?.next) {
      return;
    }
    try {
      const next = await this.#ask(host);
      this.#reader.show(next?.task ?? null, next?.config);
      await null; // loading takes away what was said of the task before
      if (!next) {
        this.#reader.notify({ kind: "success", text: say("page.task.none-left"), action: say("page.task.look-again") }, () => void this.show());
      }
    } catch (error) {
      if (!this.#signal.aborted) {
        const reason = reasonOf(error);
        this.#reader.report(trouble("task-unreachable", { url: host.name ?? say("page.host"), reason }));
        this.#reader.notify({ kind: "error", text: say("page.task.not-come", { reason }), action: say("page.retry") }, () => void this.show());
      }
    }
  }

  /** Asks again if what it chose was labeled by then, and the annotation still on its way: left by a page before, for example. */
  async #ask(host: api.Host): ReturnType<NonNullable<api.Host["next"]>> {
    const before = this.#saved.length;
    const next = await host.next!(this.#signal);
    const id = next?.task.id ?? null;
    return id !== null && this.#saved.includes(id, before) ? this.#ask(host) : next;
  }
}
