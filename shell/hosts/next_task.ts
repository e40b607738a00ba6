/**
 * Shows the tasks of a host that has a queue: one at the start, the next one whenever one was saved, and those that were
 * shown before where the host can give them once more.
 */

import type * as api from "../cartouche.js";
import { reasonOf, trouble } from "../errors.js";
import { say } from "../language.js";
import type { Notice } from "../notice.js";

export interface TaskReader {
  readonly host: api.Host | null;
  show(task: api.Task | null, config: string | undefined): void;
  setNeighbors(neighbors: api.Neighbors): void;
  notify(notice: Notice, act?: () => void): void;
  report(problem: api.Diagnostic): void;
}

type Given = Awaited<ReturnType<NonNullable<api.Host["next"]>>>;

export class NextTask {
  readonly #reader: TaskReader;
  readonly #signal: AbortSignal;
  #started: api.Host | null = null;
  /** The tasks of which the host got annotations, in that order. */
  readonly #saved: unknown[] = [];
  /** The ids of those that were shown, and which of them is; behind the last: none is. */
  #shown: (number | string)[] = [];
  #at = 0;

  constructor(reader: TaskReader, signal: AbortSignal) {
    this.#reader = reader;
    this.#signal = signal;
  }

  /** A host may be new. */
  start(): void {
    const { host } = this.#reader;
    if (host?.next && host !== this.#started) {
      this.#started = host;
      this.#shown = [];
      this.#at = 0;
      void this.show();
    }
  }

  /** The host has an annotation of the task with this id. */
  saved(task: unknown): void {
    this.#saved.push(task);
  }

  /** The one that was shown behind this one, else the next one. */
  goOn(): Promise<void> {
    return this.#at + 1 < this.#shown.length ? this.#showAgain(this.#at + 1) : this.show();
  }

  async goBack(): Promise<void> {
    if (this.#at > 0) {
      await this.#showAgain(this.#at - 1);
    }
  }

  show(): Promise<void> {
    return this.#show((host) => this.#ask(host), (id) => {
      this.#shown = [...this.#shown.filter((one) => one !== id), ...(id === null ? [] : [id])];
      this.#at = this.#shown.length - (id === null ? 0 : 1);
    });
  }

  #showAgain(at: number): Promise<void> {
    return this.#show(async (host) => (await host.task?.(this.#shown[at]!, this.#signal)) ?? null, () => (this.#at = at));
  }

  async #show(ask: (host: api.Host) => Promise<Given>, note: (id: number | string | null) => void): Promise<void> {
    const { host } = this.#reader;
    if (!host?.next) {
      return;
    }
    try {
      const next = await ask(host);
      note(next?.task.id ?? null);
      this.#reader.show(next?.task ?? null, next?.config);
      const hasOthers = host.task !== undefined;
      this.#reader.setNeighbors({ previous: hasOthers && this.#at > 0, next: hasOthers && this.#at + 1 < this.#shown.length });
      await null; // loading takes away what was said of the task before
      if (!next) {
        this.#reader.notify({ kind: "success", text: say("page.task.none-left"), action: say("page.task.look-again") }, () => void this.show());
      }
    } catch (error) {
      if (!this.#signal.aborted) {
        const reason = reasonOf(error);
        this.#reader.report(trouble("task-unreachable", { url: host.name ?? say("page.host"), reason }));
        this.#reader.notify({ kind: "error", text: say("page.task.not-come", { reason }), action: say("page.retry") }, () => void this.#show(ask, note));
      }
    }
  }

  /** Asks again if what it chose was labeled by then, and the annotation still on its way: left by a page before, for example. */
  async #ask(host: api.Host): Promise<Given> {
    const before = this.#saved.length;
    const next = await host.next!(this.#signal);
    const id = next?.task.id ?? null;
    return id !== null && this.#saved.includes(id, before) ? this.#ask(host) : next;
  }
}
