/** Hears what the page's Content Security Policy forbids, from when it is made until it is stopped. */

/** Within this time a policy that forbade something has said so. */
const policyMs = 50;

export class PolicyWatch {
  readonly #abort = new AbortController();
  /** Addresses; of those that are not of http, the scheme alone. */
  readonly #forbidden: string[] = [];

  constructor(directive: "connect-src" | "media-src") {
    document.addEventListener("securitypolicyviolation", (event) => {
      if (event.disposition === "enforce" && event.effectiveDirective === directive) {
        this.#forbidden.push(event.blockedURI);
      }
    }, { signal: this.#abort.signal });
  }

  /** Whether it just forbade an address. */
  async hasForbidden({ href }: URL): Promise<boolean> {
    await new Promise((resolve) => setTimeout(resolve, policyMs));
    return this.#forbidden.some((address) => href.startsWith(address));
  }

  stop(): void {
    this.#abort.abort();
  }
}
