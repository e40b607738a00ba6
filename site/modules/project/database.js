// The storage of all projects of this browser, in IndexedDB: what is read and written, at once or not at all.

const name = "cartouche projects";
const stores = ["projects", "tasks", "files"];

/** Everything whose key begins so: a list comes after every text. */
export const within = (...key) => IDBKeyRange.bound(key, [...key, []]);

export class ProjectDatabase {
  #opened = null;

  /** To look makes none. */
  async isThere() {
    return (await indexedDB.databases()).some((database) => database.name === name);
  }

  /** What `ask` asks of a store. */
  async read(store, ask) {
    return answer(ask((await this.#open()).transaction(store).objectStore(store)));
  }

  /** Gives what `change` gives, once it is on the disk. `change` gets the projects, the tasks and the files, and waits for nothing else. */
  async write(change) {
    const transaction = (await this.#open()).transaction(stores, "readwrite", { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new Error("the browser gave up"));
    });
    done.catch(() => undefined); // told below
    try {
      const given = await change(...stores.map((store) => transaction.objectStore(store)));
      await done;
      return given;
    } catch (error) {
      if (!transaction.error) {
        try {
          transaction.abort();
        } catch {
          // It has ended already.
        }
      }
      throw error;
    }
  }

  /** The tasks of a project, so many at a time. */
  async *batches(project, count) {
    let after = 0;
    for (let records; records?.length !== 0;) {
      const range = IDBKeyRange.bound([project, after], [project, []], true);
      records = await this.read("tasks", (store) => store.getAll(range, count));
      after = records.at(-1)?.place;
      yield records;
    }
  }

  /** Deletes all of it. */
  async remove() {
    (await this.#open()).close();
    this.#opened = null;
    await answer(indexedDB.deleteDatabase(name)); // other tabs let go of it
  }

  #open() {
    if (!this.#opened) {
      const forget = () => (this.#opened = null);
      this.#opened = open(forget);
      this.#opened.catch(forget); // it may be allowed by the next time
    }
    return this.#opened;
  }
}

export function present(project) {
  if (!project) {
    throw new Error("This project was forgotten, in another tab perhaps.");
  }
  return project;
}

export async function existing(projects, id) {
  return present(await answer(projects.get(id)));
}

export function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function open(closed) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("projects", { keyPath: "id" });
      request.result.createObjectStore("tasks", { keyPath: ["project", "place"] }).createIndex("done", ["project", "isDone", "place"]);
      request.result.createObjectStore("files", { keyPath: ["project", "path"] });
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => { // another tab deletes it, or is newer
        request.result.close();
        closed();
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}
