/** What the interface says, in which language: one of the package's files, or what the host brings. */

import type { Locale } from "./cartouche.js";
import { packageUrl } from "./core_module.js";
import { fail, reasonOf } from "./errors.js";

/** The locales that the package has beside English. */
const files = new Set(["ar", "de"]);

/** By a language tag such as `de-AT`, of which the language counts, or as it is; null: English, which the core has. */
export async function findLocale(wanted: string | Locale): Promise<Locale | null> {
  if (typeof wanted !== "string") {
    return wanted;
  }
  const language = wanted.trim().toLowerCase().split("-")[0] ?? "";
  if (language === "" || language === "en") {
    return null;
  }
  if (!files.has(language)) {
    fail("locale-unknown", { locale: wanted, languages: ["en", ...files].sort().join(", ") });
  }
  return fetchLocale(packageUrl(`locales/${language}.json`));
}

async function fetchLocale(url: string): Promise<Locale> {
  try {
    const response = await fetch(url, { credentials: "same-origin" });
    if (!response.ok) {
      throw new Error(`HTTP ${response.status}`);
    }
    return (await response.json()) as Locale;
  } catch (error) {
    return fail("locale-unreachable", { url, reason: reasonOf(error) });
  }
}
