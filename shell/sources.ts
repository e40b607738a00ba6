/** Where config and task come from: the attribute's own text, an element of the page, or an address. */

import type { Task } from "./cartouche.js";
import { fail, reasonOf } from "./errors.js";

/** Text that an attribute gives directly or, as `#id`, by an element of the page. */
function readInline(attribute: string, value: string): string {
  if (!value.trimStart().startsWith("#")) {
    return value;
  }
  const element = document.querySelector(value.trim());
  return element?.textContent ?? fail("source-not-found", { attribute, selector: value.trim() });
}

async function fetchText(source: "config" | "task", url: string): Promise<string> {
  const response = await fetch(url, { credentials: "same-origin" }).catch((error: unknown) =>
    fail("source-unreachable", { source, url, reason: reasonOf(error) }),
  );
  if (!response.ok) {
    fail("source-unreachable", { source, url, reason: `HTTP ${response.status}` });
  }
  return response.text();
}

function parseTask(text: string): Task {
  try {
    return JSON.parse(text) as Task;
  } catch (error) {
    fail("json-syntax", { reason: reasonOf(error) });
  }
}

/** What an attribute `config`, `config-src`, `task` or `task-src` brings, under the name of its property. */
export async function readSource(name: string, value: string): Promise<{ config: string } | { task: Task }> {
  const isConfig = name.startsWith("config");
  const text = name.endsWith("-src") ? await fetchText(isConfig ? "config" : "task", value) : await readText(name, value);
  return isConfig ? { config: text } : { task: parseTask(text) };
}

/** An element named by `#id` may stand behind this one in a page that is still being read. */
async function readText(name: string, value: string): Promise<string> {
  if (value.trimStart().startsWith("#") && document.readyState === "loading") {
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  }
  return readInline(name, value);
}
