/** Why media of a task cannot be had: the causes that can be told apart, and words for people. */

import { withoutCredentials } from "./basic_auth.js";

/** What is asked for, as messages call it. */
export type Kind = "image" | "document" | "text" | "audio" | "items";

const heads: Record<Kind, string> = {
  image: "The image {address} cannot be shown: ",
  document: "The document {address} cannot be shown: ",
  text: "The text {address} cannot be shown: ",
  audio: "The audio {address} cannot be played: ",
  items: "The items {address} cannot be loaded: ",
};

/**
 * What is wrong, and what to do about it. `{host}` is where it was asked for, `{page}` where the page is from, `{source}` what
 * the address stands in.
 */
const causes = {
  "no-address": "this is no address. Check it in the {source}.",
  "not-fetched": "browsers fetch nothing from {scheme} addresses. The page around the editor has to turn it into one of https (resolveMedia).",
  "not-resolved": "the page around the editor gave no address for it ({reason}).",
  "offline": "this computer has no network. Check its connection, then load the task again.",
  "network": "{host} does not answer, or answers only to pages of its own. Check the address in the {source}, whether {host} is up, and the network.",
  "cors": "{host} answers, but does not let pages of {page} read it. It must send {headers}, with its errors, too; if it does, the address is wrong or has expired.",
  "cors-elsewhere": "{host} leads to another host, which does not let pages of {page} read it. That one must send {headers}.",
  "policy": "the Content Security Policy of this page forbids it. Its {directive} must name {site}.",
  "mixed": "its address begins with http, and browsers give a page of https nothing from there. Offer it by https.",
  "gone": "what this address named is gone. Such addresses end with the page that made them: open the files again.",
  "login": "{host} wants a login (HTTP {status}). Log in there; or the page around the editor has to send credentials (media-credentials) or renew the address (resolveMedia).",
  "forbidden": "{host} refuses it (HTTP {status}). The address may have expired, or access is not granted: the page around the editor can send credentials (media-credentials) and renew the address (resolveMedia).",
  "missing": "there is nothing at this address (HTTP {status}). Check the address in the {source}.",
  "removed": "it was at this address, and is there no more (HTTP {status}). Ask for a new address whoever made the task.",
  "server": "{host} failed (HTTP {status}). Load the task again later, and tell whoever runs that server.",
  "status": "{host} answered HTTP {status}. Check the address in the {source}.",
  "silent": "{host} sent nothing for {seconds} seconds. Check whether it is up, and the network.",
  "broken-off": "the connection to {host} broke off. Check the network, then load the task again.",
  "web-page": "{host} sent a web page in its place (an error page or a login, perhaps). Check the address in the {source}.",
  "not-readable": "{host} sends nothing that can be played, and does not let this page see what it is. Check the address in the {source}, and whether other programs play it.",
  "not-playable": "this browser does not play it ({reason}). Check whether other programs do; MP3 and WAV are played everywhere.",
} as const;

export type Cause = keyof typeof causes;

/** Those of which another address may be the cure. */
const perhapsExpired: readonly Cause[] = ["login", "forbidden", "removed", "cors", "cors-elsewhere"];

/** The values of the placeholders that a cause has. */
export type Details = Partial<Record<"host" | "page" | "headers" | "scheme" | "reason" | "directive" | "site" | "status" | "seconds", string | number>>;

/** `address` is that of the task: one that the host signed is nobody else's business. */
export class MediaError extends Error {
  constructor(kind: Kind, address: string, readonly reason: Cause, details: Details = {}) {
    const values: Record<string, string | number> = { address: nameOf(address), source: kind === "items" ? "config" : "task", ...details };
    super((heads[kind] + causes[reason]).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? "")));
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
