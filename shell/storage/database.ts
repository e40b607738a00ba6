/**
 * The page's own storage. IndexedDB rather than OPFS: a transaction is handed to the browser's process in the
 * same task in which it is made, so that it outlives a tab that is killed right after; it needs no worker; and
 * what belongs together is written together or not at all. It may throw where storage is forbidden.
 */

import type { Submission } from "../cartouche.js";

const name = "cartouche";
const layout = 1;

/** A part of what is kept of one annotation of one task. */
export interface DraftPart {
  project: string;
  task: string;
  /** Names the annotation for as long as it is kept. */
  entry: string;
  part: string;
  value: unknown;
}

/** An annotation that a host has not confirmed yet. */
export interface Unsent {
  project: string;
  submission: Submission;
  key: string; // of the submission
  /** Orders them: milliseconds since 1970. */
  since: number;
  /** The draft that it was made of, by its place, and how many steps that had then. */
  task: string;
  entry: string;
  steps: number;
}

export interface Changes {
  /** Drafts of which all parts go, before anything is put. */
  forget?: { project: string; task: string; entry: string }[];
  parts?: DraftPart[];
  unsent?: Unsent[];
  /** Are sent no more. */
  replaced?: { project: string; key: string }[];
}

export class Database {
  readonly #opened: Promise<IDBDatabase>;

  constructor() {
    this.#opened = open();
    this.#opened.catch(() => undefined); // told to whoever uses it
  }

  /** Settles once it is open, or cannot be; what is written from then on goes out in the task in which it is written. */
  get opened(): Promise<void> {
    return this.#opened.then(() => undefined, () => undefined);
  }

  /** Once it is open, the request goes out in the same task. */
  async write(changes: Changes): Promise<void> {
    const database = await this.#opened;
    const transaction = database.transaction(["drafts", "unsent"], "readwrite", { durability: "strict" });
    const drafts = transaction.objectStore("drafts");
    const unsent = transaction.objectStore("unsent");
    const done = finished(transaction);
    try {
      changes.forget?.forEach(({ project, task, entry }) => drafts.delete(within(project, task, entry)));
      changes.parts?.forEach((part) => drafts.put(part));
      changes.unsent?.forEach((one) => unsent.put(one));
      changes.replaced?.forEach(({ project, key }) => unsent.delete([project, key]));
      transaction.commit();
    } catch (error) {
      done.catch(() => undefined);
      throw error;
    }
    return done;
  }

  async drafts(project: string, task: string): Promise<DraftPart[]> {
    return answer((await this.#store("drafts")).getAll(within(project, task)));
  }

  async unsent(project: string): Promise<Unsent[]> {
    const all: Unsent[] = await answer((await this.#store("unsent")).getAll(within(project)));
    return all.sort((a, b) => a.since - b.since);
  }

  /** The host has it: its draft goes, unless there are more steps by now, of which `host` is then the beginning. */
  async confirm({ project, key, task, entry, steps }: Omit<Unsent, "submission" | "since">, host: string): Promise<void> {
    const transaction = (await this.#opened).transaction(["drafts", "unsent"], "readwrite", { durability: "strict" });
    const drafts = transaction.objectStore("drafts");
    transaction.objectStore("unsent").delete([project, key]);
    const about = drafts.get([project, task, entry, "about"]) as IDBRequest<{ value: { steps: number } } | undefined>;
    about.onsuccess = () => {
      if (about.result?.value.steps === steps) {
        drafts.delete(within(project, task, entry));
      } else if (about.result) {
        drafts.put({ project, task, entry, part: "host", value: host } satisfies DraftPart);
      }
    };
    return finished(transaction);
  }

  /** All of a project. */
  async forget(project: string): Promise<void> {
    const transaction = (await this.#opened).transaction(["drafts", "unsent"], "readwrite", { durability: "strict" });
    for (const store of ["drafts", "unsent"]) {
      transaction.objectStore(store).delete(within(project));
    }
    return finished(transaction);
  }

  close(): void {
    void this.#opened.then((database) => database.close(), () => undefined);
  }

  async #store(store: string): Promise<IDBObjectStore> {
    return (await this.#opened).transaction(store).objectStore(store);
  }
}

/** Everything whose key begins so: a list comes after every text. */
function within(...key: string[]): IDBKeyRange {
  return IDBKeyRange.bound(key, [...key, []]);
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, layout);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("drafts", { keyPath: ["project", "task", "entry", "part"] });
      request.result.createObjectStore("unsent", { keyPath: ["project", "key"] });
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
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
    transaction.onabort = () => reject(transaction.error ?? new DOMException("the browser gave up", "AbortError"));
  });
}
