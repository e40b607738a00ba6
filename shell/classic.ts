/** The classic script: `Cartouche` and `LabelStudio` on the window. */

import "./classic_url.js";
import { CartoucheEditor, createEditor, LabelStudio, labelStudioHost, restHost, SaveError, version } from "./index.js";

window.Cartouche = { createEditor, CartoucheEditor, labelStudioHost, restHost, SaveError, version };
window.LabelStudio = LabelStudio;
