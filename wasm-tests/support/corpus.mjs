// The corpus of real configs that developers of this project have beside their checkout.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const corpus = new URL("../../../shared/corpus/", import.meta.url).pathname;

/** A reason to skip what needs the corpus, or false. */
export const isCorpusAbsent = existsSync(corpus) ? false : "the corpus is not beside this checkout";

const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null);
const first = (value) => (Array.isArray(value) ? value[0] : value);

/** The first results that a file of annotations holds, in any of the shapes that such files have. */
function resultsIn(value) {
  const annotation = first(value);
  const result = annotation?.result ?? first(annotation?.annotations ?? annotation?.completions)?.result;
  return Array.isArray(result) ? result : null;
}

function readCase(name, configPath, stem) {
  const task = first(readJson(`${stem}task.json`));
  return {
    name,
    config: readFileSync(configPath, "utf8"),
    task: task && (task.data ? task : { data: task }),
    results: resultsIn(readJson(`${stem}annotations.json`)),
  };
}

/** Configs of a folder of `name.xml` with `name.task.json`, as {name, config, task, results}; what is missing is null. */
export function readTemplates(folder) {
  const path = join(corpus, folder);
  return isCorpusAbsent ? [] : readdirSync(path).filter((file) => file.endsWith(".xml")).sort().map((file) =>
    readCase(`${folder}/${file.slice(0, -4)}`, join(path, file), join(path, file.slice(0, -3))));
}

/** The same of folders that hold `config.xml` and `task.json` each. */
export function readExamples() {
  const path = join(corpus, "examples");
  return isCorpusAbsent ? [] : readdirSync(path).filter((name) => existsSync(join(path, name, "config.xml"))).sort().map((name) =>
    readCase(`examples/${name}`, join(path, name, "config.xml"), join(path, name, "/")));
}
