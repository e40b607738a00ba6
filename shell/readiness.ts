/** The promise that an editor can be used. One that is attached again becomes ready again, by another promise. */
export class Readiness {
  #ready = heeded();
  #isSettled = false;

  get promise(): Promise<void> { return this.#ready.promise; }

  resolve(): void {
    this.#isSettled = true;
    this.#ready.resolve();
  }

  reject(error: Error): void {
    this.#isSettled = true;
    this.#ready.reject(error);
  }

  renew(): void {
    if (this.#isSettled) {
      this.#isSettled = false;
      this.#ready = heeded();
    }
  }
}

/** Nobody has to wait for it. */
function heeded(): PromiseWithResolvers<void> {
  const made = Promise.withResolvers<void>();
  made.promise.catch(() => undefined);
  return made;
}
