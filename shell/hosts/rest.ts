/**
 * POSTs annotations as JSON to an address. An annotation is sent under one Idempotency-Key however often it is
 * tried, so that a server can tell a repetition.
 */

import type * as api from "../cartouche.js";
import { checkAnswer } from "./host.js";

const timeoutMs = 30_000;

export function restHost(url: string, { headers = {}, credentials = "same-origin" }: api.RestOptions = {}): api.Host {
  const address = new URL(url, document.baseURI).href;
  return {
    name: address,
    save: ({ annotation, key }, signal) => post(annotation, key, signal),
    review: ({ annotation, kind, key }, signal) => post({ ...annotation, review: kind === "accept" ? "accepted" : "rejected" }, key, signal),
  };

  async function post(body: object, key: string, signal: AbortSignal): Promise<{ pk: string | number | undefined }> {
    const response = await fetch(address, {
      method: "POST",
      credentials,
      headers: { ...headers, "Content-Type": "application/json", "Idempotency-Key": key },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    checkAnswer(response);
    return { pk: await keyIn(response) };
  }
}

/** Many servers answer with what they saved. */
async function keyIn(response: Response): Promise<string | number | undefined> {
  const saved: unknown = await response.json().catch(() => null);
  const id = saved !== null && typeof saved === "object" ? (saved as { id?: unknown }).id : undefined;
  return typeof id === "string" || typeof id === "number" ? id : undefined;
}
