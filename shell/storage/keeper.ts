/** Keeps each step of one task in the browser's storage before the next frame, and brings it back after a crash. */

import type { Annotation, Diagnostic, Result, Task } from "../cartouche.js";
import { reasonOf, trouble } from "../errors.js";
import { say } from "../language.js";
import type { Notice } from "../notice.js";
import type { Session } from "../session.js";
import { canonical } from "./canonical.js";
import { LockedError } from "./cipher.js";
import type { DraftPart, Place, Unsent } from "./database.js";
import { type Draft, Journal } from "./journal.js";
import { watchPresence } from "./presence.js";
import { taskName } from "./task_name.js";
import type { Vault } from "./vault.js";

/** The editor, as its keeper sees it. */
export interface Kept {
  readonly session: Session | null;
  notify(notice: Notice, act?: () => void): void;
  report(problem: Diagnostic): void;
  restored(detail: { annotations: number; steps: number }): void;
  /** Loads the task anew, as the host gave it. */
  reload(): void;
}

export class Keeper {
  readonly vault: Vault;
  readonly journal: Journal;
  /** Settles once what is kept is shown, or it is known that nothing is, or that another tab has it. */
  begun: Promise<void>;
  readonly #editor: Kept;
  readonly #task: Task;
  readonly #life = new AbortController();
  readonly #failed = new Set<string>();
  #isLocked = false;
  /** Settles once this tab has the task, or another one is known to have it. */
  #turn: Promise<void> | null = null;

  constructor(editor: Kept, vault: Vault, task: Task) {
    this.#editor = editor;
    this.#task = task;
    this.vault = vault;
    this.journal = new Journal(vault, taskName(task));
    this.begun = this.#start();
  }

  close(): void {
    this.#life.abort();
  }

  /** Something changed: to be called before the next frame. */
  stepped(): void {
    void this.#write(1);
  }

  /** There may be another passphrase by now. */
  unlock(): void {
    if (this.#isLocked) {
      this.#isLocked = false;
      this.begun = this.#start();
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
  placeOf(annotation: Annotation): Place {
    const now = this.#editor.session?.query("annotation", { id: annotation.id }).annotation;
    const isAll = JSON.stringify(now?.result) === JSON.stringify(annotation.result);
    const place = this.journal.placeOf(annotation.id);
    return { ...place, steps: isAll ? place.steps : -1, key: "" };
  }

  /** The host has it. */
  settle(sent: Place, saved: Result[]): Promise<void> {
    return this.journal.settle(sent, saved);
  }

  async #start(): Promise<void> {
    try {
      await this.journal.read();
    } catch (error) {
      this.#tellUnkept(error);
      return;
    }
    await this.#write(0); // what was done while it was locked
    return (this.#turn ??= this.#takeTurn());
  }

  #takeTurn(): Promise<void> {
    return new Promise((settle) => {
      this.#life.signal.addEventListener("abort", () => settle(), { once: true });
      watchPresence(`${this.vault.project} ${taskName(this.#task)}`, {
        onWait: () => {
          this.#editor.notify({ kind: "info", text: say("page.kept.other-tab-waiting"), action: null });
          settle();
        },
        onTurn: () => void this.#begin().catch((error: unknown) => this.#fail(error)).then(settle),
        onOther: () => this.#editor.notify({ kind: "info", text: say("page.kept.other-tab"), action: null }),
      }, this.#life.signal);
    });
  }

  /** Nobody else has the task: what they left is taken over. */
  async #begin(): Promise<void> {
    const [{ parts, drafts }, unsent] = await Promise.all([this.journal.read(), this.vault.unsent()]);
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
    this.#tellRestored(parts, drafts.filter(({ entry, steps }) => !unsent.some((one) => one.entry === entry && one.steps === steps)));
  }

  #tellRestored(parts: DraftPart[], drafts: Draft[]): void {
    const steps = drafts.reduce((sum, draft) => sum + draft.steps, 0);
    if (steps > 0) {
      this.#editor.notify(
        { kind: "info", text: say("page.kept.restored", { count: steps }), action: say("page.kept.discard") },
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
    this.#editor.notify({ kind: "info", text: say("page.kept.discarded"), action: say("page.kept.bring-back") }, () => {
      this.journal.rewrite(parts).then(() => this.#editor.reload()).catch((error: unknown) => this.#fail(error));
    });
  }

  /** What changed, and what could not be kept before. */
  async #write(steps: 0 | 1): Promise<void> {
    const { session } = this.#editor;
    if (!session || (steps === 0 && this.#failed.size === 0)) {
      return;
    }
    const { entries } = session.query("journal", { known: this.journal.known, renew: [...this.#failed] });
    const ids = entries.map(({ id }) => id);
    if (ids.length === 0) {
      return;
    }
    try {
      await this.journal.write(entries, session.query("annotations", {}).annotations, steps);
      const wasFailing = this.#failed.size > 0;
      ids.forEach((id) => this.#failed.delete(id));
      if (wasFailing && this.#failed.size === 0) {
        this.#editor.notify({ kind: "success", text: say("page.kept.again"), action: null });
      }
    } catch (error) {
      ids.forEach((id) => this.#failed.add(id));
      this.#fail(error);
    }
  }

  #tellUnkept(error: unknown): void {
    const reason = reasonOf(error);
    this.#isLocked = error instanceof LockedError;
    this.#editor.report({ ...trouble(this.#isLocked ? "storage-locked" : "storage-unavailable", { reason }), severity: "warning" });
    const text = this.#isLocked ? say("page.kept.locked", { reason }) : say("page.kept.unavailable");
    this.#editor.notify({ kind: this.#isLocked ? "error" : "info", text, action: null });
  }

  #fail(error: unknown): void {
    if (this.#life.signal.aborted) {
      return;
    }
    if (error instanceof LockedError) {
      return this.#isLocked ? undefined : this.#tellUnkept(error); // once
    }
    const isFull = error instanceof DOMException && error.name === "QuotaExceededError";
    this.#editor.report(trouble(isFull ? "storage-full" : "storage-failed", { reason: reasonOf(error) }));
    this.#editor.notify({ kind: "error", text: say("page.kept.failed"), action: say("page.kept.try-again") }, () => void this.#write(0));
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
