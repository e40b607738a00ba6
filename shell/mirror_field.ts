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
  #valueBefore = ""; // when it got the focus

  constructor({ id, role }: SemanticsNode, listener: FieldListener) {
    const element = this.element;
    element.type = "text";
    element.autocomplete = "off";
    element.addEventListener("compositionstart", () => (this.#isComposing = true));
    element.addEventListener("compositionend", () => (this.#isComposing = false));
    element.addEventListener("focus", () => (this.#valueBefore = element.value));
    element.addEventListener("input", () => listener.onText(id, element.value));
    element.addEventListener("keydown", (event) => {
      if (event.isComposing) {
        return; // Enter and Escape belong to the input method now
      }
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
        this.#valueBefore = element.value;
        listener.onCommit(id);
        event.preventDefault();
      } else if (event.key === "Escape" && role !== "combobox") {
        this.#leave(id, listener);
      }
    });
  }

  /** Escape goes back to the editor; what was typed stays only where it is looked for. */
  #leave(id: number, listener: FieldListener): void {
    const element = this.element;
    if (element.getAttribute("role") !== "searchbox" && element.value !== this.#valueBefore) {
      element.value = this.#valueBefore;
      listener.onText(id, element.value);
    }
    element.blur();
    element.closest<HTMLElement>(".stage")?.focus({ preventScroll: true });
  }

  /** What the core holds replaces what is shown, except under a composition. */
  update(node: SemanticsNode): void {
    const value = node.value ?? "";
    this.element.readOnly = node.disabled ?? false;
    this.element.placeholder = node.placeholder ?? "";
    if (this.element.value !== value && !this.#isComposing) {
      this.element.value = value;
    }
  }
}
