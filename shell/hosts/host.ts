/** How a host says that it could not save; documented in cartouche.d.ts. */

import type * as api from "../cartouche.js";
import { say } from "../language.js";

export class SaveError extends Error implements api.SaveError {
  readonly isFinal: boolean;
  readonly retryAfterMs: number;

  constructor(message: string, { isFinal = false, retryAfterMs = 0 }: { isFinal?: boolean; retryAfterMs?: number } = {}) {
    super(message);
    this.name = "SaveError";
    this.isFinal = isFinal;
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * A host that can only be told of annotations that the page shows. What it did not take is no submission for the next
 * page to send: it comes back there as what was labeled and not submitted yet.
 */
export interface PageBoundHost extends api.Host {
  readonly isPageBound: true;
}

export function isPageBound(host: api.Host | null): boolean {
  return (host as Partial<PageBoundHost> | null)?.isPageBound ?? false;
}

/** What a reviewer decided, rather than a labeler. */
export function isReview({ kind }: api.Submission): boolean {
  return kind === "accept" || kind === "reject";
}

/** Throws if the answer of a server is a refusal. */
export function checkAnswer(response: Response): void {
  if (!response.ok) {
    const isPassing = response.status >= 500 || response.status === 408 || response.status === 429;
    const retryAfterMs = readPauseMs(response.headers.get("retry-after") ?? "");
    throw new SaveError(say("page.host.http-status", { status: response.status }), { isFinal: !isPassing, retryAfterMs });
  }
  const isPage = /html/.test(response.headers.get("content-type") ?? "");
  if (response.redirected && isPage) { // where people log in, mostly; nothing was saved there
    throw new SaveError(say("page.host.web-page"), { isFinal: true });
  }
}

/** Seconds, or a date (RFC 9110, 10.2.3). */
function readPauseMs(text: string): number {
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Math.max(0, ms || 0);
}
