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

/** An answer of a server that is none, as an error. */
export function refusalOf(response: Response): SaveError {
  const isPassing = response.status >= 500 || response.status === 408 || response.status === 429;
  const retryAfterMs = (Number(response.headers.get("retry-after")) || 0) * 1000;
  return new SaveError(say("page.host.http-status", { status: response.status }), { isFinal: !isPassing, retryAfterMs });
}
