/** What the shell itself says, by the keys of the catalogue: assets/locales/en.json, `page.*`. */

import type en from "../assets/locales/en.json";
import type { Locale } from "./cartouche.js";

type English = (typeof en)["messages"];
export type PageKey = Extract<keyof English, `page.${string}`>;
export type Values = Record<string, string | number>;

/** Put in by the packager from the catalogue: the messages of the page alone. */
declare const CARTOUCHE_MESSAGES: Pick<English, PageKey>;

const english: Locale = { language: "en", messages: CARTOUCHE_MESSAGES };

/** Of the page, as what is said comes from parts that know no editor: that of the editor that was set last. */
let spoken: Locale = english;

/** In this language from now on; null: English. What was said stays as it is. */
export function speak(locale: Locale | null): void {
  spoken = locale ?? english;
}

/**
 * A message with the placeholders filled in: `{name}` with the value of that name. The value `count` chooses the plural
 * form. What a locale does not have is said in English.
 */
export function say(key: PageKey, values: Values = {}): string {
  const text = textIn(spoken, key, values) ?? textIn(english, key, values) ?? key;
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}

/** A locale may be a host's, which nobody has checked. */
function textIn({ language, messages }: Locale, key: PageKey, { count }: Values): string | undefined {
  const message: unknown = messages?.[key];
  if (message === null || typeof message !== "object") {
    return typeof message === "string" ? message : undefined;
  }
  const forms = message as Record<string, unknown>;
  const text = forms[formOf(language, Number(count))] ?? forms["other"];
  return typeof text === "string" ? text : undefined;
}

function formOf(language: string, count: number): Intl.LDMLPluralRule {
  try {
    return new Intl.PluralRules(language).select(count);
  } catch {
    return "other"; // it is no language tag
  }
}
