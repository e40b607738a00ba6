/** Keeps each step of one task in the browser's storage before the next frame, and brings it back after a crash. */

import type { Annotation, Diagnostic, Result, Task } from "../cartouche.js";
import { reasonOf, trouble } from "../errors.js";
import { say } from "../language.js";
import type { Notice } from "../notice.js";
import type { Session } from "../session.js";
import { canonical } from "./canonical.js";
import { LockedError } from "./cipher.js";
import { type DraftPart, OutdatedError, type Place, type Unsent } from "./database.js";
import { type Draft, type Found, Journal } from "./journal.js";
import { watchPresence } from "./presence.js";
import { taskName } from "./task_name.js";
import { openTrouble, writeTrouble } from "./trouble.js";
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
  /** That nothing is kept was told, and why; null: all is well. */
  #unkept: Diagnostic | null = null;
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
    if (this.#unkept) {
      this.#unkept = null;
      this.begun = this.#start();
    }
  }

  /** All that is kept of the project was deleted. */
  forgotten(): void {
    this.journal.clear();
    this.#failed.clear();
  }

  /** All that is kept may have been deleted, by the browser or by another tab. */
  lost(): void {
    this.journal.lost();
  }

  /** From now on nothing is kept. */
  tellUnkept(error: unknown): void {
    this.#unkept = openTrouble(error);
    this.#editor.report(this.#unkept);
    const [kind, text] = unkeptText(error);
    this.#editor.notify({ kind, text, action: null });
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
      this.tellUnkept(error);
      return;
    }
    await this.#write(0); // what was done while it was locked
    return (this.#turn ??= this.#takeTurn());
  }

  #takeTurn(): Promise<void> {
    return new Promise((settle) => {
      this.#life.signal.addEventListener("abort", () => settle(), { once: true });
      watchPresence(this.vault.project, taskName(this.#task), {
        onWait: () => {
          this.#editor.notify({ kind: "info", text: say("page.kept.other-tab-waiting"), action: null });
          settle();
        },
        onTurn: () => void this.#begin().catch((error: unknown) => this.#fail(error)).then(settle),
        onOther: () => this.#editor.notify({ kind: "info", text: say("page.kept.other-tab"), action: null }),
        onForgotten: () => this.journal.lost(),
      }, this.#life.signal);
    });
  }

  /** Nobody else has the task: what they left is taken over. */
  async #begin(): Promise<void> {
    const [found, { intact: unsent }] = await Promise.all([this.journal.read(), this.vault.unsent()]);
    await new Promise((resolve) => setTimeout(resolve, 0)); // the page's own code first gives the task its annotations
    const session = this.#editor.session;
    const isLeft = ({ entry }: { entry: string }) => this.journal.sessionOf(entry) === null;
    const left: Found = { parts: found.parts, drafts: found.drafts.filter(isLeft), damaged: found.damaged.filter(isLeft) };
    if (!session || this.#life.signal.aborted) {
      return;
    }
    if (left.drafts.length > 0) {
      this.#restore(session, left.drafts, unsent);
    }
    // What is on its way to the host is no news.
    this.#tellRestored(left, left.drafts.filter(({ entry, steps }) => !unsent.some((one) => one.entry === entry && one.steps === steps)));
  }

  #restore(session: Session, drafts: Draft[], unsent: Unsent[]): void {
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
  }

  #tellRestored({ parts, damaged }: Found, drafts: Draft[]): void {
    const steps = drafts.reduce((sum, draft) => sum + draft.steps, 0);
    const isDamaged = damaged.length > 0;
    if (isDamaged) {
      this.#editor.report(trouble("storage-damaged", { count: damaged.length }));
    }
    if (steps > 0 || isDamaged) {
      const texts = [...(steps > 0 ? [say("page.kept.restored", { count: steps })] : []), ...(isDamaged ? [say("page.kept.damaged")] : [])];
      const entries = new Set([...drafts, ...damaged].map(({ entry }) => entry));
      this.#editor.notify(
        { kind: isDamaged ? "error" : "info", text: texts.join(" "), action: say("page.kept.discard") },
        () => void this.#discard(parts, [...entries]).catch((error: unknown) => this.#fail(error)),
      );
    }
    if (steps > 0) {
      this.#editor.restored({ annotations: drafts.length, steps });
    }
  }

  /** Whether the host's annotation is still what the draft was begun with; else both are shown, beside each other. */
  #isAsIt(pk: string, draft: string): boolean {
    const loaded = this.#task.annotations?.find((annotation) => String(annotation.id ?? annotation["pk"]) === pk);
    return loaded !== undefined && canonical(loaded.result) === canonical(JSON.parse(draft));
  }

  async #discard(parts: DraftPart[], entries: string[]): Promise<void> {
    await this.journal.forget(entries);
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
      this.#unkept = null;
      ids.forEach((id) => this.#failed.delete(id));
      if (wasFailing && this.#failed.size === 0) {
        this.#editor.notify({ kind: "success", text: say("page.kept.again"), action: null });
      }
    } catch (error) {
      ids.forEach((id) => this.#failed.add(id));
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (this.#life.signal.aborted || this.#unkept) {
      return; // it was told
    }
    if (error instanceof LockedError || error instanceof OutdatedError) {
      return this.tellUnkept(error);
    }
    this.#editor.report(writeTrouble(error));
    this.#editor.notify({ kind: "error", text: say("page.kept.failed"), action: say("page.kept.try-again") }, () => void this.#write(0));
  }
}

function unkeptText(error: unknown): [Notice["kind"], string] {
  if (error instanceof OutdatedError) {
    return ["error", error.message];
  }
  return error instanceof LockedError ? ["error", say("page.kept.locked", { reason: reasonOf(error) })] : ["info", say("page.kept.unavailable")];
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
