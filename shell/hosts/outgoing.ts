/** What an editor sends to its host: what is submitted, and drafts; and what earlier pages could not send any more. */

import type * as api from "../cartouche.js";
import { reasonOf, trouble } from "../errors.js";
import type { Notice } from "../notice.js";
import type { Session } from "../session.js";
import type { Database, Unsent } from "../storage/database.js";
import type { Keeper } from "../storage/keeper.js";
import { newKey } from "../storage/keys.js";
import { Delivery, type Parcel } from "./delivery.js";
import { NextTask } from "./next_task.js";

/** The editor, as its host's side sees it. */
export interface Origin {
  readonly host: api.Host | null;
  readonly session: Session | null;
  readonly task: api.Task | null;
  /** Null: nothing is kept. */
  readonly journal: { project: string; database: Database } | null;
  readonly keeper: Keeper | null;
  /** In the place of the task that is shown. */
  show(task: api.Task | null, config: string | undefined): void;
  notify(notice: Notice, act?: () => void): void;
  report(problem: api.Diagnostic): void;
  tell(detail: api.SaveDetail): void;
}

interface KeptParcel extends Parcel {
  /** As it is kept; null: only in this page. */
  kept: Unsent | null;
}

const draftPauseMs = 5000;

export class Outgoing {
  readonly #origin: Origin;
  readonly #signal: AbortSignal;
  readonly #delivery: Delivery<KeptParcel>;
  readonly #nextTask: NextTask;
  #isDraftWanted = false;
  #adopted = "";

  constructor(origin: Origin, signal: AbortSignal) {
    this.#origin = origin;
    this.#signal = signal;
    this.#delivery = new Delivery<KeptParcel>({
      get host() { return origin.host; },
      notify: (notice, act) => origin.notify(notice, act),
      report: (problem) => origin.report(problem),
      tell: (detail) => origin.tell(detail),
      confirmed: (parcel, pk) => this.#confirmed(parcel, pk),
    }, signal);
    this.#nextTask = new NextTask(origin, signal);
    addEventListener("beforeunload", (event) => this.#delivery.count > 0 && !origin.journal && event.preventDefault(), { signal });
  }

  /** How many annotations the host does not have yet. */
  get count(): number {
    return this.#delivery.count;
  }

  /** Sends it once it is kept, so that no crash sends it twice under two keys. */
  async submit(annotation: api.Annotation, asked: api.Submission["kind"]): Promise<void> {
    // What was refused is replaced; the host has then never had the annotation.
    const replaced = this.#delivery.takeRefused(annotation.id);
    const kind = replaced.some(({ submission }) => submission.kind === "submit") ? "submit" : asked;
    const submission: api.Submission = { annotation, kind, task: bare(this.#origin.task), key: newKey(), isRepeated: false };
    const place = this.#origin.keeper?.placeOf(annotation);
    const { journal } = this.#origin;
    let kept: Unsent | null = null;
    if (journal && place) {
      kept = { ...place, project: journal.project, key: submission.key, since: Date.now(), submission };
      await journal.database.write({ unsent: [kept], replaced: replaced.flatMap((parcel) => parcel.kept ?? []) }).catch((error: unknown) => {
        kept = null;
        this.#origin.report(trouble("storage-failed", { reason: reasonOf(error) }));
      });
    }
    this.#delivery.send({ submission, kept });
  }

  /** There may be a host now, or another project: sends what earlier pages left. */
  adopt(): void {
    const { journal, host } = this.#origin;
    if (!host) {
      return;
    }
    this.#nextTask.start();
    this.#delivery.retry();
    if (journal && this.#adopted !== journal.project) {
      this.#adopted = journal.project;
      void this.#adoptAll(journal);
    }
  }

  /** Something changed: hosts that take drafts get one, soon. */
  stepped(): void {
    if (this.#origin.host?.saveDraft && !this.#isDraftWanted) {
      this.#isDraftWanted = true;
      setTimeout(() => void this.#saveDraft(), draftPauseMs);
    }
  }

  /** One tab of all sends what others left; without Web Locks each does, under the same keys. */
  async #adoptAll({ project, database }: { project: string; database: Database }): Promise<void> {
    const send = async () => {
      for (const kept of await database.unsent(project).catch(() => [])) { // its keeper tells why there is no storage
        if (!this.#delivery.has(kept.key) && !this.#signal.aborted) {
          this.#delivery.send({ submission: { ...kept.submission, isRepeated: true }, kept });
        }
      }
    };
    if (!navigator.locks) {
      return send();
    }
    const untilClosed = new Promise<void>((resolve) => this.#signal.addEventListener("abort", () => resolve(), { once: true }));
    const name = `cartouche sends ${project}`;
    await navigator.locks.request(name, { signal: this.#signal }, () => send().then(() => untilClosed)).catch(() => undefined);
  }

  async #confirmed({ submission, kept }: KeptParcel, pk: string | number | undefined): Promise<void> {
    const { annotation } = submission;
    const { keeper, session, journal } = this.#origin;
    const id = (kept && keeper?.journal.sessionOf(kept.entry)) ?? annotation.id;
    if (pk !== undefined) {
      session?.ask("markSaved", { id, pk: String(pk) });
      await this.#name(annotation.id, pk);
    }
    try {
      if (kept && keeper) {
        await keeper.settle(kept, annotation.result);
      } else if (kept) {
        await journal?.database.confirm(kept, JSON.stringify(annotation.result));
      }
    } catch (error) { // it is sent once more by the next page, under the same key
      this.#origin.report(trouble("storage-failed", { reason: reasonOf(error) }));
    }
    if (annotation.task === (this.#origin.task?.id ?? null)) {
      void this.#nextTask.show();
    }
  }

  /** What was submitted again before the host had it the first time is an update of what it has now. */
  async #name(annotation: string, pk: string | number): Promise<void> {
    const later = this.#delivery.laterOf(annotation);
    later.forEach(({ submission }) => (submission.annotation.pk = pk));
    const unsent = later.flatMap(({ kept }) => kept ?? []);
    await this.#origin.journal?.database.write({ unsent }).catch(() => undefined); // then the host gets it without
  }

  async #saveDraft(): Promise<void> {
    this.#isDraftWanted = false;
    const { host, session, task } = this.#origin;
    const annotation = session?.query("annotation", {}).annotation;
    if (!host?.saveDraft || !annotation || this.#signal.aborted) {
      return;
    }
    try {
      await host.saveDraft({ annotation, kind: "draft", task: bare(task), key: newKey(), isRepeated: false }, this.#signal);
    } catch (error) {
      this.#origin.report({ ...trouble("draft-failed", { url: host.name ?? "the host", reason: reasonOf(error) }), severity: "warning" });
      this.stepped();
    }
  }
}

/** A submission is kept, and need not hold all that the task came with. */
function bare(task: api.Task | null): api.Task | null {
  if (!task) {
    return null;
  }
  const { annotations: _annotations, predictions: _predictions, ...rest } = task;
  return rest;
}
