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
};

export class LockedProject extends Error {
  constructor() {
    super("This project was sealed with a passphrase, in another tab perhaps. Open it anew.");
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

  /** Rejects with a LockedError if it is another passphrase. */
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
