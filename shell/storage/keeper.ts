/** Keeps each step of one task in the browser's storage before the next frame, and brings it back after a crash. */

import type { Annotation, Diagnostic, Result, Task } from "../cartouche.js";
import { reasonOf, trouble } from "../errors.js";
import type { Notice } from "../notice.js";
import type { Session } from "../session.js";
import { canonical } from "./canonical.js";
import type { Database, DraftPart, Unsent } from "./database.js";
import { type Draft, Journal } from "./journal.js";
import { watchPresence } from "./presence.js";
import { taskName } from "./task_name.js";

/** The editor, as its keeper sees it. */
export interface Kept {
  readonly session: Session | null;
  notify(notice: Notice, act?: () => void): void;
  report(problem: Diagnostic): void;
  restored(detail: { annotations: number; steps: number }): void;
  /** Loads the task anew, as the host gave it. */
  reload(): void;
}

const texts = {
  waiting: "This task is open in another tab, too. What you do here is kept beside what is done there.",
  other: "This task was opened in another tab, too. Only one of them should be labeled.",
  unavailable: "What you do here is not kept: this browser gives this page no storage.",
  failed: "Your last step is not kept. It goes with this tab; submit it soon.",
  again: "Your steps are kept again.",
  discarded: "What was kept is discarded.",
};

export class Keeper {
  readonly journal: Journal;
  /** Settles once what is kept is shown, or it is known that nothing is, or that another tab has it. */
  readonly begun: Promise<void>;
  readonly #editor: Kept;
  readonly #task: Task;
  readonly #unsent: () => Promise<Unsent[]>;
  readonly #life = new AbortController();
  readonly #failed = new Set<string>();

  constructor(editor: Kept, database: Database, project: string, task: Task) {
    this.#editor = editor;
    this.#task = task;
    this.#unsent = () => database.unsent(project);
    const name = taskName(task);
    this.journal = new Journal(database, project, name);
    this.begun = this.#start(`${project} ${name}`);
  }

  close(): void {
    this.#life.abort();
  }

  /** Something changed: to be called before the next frame. */
  stepped(): void {
    if (this.#editor.session) {
      void this.#write(this.#editor.session, [...this.#failed]);
    }
  }

  /** All that is kept of the project was deleted. */
  forgotten(): void {
    this.journal.clear();
    this.#failed.clear();
  }

  /** The annotation was deleted, or the host gave it other results. */
  drop(id: string): void {
    this.journal.drop(id).catch((error: unknown) => this.#fail(error));
  }

  /** Where an annotation that is submitted now is kept. The labeler may have gone on since: then the draft stays. */
  placeOf(annotation: Annotation): Omit<Unsent, "submission" | "since"> {
    const now = this.#editor.session?.query("annotation", { id: annotation.id }).annotation;
    const isAll = JSON.stringify(now?.result) === JSON.stringify(annotation.result);
    const place = this.journal.placeOf(annotation.id);
    return { ...place, steps: isAll ? place.steps : -1, key: "" };
  }

  /** The host has it. */
  settle(sent: Omit<Unsent, "submission" | "since">, saved: Result[]): Promise<void> {
    return this.journal.settle(sent, saved);
  }

  async #start(name: string): Promise<void> {
    try {
      await this.journal.read();
    } catch (error) {
      this.#editor.report({ ...trouble("storage-unavailable", { reason: reasonOf(error) }), severity: "warning" });
      this.#editor.notify({ kind: "info", text: texts.unavailable, action: null });
      return;
    }
    return new Promise((settle) => {
      this.#life.signal.addEventListener("abort", () => settle(), { once: true });
      watchPresence(name, {
        onWait: () => {
          this.#editor.notify({ kind: "info", text: texts.waiting, action: null });
          settle();
        },
        onTurn: () => void this.#begin().catch((error: unknown) => this.#fail(error)).then(settle),
        onOther: () => this.#editor.notify({ kind: "info", text: texts.other, action: null }),
      }, this.#life.signal);
    });
  }

  /** Nobody else has the task: what they left is taken over. */
  async #begin(): Promise<void> {
    const [{ parts, drafts }, unsent] = await Promise.all([this.journal.read(), this.#unsent()]);
    await new Promise((resolve) => setTimeout(resolve, 0)); // the page's own code first gives the task its annotations
    const session = this.#editor.session;
    const left = drafts.filter(({ entry }) => this.journal.sessionOf(entry) === null);
    if (session && left.length > 0 && !this.#life.signal.aborted) {
      this.#restore(session, { parts, drafts: left }, unsent);
    }
  }

  #restore(session: Session, { parts, drafts }: { parts: DraftPart[]; drafts: Draft[] }, unsent: Unsent[]): void {
    // What was labeled since the task was loaded stays as it is; what is restored then stands beside it.
    const free = session.query("annotations", {}).annotations.filter(({ id, kind }) => kind === "annotation" && !this.journal.has(id));
    let last = "";
    for (const draft of drafts) {
      const { pk } = draft.about;
      const at = free.findIndex((info) => info.pk === pk && (pk === null || this.#isAsIt(pk, draft.host)));
      const [place] = at < 0 ? [] : free.splice(at, 1);
      const isSent = unsent.some(({ entry }) => entry === draft.entry);
      last = resume(session, draft, place?.id, isSent || (draft.about.isSubmitted && (pk === null || place !== undefined)));
      this.journal.resume(last, draft);
    }
    session.ask("selectAnnotation", { id: last });
    // What is on its way to the host is no news.
    this.#tellRestored(parts, drafts.filter(({ entry, about }) => !unsent.some((one) => one.entry === entry && one.steps === about.steps)));
  }

  #tellRestored(parts: DraftPart[], drafts: Draft[]): void {
    const steps = drafts.reduce((sum, draft) => sum + draft.about.steps, 0);
    if (steps > 0) {
      this.#editor.notify(
        { kind: "info", text: `Restored ${steps} ${steps === 1 ? "step" : "steps"}, not yet submitted.`, action: "Discard" },
        () => void this.#discard(parts, drafts).catch((error: unknown) => this.#fail(error)),
      );
      this.#editor.restored({ annotations: drafts.length, steps });
    }
  }

  /** Whether the host's annotation is still what the draft was begun with; else both are shown, beside each other. */
  #isAsIt(pk: string, draft: string): boolean {
    const loaded = this.#task.annotations?.find((annotation) => String(annotation.id ?? annotation["pk"]) === pk);
    return loaded !== undefined && canonical(loaded.result) === canonical(JSON.parse(draft));
  }

  async #discard(parts: DraftPart[], drafts: Draft[]): Promise<void> {
    await this.journal.forget(drafts.map(({ entry }) => entry));
    this.#editor.reload();
    this.#editor.notify({ kind: "info", text: texts.discarded, action: "Bring it back" }, () => {
      this.journal.rewrite(parts).then(() => this.#editor.reload()).catch((error: unknown) => this.#fail(error));
    });
  }

  async #write(session: Session, renew: string[]): Promise<void> {
    const { entries } = session.query("journal", { known: this.journal.known, renew });
    const ids = entries.map(({ id }) => id);
    if (ids.length === 0) {
      return;
    }
    try {
      await this.journal.write(entries, session.query("annotations", {}).annotations);
      const wasFailing = this.#failed.size > 0;
      ids.forEach((id) => this.#failed.delete(id));
      if (wasFailing && this.#failed.size === 0) {
        this.#editor.notify({ kind: "success", text: texts.again, action: null });
      }
    } catch (error) {
      ids.forEach((id) => this.#failed.add(id));
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (this.#life.signal.aborted) {
      return;
    }
    const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
    this.#editor.report(trouble(isFull ? "storage-full" : "storage-failed", { reason: reasonOf(error) }));
    this.#editor.notify({ kind: "error", text: texts.failed, action: "Try again" }, () => this.stepped());
  }
}

/** In the place of an annotation of the task, or beside them; gives its id. */
function resume(session: Session, { about, result }: Draft, place: string | undefined, isSubmitted: boolean): string {
  return session.ask("resume", {
    ...(place !== undefined && { id: place }),
    result,
    leadTime: about.leadTime,
    isSubmitted,
    parentPrediction: String(about.parentPrediction ?? ""),
    parentAnnotation: String(about.parentAnnotation ?? ""),
  }).id;
}
