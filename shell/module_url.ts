/** Must run before anything else of the module: an element in the page starts when it is defined. */

import { rememberScriptUrl } from "./core_module.js";

rememberScriptUrl(import.meta.url);
