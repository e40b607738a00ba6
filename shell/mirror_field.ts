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

export type TextElement = HTMLInputElement | HTMLTextAreaElement;

export function isTextElement(target: unknown): target is TextElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** There Escape closes the dialog. */
export function isInDialog(element: Element): boolean {
  return element.closest("[role=dialog]") !== null;
}

export class MirrorField {
  readonly element: TextElement;
  readonly #listener: FieldListener;
  readonly #id: number;
  #isComposing = false;
  #valueBefore = ""; // when it got the focus

  constructor({ id, role, rows, inputType }: SemanticsNode, listener: FieldListener) {
    const isBlock = (rows ?? 1) > 1;
    this.element = isBlock ? document.createElement("textarea") : makeInput(inputType);
    this.#listener = listener;
    this.#id = id;
    this.element.autocomplete = "off";
    const element: HTMLElement = this.element;
    element.addEventListener("compositionstart", () => (this.#isComposing = true));
    element.addEventListener("compositionend", () => (this.#isComposing = false));
    element.addEventListener("focus", () => (this.#valueBefore = this.element.value));
    element.addEventListener("input", () => listener.onText(id, this.element.value));
    element.addEventListener("keydown", (event) => {
      if (event.isComposing) {
        return; // Enter and Escape belong to the input method now
      }
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && event.shiftKey === isBlock) {
        this.#valueBefore = this.element.value;
        listener.onCommit(id);
        event.preventDefault();
      } else if (event.key === "Escape" && role !== "combobox" && !isInDialog(this.element)) {
        this.#leave();
      }
    });
  }

  /** Escape goes back to the editor; what was typed stays only where it is looked for. */
  #leave(): void {
    const element = this.element;
    if (element.getAttribute("role") !== "searchbox" && element.value !== this.#valueBefore) {
      element.value = this.#valueBefore;
      this.#listener.onText(this.#id, element.value);
    }
    element.blur();
    element.closest<HTMLElement>(".stage")?.focus({ preventScroll: true });
  }

  /** In the place of what is selected in it, as if it were typed: the caret stands behind it. */
  insert(text: string): void {
    const element = this.element;
    element.focus({ preventScroll: true });
    element.setRangeText(text, element.selectionStart ?? 0, element.selectionEnd ?? 0, "end");
    this.#listener.onText(this.#id, element.value);
  }

  /** The element is made for one kind of field. */
  fits(before: SemanticsNode, now: SemanticsNode): boolean {
    return (before.rows ?? 1) > 1 === (now.rows ?? 1) > 1 && before.inputType === now.inputType;
  }

  /** What the core holds replaces what is shown, except under a composition. */
  update(node: SemanticsNode): void {
    const value = node.value ?? "";
    this.element.readOnly = node.disabled ?? false;
    this.element.placeholder = node.placeholder ?? "";
    this.element.spellcheck = node.prose ?? false;
    if (this.element instanceof HTMLInputElement) {
      setLimits(this.element, node);
    }
    if (this.element.value !== value && !this.#isComposing) {
      this.element.value = value;
    }
  }
}

function setLimits(input: HTMLInputElement, { min = "", max = "", step = "" }: SemanticsNode): void {
  for (const [name, value] of Object.entries({ min, max, step })) {
    if (input.getAttribute(name) !== value) {
      value === "" ? input.removeAttribute(name) : input.setAttribute(name, value);
    }
  }
}

function makeInput(type: SemanticsNode["inputType"]): HTMLInputElement {
  const input = document.createElement("input");
  input.type = type ?? "text";
  return input;
}
