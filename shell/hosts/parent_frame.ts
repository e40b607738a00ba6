/**
 * Talks to the page that frames this one. With `parent-origin`, every event is posted to the parent
 * of that origin as {cartouche: 1, type, detail}, and it may send {cartouche: 1, type: "load", config,
 * task, interfaces?}. `*` means any origin: for pages that hold nothing private, such as a sandboxed
 * frame's, whose own origin is opaque.
 */

import type { Task } from "../cartouche.js";
import type { CartoucheEditor } from "../element.js";

const types = ["ready", "change", "submit", "update", "error", "save"];

interface LoadMessage {
  cartouche: 1;
  type: "load";
  config?: string;
  task?: Task | null;
  interfaces?: string[];
}

export function attachParentFrame(editor: CartoucheEditor, signal: AbortSignal): void {
  const origin = editor.getAttribute("parent-origin");
  if (!origin || window.parent === window) {
    return;
  }
  for (const type of types) {
    const post = (event: Event) => {
      window.parent.postMessage({ cartouche: 1, type, detail: (event as CustomEvent<unknown>).detail }, origin);
    };
    editor.addEventListener(`cartouche-${type}`, post, { signal });
  }
  const receive = (event: MessageEvent<unknown>) => {
    const isParent = event.source === window.parent && (origin === "*" || event.origin === origin);
    if (isParent && isLoad(event.data)) {
      load(editor, event.data);
    }
  };
  window.addEventListener("message", receive, { signal });
}

function isLoad(data: unknown): data is LoadMessage {
  const message = data as Partial<LoadMessage> | null;
  return typeof message === "object" && message?.cartouche === 1 && message.type === "load";
}

function load(editor: CartoucheEditor, message: LoadMessage): void {
  if (message.interfaces !== undefined) {
    editor.interfaces = message.interfaces;
  }
  if (message.config !== undefined) {
    editor.config = message.config;
  }
  if (message.task !== undefined) {
    editor.task = message.task;
  }
}
