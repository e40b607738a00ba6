/**
 * Regions on the system's clipboard, so that they can be taken to another task, editor or page. They are
 * there as a result array, of the type that Label Studio uses, and as plain text.
 */

import { isTextElement } from "./mirror_field.js";

export interface ClipboardListener {
  /** The selected regions as JSON text of a result array; null if there are none. */
  copy(): string | null;
  /** Deletes what was copied. */
  cut(): void;
  paste(text: string): void;
}

const jsonType = "application/json";

export class Clipboard {
  readonly #stage: HTMLElement;
  readonly #listener: ClipboardListener;
  readonly #abort = new AbortController();

  constructor(stage: HTMLElement, listener: ClipboardListener) {
    this.#stage = stage;
    this.#listener = listener;
    // Without a selection of text, browsers send these events to the page's body.
    const { signal } = this.#abort;
    const page = stage.ownerDocument;
    page.addEventListener("copy", (event) => this.#copy(event, false), { signal });
    page.addEventListener("cut", (event) => this.#copy(event, true), { signal });
    page.addEventListener("paste", (event) => this.#paste(event), { signal });
  }

  destroy(): void {
    this.#abort.abort();
  }

  /** Whether the editor has the focus, and nothing is typed there, which has a clipboard of its own. */
  #isMeant(event: ClipboardEvent): boolean {
    const active = (this.#stage.getRootNode() as ShadowRoot).activeElement;
    return !event.defaultPrevented && active !== null && this.#stage.contains(active) &&
      !isTextElement(active);
  }

  #copy(event: ClipboardEvent, isCut: boolean): void {
    const text = this.#isMeant(event) ? this.#listener.copy() : null;
    if (text === null) {
      return;
    }
    event.clipboardData?.setData(jsonType, text);
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    if (isCut) {
      this.#listener.cut();
    }
  }

  #paste(event: ClipboardEvent): void {
    if (this.#isMeant(event)) {
      const data = event.clipboardData;
      this.#listener.paste(data?.getData(jsonType) || data?.getData("text/plain") || "");
      event.preventDefault();
    }
  }
}
