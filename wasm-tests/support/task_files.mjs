// Files as a person chooses them, and what becomes of them in the page.

import { ok } from "./registry.mjs";

/** What tasksFromFiles() makes of files {path: text or bytes}, or {code, message, line, pointer} of what it says. */
export async function read(visit, files, config) {
  if (!visit.page.url().startsWith("http")) {
    await visit.open("pages/editor.html");
  }
  const given = Object.entries(files).map(([path, content]) => [path, Buffer.from(content).toString("base64")]);
  return visit.page.evaluate(async (given, config) => {
    const files = await Promise.all(given.map(async ([path, base64]) => {
      const bytes = await (await fetch(`data:;base64,${base64}`)).arrayBuffer();
      const file = new File([bytes], path.split("/").at(-1));
      return path.includes("/") ? Object.defineProperty(file, "webkitRelativePath", { value: path }) : file;
    }));
    return window.Cartouche.tasksFromFiles(files, config).catch(({ diagnostic: { code, message, line, pointer, source } }) => ({ code, message, line, pointer, source }));
  }, given, config);
}

export function datas(tasks) {
  ok(Array.isArray(tasks), `it is said: ${tasks.message}`);
  return tasks.map(({ data }) => data);
}
