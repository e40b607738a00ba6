// What is kept of a project: as it is or, with a passphrase, sealed. Counts and sizes can be seen in any case.

/** Of a file that is sealed at once: what is in memory, twice. */
const pieceBytes = 4 * 2 ** 20;
const tagBytes = 16;

const isSealed = (value) => value?.sealed instanceof ArrayBuffer;

/** A project without a passphrase. What others sealed does not open. */
export const clear = {
  passphrase: null,
  about: async ({ name, config }) => ({ name, config }),
  readAbout: async ({ name, config }) => ({ name, config }),
  task: async (_place, task) => task,
  readTask: async ({ task }) => (isSealed(task) ? Promise.reject(new LockedProject()) : task),
  file: async (path, file) => ({ path, file }),
  keysOf: async (path) => [path],
  readFile: async ({ file, ivs }) => (ivs ? Promise.reject(new LockedProject()) : file),
  readPath: async ({ path, ivs }) => (ivs ? Promise.reject(new LockedProject()) : path),
  isDue: ({ task, ivs }) => isSealed(task) || ivs !== undefined,
};

/** A project whose passphrase was taken away: what is written is clear, and what is sealed still is read with the key that everybody has now. */
const unsealing = (sealing) => ({
  ...clear,
  lock: sealing.lock,
  readTask: (record) => sealing.readTask(record),
  keysOf: async (path) => (await sealing.keysOf(path)).reverse(),
  readFile: (record) => sealing.readFile(record),
  readPath: (record) => sealing.readPath(record),
});

/** Whether it opens without a passphrase: for as long as not all of it is clear. */
export const isOpen = (lock) => lock?.key !== undefined;

export const isSameLock = (one, other) => one.lock?.id === other.lock?.id && String(one.lock?.iv) === String(other.lock?.iv);

/** Of the record of a project that has a lock. Rejects with a LockedError if it is another passphrase. */
export async function openSealing(project, passphrase) {
  return isOpen(project.lock) ? unsealing(await Sealing.open(project, null)) : Sealing.open(project, passphrase);
}

/** What opens it with another passphrase, or (null) with none: `lock` of the record of a project. */
export async function relocked({ lock }, from, to) {
  return (await Cartouche.Cipher.relock([lock], from, to))[0];
}

export class LockedProject extends Error {
  constructor() {
    super("The passphrase of this project is another one now; it was set in another tab perhaps. Open it anew.");
  }
}

/** Seals, and opens what is sealed; what is clear still is read as it is. */
export class Sealing {
  #project;
  #cipher;
  /** Makes other names of paths, always the same ones. */
  #pathKey;
  #sealedPathKey;

  /** The editor seals its steps with it. */
  passphrase;

  /** With a new key. */
  static async make(project, passphrase) {
    const cipher = await Cartouche.Cipher.make(project, passphrase);
    const secret = crypto.getRandomValues(new Uint8Array(32));
    return Sealing.#of(project, passphrase, cipher, secret, await cipher.sealBytes(secret, [project, "path key"]));
  }

  static async open({ id, lock, pathKey }, passphrase) {
    const cipher = await Cartouche.Cipher.open([lock], passphrase);
    return Sealing.#of(id, passphrase, cipher, intact(await cipher.unsealBytes(pathKey, [id, "path key"]), "the names of files"), pathKey);
  }

  static async #of(project, passphrase, cipher, secret, sealedPathKey) {
    const made = new Sealing();
    made.#project = project;
    made.passphrase = passphrase;
    made.#cipher = cipher;
    made.#sealedPathKey = sealedPathKey;
    made.#pathKey = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    return made;
  }

  /** What opens it, with the passphrase. */
  get lock() {
    return { lock: this.#cipher.lock, pathKey: this.#sealedPathKey };
  }

  /** Whether a record is kept in another way than it would be written. */
  isDue({ task, ivs }) {
    return !isSealed(task) && ivs === undefined;
  }

  /** The passphrase before this one, for what is not opened by this one yet. */
  formerly(passphrase) {
    return this.#cipher.seal(passphrase, [this.#project, "formerly"]);
  }

  async readFormerly(sealed) {
    return intact(await this.#cipher.unseal(sealed, [this.#project, "formerly"]), "its passphrase").value;
  }

  async about({ name, config }) {
    return { about: await this.#cipher.seal({ name, config }, [this.#project, "about"]) };
  }

  async readAbout(project) {
    return project.about ? intact(await this.#cipher.unseal(project.about, [this.#project, "about"]), "its name and config").value : clear.readAbout(project);
  }

  task(place, task) {
    return this.#cipher.seal(task, [this.#project, "task", String(place)]);
  }

  async readTask({ place, task }) {
    return isSealed(task) ? intact(await this.#cipher.unseal(task, [this.#project, "task", String(place)]), `task ${place}`).value : task;
  }

  async file(path, file) {
    const key = await this.#keyOf(path);
    const count = Math.ceil(file.size / pieceBytes);
    const pieces = [];
    const ivs = [];
    for (let at = 0; at < count; ++at) {
      const bytes = await file.slice(at * pieceBytes, (at + 1) * pieceBytes).arrayBuffer();
      const { iv, sealed } = await this.#cipher.sealBytes(bytes, this.#placeOfPiece(key, at, count));
      ivs.push(iv);
      pieces.push(new Blob([sealed])); // out of the memory of the page
    }
    const about = await this.#cipher.seal({ path, name: file.name, type: file.type }, [this.#project, "file", key]);
    return { path: key, about, file: new Blob(pieces), ivs };
  }

  /** Under which the file of a path may be kept. */
  async keysOf(path) {
    return [await this.#keyOf(path), path];
  }

  async readFile(record) {
    const { path: key, file, ivs } = record;
    if (!ivs) {
      return file;
    }
    const { name, type } = await this.#aboutFile(record);
    const size = pieceBytes + tagBytes;
    const pieces = [];
    for (const [at, iv] of ivs.entries()) {
      const sealed = await file.slice(at * size, (at + 1) * size).arrayBuffer();
      const bytes = await this.#cipher.unsealBytes({ lock: this.#cipher.lock.id, iv, sealed }, this.#placeOfPiece(key, at, ivs.length));
      pieces.push(new Blob([intact(bytes, name)]));
    }
    return new File(pieces, name, { type });
  }

  async readPath(record) {
    return record.ivs ? (await this.#aboutFile(record)).path : record.path;
  }

  async #aboutFile({ path: key, about }) {
    return intact(await this.#cipher.unseal(about, [this.#project, "file", key]), "the name of a file").value;
  }

  #placeOfPiece(key, at, count) {
    return [this.#project, "file", key, String(at), String(count)];
  }

  async #keyOf(path) {
    const code = await crypto.subtle.sign("HMAC", this.#pathKey, new TextEncoder().encode(path));
    return Array.from(new Uint8Array(code), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}

/** What was opened, if it did. */
function intact(opened, what) {
  if (opened === null) {
    throw new Error(`What this browser keeps of the project is damaged: ${what}.`);
  }
  return opened;
}
