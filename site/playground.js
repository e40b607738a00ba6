// The playground: a config and a task as text, the editor that follows them, and what comes of it.

import { Completion } from "./modules/completion.js";
import { copy } from "./modules/copy.js";
import { placeOfError, placeOfPointer } from "./modules/json_place.js";
import { recall, remember } from "./modules/last_texts.js";
import { startPictureInput, withPicture } from "./modules/own_picture.js";
import { painted } from "./modules/paint.js";
import { BrokenLink, isShare, readShare, shareOf } from "./modules/share.js";
import { SourcePane } from "./modules/source_pane.js";
import { Suggestions } from "./modules/suggestions.js";
import { startTemplateDialog } from "./modules/template_dialog.js";
import { taskTextOf, templates } from "./modules/templates.js";
import { showWaiting } from "./modules/waiting.js";

const templateMark = "#template=";
const mostPainted = 100_000;
const longLink = 8000;

const find = (id) => document.querySelector(`#${id}`);
const textsOf = (template) => ({ config: template.config, task: taskTextOf(template) });

class Playground {
  #editor = find("editor");
  #config = new SourcePane(document.querySelector(".pane-config"), "xml", () => this.#edited());
  #task = new SourcePane(document.querySelector(".pane-task"), "json", () => this.#edited());
  #template = templates[0];
  /** The task as it was last valid. */
  #parsed = null;
  #isResultDue = false;
  #noteTimer = 0;

  start() {
    this.#editor.addEventListener("cartouche-error", ({ detail }) => this.#report(detail));
    for (const type of ["change", "annotations", "ready"]) {
      this.#editor.addEventListener(`cartouche-${type}`, () => this.#showResult());
    }
    for (const type of ["submit", "update"]) {
      this.#editor.addEventListener(`cartouche-${type}`, () => this.#say("Submitted: a page would have the annotation now."));
    }
    find("share").addEventListener("click", () => this.#share());
    find("reset").addEventListener("click", () => this.#choose(this.#template));
    addEventListener("hashchange", () => this.#open());
    startPictureInput(find("picture"), (address) => this.#showPicture(address));
    startTemplateDialog((template) => this.#choose(template));
    this.#suggest();
    this.#open();
  }

  /** By the address, or as it was left, or from the first template. */
  async #open() {
    const { hash } = location;
    const named = templates.find(({ id }) => hash === templateMark + id);
    if (named) {
      this.#show(named, textsOf(named));
    } else if (isShare(hash)) {
      await this.#openShared(hash);
    } else if (hash.startsWith(templateMark)) {
      this.#showLast();
      this.#warn(`There is no template “${decodeURIComponent(hash.slice(templateMark.length))}”. Below is what was here before.`);
    } else {
      this.#showLast();
    }
  }

  async #openShared(hash) {
    try {
      this.#show(null, await readShare(hash));
    } catch (error) {
      if (!(error instanceof BrokenLink)) {
        throw error;
      }
      this.#showLast();
      this.#warn(`This link cannot be opened: ${error.message}. Ask for it once more. Below is what was here before.`);
    }
  }

  #showLast() {
    const last = recall();
    const template = templates.find(({ id }) => id === last?.template) ?? (last ? null : templates[0]);
    this.#show(template, last ?? textsOf(templates[0]));
    history.replaceState(null, "", location.pathname);
  }

  #choose(template) {
    this.#show(template, textsOf(template));
    history.replaceState(null, "", templateMark + template.id);
  }

  #show(template, { config, task }) {
    this.#template = template;
    find("template-name").textContent = template?.title ?? "A shared config";
    find("template-about").textContent = template?.about ?? "";
    find("message").hidden = true;
    this.#config.text = config;
    this.#task.text = task;
    this.#apply();
  }

  #showPicture(address) {
    const task = withPicture(this.#task.text, address);
    if (task === null) {
      this.#say("This task shows no picture.");
      return;
    }
    this.#task.text = task;
    this.#edited();
    this.#say("Your picture is shown. It stays in this page, and goes with it.");
  }

  /** The address does not name what stands here any more. */
  #edited() {
    if (location.hash) {
      history.replaceState(null, "", location.pathname);
    }
    this.#apply();
  }

  #apply() {
    this.#config.clearProblems();
    this.#task.clearProblems();
    this.#readTask();
    remember({ config: this.#config.text, task: this.#task.text, template: this.#template?.id });
    const isChanged = this.#template && JSON.stringify(textsOf(this.#template)) !== JSON.stringify({ config: this.#config.text, task: this.#task.text });
    find("reset").disabled = !isChanged;
    this.#editor.config = this.#config.text;
    this.#editor.task = this.#parsed;
    this.#showResult();
  }

  #readTask() {
    try {
      const task = JSON.parse(this.#task.text);
      if (typeof task?.data !== "object" || task.data === null) {
        this.#task.report({ severity: "error", line: 1, message: "A task is an object with a member “data”, which is one, too." });
        return;
      }
      this.#parsed = task;
    } catch (error) {
      this.#task.report({ severity: "error", message: `This is no JSON yet: ${error.message}`, ...placeOfError(this.#task.text, error.message) });
    }
  }

  /** What is wrong with the task, where the config asks for it, has a line there. */
  #report(diagnostic) {
    const { source, line, pointer } = diagnostic;
    if (source === "config" || (source === "task" && line && pointer === undefined)) {
      this.#config.report(diagnostic);
    } else if (source === "task" || (source === "annotation" && pointer !== undefined)) {
      this.#task.report({ ...diagnostic, ...placeOfPointer(this.#task.text, pointer ?? "") });
    }
  }

  /** Once for all that happens before the next frame. */
  #showResult() {
    if (!this.#isResultDue) {
      this.#isResultDue = true;
      setTimeout(() => {
        this.#isResultDue = false;
        const result = this.#editor.annotation?.result ?? [];
        const json = JSON.stringify(result, null, 2);
        find("result").replaceChildren(json.length > mostPainted ? json : painted(json, "json"));
        find("result-note").textContent = result.length === 1 ? "1 result" : `${result.length} results`;
      }, 50);
    }
  }

  async #share() {
    const hash = await shareOf({ config: this.#config.text, task: this.#task.text });
    history.replaceState(null, "", hash);
    const isCopied = await copy(location.href);
    const long = location.href.length > longLink ? ` It has ${location.href.length} letters; some programs cut long links.` : "";
    this.#say(isCopied ? `Link copied. It holds the config and the task.${long}` : `The link is in the address bar.${long}`);
  }

  /** To eyes and ears. */
  #say(text) {
    find("heard").textContent = text;
    const note = find("share-note");
    note.textContent = text;
    clearTimeout(this.#noteTimer);
    this.#noteTimer = setTimeout(() => (note.textContent = ""), 6000);
  }

  #warn(text) {
    const message = find("message");
    message.textContent = text;
    message.hidden = false;
  }

  async #suggest() {
    const suggestions = new Suggestions(await (await fetch("/reference/tags.json")).json());
    new Completion(this.#config, (text, caret, isAsked) =>
      suggestions.at(text, caret, Object.keys(this.#parsed?.data ?? {}), isAsked));
  }
}

showWaiting(find("editor"));
new Playground().start();
