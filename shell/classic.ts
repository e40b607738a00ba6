/** The classic script: `Cartouche` and `LabelStudio` on the window. */

import "./classic_url.js";
import {
  CartoucheEditor, Cipher, createEditor, filesFromDrop, filesFromZip, LabelStudio, labelStudioHost, restHost, SaveError, tasksFromFiles, version,
} from "./index.js";

window.Cartouche = { createEditor, CartoucheEditor, Cipher, filesFromDrop, filesFromZip, labelStudioHost, restHost, SaveError, tasksFromFiles, version };
window.LabelStudio = LabelStudio;
