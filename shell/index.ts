/** What Cartouche offers, whichever way it is loaded; documented in cartouche.d.ts. */

import type { EditorOptions } from "./cartouche.js";
import { CartoucheEditor } from "./element.js";

export { CartoucheEditor } from "./element.js";
export { filesFromDrop } from "./files/dropped_files.js";
export { tasksFromFiles } from "./files/tasks_from_files.js";
export { filesFromZip } from "./files/zip_files.js";
export { SaveError } from "./hosts/host.js";
export { labelStudioHost } from "./hosts/label_studio_server.js";
export { restHost } from "./hosts/rest.js";
export { LabelStudio } from "./label_studio/constructor.js";
export { Cipher } from "./storage/cipher.js";
export { version } from "./version.js";

if (!customElements.get("cartouche-editor")) {
  customElements.define("cartouche-editor", CartoucheEditor);
}

export async function createEditor(element: Element, options: EditorOptions = {}): Promise<CartoucheEditor> {
  const editor = document.createElement("cartouche-editor") as CartoucheEditor;
  Object.assign(editor, options);
  element.append(editor);
  await editor.ready;
  return editor;
}
