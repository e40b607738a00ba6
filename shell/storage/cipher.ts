/**
 * Seals what is kept with a passphrase, by the browser's own cryptography: AES-256-GCM under a random key, which is
 * itself sealed under a key that PBKDF2 makes of the passphrase. A wrong passphrase does not open the first key.
 */

import { say } from "../language.js";
import { newKey } from "./keys.js";

export interface Sealed {
  /** The id of the lock whose key opens it. */
  lock: string;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

/** A key of a project, sealed; it stands beside what it sealed. Two tabs that begin at once make two. */
export interface Lock {
  project: string;
  id: string;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
  salt: Uint8Array<ArrayBuffer>;
  iterations: number;
}

/** OWASP's advice of 2023 for HMAC-SHA-256; 0.1 seconds on a desktop. */
const iterations = 600_000;
const algorithm = "AES-GCM";

/** What is sealed cannot be opened, nor anything be sealed. */
export class LockedError extends Error {}

export class Cipher {
  /** Of what is sealed from now on; to be kept along with it. */
  readonly lock: Lock;
  readonly #secret: CryptoKey;
  readonly #keys = new Map<string, CryptoKey>();

  private constructor(lock: Lock, secret: CryptoKey) {
    this.lock = lock;
    this.#secret = secret;
  }

  /** With a new key. */
  static async make(project: string, passphrase: string): Promise<Cipher> {
    const key = await subtle().generateKey({ name: algorithm, length: 256 }, true, ["encrypt", "decrypt"]);
    const salt = random(16);
    const iv = random(12);
    const secret = await secretOf(passphrase);
    const sealed = await subtle().wrapKey("raw", key, await wrappingKey(secret, salt, iterations), { name: algorithm, iv });
    const cipher = new Cipher({ project, id: newKey(), salt, iterations, iv, sealed }, secret);
    cipher.#keys.set(cipher.lock.id, key);
    return cipher;
  }

  /** Throws a LockedError if the passphrase is not the one that they were made with. */
  static async open(locks: [Lock, ...Lock[]], passphrase: string): Promise<Cipher> {
    const cipher = new Cipher(locks[0], await secretOf(passphrase));
    await cipher.learn(locks);
    return cipher;
  }

  /** Opens those that it does not know yet. */
  async learn(locks: Lock[]): Promise<void> {
    const others = locks.filter(({ id }) => !this.#keys.has(id));
    await Promise.all(others.map(async (lock) => this.#keys.set(lock.id, await unlock(lock, this.#secret))));
  }

  /** `place`: where it is kept; it opens nowhere else. */
  async seal(value: unknown, place: string[]): Promise<Sealed> {
    const lock = this.lock.id;
    const iv = random(12);
    const sealed = await subtle().encrypt(parameters(iv, place), this.#keyOf(lock), bytesOf(JSON.stringify(value)));
    return { lock, iv, sealed };
  }

  async unseal({ lock, iv, sealed }: Sealed, place: string[]): Promise<unknown> {
    const text = await subtle().decrypt(parameters(iv, place), this.#keyOf(lock), sealed);
    return JSON.parse(new TextDecoder().decode(text)) as unknown;
  }

  #keyOf(lock: string): CryptoKey {
    const key = this.#keys.get(lock);
    if (!key) {
      throw new LockedError(say("page.kept.no-key"));
    }
    return key;
  }
}

export function isSealed(value: unknown): value is Sealed {
  return typeof value === "object" && (value as Partial<Sealed> | null)?.sealed instanceof ArrayBuffer;
}

function parameters(iv: Uint8Array<ArrayBuffer>, place: string[]): AesGcmParams {
  return { name: algorithm, iv, additionalData: bytesOf(JSON.stringify(place)) };
}

async function unlock({ iv, sealed, salt, iterations }: Lock, secret: CryptoKey): Promise<CryptoKey> {
  const wrapping = await wrappingKey(secret, salt, iterations);
  try {
    return await subtle().unwrapKey("raw", sealed, wrapping, { name: algorithm, iv }, algorithm, false, ["encrypt", "decrypt"]);
  } catch {
    throw new LockedError(say("page.kept.wrong-passphrase"));
  }
}

/** The same letters typed on another machine may be other code points. */
async function secretOf(passphrase: string): Promise<CryptoKey> {
  return subtle().importKey("raw", bytesOf(passphrase.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
}

function wrappingKey(secret: CryptoKey, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
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
