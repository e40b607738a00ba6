/**
 * A text field of the canvas as a real input element: invisible while it rests, and while it has the
 * focus it shows the text itself, so that input methods, spelling, selection, the clipboard and
 * mobile keyboards are the browser's own.
 */

import type { SemanticsNode } from "./protocol.js";

export interface FieldListener {
  onText(id: number, text: string): void;
  onCommit(id: number): void;
}

export class MirrorField {
  readonly element = document.createElement("input");
  #isComposing = false;

  constructor({ id, role }: SemanticsNode, listener: FieldListener) {
    const element = this.element;
    element.type = "text";
    element.autocomplete = "off";
    element.addEventListener("compositionstart", () => (this.#isComposing = true));
    element.addEventListener("compositionend", () => (this.#isComposing = false));
    element.addEventListener("input", () => listener.onText(id, element.value));
    element.addEventListener("keydown", (event) => {
      if (event.isComposing) {
        return; // Enter and Escape belong to the input method now
      }
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
        listener.onCommit(id);
        event.preventDefault();
      } else if (event.key === "Escape" && role !== "combobox") {
        element.blur();
      }
    });
  }

  /** What the core holds replaces what is shown, except under a composition. */
  update(node: SemanticsNode): void {
    const value = node.value ?? "";
    this.element.placeholder = node.placeholder ?? "";
    if (this.element.value !== value && !this.#isComposing) {
      this.element.value = value;
    }
  }
}
