/** What an editor sends to its host: what is submitted, and drafts; and what earlier pages could not send any more. */

import type * as api from "../cartouche.js";
import { reasonOf, trouble } from "../errors.js";
import { say } from "../language.js";
import type { Notice } from "../notice.js";
import { plainCopy } from "../plain_copy.js";
import type { Session, SubmitKind } from "../session.js";
import type { Unsent } from "../storage/database.js";
import type { Keeper } from "../storage/keeper.js";
import { newKey } from "../storage/keys.js";
import type { Vault } from "../storage/vault.js";
import { Delivery, type Parcel } from "./delivery.js";
import { NextTask } from "./next_task.js";

/** The editor, as its host's side sees it. */
export interface Origin {
  readonly host: api.Host | null;
  readonly session: Session | null;
  readonly task: api.Task | null;
  /** Null: nothing is kept. */
  readonly vault: Vault | null;
  readonly keeper: Keeper | null;
  /** In the place of the task that is shown. */
  show(task: api.Task | null, config: string | undefined): void;
  setNeighbors(neighbors: api.Neighbors): void;
  notify(notice: Notice | null, act?: () => void): void;
  report(problem: api.Diagnostic): void;
  tell(detail: api.SaveDetail): void;
}

/** What a labeler or reviewer sends off. */
export interface Submitted {
  annotation: api.Annotation;
  kind: SubmitKind;
  isDirty?: boolean;
}

interface KeptParcel extends Parcel {
  /** As it is kept, and where; null: only in this page. */
  kept: Unsent | null;
  vault: Vault | null;
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
    addEventListener("beforeunload", (event) => this.#delivery.parcels.some(({ kept }) => !kept) && event.preventDefault(), { signal });
  }

  /** How many annotations the host does not have yet. */
  get count(): number {
    return this.#delivery.count;
  }

  /** Sends it once it is kept, so that no crash sends it twice under two keys. */
  async submit({ annotation, kind: asked, isDirty }: Submitted): Promise<void> {
    // What was refused is replaced; the host has then never had the annotation.
    const replaced = this.#delivery.takeRefused(annotation.id);
    if (asked === "cancel-skip" && annotation.pk === undefined && replaced.length > 0) {
      return this.#forgetSkip(annotation.id, replaced);
    }
    const isFirst = asked === "update" && replaced.some(({ submission }) => submission.kind === "submit");
    const kind = isFirst ? "submit" : asked;
    const submission: api.Submission = {
      annotation, kind, task: bare(this.#origin.task), key: newKey(), isRepeated: false, ...(isDirty !== undefined && { isDirty }),
    };
    const { keeper } = this.#origin;
    const vault = keeper?.vault ?? null;
    let kept: Unsent | null = null;
    if (keeper) {
      kept = { ...keeper.placeOf(annotation), key: submission.key, since: Date.now(), submission };
      await keeper.vault.write({ unsent: [kept], replaced: replaced.flatMap((parcel) => parcel.kept ?? []) }).catch((error: unknown) => {
        kept = null;
        this.#reportStorage(error);
      });
    }
    this.#delivery.send({ submission, kept, vault });
  }

  /** Of a skip that the host did not take, it need not know that it was taken back. */
  async #forgetSkip(annotation: string, replaced: KeptParcel[]): Promise<void> {
    const { keeper, session } = this.#origin;
    session?.ask("markUnsaved", { id: annotation });
    this.#origin.notify(null);
    await keeper?.vault.write({ replaced: replaced.flatMap((parcel) => parcel.kept ?? []) }).catch((error: unknown) => this.#reportStorage(error));
  }

  /** There may be a host now, or another project: sends what earlier pages left. */
  adopt(): void {
    const { vault, host } = this.#origin;
    if (!host) {
      return;
    }
    this.#nextTask.start();
    this.#delivery.retry();
    if (vault && this.#adopted !== vault.project) {
      this.#adopted = vault.project;
      this.#adoptAll(vault).catch(() => (this.#adopted = "")); // its keeper tells why there is no storage
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
  async #adoptAll(vault: Vault): Promise<void> {
    const send = async () => {
      for (const kept of await vault.unsent()) {
        const isOnItsWay = this.#delivery.parcels.some(({ submission }) => submission.key === kept.key);
        if (!isOnItsWay && !this.#signal.aborted) {
          this.#delivery.send({ submission: { ...kept.submission, isRepeated: true }, kept, vault });
        }
      }
    };
    if (!navigator.locks) {
      return send();
    }
    const untilClosed = new Promise<void>((resolve) => this.#signal.addEventListener("abort", () => resolve(), { once: true }));
    await navigator.locks.request(`cartouche sends ${vault.project}`, { signal: this.#signal }, () => send().then(() => untilClosed));
  }

  async #confirmed({ submission, kept, vault }: KeptParcel, pk: string | number | null | undefined): Promise<void> {
    const { annotation } = submission;
    const { keeper, session } = this.#origin;
    const isDone = submission.kind !== "cancel-skip";
    if (isDone) {
      this.#nextTask.saved(annotation.task);
    }
    const id = (kept && keeper?.journal.sessionOf(kept.entry)) ?? annotation.id;
    if (pk !== undefined) {
      pk === null ? session?.ask("markUnsaved", { id }) : session?.ask("markSaved", { id, pk: String(pk) });
      await this.#name(annotation.id, pk);
    }
    try {
      if (kept && keeper?.vault === vault) {
        await keeper.settle(kept, annotation.result);
      } else if (kept) {
        await vault?.confirm(kept, JSON.stringify(annotation.result));
      }
    } catch (error) { // it is sent once more by the next page, under the same key
      this.#reportStorage(error);
    }
    if (isDone && annotation.task === (this.#origin.task?.id ?? null)) {
      void this.#nextTask.show();
    }
  }

  #reportStorage(error: unknown): void {
    this.#origin.report(trouble("storage-failed", { reason: reasonOf(error) }));
  }

  /** What was submitted again before the host had it the first time is an update of what it has now. */
  async #name(annotation: string, pk: string | number | null): Promise<void> {
    const later = this.#delivery.laterOf(annotation);
    later.forEach(({ submission }) => {
      if (pk === null) {
        delete submission.annotation.pk;
      } else {
        submission.annotation.pk = pk;
      }
    });
    const writing = later.map(({ kept, vault }) => kept && vault?.write({ unsent: [kept] }));
    await Promise.all(writing).catch(() => undefined); // then the host gets it without
  }

  /** To another task of a host that has a queue; a draft of what is left behind is saved first. */
  async goOn(isPostponed: boolean): Promise<void> {
    await this.#leaveDraft(isPostponed);
    await this.#nextTask.goOn();
  }

  async goBack(): Promise<void> {
    await this.#leaveDraft(false);
    await this.#nextTask.goBack();
  }

  async #leaveDraft(isPostponed: boolean): Promise<void> {
    if (this.#origin.host?.next && (isPostponed || this.#isDraftWanted)) {
      await this.#saveDraft(isPostponed);
    }
  }

  async #saveDraft(isPostponed = false): Promise<void> {
    this.#isDraftWanted = false;
    const { host, session, task } = this.#origin;
    const annotation = session?.query("annotation", {}).annotation;
    if (!host?.saveDraft || !annotation || this.#signal.aborted) {
      return;
    }
    const postponed = isPostponed ? { isPostponed } : {};
    try {
      await host.saveDraft({ annotation, kind: "draft", task: bare(task), key: newKey(), isRepeated: false, ...postponed }, this.#signal);
    } catch (error) {
      this.#origin.report({ ...trouble("draft-failed", { url: host.name ?? say("page.host"), reason: reasonOf(error) }), severity: "warning" });
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
  return plainCopy(rest);
}
