// What a project begins with: files, of which tasks are made as the config wants them, and that config.

import { pathOf, unpackAll } from "./gather.js";
import { fitConfig, guessConfig } from "./guess.js";

/** What of a config decides which tasks become of files: the objects, with the names of their data. */
function objectsIn(config) {
  const objects = config.match(/<(Text|HyperText|Image|Audio|AudioPlus|Video|Pdf)\b[^<>]*>/g) ?? [];
  return objects.map((tag) => [/^<\w+/, /\svalue="[^"]*"/, /\svalueType="[^"]*"/].map((part) => part.exec(tag)?.[0])).join();
}

export class Draft {
  #files;
  /** The files that tasks name, by their paths. */
  #media = new Map();
  #objects = null;
  #taken;

  /** What somebody would call it. */
  name;
  config;
  /** Nobody gave the config. */
  isGuess;
  tasks;

  /**
   * Rejects with an Error that says what is wrong with the files. `say` is told what is at work. To be added to a project, they
   * have to go with its `config`, and get other paths than those that are `taken`.
   */
  static async of(files, say, { config = undefined, taken = new Set() } = {}) {
    const draft = new Draft();
    draft.#taken = taken;
    draft.name = nameOf(files);
    const all = await unpackAll(files, say);
    say("Reading…");
    const { file, xml } = config === undefined ? await configAmong(all) : { xml: config };
    draft.#files = all.filter((one) => one !== file);
    await draft.#read(xml);
    draft.config = xml ?? guessConfig(draft.tasks, draft.#media);
    draft.isGuess = xml === undefined;
    return draft;
  }

  get media() {
    return [...this.#media];
  }

  /** The tasks as a config wants them. Rejects, and keeps what there was, if the files do not go with it. */
  async setConfig(config) {
    this.config = config;
    const objects = objectsIn(config);
    if (objects !== this.#objects) {
      await this.#read(config);
      this.#objects = objects;
    }
  }

  /** The file that an error of `setConfig` is about, if it is that the config shows nothing of its kind. */
  fileOf({ diagnostic }) {
    const isAbout = (file) => diagnostic?.code === "file-not-shown" && diagnostic.message.startsWith(`${pathOf(file)} `);
    return this.#files.find(isAbout) ?? null;
  }

  /** Leaves out a file and all of its kind, as their names end. */
  async leaveOut({ name }) {
    const ending = name.slice(name.lastIndexOf(".")).toLowerCase();
    this.#files = this.#files.filter((file) => !file.name.toLowerCase().endsWith(ending));
    this.#objects = null;
    await this.setConfig(this.config);
  }

  /** A config, with names of variables that the tasks have. */
  fit(config) {
    return fitConfig(config, this.tasks, this.#media);
  }

  async file(path) {
    return this.#media.get(path);
  }

  async #read(config) {
    const media = new Map();
    const addressOf = (file, path) => {
      let free = path;
      for (let number = 2; this.#taken.has(free); ++number) {
        free = path.replace(/(\.\w+)?$/, (ending) => ` (${number})${ending}`);
      }
      media.set(free, file);
      return free;
    };
    this.tasks = await Cartouche.tasksFromFiles(this.#files, config, { addressOf });
    this.#media = media;
  }
}

/** The first XML file that is a config: {file, xml}, or nothing of it. */
async function configAmong(files) {
  for (const file of files.filter(({ name }) => /\.xml$/i.test(name))) {
    const xml = await file.text();
    if (/^\ufeff?\s*(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)*<View\b/.test(xml)) {
      return { file, xml };
    }
  }
  return {};
}

/** Of the folder or archive that all of them are in, else of the first file. */
function nameOf(files) {
  const [first, ...others] = files.map((file) => pathOf(file).split("/"));
  if (!first) {
    return "Project";
  }
  const isOneFolder = first.length > 1 && others.every(([folder]) => folder === first[0]);
  const name = isOneFolder ? first[0] : first.at(-1).replace(/\.\w+$/, "");
  return others.length > 0 && !isOneFolder ? `${name} and more` : name;
}
