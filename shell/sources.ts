/** Where config and task come from: the attribute's own text, an element of the page, or an address. */

import type { Task } from "./cartouche.js";
import { fail, reasonOf } from "./errors.js";

/** Text that an attribute gives directly or, as `#id`, by an element of the page. */
export function readInline(attribute: string, value: string): string {
  if (!value.trimStart().startsWith("#")) {
    return value;
  }
  const element = document.querySelector(value.trim());
  return element?.textContent ?? fail("source-not-found", { attribute, selector: value.trim() });
}

export async function fetchText(source: "config" | "task", url: string): Promise<string> {
  const response = await fetch(url, { credentials: "same-origin" }).catch((error: unknown) =>
    fail("source-unreachable", { source, url, reason: reasonOf(error) }),
  );
  if (!response.ok) {
    fail("source-unreachable", { source, url, reason: `HTTP ${response.status}` });
  }
  return response.text();
}

export function parseTask(text: string): Task {
  try {
    return JSON.parse(text) as Task;
  } catch (error) {
    fail("json-syntax", { reason: reasonOf(error) });
  }
}
