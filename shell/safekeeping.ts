/** That nothing labeled is lost: what an editor keeps in the browser, and what it hands to its host. */

import type * as api from "./cartouche.js";
import { trouble } from "./errors.js";
import { Outgoing, type Submitted } from "./hosts/outgoing.js";
import { say } from "./language.js";
import type { Notice } from "./notice.js";
import type { Session } from "./session.js";
import { OutdatedError } from "./storage/database.js";
import { Keeper } from "./storage/keeper.js";
import { tellForgotten } from "./storage/presence.js";
import { writeTrouble } from "./storage/trouble.js";
import { Vault } from "./storage/vault.js";

/** The editor that it serves. */
export interface Owner {
  readonly host: api.Host | null;
  readonly task: api.Task | null;
  /** The project under whose name things are kept; null: nothing is. */
  readonly journal: string | null;
  /** What is kept is sealed with it; null: it is not. */
  readonly passphrase: string | null;
  readonly session: Session | null;
  show(task: api.Task | null, config: string | undefined): void;
  setNeighbors(neighbors: api.Neighbors): void;
  reload(): void;
  notify(notice: Notice | null, act?: () => void): void;
  tell(type: "cartouche-error" | "cartouche-save" | "cartouche-restore", detail: unknown): void;
}

const mostWaitMs = 3000;

export class Safekeeping {
  readonly #owner: Owner;
  readonly #signal: AbortSignal;
  readonly #outgoing: Outgoing;
  #vault: Vault | null = null;
  #keeper: Keeper | null = null;
  /** Settles if another tab keeps this one from the storage. */
  #blocked = Promise.withResolvers<void>();
  #isBlocked = false;

  /** Until the signal is aborted. `before`: of the same editor, while it was in the page before. */
  constructor(owner: Owner, signal: AbortSignal, before: Safekeeping | null) {
    this.#owner = owner;
    this.#signal = signal;
    const safe = this;
    this.#openVault(); // is open by the time that there is a task
    const origin: ConstructorParameters<typeof Outgoing>[0] = {
      get host() { return owner.host; },
      get session() { return owner.session; },
      get task() { return owner.task; },
      get keeper() { return safe.#keeper; },
      get vault() { return safe.#openVault(); },
      show: (task, config) => owner.show(task, config),
      setNeighbors: (neighbors) => owner.setNeighbors(neighbors),
      notify: (notice, act) => owner.notify(notice, act),
      showUnsaved: (text) => void owner.session?.ask("unsaved", { text }),
      report: (problem) => owner.tell("cartouche-error", problem),
      tell: (detail) => owner.tell("cartouche-save", detail),
    };
    this.#outgoing = before ? before.#outgoing.attach(origin, signal) : new Outgoing(origin, signal);
    signal.addEventListener("abort", () => this.#leave(), { once: true });
  }

  /** Settles once steps can be kept, or never can: a task is shown from then on. */
  get opened(): Promise<void> {
    const vault = this.#openVault();
    if (!vault) {
      return Promise.resolve();
    }
    // A browser that does not answer keeps nobody from labeling; what is then kept is kept later.
    return Promise.race([vault.opened, this.#blocked.promise, new Promise<void>((resolve) => setTimeout(resolve, mostWaitMs))]);
  }

  /** How many annotations the host does not have yet. */
  get unsavedCount(): number {
    return this.#outgoing.count;
  }

  /** A task was loaded, in the place of the one before. Resolves once what is kept of it is shown, or another tab keeps it from that. */
  loaded(): Promise<void> {
    this.#leave();
    const vault = this.#openVault();
    const { task } = this.#owner;
    if (vault && task) {
      this.#keeper = new Keeper(this.#kept(), vault, task);
    }
    this.#outgoing.adopt();
    this.#outgoing.show();
    if (this.#isBlocked) {
      this.#tellBlocked(); // loading took it away
    }
    return this.#begun();
  }

  /** Something changed: to be called before the next frame. */
  stepped(): void {
    this.#keeper?.stepped();
    this.#outgoing.stepped();
  }

  /** To the host; without one, the page has it by the event. */
  submitted(what: Submitted): void {
    const keeper = this.#keeper;
    const { annotation } = what;
    if (this.#owner.host) {
      void this.#outgoing.submit(what);
    } else if (keeper) {
      keeper.settle(keeper.placeOf(annotation), annotation.result).catch((error: unknown) => this.#owner.tell("cartouche-error", writeTrouble(error)));
    }
  }

  /** To the next task of a host that has a queue; `isPostponed`: this one comes again later. */
  goOn(isPostponed: boolean): void {
    void this.#outgoing.goOn(isPostponed);
  }

  /** To the task that was shown before. */
  goBack(): void {
    void this.#outgoing.goBack();
  }

  /** The annotation was deleted, or the host gave it other results. */
  drop(id: string): void {
    this.#keeper?.drop(id);
  }

  /** There may be another host. */
  hostChanged(): void {
    this.#outgoing.adopt();
  }

  /** There is another passphrase. Resolves once what it opens is shown. */
  async unlock(): Promise<void> {
    this.#openVault()?.unlock(this.#owner.passphrase);
    await this.#unlocked();
  }

  /** Another one in the place of the owner's, or (null) none. Rejects, and changes nothing, if neither opens what is kept. */
  async changePassphrase(passphrase: string | null): Promise<void> {
    await this.#openVault()?.changePassphrase(this.#owner.passphrase, passphrase);
    await this.#unlocked();
  }

  /** Deletes all that is kept of the project. */
  async forget(): Promise<void> {
    const vault = this.#openVault();
    await vault?.forget();
    this.#keeper?.forgotten();
    this.#outgoing.forgotten();
    if (vault) {
      tellForgotten(vault.project);
    }
    await this.unlock();
  }

  /** Of the project that is kept; null: none is. */
  #openVault(): Vault | null {
    const { journal, passphrase } = this.#owner;
    if (journal !== (this.#vault?.project ?? null)) {
      this.#vault = journal === null ? null : new Vault(journal, passphrase, {
        onBlocked: () => this.#blockedBy(),
        onFree: () => this.#freed(),
        onOutdated: () => this.#outdated(),
        onLost: () => this.#keeper?.lost(),
      }, this.#signal);
    }
    return this.#vault;
  }

  async #unlocked(): Promise<void> {
    await this.opened;
    this.#keeper?.unlock();
    this.#outgoing.adopt();
    await this.#begun();
  }

  #begun(): Promise<void> {
    return Promise.race([this.#keeper?.begun, this.#blocked.promise]);
  }

  #blockedBy(): void {
    this.#isBlocked = true;
    this.#owner.tell("cartouche-error", { ...trouble("storage-blocked"), severity: "warning" });
    this.#tellBlocked();
    this.#blocked.resolve();
  }

  #tellBlocked(): void {
    this.#owner.notify({ kind: "error", text: say("page.kept.blocked"), action: null });
  }

  #freed(): void {
    this.#isBlocked = false;
    this.#blocked = Promise.withResolvers<void>();
    this.#owner.notify({ kind: "success", text: say("page.kept.again"), action: null });
  }

  /** What was kept so far is the newer page's, which may go on with it. */
  #outdated(): void {
    this.#keeper?.tellUnkept(new OutdatedError(say("page.kept.outdated")));
    this.#leave();
  }

  #leave(): void {
    this.#keeper?.close();
    this.#keeper = null;
  }

  #kept(): ConstructorParameters<typeof Keeper>[0] {
    const owner = this.#owner;
    return {
      get session() { return owner.session; },
      notify: (notice, act) => owner.notify(notice, act),
      report: (problem) => owner.tell("cartouche-error", problem),
      restored: (detail) => owner.tell("cartouche-restore", detail),
      reload: () => owner.reload(),
    };
  }
}
