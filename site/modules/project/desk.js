// The queue of a project: which task is shown, where what is submitted goes, and which one is next.

import { MediaAddresses } from "./addresses.js";
import { Draft } from "./draft.js";
import { explain } from "./explain.js";
import { journalOf } from "./journal.js";

export class Desk {
  #store;
  #editor;
  #addresses;
  #show;
  /** Of the task that is to come next, if somebody asked for it. */
  #wanted;

  project;
  /** Of the task that is shown, from 1; null: all are labeled. */
  place = null;
  done = 0;

  /** `show` is called whenever the place or what is done changes; the editor is new. */
  constructor(store, project, editor, show) {
    this.#store = store;
    this.#editor = editor;
    this.#show = show;
    this.#addresses = new MediaAddresses((path) => store.file(project.id, path));
    this.#wanted = project.at ?? undefined;
    this.project = project;
    Object.assign(editor, { config: project.config, resolveMedia: (url) => this.#addresses.of(url), host: this.#host(), passphrase: store.passphrase(project.id) });
    editor.setAttribute("journal", journalOf(project.id));
    editor.addEventListener("cartouche-delete", ({ detail: { annotation } }) => this.#deleted(annotation));
  }

  async go(place) {
    const task = await this.#task(place);
    if (task) {
      this.#editor.task = task;
      await this.#moved(place);
    }
  }

  async goToOpen() {
    const place = await this.#store.nextOpen(this.project.id, this.place ?? 0);
    return place && this.go(place);
  }

  /** Behind the other tasks. Gives how many were added; rejects, and adds nothing, if the files do not go with the config. */
  async add(files, say) {
    const { id, config } = this.project;
    const draft = await Draft.of(files, say, { config, taken: await this.#store.paths(id) });
    this.project.tasks = await this.#store.append(id, draft);
    await (this.place === null ? this.goToOpen() : this.#moved(this.place));
    return draft.tasks.length;
  }

  /** Of the project as it is kept. */
  async change(changes) {
    Object.assign(this.project, changes);
    await this.#store.change(this.project.id, changes);
  }

  /** From now on all of it is sealed with a passphrase, and what there is, too. */
  seal(passphrase) {
    return this.#setLock((id) => this.#store.seal(id, passphrase));
  }

  /** Rejects with a LockedError, and changes nothing, if `from` is wrong. */
  changePassphrase(from, to) {
    return this.#setLock(async (id) => {
      await this.#store.changePassphrase(id, from, to);
      await this.#editor.changePassphrase(to);
    });
  }

  /** From now on nothing is sealed, and what there is is not, either. Rejects with a LockedError, and changes nothing, if the passphrase is wrong. */
  takePassphraseAway(passphrase) {
    return this.#setLock(async (id) => {
      await this.#store.unlock(id, passphrase);
      await this.#editor.changePassphrase(null); // first: should it end here, the passphrase still opens all
      await this.#store.takePassphraseAway(id, passphrase);
    });
  }

  /** Deletes all of it. */
  async forget() {
    await this.#editor.forgetData();
    await this.#store.forget(this.project.id);
  }

  close() {
    this.#addresses.close();
  }

  async #setLock(set) {
    const { id } = this.project;
    try {
      await set(id);
    } finally { // also where it ended half way
      this.project.isSealed = (await this.#store.project(id)).isSealed;
      this.#editor.passphrase = this.#store.passphrase(id);
      await this.#editor.restored;
    }
    await this.#store.finish(id);
  }

  #host() {
    return {
      name: "this browser",
      save: async ({ annotation, key }) => ({ pk: await this.#save(annotation, key) }),
      next: () => this.#next(),
    };
  }

  async #save(annotation, key) {
    try {
      return await this.#store.save(this.project.id, annotation.task, annotation, key);
    } catch (error) {
      // Nothing becomes better by itself.
      throw new Cartouche.SaveError(explain(error), { isFinal: true });
    }
  }

  async #next() {
    const wanted = this.#wanted;
    this.#wanted = undefined;
    const place = wanted ?? (await this.#store.nextOpen(this.project.id, this.place ?? 0)) ?? null;
    const task = place === null ? null : await this.#task(place);
    await this.#moved(task ? place : null);
    return task && { task };
  }

  /** As the editor gets it: known by its place, whatever its own id. */
  async #task(place) {
    const task = await this.#store.task(this.project.id, place);
    return task && { ...task, id: place };
  }

  async #moved(place) {
    this.place = place;
    this.done = await this.#store.doneCount(this.project.id);
    await this.change({ at: place });
    this.#show();
  }

  async #deleted({ task, pk }) {
    if (pk !== undefined) {
      await this.#store.remove(this.project.id, task, pk);
      this.done = await this.#store.doneCount(this.project.id);
      this.#show();
    }
  }
}
