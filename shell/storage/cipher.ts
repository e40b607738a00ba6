/**
 * Seals what is kept with a passphrase: AES-256-GCM under a random key, which is itself sealed under a key that PBKDF2
 * makes of the passphrase. A wrong passphrase does not open the first key. All of it is the browser's own cryptography.
 * That takes a moment, in which a tab can be killed: a step of the usual size is sealed at once, by noble-ciphers, in the
 * same form.
 */

import { gcm } from "@noble/ciphers/aes.js";
import type * as api from "../cartouche.js";
import { say } from "../language.js";
import { newKey } from "./keys.js";

export type Sealed = api.Sealed;
/** Two tabs that begin at once make two. */
export type Lock = api.Lock | api.OpenLock;

/** OWASP's advice of 2023 for HMAC-SHA-256; 0.1 seconds on a desktop. */
const iterations = 600_000;
const algorithm = "AES-GCM";
/** Takes the page 2 ms; of the browser's own cryptography it would not notice more. */
const mostAtOnceBytes = 32 * 1024;

/** The same one, for either. */
interface Key {
  own: CryptoKey;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What is sealed cannot be opened, nor anything be sealed. */
export class LockedError extends Error {
  override readonly name = "LockedError";
}

/** Documented in cartouche.d.ts. */
export class Cipher implements api.Cipher {
  /** Of what is sealed from now on; to be kept along with it. */
  readonly lock: Lock;
  /** Null: it opens only what needs no passphrase. */
  readonly #secret: CryptoKey | null;
  readonly #keys: Map<string, Key>;
  /** Locks that were made with another passphrase, or are damaged. */
  readonly #foreign = new Set<string>();

  private constructor(lock: Lock, secret: CryptoKey | null, keys: Map<string, Key>) {
    this.lock = lock;
    this.#secret = secret;
    this.#keys = keys;
  }

  /** With a new key. */
  static async make(project: string, passphrase: string): Promise<Cipher> {
    const key = await subtle().generateKey({ name: algorithm, length: 256 }, true, ["encrypt", "decrypt"]);
    const id = newKey();
    const secret = await secretOf(passphrase);
    return new Cipher(await lockUp({ project, id }, key, secret), secret, new Map([[id, await readable(key)]]));
  }

  /** Throws a LockedError if the passphrase is not the one that any of them was made with. Null: with what needs none. */
  static async open(locks: Lock[], passphrase: string | null): Promise<Cipher> {
    const secret = passphrase === null ? null : await secretOf(passphrase);
    for (const lock of locks.filter((lock) => isOpen(lock) === (secret === null))) {
      const key = await unlock(lock, secret);
      if (key) {
        const cipher = new Cipher(lock, secret, new Map([[lock.id, key]]));
        await cipher.learn(locks);
        return cipher;
      }
    }
    throw new LockedError(say("page.kept.wrong-passphrase"));
  }

  /** Those that `from` opens, for another passphrase, or (null) for everybody. */
  static async relock(locks: Lock[], from: string, to: string | null): Promise<Lock[]> {
    const [secret, next] = await Promise.all([secretOf(from), to === null ? null : secretOf(to)]);
    const made = await Promise.all(locks.filter((lock) => !isOpen(lock)).map(async (lock) => {
      const key = await unlock(lock, secret);
      return key && (next ? lockUp(lock, key.own, next) : openFor(lock, key));
    }));
    return made.filter((lock) => lock !== null);
  }

  /** Opens those that it does not know yet. */
  async learn(locks: Lock[]): Promise<void> {
    const others = locks.filter(({ id }) => !this.#keys.has(id) && !this.#foreign.has(id));
    await Promise.all(others.map(async (lock) => {
      const key = await unlock(lock, this.#secret);
      if (key) {
        this.#keys.set(lock.id, key);
      } else {
        this.#foreign.add(lock.id);
      }
    }));
  }

  /** Whether it has the key of that lock. */
  knows(lock: string): boolean {
    return this.#keys.has(lock);
  }

  /** `place`: where it is kept; it opens nowhere else. */
  async seal(value: unknown, place: string[]): Promise<Sealed> {
    return this.sealBytes(bytesOf(JSON.stringify(value)), place);
  }

  /** The same within this task, if it is no more than `mostAtOnceBytes`. */
  sealNow(value: unknown, place: string[]): Sealed | Promise<Sealed> {
    const bytes = bytesOf(JSON.stringify(value));
    if (bytes.length > mostAtOnceBytes) {
      return this.sealBytes(bytes, place);
    }
    const lock = this.lock.id;
    const iv = random(12);
    return { lock, iv, sealed: gcm(this.#keys.get(lock)!.bytes, iv, bytesOf(JSON.stringify(place))).encrypt(bytes).slice().buffer };
  }

  async sealBytes(bytes: BufferSource, place: string[]): Promise<Sealed> {
    const lock = this.lock.id;
    const iv = random(12);
    return { lock, iv, sealed: await subtle().encrypt(parameters(iv, place), this.#keys.get(lock)!.own, bytes) };
  }

  /** Null: it is damaged, or there is no key to it. */
  async unseal(sealed: Sealed, place: string[]): Promise<{ value: unknown } | null> {
    const bytes = await this.unsealBytes(sealed, place);
    return bytes && { value: JSON.parse(new TextDecoder().decode(bytes)) as unknown };
  }

  async unsealBytes({ lock, iv, sealed }: Sealed, place: string[]): Promise<ArrayBuffer | null> {
    const key = this.#keys.get(lock);
    try {
      return key ? await subtle().decrypt(parameters(iv, place), key.own, sealed) : null;
    } catch {
      return null;
    }
  }
}

/** Whether it opens without a passphrase. */
export function isOpen(lock: Lock): lock is api.OpenLock {
  return "key" in lock;
}

export function isSealed(value: unknown): value is Sealed {
  return typeof value === "object" && (value as Partial<Sealed> | null)?.sealed instanceof ArrayBuffer;
}

function parameters(iv: BufferSource, place: string[]): AesGcmParams {
  return { name: algorithm, iv, additionalData: bytesOf(JSON.stringify(place)) };
}

async function lockUp({ project, id }: { project: string; id: string }, key: CryptoKey, secret: CryptoKey): Promise<api.Lock> {
  const salt = random(16);
  const iv = random(12);
  const sealed = await subtle().wrapKey("raw", key, await wrappingKey(secret, salt, iterations), { name: algorithm, iv });
  return { project, id, salt, iterations, iv, sealed };
}

function openFor({ project, id }: Lock, { bytes }: Key): api.OpenLock {
  return { project, id, key: bytes.slice().buffer };
}

/** Null: it was made with another passphrase, or is damaged. */
async function unlock(lock: Lock, secret: CryptoKey | null): Promise<Key | null> {
  const uses: KeyUsage[] = ["encrypt", "decrypt"];
  try {
    if (isOpen(lock)) {
      return await readable(await subtle().importKey("raw", lock.key, algorithm, true, uses));
    }
    const wrapping = secret && (await wrappingKey(secret, lock.salt, lock.iterations));
    return wrapping && (await readable(await subtle().unwrapKey("raw", lock.sealed, wrapping, { name: algorithm, iv: lock.iv }, algorithm, true, uses)));
  } catch {
    return null;
  }
}

async function readable(own: CryptoKey): Promise<Key> {
  return { own, bytes: new Uint8Array(await subtle().exportKey("raw", own)) };
}

/** The same letters typed on another machine may be other code points. */
async function secretOf(passphrase: string): Promise<CryptoKey> {
  return subtle().importKey("raw", bytesOf(passphrase.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
}

function wrappingKey(secret: CryptoKey, salt: BufferSource, iterations: number): Promise<CryptoKey> {
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return subtle().deriveKey(derivation, secret, { name: algorithm, length: 256 }, false, ["wrapKey", "unwrapKey"]);
}

/** Browsers give it to pages that are served by https, or from this machine. */
function subtle(): SubtleCrypto {
  if (!isSecureContext) {
    throw new LockedError(say("page.kept.no-https"));
  }
  return crypto.subtle;
}

function random(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
