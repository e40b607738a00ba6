// The project page: files become tasks, tasks are labeled one after the other, and all of it stays in this browser.

import { MediaAddresses } from "./modules/project/addresses.js";
import { Desk } from "./modules/project/desk.js";
import { askForNewPassphrase, askToChangePassphrase, askToForget, askToUnlock, startExportDialog } from "./modules/project/dialogs.js";
import { Draft } from "./modules/project/draft.js";
import { explain } from "./modules/project/explain.js";
import { startDrop, startGathering } from "./modules/project/gather.js";
import { fitConfig } from "./modules/project/guess.js";
import { changeJournalPassphrase, forgetJournal } from "./modules/project/journal.js";
import { keptItem } from "./modules/project/kept_list.js";
import { startOffline } from "./modules/project/offline.js";
import { sampleFiles } from "./modules/project/sample.js";
import { ProjectStore } from "./modules/project/store.js";
import { SourcePane } from "./modules/source_pane.js";
import { startTemplateDialog } from "./modules/template_dialog.js";

const mark = "#project=";
const previewed = ["controls", "side-column", "edit-history"];

const find = (id) => document.querySelector(`#${id}`);
const counted = (count, one, many) => (count === 1 ? `1 ${one}` : `${count.toLocaleString("en")} ${many}`);

class ProjectPage {
  #store = new ProjectStore((id) => this.#desk?.project.id === id && this.#openAddress());
  #config = new SourcePane(find("config-pane"), "xml", () => this.#configChanged());
  #editor = null;
  /** What was gathered and is not begun; null: nothing. */
  #draft = null;
  /** With which it is to be sealed; null: it is not. */
  #passphrase = null;
  /** The project that is open; null: none. */
  #desk = null;
  #addresses = null;

  start() {
    startGathering(find("gather"), (files) => this.#gather(files));
    startTemplateDialog((template) => this.#choose(template));
    startExportDialog(this.#store, () => this.#desk?.project);
    const act = (id, action) => find(id).addEventListener("click", () => this.#attempt(action));
    act("sample", () => this.#gather(sampleFiles()));
    act("leave", () => this.#leave());
    act("begin", () => this.#begin());
    act("leave-out", () => this.#leaveOut());
    act("earlier", () => this.#desk.go(this.#desk.place === null ? this.#desk.project.tasks : this.#desk.place - 1));
    act("later", () => this.#desk.go(this.#desk.place + 1));
    act("next-open", () => this.#desk.goToOpen());
    act("again", () => this.#desk.go(1));
    act("config-button", () => this.#toggleConfig());
    act("protect", () => this.#protect());
    act("seal-button", () => this.#setPassphrase());
    act("lock-button", () => this.#leave());
    act("forget-button", () => this.#forget(this.#desk.project));
    startDrop(find("work"), (files) => this.#attempt(() => this.#add(files)), () => this.#desk !== null);
    find("add").addEventListener("change", ({ target }) => {
      this.#attempt(() => this.#add([...target.files]));
      target.value = "";
    });
    find("name").addEventListener("change", ({ target }) => this.#rename(target.value));
    addEventListener("hashchange", () => this.#openAddress());
    this.#openAddress();
    startOffline(find("offline-note"), find("install"));
  }

  /** The project that the address names, or the list of all. */
  async #openAddress() {
    const id = location.hash.startsWith(mark) ? location.hash.slice(mark.length) : null;
    ["seal", "reseal", "unlock"].forEach((dialog) => find(dialog).close());
    await this.#attempt(async () => {
      const project = id && (await this.#store.project(id));
      if (project?.isLocked) {
        await this.#unlock(project);
      } else if (project) {
        await this.#label(project);
      } else {
        await this.#showStart(id ? "This project is not in this browser: it was forgotten, or made in another one." : "");
      }
    });
  }

  async #unlock(project) {
    const { hash } = location;
    await this.#showStart();
    const isOpen = await askToUnlock(project, (passphrase) => this.#store.unlock(project.id, passphrase));
    if (location.hash !== hash) {
      return; // another one is wanted meanwhile
    }
    if (isOpen) {
      await this.#openAddress();
    } else {
      history.replaceState(null, "", location.pathname);
    }
  }

  async #showStart(message = "") {
    this.#close();
    this.#store.lockAll();
    find("start").hidden = false;
    find("work").hidden = true;
    this.#warn("start-message", message);
    const projects = await this.#store.list();
    find("kept").hidden = projects.length === 0;
    find("kept-list").replaceChildren(...projects.map((project) => keptItem(project, `${mark}${project.id}`, () => this.#forget(project))));
  }

  /** `files` is a promise. */
  async #gather(files) {
    const say = (text) => (find("busy").textContent = text);
    this.#warn("start-message", "");
    say("Looking at the files…");
    try {
      this.#setUp(await Draft.of(await files, say));
    } catch (error) {
      this.#warn("start-message", explain(error));
    } finally {
      say("");
    }
  }

  #setUp(draft) {
    this.#open("setup");
    this.#draft = draft;
    this.#addresses = new MediaAddresses((path) => draft.file(path));
    find("name").value = draft.name;
    this.#config.text = draft.config;
    find("protect").textContent = "Passphrase…";
    find("config-note").textContent = draft.isGuess ? "a guess: change it as you like" : "from your files";
    Object.assign(this.#editor, { interfaces: previewed, resolveMedia: (url) => this.#addresses.of(url) });
    find("editor-place").append(this.#editor);
    this.#configChanged();
  }

  async #begin() {
    find("begin").disabled = true;
    const summary = find("summary").textContent;
    find("summary").textContent = "Keeping them in this browser…";
    try {
      const { tasks, media } = this.#draft;
      const name = find("name").value.trim() || this.#draft.name;
      const id = await this.#store.create({ name, config: this.#config.text, tasks, media, passphrase: this.#passphrase });
      navigator.storage?.persist?.().catch(() => undefined); // browsers may decline: they delete it only when the disk is full
      location.hash = mark + id;
    } finally {
      find("begin").disabled = false;
      find("summary").textContent = summary;
    }
  }

  /** Of what is not begun yet: it is sealed from the start. */
  async #protect() {
    await askForNewPassphrase(async (passphrase) => {
      this.#passphrase = passphrase;
      find("protect").textContent = "Passphrase set";
    });
  }

  async #setPassphrase() {
    const desk = this.#desk;
    await (desk.project.isSealed
      ? askToChangePassphrase({ change: (from, to) => desk.changePassphrase(from, to), takeAway: (passphrase) => desk.takePassphraseAway(passphrase) })
      : askForNewPassphrase((passphrase) => desk.seal(passphrase)));
    this.#showSeal();
  }

  #showSeal() {
    find("lock-button").hidden = !this.#desk?.project.isSealed;
  }

  async #label(project) {
    const former = await this.#store.formerPassphrase(project.id);
    if (former !== null) { // it was changed, and ended half way
      await changeJournalPassphrase(project.id, former, this.#store.passphrase(project.id));
    }
    this.#open("label");
    find("name").value = project.name;
    this.#config.text = project.config;
    this.#config.clearProblems();
    this.#desk = new Desk(this.#store, project, this.#editor, () => this.#showPlace());
    this.#showSeal();
    find("editor-place").append(this.#editor);
    await this.#store.finish(project.id);
  }

  #open(mode) {
    this.#close();
    find("start").hidden = true;
    find("finished").hidden = true;
    find("work").hidden = false;
    find("work").dataset.mode = mode;
    this.#toggleConfig(mode === "setup");
    if (matchMedia("(max-width: 760px)").matches) {
      find("work").scrollIntoView(); // a phone has no room for the head of the site, too
    }
    this.#warn("work-message", "");
    this.#editor = document.createElement("cartouche-editor");
    this.#editor.setAttribute("theme", document.documentElement.dataset.theme);
    this.#editor.addEventListener("cartouche-error", ({ detail }) => detail.source === "config" && this.#config.report(detail));
  }

  #close() {
    this.#editor?.remove();
    this.#desk?.close();
    this.#addresses?.close();
    this.#draft = this.#desk = this.#addresses = this.#editor = this.#passphrase = null;
  }

  #leave() {
    if (location.hash) {
      location.hash = "";
    } else {
      return this.#showStart();
    }
  }

  #showPlace() {
    const { place, done, project } = this.#desk;
    const { tasks } = project;
    find("progress").max = tasks;
    find("progress").value = done;
    find("progress-text").textContent = `${done.toLocaleString("en")} of ${tasks.toLocaleString("en")} labeled`;
    find("place").textContent = place === null ? "" : `Task ${place.toLocaleString("en")}`;
    find("earlier").disabled = place === 1;
    find("later").disabled = place === null || place === tasks;
    find("next-open").disabled = done === tasks;
    find("finished").hidden = place !== null;
    find("finished-text").textContent = tasks === 1 ? "The task is labeled." : `All ${tasks.toLocaleString("en")} tasks are labeled.`;
  }

  /** To the project that is open; `files` may be a promise. */
  async #add(files) {
    const say = (text) => (find("heard").textContent = text);
    this.#warn("work-message", "");
    const count = await this.#desk.add(await files, say);
    say(`${counted(count, "task", "tasks")} added.`);
  }

  async #configChanged() {
    this.#config.clearProblems();
    this.#editor.config = this.#config.text;
    if (this.#desk) {
      await this.#attempt(() => this.#desk.change({ config: this.#config.text }));
    } else {
      await this.#readAgain(() => this.#draft.setConfig(this.#config.text));
    }
  }

  /** Makes the tasks of the draft anew, and shows the first one. */
  async #readAgain(read) {
    const draft = this.#draft;
    let told = null;
    await read().catch((error) => (told = error));
    if (draft === this.#draft) {
      this.#warn("work-message", told?.message ?? "");
      find("leave-out").hidden = !(told && draft.fileOf(told));
      find("begin").disabled = told !== null;
      find("summary").textContent = `${counted(draft.tasks.length, "task", "tasks")}${draft.media.length > 0 ? `, ${counted(draft.media.length, "file", "files")}` : ""}`;
      this.#editor.task = draft.tasks[0];
    }
  }

  async #leaveOut() {
    const error = await this.#draft.setConfig(this.#config.text).then(() => null, (error) => error);
    const file = error && this.#draft.fileOf(error);
    if (file) {
      await this.#readAgain(() => this.#draft.leaveOut(file));
    }
  }

  #choose({ config }) {
    this.#config.text = this.#draft ? this.#draft.fit(config) : fitConfig(config, this.#editor.task ? [this.#editor.task] : []);
    this.#configChanged();
  }

  async #rename(text) {
    const name = text.trim();
    if (name && this.#desk) {
      await this.#attempt(() => this.#desk.change({ name }));
    } else if (this.#desk) {
      find("name").value = this.#desk.project.name;
    }
  }

  #toggleConfig(isOpen = !find("work").classList.contains("with-config")) {
    find("work").classList.toggle("with-config", isOpen);
    find("config-button").setAttribute("aria-expanded", String(isOpen));
  }

  async #forget(project) {
    if (await askToForget(project)) {
      await (this.#desk ? this.#desk.forget() : forgetJournal(project.id));
      await this.#store.forget(project.id);
      history.replaceState(null, "", location.pathname);
      await this.#showStart();
    }
  }

  /** What goes wrong is told where one is. */
  async #attempt(action) {
    try {
      await action();
    } catch (error) {
      this.#warn(find("work").hidden ? "start-message" : "work-message", explain(error));
    }
  }

  #warn(id, text) {
    find(id).hidden = text === "";
    (find(id).querySelector("span") ?? find(id)).textContent = text;
  }
}

new ProjectPage().start();
