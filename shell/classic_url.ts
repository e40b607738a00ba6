/** Must run before anything else of the classic script, as module_url.ts does for the module. */

import { rememberScriptUrl } from "./core_module.js";

// Only while the script first runs does the page say which one it is.
const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  rememberScriptUrl(script.src);
}
