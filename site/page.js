// The pages to be read: coloured examples, each with a button that copies it.

import { addCopyButtons } from "./modules/copy.js";
import { paintAll } from "./modules/paint.js";

paintAll();
addCopyButtons();
