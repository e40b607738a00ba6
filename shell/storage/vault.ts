/** The storage of one project: as it is or, with a passphrase, sealed. */

import type { Submission } from "../cartouche.js";
import { say } from "../language.js";
import { Cipher, isSealed, LockedError } from "./cipher.js";
import { type Changes, type Contents, Database, type DatabaseListener, type DraftPart, type Place, type Unsent } from "./database.js";

/** What was found, apart from that which does not open: it is damaged, or sealed with another passphrase. */
export interface Opened<T, D = T> {
  intact: T[];
  damaged: D[];
}

export class Vault {
  readonly project: string;
  readonly #database: Database;
  /** Null: nothing is sealed. Rejects with a LockedError if what is there cannot be opened. */
  #cipher: Promise<Cipher | null>;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #signal: AbortSignal;

  /** Is closed when the signal is aborted, behind all that was asked until then. */
  constructor(project: string, passphrase: string | null, listener: Omit<DatabaseListener, "onOutdated"> & { onOutdated(): void }, signal: AbortSignal) {
    this.project = project;
    this.#signal = signal;
    this.#database = new Database({
      onBlocked: () => listener.onBlocked(),
      onFree: () => listener.onFree(),
      onLost: () => listener.onLost(),
      onOutdated: () => {
        listener.onOutdated();
        return this.#turn;
      },
    });
    this.#cipher = this.#open(passphrase);
    this.#cipher.catch(() => undefined); // told to whoever uses it
    signal.addEventListener("abort", () => void this.#close(), { once: true });
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

  drafts(task: string): Promise<Opened<DraftPart>> {
    return this.#read(() => this.#database.drafts(this.project, task), async (cipher, part) => {
      const opened = await unseal(cipher, part.value, placeOfPart(part));
      return opened && { ...part, value: opened.value };
    });
  }

  /** The oldest first. */
  unsent(): Promise<Opened<Unsent, Unsent<unknown>>> {
    return this.#read(() => this.#database.unsent(this.project), async (cipher, one) => {
      const opened = await unseal(cipher, one.submission, placeOfUnsent(one));
      return opened && { ...one, submission: opened.value as Submission };
    });
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

  async #close(): Promise<void> {
    await Promise.allSettled([this.#cipher, this.#turn]);
    this.#database.close();
  }

  async #open(passphrase: string | null): Promise<Cipher | null> {
    const locks = await this.#database.locks(this.project);
    if (passphrase === null) {
      return locks.length > 0 ? Promise.reject(new LockedError(say("page.kept.no-passphrase"))) : null;
    }
    const cipher = await (locks.length > 0 ? Cipher.open(locks, passphrase) : Cipher.make(this.project, passphrase));
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
  async #read<F, T>(find: () => Promise<F[]>, unsealed: (cipher: Cipher | null, found: F) => Promise<T | null>): Promise<Opened<T, F>> {
    const { cipher, found, locks } = await this.#inTurn((cipher) => cipher, async (cipher) => {
      const found = await find();
      return { cipher, found, locks: cipher ? await this.#database.locks(this.project) : [] };
    });
    await cipher?.learn(locks); // another tab may have made one
    const opened = await Promise.all(found.map((one) => unsealed(cipher, one)));
    return { intact: opened.filter((one) => one !== null), damaged: found.filter((_, index) => opened[index] === null) };
  }

  /** Sealed side by side, and handed over in the order of the calls: from there, the browser keeps it. */
  #inTurn<T, R>(seal: (cipher: Cipher | null) => T | Promise<T>, handOver: (sealed: T) => Promise<R>): Promise<R> {
    const sealing = this.#cipher.then(seal);
    sealing.catch(() => undefined); // told below
    const turn = this.#turn.then(() => sealing).then((sealed) => ({ result: handOver(sealed) }));
    this.#turn = turn.catch(() => undefined);
    return turn.then(({ result }) => result).finally(() => this.#signal.aborted && this.#database.close());
  }
}

const placeOfPart = ({ project, task, entry, part }: Omit<DraftPart, "value">) => [project, task, entry, part];
const placeOfUnsent = ({ project, key }: Unsent<unknown>) => [project, key];

/** Null: it does not open. */
async function unseal(cipher: Cipher | null, value: unknown, place: string[]): Promise<{ value: unknown } | null> {
  if (!isSealed(value)) {
    return { value };
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
