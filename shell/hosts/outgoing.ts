/** What an editor sends to its host: what is submitted, and drafts; and what earlier pages could not send any more. */

import type * as api from "../cartouche.js";
import { trouble } from "../errors.js";
import { say } from "../language.js";
import type { Notice } from "../notice.js";
import { plainCopy } from "../plain_copy.js";
import type { Session, SubmitKind } from "../session.js";
import type { Unsent } from "../storage/database.js";
import type { Keeper } from "../storage/keeper.js";
import { newKey } from "../storage/keys.js";
import { writeTrouble } from "../storage/trouble.js";
import type { Vault } from "../storage/vault.js";
import { Delivery, type Parcel } from "./delivery.js";
import { Drafts } from "./drafts.js";
import { isPageBound } from "./host.js";
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
  /** Beside what is notified, and from task to task; empty: nothing. */
  showUnsaved(text: string): void;
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

/** A storage that does not answer keeps nothing from being sent. */
const mostWaitMs = 3000;

export class Outgoing {
  #origin: Origin;
  #signal: AbortSignal;
  readonly #delivery: Delivery<KeptParcel>;
  #nextTask: NextTask;
  #drafts: Drafts;
  #adopted = "";

  /** What is shown and asked for goes on until the signal is aborted; what was submitted is sent in any case. */
  constructor(origin: Origin, signal: AbortSignal) {
    this.#origin = origin;
    this.#signal = signal;
    const outgoing = this;
    this.#delivery = new Delivery<KeptParcel>({
      get host() { return outgoing.#origin.host; },
      notify: (notice, act) => this.#origin.notify(notice, act),
      showUnsaved: (text) => this.#origin.showUnsaved(text),
      report: (problem) => this.#origin.report(problem),
      tell: (detail) => this.#origin.tell(detail),
      confirmed: (parcel, pk) => this.#confirmed(parcel, pk),
    });
    this.#nextTask = new NextTask(origin, signal);
    this.#drafts = new Drafts(draftsOf(origin, this.#delivery), signal);
  }

  /** The editor is back in the page. */
  attach(origin: Origin, signal: AbortSignal): this {
    this.#origin = origin;
    this.#signal = signal;
    this.#nextTask = new NextTask(origin, signal);
    this.#drafts = new Drafts(draftsOf(origin, this.#delivery), signal);
    this.#adopted = "";
    return this;
  }

  /** How many annotations the host does not have yet. */
  get count(): number {
    return this.#delivery.count;
  }

  /** Sends it once it is kept, so that no crash sends it twice under two keys. */
  async submit({ annotation, kind: asked, isDirty }: Submitted): Promise<void> {
    const after = this.#drafts.submitted(annotation);
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
    const parcel = { ...this.#parcel(submission), after };
    const { kept, vault } = parcel;
    if (kept && vault && !parcel.isStored) {
      const writing = vault.write({ unsent: [kept], replaced: keptOf(replaced) });
      await soon(writing.then(() => void (parcel.isStored = true), (error: unknown) => {
        parcel.kept = null;
        this.#origin.report(writeTrouble(error));
      }));
    }
    this.#delivery.send(parcel);
  }

  /** To be kept, if anything is. */
  #parcel(submission: api.Submission): KeptParcel {
    const { keeper, host } = this.#origin;
    if (!keeper) {
      return { submission, kept: null, vault: null, isStored: false };
    }
    const kept = { ...keeper.placeOf(submission.annotation), key: submission.key, since: Date.now(), submission };
    return { submission, kept, vault: keeper.vault, isStored: isPageBound(host) }; // there it is kept as a draft
  }

  /** Of a skip that the host did not take, it need not know that it was taken back; what was labeled is a draft again. */
  async #forgetSkip(annotation: string, replaced: KeptParcel[]): Promise<void> {
    const { keeper, session } = this.#origin;
    session?.ask("markUnsaved", { id: annotation });
    this.#origin.notify(null);
    this.#delivery.show(); // others may be left
    this.#drafts.takenBack();
    await keeper?.vault.write({ replaced: keptOf(replaced) }).catch((error: unknown) => this.#origin.report(writeTrouble(error)));
  }

  /** All that was kept of the project was deleted. */
  forgotten(): void {
    this.#delivery.parcels.forEach((parcel) => Object.assign(parcel, { kept: null, isStored: false }));
  }

  /** There may be a host now, or another project: sends what earlier pages left. */
  adopt(): void {
    const { vault, host } = this.#origin;
    if (!host) {
      return;
    }
    this.#nextTask.start();
    this.#delivery.retry();
    if (vault && !isPageBound(host) && this.#adopted !== vault.project) {
      this.#adopted = vault.project;
      this.#adoptAll(vault).catch(() => (this.#adopted = "")); // its keeper tells why there is no storage
    }
  }

  /** Says what the host does not have yet: loading takes it away. */
  show(): void {
    this.#delivery.show();
  }

  /** Something changed: hosts that take drafts get one, soon. */
  stepped(): void {
    this.#drafts.stepped();
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
    if (this.#origin.host?.next) {
      await this.#drafts.leave(isPostponed);
    }
  }

  /** One tab of all sends what others left; without Web Locks each does, under the same keys. */
  async #adoptAll(vault: Vault): Promise<void> {
    const send = async () => {
      const { intact, damaged } = await vault.unsent();
      if (damaged.length > 0) {
        this.#tellDamaged(vault, damaged);
      }
      for (const kept of intact) {
        const isOnItsWay = this.#delivery.parcels.some(({ submission }) => submission.key === kept.key);
        if (!isOnItsWay && !this.#signal.aborted) {
          this.#delivery.send({ submission: { ...kept.submission, isRepeated: true }, kept, vault, isStored: true });
        }
      }
    };
    if (!navigator.locks) {
      return send();
    }
    const untilClosed = new Promise<void>((resolve) => this.#signal.addEventListener("abort", () => resolve(), { once: true }));
    await navigator.locks.request(`cartouche sends ${vault.project}`, { signal: this.#signal }, () => send().then(() => untilClosed));
  }

  /** Their drafts are still there, as what was not submitted. */
  #tellDamaged(vault: Vault, damaged: Unsent<unknown>[]): void {
    this.#origin.report(trouble("storage-damaged", { count: damaged.length }));
    this.#origin.notify({ kind: "error", text: say("page.kept.damaged"), action: say("page.kept.discard") }, () => {
      vault.write({ replaced: damaged }).then(() => this.#origin.notify({ kind: "info", text: say("page.kept.discarded"), action: null }),
        (error: unknown) => this.#origin.report(writeTrouble(error)));
    });
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
      if (kept && keeper && keeper.vault.project === vault?.project) {
        await soon(keeper.settle(kept, annotation.result));
      } else if (kept && vault) {
        await soon(vault.confirm(kept, JSON.stringify(annotation.result)));
      }
    } catch (error) { // it is sent once more by the next page, under the same key
      this.#origin.report(writeTrouble(error));
    }
    if (isDone && !this.#signal.aborted && annotation.task === (this.#origin.task?.id ?? null)) {
      void this.#nextTask.show();
    }
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
    const isSent = !isPageBound(this.#origin.host); // else it is a draft
    const writing = later.map(({ kept, vault }) => isSent && kept && vault?.write({ unsent: [kept] }));
    await soon(Promise.all(writing).then(() => undefined)).catch(() => undefined); // then the host gets it without
  }
}

function draftsOf(origin: Origin, delivery: Delivery<KeptParcel>): ConstructorParameters<typeof Drafts>[0] {
  return {
    get host() { return origin.host; },
    get task() { return origin.task; },
    get annotation() { return origin.session?.query("annotation", {}).annotation ?? null; },
    get isChanged() { return origin.session?.isChanged ?? false; },
    get sentTask() { return bare(origin.task); },
    isOnItsWay: (annotation) => delivery.isWaiting(annotation),
    notify: (notice) => origin.notify(notice),
    report: (problem) => origin.report(problem),
  };
}

function keptOf(parcels: KeptParcel[]): Unsent[] {
  return parcels.flatMap(({ kept }) => kept ?? []);
}

/** As it settles; but not much later than now. */
function soon(writing: Promise<void>): Promise<void> {
  writing.catch(() => undefined);
  return Promise.race([writing, new Promise<void>((resolve) => setTimeout(resolve, mostWaitMs))]);
}

/** A submission is kept, and need not hold all that the task came with. */
function bare(task: api.Task | null): api.Task | null {
  if (!task) {
    return null;
  }
  const { annotations: _annotations, predictions: _predictions, ...rest } = task;
  return plainCopy(rest);
}
