/** Why media of a task cannot be had: the causes that can be told apart. */

import { type PageKey, say } from "../language.js";
import { withoutCredentials } from "./basic_auth.js";

/** What is asked for, as messages call it. */
export type Kind = "image" | "document" | "text" | "audio" | "items";

/** Those that can be told apart, each with a message `page.media.cause.` that says what is wrong, and what to do about it. */
type CauseKey = Extract<PageKey, `page.media.cause.${string}`>;
export type Cause = CauseKey extends `page.media.cause.${infer Name}` ? Name : never;

/** Those of which another address may be the cure. */
const perhapsExpired: readonly Cause[] = ["login", "forbidden", "removed", "cors", "cors-elsewhere"];

/** The values of the placeholders that a cause has. `host` is where it was asked for, `page` where the page is from. */
export type Details = Partial<Record<"host" | "page" | "headers" | "scheme" | "reason" | "directive" | "site" | "status" | "seconds", string | number>>;

/** `address` is that of the task: one that the host signed is nobody else's business. */
export class MediaError extends Error {
  constructor(kind: Kind, address: string, readonly reason: Cause, details: Details = {}) {
    const source = say(kind === "items" ? "page.media.source-config" : "page.media.source-task");
    const cause = say(`page.media.cause.${reason}`, { source, ...details });
    super(say(`page.media.${kind}`, { address: nameOf(address), cause }));
  }

  get mayBeExpired(): boolean {
    return perhapsExpired.includes(this.reason);
  }
}

/** By the answer's status, which says no. */
export function causeOf(status: number): Cause {
  switch (status) {
    case 401:
      return "login";
    case 403:
      return "forbidden";
    case 404:
      return "missing";
    case 410:
      return "removed";
    default:
      return status >= 500 ? "server" : "status";
  }
}

const longestName = 200;

/** Null: it is no address. */
export function urlOf(address: string): URL | null {
  return URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
}

/** An address as messages have it: whole, unless it is endless, but for a password. */
export function nameOf(address: string): string {
  const url = urlOf(address);
  const whole = url ? withoutCredentials(url).href : address;
  return whole.length <= longestName ? whole : `${whole.slice(0, longestName)}…`;
}
