/**
 * All results of an editor, read from the module only when somebody asks for them. Hosts may keep what holds
 * this long after the editor is gone, so it knows nothing of the editor but how to read.
 */

import type { Result } from "./cartouche.js";

/** A copy is made for the case that the module fails, and may cost this part of the time. */
const copyShare = 1 / 50;

export class ResultsCopy {
  #read: (() => Result[]) | null;
  #results: Result[] = [];
  #isStale = false;
  #costMs = 0;
  #timer: number | undefined;

  constructor(read: () => Result[]) {
    this.#read = read;
  }

  /** What stands now; once stopped, the last copy. */
  get results(): Result[] {
    if (this.#isStale && this.#read) {
      const start = performance.now();
      this.#results = this.#read();
      this.#isStale = false;
      this.#costMs = performance.now() - start;
    }
    return this.#results;
  }

  /** Something changed: the copy is made anew, soon. */
  outdate(): void {
    this.#isStale = true;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.results;
    }, this.#costMs / copyShare);
  }

  /** The module is gone, or about to go. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#read = null;
  }
}

/** The detail of a change: its result is made when it is read. */
export function changeDetail(
  change: { canUndo: boolean; canRedo: boolean },
  copy: ResultsCopy,
): { readonly result: Result[]; canUndo: boolean; canRedo: boolean } {
  return {
    ...change,
    get result() {
      return copy.results;
    },
  };
}
