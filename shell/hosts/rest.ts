/**
 * POSTs submitted annotations as JSON to the address in `submit-url`. What may pass is tried again with
 * growing pauses; what does not is shown, with a button to try once more. An annotation is sent under
 * one Idempotency-Key however often it is tried, so that a server can tell a repetition.
 */

import type { Annotation } from "../cartouche.js";
import type { CartoucheEditor } from "../element.js";
import { reasonOf, trouble } from "../errors.js";

const mostAttempts = 5;
const timeoutMs = 30_000;

/** Pause before the next attempt: 0.5, 1, 2, 4 s, a quarter of it by chance, so that pages spread. */
function pauseMs(attempt: number, asked: number): number {
  const base = 500 * 2 ** (attempt - 1);
  return Math.max(asked, base * (0.75 + Math.random() / 4));
}

class Refusal extends Error {
  constructor(message: string, readonly isFinal: boolean, readonly retryAfterMs: number) {
    super(message);
  }
}

export function attachRest(editor: CartoucheEditor, signal: AbortSignal): void {
  let unsaved: { annotation: Annotation; key: string } | null = null;
  const save = async (annotation: Annotation, key: string) => {
    unsaved = { annotation, key };
    if (await deliver(editor, annotation, key, signal)) {
      unsaved = null;
    }
  };
  const submit = (event: Event) => {
    const { annotation } = (event as CustomEvent<{ annotation: Annotation }>).detail;
    if (editor.submitUrl) {
      // After the page's own listeners, which may have taken the matter into their hands.
      setTimeout(() => event.defaultPrevented || void save(annotation, crypto.randomUUID()), 0);
    }
  };
  editor.addEventListener("cartouche-submit", submit, { signal });
  editor.addEventListener("cartouche-update", submit, { signal });
  const retry = () => unsaved && void save(unsaved.annotation, unsaved.key);
  editor.addEventListener("cartouche-notice-action", retry, { signal });
}

/** True once the server has it. */
async function deliver(editor: CartoucheEditor, annotation: Annotation, key: string, signal: AbortSignal): Promise<boolean> {
  const url = new URL(editor.submitUrl, document.baseURI).href;
  const tell = (state: "saving" | "saved" | "failed", attempt: number) =>
    editor.dispatchEvent(
      new CustomEvent("cartouche-save", { detail: { state, annotation, attempt }, bubbles: true, composed: true }),
    );
  for (let attempt = 1; ; ++attempt) {
    tell("saving", attempt);
    editor.notify({ kind: "info", text: attempt === 1 ? "Saving…" : `Saving, attempt ${attempt}…`, action: null });
    try {
      await post(url, annotation, key, signal);
      editor.notify({ kind: "success", text: "Saved", action: null });
      tell("saved", attempt);
      return true;
    } catch (error) {
      if (signal.aborted) {
        return false;
      }
      const refusal = error instanceof Refusal ? error : new Refusal(reasonOf(error), false, 0);
      if (refusal.isFinal || attempt === mostAttempts) {
        const problem = trouble("submit-failed", { url, reason: refusal.message });
        editor.notify({ kind: "error", text: `Not saved: ${refusal.message}`, action: "Retry" });
        tell("failed", attempt);
        editor.dispatchEvent(new CustomEvent("cartouche-error", { detail: problem, bubbles: true, composed: true }));
        return false;
      }
      await sleep(pauseMs(attempt, refusal.retryAfterMs));
    }
  }
}

async function post(url: string, annotation: Annotation, key: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", "Idempotency-Key": key },
    body: JSON.stringify(annotation),
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
  if (response.ok) {
    return;
  }
  const isPassing = response.status >= 500 || response.status === 408 || response.status === 429;
  const retryAfter = Number(response.headers.get("retry-after") ?? 0);
  throw new Refusal(`the server answered HTTP ${response.status}`, !isPassing, (retryAfter || 0) * 1000);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
