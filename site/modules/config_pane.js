// The config of the landing page as text, which the editor follows.

import { SourcePane } from "./source_pane.js";

class ConfigPane {
  #editor;
  #pane;

  constructor(editor) {
    this.#editor = editor;
    this.#pane = new SourcePane(document.querySelector(".pane-config"), "xml", () => this.#apply());
    // Problems of the task or of a refused submit have no place in this text.
    editor.addEventListener("cartouche-error", ({ detail }) => {
      if (detail.source === "config" && detail.line) {
        this.#pane.report(detail);
      }
    });
  }

  /** Replaces the text, and the editor's config with it. */
  show(config) {
    this.#pane.text = config;
    this.#apply();
  }

  #apply() {
    this.#pane.clearProblems();
    this.#editor.config = this.#pane.text;
  }
}

export function startConfigPane(editor) {
  return new ConfigPane(editor);
}
