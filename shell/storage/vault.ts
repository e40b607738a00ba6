/** The storage of one project: as it is or, with a passphrase, sealed. */

import type { Submission } from "../cartouche.js";
import { say } from "../language.js";
import { Cipher, isOpen, isSealed, type Lock, LockedError } from "./cipher.js";
import { type Changes, type Contents, Database, type DatabaseListener, type DraftPart, type Place, type Unsent } from "./database.js";

/** What was found, apart from that which does not open: it is damaged, or sealed with another passphrase. */
export interface Opened<T, D = T> {
  intact: T[];
  damaged: D[];
}

/** What a vault seals with, and opens what is sealed. */
interface Keys {
  /** Null: nothing is sealed. */
  sealing: Cipher | null;
  /** Null: nothing that is sealed opens. */
  opening: Cipher | null;
}

/** Another passphrase for a project that no editor has open; see `Vault.changePassphrase`. */
export async function changeKeptPassphrase(project: string, from: string | null, to: string | null): Promise<void> {
  const life = new AbortController();
  const nothing = () => undefined;
  try {
    await new Vault(project, from, { onBlocked: nothing, onFree: nothing, onLost: nothing, onOutdated: nothing }, life.signal).changePassphrase(from, to);
  } finally {
    life.abort();
  }
}

export class Vault {
  readonly project: string;
  readonly #database: Database;
  /** Rejects with a LockedError if what is there cannot be opened. */
  #keys: Promise<Keys>;
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
    this.#keys = this.#open(passphrase);
    this.#keys.catch(() => undefined); // told to whoever uses it
    signal.addEventListener("abort", () => void this.#close(), { once: true });
  }

  /** Settles once it is open, or cannot be; what is written from then on is handed over in the same task, if it is not too much to be sealed in it. */
  get opened(): Promise<void> {
    return this.#keys.then(() => undefined, () => undefined);
  }

  /** Another passphrase, for all that is asked from now on; what was asked before comes first. */
  unlock(passphrase: string | null): void {
    this.#keys = this.#turn.then(() => this.#open(passphrase));
    this.#keys.catch(() => undefined);
  }

  /** What one passphrase opens is opened by another one from now on, or (null) by none: it is kept as it is. Rejects, and changes nothing, if neither opens it. */
  changePassphrase(from: string | null, to: string | null): Promise<void> {
    const before = this.#keys;
    const changed = Promise.allSettled([before, this.#turn]).then(async () => {
      const locks = await this.#database.locks(this.project);
      await this.#database.relock(from === null ? [] : await Cipher.relock(locks, from, to));
      return this.#open(to);
    });
    this.#keys = changed.catch(() => before);
    this.#keys.catch(() => undefined);
    return changed.then(() => undefined);
  }

  write(changes: Changes): Promise<void> {
    return this.#inTurn((keys) => sealChanges(keys, changes, "sealNow"), (sealed) => this.#database.write(sealed));
  }

  drafts(task: string): Promise<Opened<DraftPart>> {
    return this.#read(() => this.#database.drafts(this.project, task), openPart);
  }

  /** The oldest first. */
  unsent(): Promise<Opened<Unsent, Unsent<unknown>>> {
    return this.#read(() => this.#database.unsent(this.project), openUnsent);
  }

  /** The host has it: its draft goes, unless there are more steps by now, of which `host` is then the beginning. */
  confirm(place: Place, host: string): Promise<void> {
    return this.#inTurn<unknown, void>(
      ({ sealing }) => (sealing ? sealing.sealNow(host, placeOfPart({ ...place, part: "host" })) : host),
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
    await Promise.allSettled([this.#keys, this.#turn]);
    this.#database.close();
  }

  async #open(passphrase: string | null): Promise<Keys> {
    await this.#database.catchUp(this.project);
    const locks = await this.#database.locks(this.project);
    const keys = await keysOf(this.project, locks, passphrase);
    await this.#convert(keys, locks);
    return keys;
  }

  /** What was kept in another way than from now on: before there was a passphrase, while there was one, or by a tab that does not know. */
  async #convert(keys: Keys, locks: Lock[]): Promise<void> {
    const open = new Set(locks.filter(isOpen).map(({ id }) => id)); // what such keys sealed is no secret
    const isDue = (value: unknown) => (isSealed(value) ? open.has(value.lock) : keys.sealing !== null);
    const [allParts, allUnsent] = await Promise.all([this.#database.drafts(this.project), this.#database.unsent(this.project)]);
    const [parts, unsent] = await Promise.all([
      openEach(keys, allParts.filter(({ value }) => isDue(value)), openPart),
      openEach(keys, allUnsent.filter(({ submission }) => isDue(submission)), openUnsent),
    ]);
    if (parts.length + unsent.length > 0) {
      const opened = { parts: parts.map(([, part]) => part), unsent: unsent.map(([, one]) => one) };
      await this.#database.replace({ parts: parts.map(([found]) => found), unsent: unsent.map(([found]) => found) }, await sealChanges(keys, opened));
    }
  }

  /** Behind all that was handed over before. */
  async #read<F, T>(find: () => Promise<F[]>, open: (keys: Keys, found: F) => Promise<T | null>): Promise<Opened<T, F>> {
    const { keys, found } = await this.#inTurn((keys) => keys, async (keys) => {
      const found = await find();
      return { keys: await this.#learn(keys), found };
    });
    const opened = await Promise.all(found.map((one) => open(keys, one)));
    return { intact: opened.filter((one) => one !== null), damaged: found.filter((_, index) => opened[index] === null) };
  }

  /** With the locks that other tabs made. */
  async #learn({ sealing, opening }: Keys): Promise<Keys> {
    const locks = await this.#database.locks(this.project);
    await opening?.learn(locks);
    return { sealing, opening: opening ?? (locks.some(isOpen) ? await Cipher.open(locks, null) : null) };
  }

  /** Sealed side by side, and handed over in the order of the calls: from there, the browser keeps it. */
  #inTurn<T, R>(seal: (keys: Keys) => T | Promise<T>, handOver: (sealed: T) => Promise<R>): Promise<R> {
    const sealing = this.#keys.then(seal);
    sealing.catch(() => undefined); // told below
    const turn = this.#turn.then(() => sealing).then((sealed) => ({ result: handOver(sealed) }));
    this.#turn = turn.catch(() => undefined);
    return turn.then(({ result }) => result).finally(() => this.#signal.aborted && this.#database.close());
  }
}

async function keysOf(project: string, locks: Lock[], passphrase: string | null): Promise<Keys> {
  const isLocked = locks.some((lock) => !isOpen(lock));
  if (passphrase === null) {
    return isLocked ? Promise.reject(new LockedError(say("page.kept.no-passphrase")))
      : { sealing: null, opening: locks.length > 0 ? await Cipher.open(locks, null) : null };
  }
  const cipher = await (isLocked ? Cipher.open(locks, passphrase) : Cipher.make(project, passphrase));
  await cipher.learn(locks);
  return { sealing: cipher, opening: cipher };
}

const placeOfPart = ({ project, task, entry, part }: Omit<DraftPart, "value">) => [project, task, entry, part];
const placeOfUnsent = ({ project, key }: Unsent<unknown>) => [project, key];

/** Null: it does not open. */
async function openPart(keys: Keys, part: DraftPart): Promise<DraftPart | null> {
  const opened = await unseal(keys, part.value, placeOfPart(part));
  return opened && { ...part, value: opened.value };
}

/** Null: it does not open. */
async function openUnsent(keys: Keys, one: Unsent<unknown>): Promise<Unsent | null> {
  const opened = await unseal(keys, one.submission, placeOfUnsent(one));
  return opened && { ...one, submission: opened.value as Submission };
}

/** What was found, with what it is, apart from that which does not open. */
async function openEach<F, T>(keys: Keys, found: F[], open: (keys: Keys, found: F) => Promise<T | null>): Promise<[F, T][]> {
  const opened = await Promise.all(found.map((one) => open(keys, one)));
  return found.flatMap((one, index) => (opened[index] === null ? [] : [[one, opened[index]!]]));
}

/** Null: it does not open. */
async function unseal({ sealing, opening }: Keys, value: unknown, place: string[]): Promise<{ value: unknown } | null> {
  if (!isSealed(value)) {
    return { value };
  }
  return opening && (sealing ?? opening.knows(value.lock)) ? opening.unseal(value, place) : Promise.reject(new LockedError(say("page.kept.no-passphrase")));
}

async function sealChanges({ sealing }: Keys, { parts = [], unsent = [], ...others }: Changes, seal: "seal" | "sealNow" = "seal"): Promise<Changes & Contents> {
  if (!sealing) {
    return { ...others, parts, unsent };
  }
  const isAny = parts.length + unsent.length > 0;
  return {
    ...others,
    parts: await Promise.all(parts.map(async (part) => ({ ...part, value: await sealing[seal](part.value, placeOfPart(part)) }))),
    unsent: await Promise.all(unsent.map(async (one) => ({ ...one, submission: await sealing[seal](one.submission, placeOfUnsent(one)) }))),
    ...(isAny && { lock: sealing.lock }),
  };
}
