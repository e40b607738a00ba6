/**
 * Where annotations go besides the DOM events: each host is attached to an element for as long as
 * the signal is not aborted, and does nothing unless its attribute is set.
 */

import type { CartoucheEditor } from "../element.js";
import { attachParentFrame } from "./parent_frame.js";
import { attachRest } from "./rest.js";

export type Host = (editor: CartoucheEditor, signal: AbortSignal) => void;

const hosts: Host[] = [attachRest, attachParentFrame];

export function attachHosts(editor: CartoucheEditor, signal: AbortSignal): void {
  for (const attach of hosts) {
    attach(editor, signal);
  }
}
