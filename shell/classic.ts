/** The classic script: `Cartouche` and `LabelStudio` on the window. */

import "./classic_url.js";
import { CartoucheEditor, createEditor, LabelStudio, version } from "./index.js";

window.Cartouche = { createEditor, CartoucheEditor, version };
window.LabelStudio = LabelStudio;
