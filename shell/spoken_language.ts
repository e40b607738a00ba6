/** The language of one editor's interface: what is wanted, and what is spoken by now. */

import type * as api from "./cartouche.js";
import { speak } from "./language.js";
import { findLocale } from "./locale.js";

export interface LanguageListener {
  /** It is spoken from now on; null: English. */
  speak(locale: api.Locale | null): void;
  /** What was wanted cannot be had; what was spoken before still is. */
  fail(error: unknown): void;
}

export class SpokenLanguage {
  readonly #listener: LanguageListener;
  #wanted: string | api.Locale = "en";
  #spoken: api.Locale | null = null;
  #speaking: Promise<void> = Promise.resolve();
  /** What is wanted while the editor is not in the page is looked for when it is. */
  #isStarted = false;
  /** Counts what was wanted, since files of languages come when they come. */
  #turn = 0;

  constructor(listener: LanguageListener) {
    this.#listener = listener;
  }

  get wanted(): string | api.Locale { return this.#wanted; }
  /** Null: English. */
  get spoken(): api.Locale | null { return this.#spoken; }
  /** Settles once what was wanted last is spoken, or cannot be. */
  get speaking(): Promise<void> { return this.#speaking; }

  want(locale: string | api.Locale): void {
    this.#wanted = locale;
    this.#turn += 1;
    if (this.#isStarted) {
      this.#find();
    }
  }

  start(): void {
    this.#isStarted = true;
    this.#find();
  }

  rest(): void {
    this.#isStarted = false;
  }

  /** Rejects if there is no such language; false if another one is wanted by the time that is known. */
  async canSpeak(locale: string | api.Locale): Promise<boolean> {
    const turn = (this.#turn += 1);
    await findLocale(locale);
    return turn === this.#turn;
  }

  #find(): void {
    const wanted = this.#wanted;
    this.#speaking = findLocale(wanted).then((locale) => {
      if (wanted === this.#wanted) {
        this.#spoken = locale;
        speak(locale);
        this.#listener.speak(locale);
      }
    }).catch((error: unknown) => this.#listener.fail(error));
  }
}
