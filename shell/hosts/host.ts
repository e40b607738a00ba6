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

/** What a reviewer decided, rather than a labeler. */
export function isReview({ kind }: api.Submission): boolean {
  return kind === "accept" || kind === "reject";
}

/** An answer of a server that is none, as an error. */
export function refusalOf(response: Response): SaveError {
  const isPassing = response.status >= 500 || response.status === 408 || response.status === 429;
  const retryAfterMs = (Number(response.headers.get("retry-after")) || 0) * 1000;
  return new SaveError(say("page.host.http-status", { status: response.status }), { isFinal: !isPassing, retryAfterMs });
}
