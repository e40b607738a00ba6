/** The name under which a task is kept: its id or, where the host gives none, what stands in it. */

import type { Task } from "../cartouche.js";

export function taskName(task: Task): string {
  return task.id === undefined || task.id === null ? `data ${fingerprint(JSON.stringify(task.data))}` : `id ${task.id}`;
}

/** 64 bits (two times FNV-1a): enough to tell the tasks of one project apart. */
function fingerprint(text: string): string {
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; ++at) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    two = Math.imul(two ^ text.charCodeAt(at), 0x85ebca6b) ^ (two >>> 13);
  }
  return (one >>> 0).toString(16) + (two >>> 0).toString(16);
}
