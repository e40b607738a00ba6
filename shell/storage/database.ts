/**
 * The page's own storage. IndexedDB rather than OPFS: a transaction is handed to the browser's process in the
 * same task in which it is made, so that it mostly outlives a tab that is killed right after (steps_ahead.ts has the
 * rest); it needs no worker; and what belongs together is written together or not at all. It may throw where storage is
 * forbidden.
 */

import type { Submission } from "../cartouche.js";
import { say } from "../language.js";
import type { Lock } from "./cipher.js";
import { forgetSteps, noteStep, type Step, stepsLeft } from "./steps_ahead.js";

const name = "cartouche";
const layout = 2;
const stores = ["drafts", "unsent", "locks"];

/** A part of what is kept of one annotation of one task. */
export interface DraftPart {
  project: string;
  task: string;
  /** Names the annotation for as long as it is kept. */
  entry: string;
  part: string;
  value: unknown;
  /** Of the part "about", beside its value, which may be sealed. */
  steps?: number;
}

/** An annotation that a host has not confirmed yet. `S`: unknown, where it may be sealed. */
export interface Unsent<S = Submission> {
  project: string;
  submission: S;
  key: string; // of the submission
  /** Orders them: milliseconds since 1970. */
  since: number;
  /** The draft that it was made of, by its place, and how many steps that had then. */
  task: string;
  entry: string;
  steps: number;
}

/** Which draft, with how many steps, and the key under which it is sent. */
export type Place = Omit<Unsent, "submission" | "since">;

export interface Contents {
  parts: DraftPart[];
  unsent: Unsent<unknown>[];
}

export interface Changes extends Partial<Contents> {
  /** Drafts of which all parts go, before anything is put. */
  forget?: { project: string; task: string; entry: string }[];
  /** Of what is sealed among them. */
  lock?: Lock;
  /** Are sent no more. */
  replaced?: { project: string; key: string }[];
}

/** A newer page, in another tab, has another layout by now. */
export class OutdatedError extends Error {}

export interface DatabaseListener {
  /** A tab that is still open has an older layout, and does not let go; all waits for it. */
  onBlocked(): void;
  /** It has let go. */
  onFree(): void;
  /** A newer page waits for this one, and gets the storage once this resolves; from then on all rejects with an OutdatedError. */
  onOutdated(): Promise<unknown>;
  /** The browser closed it, or somebody deleted it: it opens again when it is used, and may be empty. */
  onLost(): void;
}

const nobody: DatabaseListener = { onBlocked: () => undefined, onFree: () => undefined, onOutdated: () => Promise.resolve(), onLost: () => undefined };

/** Tabs let go within this time, if they do by themselves. */
const patienceMs = 500;

export class Database {
  readonly #listener: DatabaseListener;
  #opened: Promise<IDBDatabase> | null = null;
  #isOutdated = false;
  /** Locks that were found here, or are here since: another tab may have changed or deleted them. */
  readonly #keptLocks = new Set<string>();

  constructor(listener = nobody) {
    this.#listener = listener;
    void this.#connect();
  }

  /** Once it is open, all of it goes out in the same task, and a tab that is killed after it takes no step along. */
  async write({ lock, ...changes }: Changes): Promise<void> {
    const isKept = lock && this.#keptLocks.has(lock.id);
    const settled = noteStep({ ...changes, ...(lock && { lock }) });
    try {
      await Promise.all([this.#writeAtOnce(changes, isKept ? undefined : lock), isKept && this.#keepLock(lock)]);
    } finally {
      settled();
    }
  }

  /** Writes the steps that tabs had no time for. */
  async catchUp(project: string): Promise<void> {
    for (const { step, done } of stepsLeft(project)) {
      await this.#writeIfNewer(step);
      done();
    }
  }

  /** Of each draft, if it has fewer steps. */
  async #writeIfNewer({ forget = [], parts = [], lock }: Step): Promise<void> {
    const transaction = await this.#writing();
    const drafts = transaction.objectStore("drafts");
    for (const about of parts.filter(({ part }) => part === "about")) {
      const isOf = ({ task, entry }: Omit<DraftPart, "part" | "value">) => task === about.task && entry === about.entry;
      const kept = drafts.get([about.project, about.task, about.entry, "about"]) as IDBRequest<DraftPart | undefined>;
      kept.onsuccess = () => {
        if ((kept.result?.steps ?? 0) < (about.steps ?? 0)) {
          forget.filter(isOf).forEach(({ project, task, entry }) => drafts.delete(within(project, task, entry)));
          parts.filter(isOf).forEach((part) => drafts.put(part));
        }
      };
    }
    if (lock) {
      ensureLock(transaction, lock);
    }
    return finished(transaction);
  }

  async #writeAtOnce(changes: Changes, newLock?: Lock): Promise<void> {
    const transaction = await this.#writing(newLock ? stores : ["drafts", "unsent"]);
    const drafts = transaction.objectStore("drafts");
    const unsent = transaction.objectStore("unsent");
    const done = finished(transaction);
    try {
      changes.forget?.forEach(({ project, task, entry }) => drafts.delete(within(project, task, entry)));
      changes.parts?.forEach((part) => drafts.put(part));
      changes.unsent?.forEach((one) => unsent.put(one));
      if (newLock) {
        transaction.objectStore("locks").put(newLock);
      }
      changes.replaced?.forEach(({ project, key }) => unsent.delete([project, key]));
      transaction.commit();
    } catch (error) {
      done.catch(() => undefined);
      throw error;
    }
    await done;
    if (newLock) {
      this.#keptLocks.add(newLock.id);
    }
  }

  /** Another tab may have deleted it; the one that is there may have another passphrase by now. */
  async #keepLock(lock: Lock): Promise<void> {
    const transaction = await this.#writing(["locks"]);
    ensureLock(transaction, lock);
    return finished(transaction);
  }

  /** What was found by others, one for each, and their lock if they have one; what a tab has changed or deleted since it was found stays so. */
  async replace(found: Contents, { parts, unsent, lock }: Contents & Pick<Changes, "lock">): Promise<void> {
    const transaction = await this.#writing();
    const exchange = (name: string, was: object, by: object) => {
      const store = transaction.objectStore(name);
      const now = store.get((store.keyPath as string[]).map((field) => (was as Record<string, string>)[field]!));
      now.onsuccess = () => JSON.stringify(now.result) === JSON.stringify(was) && store.put(by);
    };
    if (lock) {
      ensureLock(transaction, lock);
    }
    parts.forEach((part, index) => exchange("drafts", found.parts[index]!, part));
    unsent.forEach((one, index) => exchange("unsent", found.unsent[index]!, one));
    return finished(transaction);
  }

  /** Of one task, or of all. */
  async drafts(project: string, ...task: [string] | []): Promise<DraftPart[]> {
    return this.#all("drafts", within(project, ...task));
  }

  /** The oldest first. */
  async unsent(project: string): Promise<Unsent<unknown>[]> {
    const all = await this.#all<Unsent<unknown>>("unsent", within(project));
    return all.sort((a, b) => a.since - b.since);
  }

  async locks(project: string): Promise<Lock[]> {
    const locks = await this.#all<Lock>("locks", within(project));
    locks.forEach(({ id }) => this.#keptLocks.add(id));
    return locks;
  }

  /** Others in the place of those that are there. */
  async relock(locks: Lock[]): Promise<void> {
    const transaction = await this.#writing();
    const store = transaction.objectStore("locks");
    for (const lock of locks) {
      const there = store.getKey([lock.project, lock.id]);
      there.onsuccess = () => there.result && store.put(lock);
    }
    return finished(transaction);
  }

  /** The host has it: its draft goes, unless there are more steps by now, of which `host` is then the beginning. */
  async confirm({ project, key, task, entry, steps }: Place, host: unknown): Promise<void> {
    const transaction = await this.#writing();
    const drafts = transaction.objectStore("drafts");
    transaction.objectStore("unsent").delete([project, key]);
    const about = drafts.get([project, task, entry, "about"]) as IDBRequest<DraftPart | undefined>;
    about.onsuccess = () => {
      if (about.result?.steps === steps) {
        drafts.delete(within(project, task, entry));
      } else if (about.result) {
        drafts.put({ project, task, entry, part: "host", value: host } satisfies DraftPart);
      }
    };
    return finished(transaction);
  }

  /** All of a project. */
  async forget(project: string): Promise<void> {
    forgetSteps(project);
    const transaction = await this.#writing();
    for (const store of stores) {
      transaction.objectStore(store).delete(within(project));
    }
    return finished(transaction);
  }

  /** It opens again when it is used. */
  close(): void {
    void this.#opened?.then((database) => database.close(), () => undefined);
    this.#opened = null;
  }

  async #all<T>(store: string, keys: IDBKeyRange): Promise<T[]> {
    return answer((await this.#connect()).transaction(store).objectStore(store).getAll(keys));
  }

  /** One that needs fewer stores neither waits for others, nor do they wait for it. */
  async #writing(of = stores): Promise<IDBTransaction> {
    return (await this.#connect()).transaction(of, "readwrite", { durability: "strict" });
  }

  #connect(): Promise<IDBDatabase> {
    if (this.#isOutdated) {
      return Promise.reject(outdated());
    }
    this.#opened ??= this.#open();
    this.#opened.catch(() => undefined); // told to whoever uses it
    return this.#opened;
  }

  async #open(): Promise<IDBDatabase> {
    let isTold = false;
    const tell = () => {
      isTold = true;
      this.#listener.onBlocked();
    };
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const database = await open(() => (waiting = setTimeout(tell, patienceMs)));
    clearTimeout(waiting);
    database.onversionchange = ({ newVersion }) => (newVersion === null ? this.#lose(database) : this.#makeRoom(database));
    database.onclose = () => this.#lose(database);
    if (isTold) {
      this.#listener.onFree();
    }
    return database;
  }

  #lose(database: IDBDatabase): void {
    database.close();
    this.#opened = null;
    this.#listener.onLost();
  }

  #makeRoom(database: IDBDatabase): void {
    void this.#listener.onOutdated().finally(() => {
      this.#isOutdated = true;
      database.close();
    });
  }
}

function outdated(): OutdatedError {
  return new OutdatedError(say("page.kept.outdated"));
}

/** Puts it where it is missing; the one that is there may have another passphrase by now. */
function ensureLock(transaction: IDBTransaction, lock: Lock): void {
  const locks = transaction.objectStore("locks");
  const there = locks.getKey([lock.project, lock.id]);
  there.onsuccess = () => there.result || locks.put(lock);
}

/** Everything whose key begins so: a list comes after every text. */
function within(...key: string[]): IDBKeyRange {
  return IDBKeyRange.bound(key, [...key, []]);
}

function open(onBlocked: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, layout);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        request.result.createObjectStore("drafts", { keyPath: ["project", "task", "entry", "part"] });
        request.result.createObjectStore("unsent", { keyPath: ["project", "key"] });
      } else {
        liftSteps(request.transaction!.objectStore("drafts"));
      }
      request.result.createObjectStore("locks", { keyPath: ["project", "id"] });
    };
    request.onblocked = onBlocked;
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error?.name === "VersionError" ? outdated() : request.error);
  });
}

/** In layout 1, the number of steps stood in the value, which may be sealed now. */
function liftSteps(drafts: IDBObjectStore): void {
  const reading = drafts.getAll() as IDBRequest<DraftPart[]>;
  reading.onsuccess = () => {
    const abouts = reading.result.filter(({ part }) => part === "about");
    abouts.forEach((about) => drafts.put({ ...about, steps: (about.value as { steps: number }).steps }));
  };
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException(say("page.kept.gave-up"), "AbortError"));
  });
}
