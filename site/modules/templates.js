// Configs to begin with, each with a task of its own, by what they are for.

import { documents } from "./templates/documents.js";
import { language } from "./templates/language.js";
import { ranking } from "./templates/ranking.js";
import { structured } from "./templates/structured.js";
import { vision } from "./templates/vision.js";

/** [{group, templates: [{id, title, about, config, data}]}] */
export const templateGroups = [vision, language, documents, ranking, structured];

export const templates = templateGroups.flatMap((group) => group.templates);

/** The text of a template's task. */
export function taskTextOf({ data }) {
  return JSON.stringify({ id: 1, data }, null, 2);
}
