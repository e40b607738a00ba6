/** The classic script: `Cartouche` and `LabelStudio` on the window. */

import "./classic_url.js";
import {
  CartoucheEditor, createEditor, filesFromDrop, filesFromZip, LabelStudio, labelStudioHost, restHost, SaveError, tasksFromFiles, version,
} from "./index.js";

window.Cartouche = { createEditor, CartoucheEditor, filesFromDrop, filesFromZip, labelStudioHost, restHost, SaveError, tasksFromFiles, version };
window.LabelStudio = LabelStudio;
