// The landing page: the editor, its config as text, and what a host hears of it.

import { startConfigPane } from "./modules/config_pane.js";
import { startConsole } from "./modules/console_pane.js";
import { addCopyButtons } from "./modules/copy.js";
import { showExamples } from "./modules/examples.js";
import { paintAll } from "./modules/paint.js";
import { showWaiting } from "./modules/waiting.js";

const editor = document.querySelector("#editor");

/** Names keys as the visitor's keyboard does. */
function nameKeys() {
  if (/mac|iphone|ipad/i.test(navigator.platform)) {
    for (const key of document.querySelectorAll("kbd[data-mac]")) {
      key.textContent = key.dataset.mac;
    }
  }
}

startConsole(editor);
const configPane = startConfigPane(editor);
showExamples((config, name) => {
  editor.setAttribute("journal", name); // each keeps its own draft in this browser
  configPane.show(config);
});
showWaiting(editor);
paintAll();
addCopyButtons();
nameKeys();
