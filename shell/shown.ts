/** What a page gives an editor to show, also while there is none to show it. */

import type * as api from "./cartouche.js";
import type { Session } from "./session.js";

const defaultInterfaces = [
  "submit", "update", "controls", "side-column", "edit-history",
  "annotations:tabs", "annotations:add-new", "annotations:delete", "annotations:view-all", "predictions:tabs",
];

export class Shown {
  config = "";
  task: api.Task | null = null;
  interfaces = defaultInterfaces;
  neighbors: api.Neighbors | null = null;
  assist: api.Assist | null = null;
  expressions: api.Expression[] = [];
  #keymap: api.Keymap | null = null;
  #isKeymapDue = false;
  /** The core has yet to be told of them; from then on it keeps them from task to task. */
  #areExpressionsDue = false;

  get keymap(): api.Keymap | null { return this.#keymap; }
  set keymap(value: api.Keymap | null) {
    this.#keymap = value;
    this.#isKeymapDue = true;
  }

  /** If loading has not told it. */
  tellKeymap(session: Session): void {
    if (this.#isKeymapDue) {
      this.#isKeymapDue = false;
      session.ask("setKeymap", { keymap: this.keymap });
    }
  }

  /** There is another core, which knows nothing. */
  renew(): void {
    this.#areExpressionsDue = this.expressions.length > 0;
  }

  load(session: Session): void {
    this.#isKeymapDue = false;
    session.load({ config: this.config, task: this.task, interfaces: this.interfaces, keymap: this.keymap });
    if (this.neighbors) {
      session.ask("setNeighbors", this.neighbors);
    }
    if (this.assist) {
      session.ask("setAssist", this.assist);
      this.assist = null; // from here on it is the labeler's
    }
    if (this.#areExpressionsDue) {
      session.ask("setExpressions", { expressions: this.expressions });
      this.#areExpressionsDue = false;
    }
  }
}
