/** Browsers do not tell why they let a page have nothing; what they do tell is put together here. */

import type { MediaCredentials } from "../cartouche.js";
import { say } from "../language.js";
import { splitCredentials } from "./basic_auth.js";
import type { Cause, Details } from "./failure.js";
import { PolicyWatch } from "./policy_watch.js";

const fetched = ["http:", "https:"];

/** Why `fetch` gave no answer. Asks once more, in the way in which any answer counts, though it cannot be read. */
export async function findCause(url: URL, credentials: MediaCredentials, signal: AbortSignal): Promise<[Cause, Details]> {
  const { protocol, host, origin } = url;
  if (protocol === "blob:" || protocol === "data:") {
    return [protocol === "blob:" ? "gone" : "no-address", {}];
  }
  if (isMixed(url)) {
    return ["mixed", {}];
  }
  if (!fetched.includes(protocol)) {
    return ["not-fetched", { scheme: protocol.slice(0, -1) }];
  }
  const policy = new PolicyWatch("connect-src");
  const { plain, headers } = splitCredentials(url);
  const isAnswered = await answers(plain, signal);
  const isForbidden = !isAnswered && (await policy.hasForbidden(plain));
  policy.stop();
  signal.throwIfAborted();
  if (isForbidden) {
    return ["policy", { directive: "connect-src", site: origin }];
  }
  if (isAnswered) {
    const isOwn = origin === self.origin;
    return [isOwn ? "cors-elsewhere" : "cors", { host, page: pageName(), headers: headersFor(credentials, headers) }];
  }
  return [navigator.onLine || isLoopback(url) ? "network" : "offline", { host }];
}

/** Addresses of this machine are let through, although nobody encrypts them. */
function isMixed(url: URL): boolean {
  return location.protocol === "https:" && url.protocol === "http:" && !isLoopback(url);
}

/** This machine answers itself, with a network or without one. */
function isLoopback({ hostname }: URL): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost") || /^127\.|^\[::1\]$/.test(hostname);
}

async function answers(url: URL, signal: AbortSignal): Promise<boolean> {
  return fetch(url, { method: "HEAD", mode: "no-cors", credentials: "omit", cache: "no-store", signal }).then(() => true, () => false);
}

/** The origin of a sandboxed frame has no name. */
function pageName(): string {
  return self.origin === "null" ? say("page.media.sandboxed-frame") : self.origin;
}

/** `sent` goes along with the request, and must be allowed, too. */
function headersFor(credentials: MediaCredentials, sent: Record<string, string>): string {
  const allowed = credentials === "include"
    ? say("page.media.headers-for-credentials", { origin: self.origin })
    : say("page.media.header");
  return Object.keys(sent).reduce((headers, name) =>
    say("page.media.header-too", { headers, header: `Access-Control-Allow-Headers: ${name}` }), allowed);
}
