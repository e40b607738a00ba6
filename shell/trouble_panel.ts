/** What the page shows in the editor's place when there is no editor to show it. */

import type { Diagnostic } from "./cartouche.js";

export class TroublePanel {
  readonly element = document.createElement("div");

  constructor(root: ShadowRoot) {
    // A live region has to be there before it speaks.
    this.element.setAttribute("role", "alert");
    root.append(this.element);
  }

  show(diagnostic: Diagnostic): void {
    const card = document.createElement("div");
    const code = document.createElement("code");
    card.textContent = diagnostic.message;
    code.textContent = diagnostic.code;
    card.append(code);
    this.element.className = "trouble";
    this.element.replaceChildren(card);
  }

  clear(): void {
    this.element.className = "";
    this.element.replaceChildren();
  }
}
