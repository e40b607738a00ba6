/** The properties of the editor that are its attributes, and nothing more. */

import type * as api from "./cartouche.js";

export abstract class ReflectingElement extends HTMLElement {
  get theme(): api.Theme { return oneOf(this.getAttribute("theme"), ["light", "dark"], "auto"); }
  set theme(value: api.Theme) { this.setAttribute("theme", value); }
  get wasmUrl(): string { return this.getAttribute("wasm-url") ?? ""; }
  set wasmUrl(value: string) { this.setAttribute("wasm-url", value); }
  get submitUrl(): string { return this.getAttribute("submit-url") ?? ""; }
  set submitUrl(value: string) { this.setAttribute("submit-url", value); }

  get journal(): string | null { return this.getAttribute("journal"); }
  set journal(value: string | null) {
    if (value === null) {
      this.removeAttribute("journal");
    } else {
      this.setAttribute("journal", value);
    }
  }

  get mediaCredentials(): api.MediaCredentials {
    return oneOf(this.getAttribute("media-credentials"), ["omit", "include"], "same-origin");
  }
  set mediaCredentials(value: api.MediaCredentials) { this.setAttribute("media-credentials", value); }
  get readOnly(): boolean { return this.hasAttribute("read-only"); }
  set readOnly(value: boolean) { this.toggleAttribute("read-only", value); }
  get submitOnAnswer(): boolean { return this.hasAttribute("submit-on-answer"); }
  set submitOnAnswer(value: boolean) { this.toggleAttribute("submit-on-answer", value); }
  get privateData(): api.PrivateDataMode { return oneOf(this.getAttribute("private-data"), ["mark", "mask"], "none"); }
  set privateData(value: api.PrivateDataMode) { this.setAttribute("private-data", value); }
}

/** The attribute's value if it is one of these. */
function oneOf<Value extends string>(value: string | null, values: readonly Value[], otherwise: Value): Value {
  return values.find((candidate) => candidate === value) ?? otherwise;
}
