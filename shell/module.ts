/** The ES module. */

import "./module_url.js";

export * from "./index.js";
