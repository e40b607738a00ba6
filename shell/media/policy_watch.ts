/** Hears what the page's Content Security Policy forbids, from when it is made until it is stopped. */

/** Within this time a policy that forbade something has said so. */
const policyMs = 50;

export class PolicyWatch {
  readonly #abort = new AbortController();
  readonly #forbidden: Promise<true>;

  constructor(directive: "connect-src" | "media-src") {
    this.#forbidden = new Promise((resolve) => {
      document.addEventListener("securitypolicyviolation", (event) => {
        if (event.disposition === "enforce" && event.effectiveDirective === directive) {
          resolve(true);
        }
      }, { signal: this.#abort.signal });
    });
  }

  /** Whether it forbade anything by that directive. */
  hasForbidden(): Promise<boolean> {
    return Promise.race([this.#forbidden, new Promise<false>((resolve) => setTimeout(() => resolve(false), policyMs))]);
  }

  stop(): void {
    this.#abort.abort();
  }
}
