/** The storage of one project: as it is or, with a passphrase, sealed. */

import { say } from "../language.js";
import { Cipher, isSealed, LockedError } from "./cipher.js";
import { type Changes, type Contents, Database, type DraftPart, type Place, type Unsent } from "./database.js";

export class Vault {
  readonly project: string;
  readonly #database = new Database();
  /** Null: nothing is sealed. Rejects with a LockedError if what is there cannot be opened. */
  #cipher: Promise<Cipher | null>;
  #turn: Promise<unknown> = Promise.resolve();

  /** Is closed when the signal is aborted. */
  constructor(project: string, passphrase: string | null, signal: AbortSignal) {
    this.project = project;
    this.#cipher = this.#open(passphrase);
    this.#cipher.catch(() => undefined); // told to whoever uses it
    signal.addEventListener("abort", () => this.#database.close(), { once: true });
  }

  /** Settles once it is open, or cannot be; what is written from then on is handed over in the same task, if it is not sealed. */
  get opened(): Promise<void> {
    return this.#cipher.then(() => undefined, () => undefined);
  }

  /** Another passphrase, for all that is asked from now on; what was asked before comes first. */
  unlock(passphrase: string | null): void {
    this.#cipher = this.#turn.then(() => this.#open(passphrase));
    this.#cipher.catch(() => undefined);
  }

  write(changes: Changes): Promise<void> {
    return this.#inTurn((cipher) => (cipher ? sealChanges(cipher, changes) : changes), (sealed) => this.#database.write(sealed));
  }

  drafts(task: string): Promise<DraftPart[]> {
    return this.#read(() => this.#database.drafts(this.project, task), async (cipher, part) => (
      { ...part, value: await unseal(cipher, part.value, placeOfPart(part)) }));
  }

  /** The oldest first. */
  async unsent(): Promise<Unsent[]> {
    const all = await this.#read(() => this.#database.unsent(this.project), async (cipher, one) => (
      { ...one, submission: await unseal(cipher, one.submission, placeOfUnsent(one)) }));
    return all as Unsent[];
  }

  /** The host has it: its draft goes, unless there are more steps by now, of which `host` is then the beginning. */
  confirm(place: Place, host: string): Promise<void> {
    return this.#inTurn<unknown, void>(
      (cipher) => (cipher ? cipher.seal(host, placeOfPart({ ...place, part: "host" })) : host),
      (sealed) => this.#database.confirm(place, sealed),
    );
  }

  /** Deletes all of it, whether it can be opened or not. */
  forget(): Promise<void> {
    const forgotten = this.#turn.then(() => this.#database.forget(this.project));
    this.#turn = forgotten.catch(() => undefined);
    return forgotten;
  }

  async #open(passphrase: string | null): Promise<Cipher | null> {
    const [first, ...others] = await this.#database.locks(this.project);
    if (passphrase === null) {
      return first ? Promise.reject(new LockedError(say("page.kept.no-passphrase"))) : null;
    }
    const cipher = await (first ? Cipher.open([first, ...others], passphrase) : Cipher.make(this.project, passphrase));
    await this.#sealPlain(cipher);
    return cipher;
  }

  /** What was kept before there was a passphrase, or by a tab that has none. */
  async #sealPlain(cipher: Cipher): Promise<void> {
    const [allParts, allUnsent] = await Promise.all([this.#database.drafts(this.project), this.#database.unsent(this.project)]);
    const parts = allParts.filter(({ value }) => !isSealed(value));
    const unsent = allUnsent.filter(({ submission }) => !isSealed(submission));
    if (parts.length + unsent.length > 0) {
      await this.#database.replace({ parts, unsent }, { ...(await sealContents(cipher, { parts, unsent })), lock: cipher.lock });
    }
  }

  /** Behind all that was handed over before. */
  async #read<T>(find: () => Promise<T[]>, unsealed: (cipher: Cipher | null, found: T) => Promise<T>): Promise<T[]> {
    const { cipher, found } = await this.#inTurn((cipher) => cipher, async (cipher) => ({ cipher, found: await find() }));
    await cipher?.learn(await this.#database.locks(this.project)); // another tab may have made one
    return Promise.all(found.map((one) => unsealed(cipher, one)));
  }

  /** Sealed side by side, and handed over in the order of the calls: from there, the browser keeps it. */
  #inTurn<T, R>(seal: (cipher: Cipher | null) => T | Promise<T>, handOver: (sealed: T) => Promise<R>): Promise<R> {
    const sealing = this.#cipher.then(seal);
    sealing.catch(() => undefined); // told below
    const turn = this.#turn.then(() => sealing).then((sealed) => ({ result: handOver(sealed) }));
    this.#turn = turn.catch(() => undefined);
    return turn.then(({ result }) => result);
  }
}

const placeOfPart = ({ project, task, entry, part }: Omit<DraftPart, "value">) => [project, task, entry, part];
const placeOfUnsent = ({ project, key }: Unsent<unknown>) => [project, key];

async function unseal(cipher: Cipher | null, value: unknown, place: string[]): Promise<unknown> {
  if (!isSealed(value)) {
    return value;
  }
  return cipher ? cipher.unseal(value, place) : Promise.reject(new LockedError(say("page.kept.no-passphrase")));
}

async function sealChanges(cipher: Cipher, { parts = [], unsent = [], ...others }: Changes): Promise<Changes> {
  const isAny = parts.length + unsent.length > 0;
  return { ...others, ...(await sealContents(cipher, { parts, unsent })), ...(isAny && { lock: cipher.lock }) };
}

async function sealContents(cipher: Cipher, { parts, unsent }: Contents): Promise<Contents> {
  return {
    parts: await Promise.all(parts.map(async (part) => (
      { ...part, value: await cipher.seal(part.value, placeOfPart(part)) }))),
    unsent: await Promise.all(unsent.map(async (one) => (
      { ...one, submission: await cipher.seal(one.submission, placeOfUnsent(one)) }))),
  };
}
