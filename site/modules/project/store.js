// The projects of this browser: their tasks with what was labeled, and the media that tasks name; with a passphrase, sealed.

import { convert } from "./conversion.js";
import { answer, existing, present, ProjectDatabase, within } from "./database.js";
import { filesOf, isSameVersion, nextVersion, recordOf, recordsOf, withAnnotation } from "./records.js";
import { clear, isOpen, isSameLock, LockedProject, openSealing, relocked, Sealing } from "./sealing.js";

const batch = 500;

export class ProjectStore {
  #database = new ProjectDatabase();
  /** By their ids, those that are unlocked. */
  #sealings = new Map();
  #channel = new BroadcastChannel("cartouche projects");
  #turn = Promise.resolve();

  /** `onLocked(id)`: another tab set, changed or took away the passphrase of a project. */
  constructor(onLocked) {
    this.#channel.onmessage = ({ data }) => {
      this.#sealings.delete(data.locked);
      onLocked(data.locked);
    };
  }

  /** [{id, name, config, created, tasks, done, isSealed}], the newest first; one that is locked `isLocked`, and has no name nor config. */
  async list() {
    if (!(await this.#database.isThere())) {
      return [];
    }
    const projects = await this.#database.read("projects", (store) => store.getAll());
    const counted = await Promise.all(projects.map(async (project) => ({ ...(await this.#shown(project)), done: await this.doneCount(project.id) })));
    return counted.sort((one, other) => other.created - one.created);
  }

  /** Undefined: there is none. */
  async project(id) {
    const project = await this.#database.read("projects", (store) => store.get(id));
    return project && this.#shown(project);
  }

  /** All of it or nothing; `media` are [path, File]; `passphrase` null: it is kept as it is. Gives its id. */
  async create({ name, config, tasks, media, passphrase }) {
    const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    const sealing = passphrase === null ? clear : await Sealing.make(id, passphrase);
    const { records, lastAnnotation } = await recordsOf(sealing, id, tasks, { behind: 0, lastAnnotation: 0 });
    const [kept, about] = [await filesOf(sealing, id, media), await sealing.about({ name, config })];
    await this.#database.write((projects, all, files) => {
      records.forEach((record) => all.put(record));
      kept.forEach((record) => files.put(record));
      projects.put({ id, ...about, ...sealing.lock, created: Date.now(), tasks: tasks.length, lastAnnotation });
    });
    if (sealing !== clear) {
      this.#sealings.set(id, sealing);
    }
    return id;
  }

  /** Behind the tasks that there are, all or nothing. Gives how many there are then. */
  async append(id, { tasks, media }) {
    const before = await this.#existing(id);
    const kept = await filesOf(this.#sealingOf(before), id, media);
    return this.#change(async () => {
      const project = await this.#existing(id);
      if (!isSameLock(project, before)) {
        throw new LockedProject();
      }
      const { records, lastAnnotation } = await recordsOf(this.#sealingOf(project), id, tasks, { behind: project.tasks, lastAnnotation: project.lastAnnotation });
      return this.#database.write(async (projects, all, files) => {
        const now = await existing(projects, id);
        if (now.tasks !== project.tasks || now.lastAnnotation !== project.lastAnnotation || !isSameLock(now, project)) {
          return undefined;
        }
        records.forEach((record) => all.put(record));
        kept.forEach((record) => files.put(record));
        projects.put({ ...now, tasks: project.tasks + tasks.length, lastAnnotation });
        return project.tasks + tasks.length;
      });
    });
  }

  /** The paths of its media, without those that are damaged. */
  async paths(id) {
    const sealing = this.#opened(id);
    const records = await this.#database.read("files", (store) => store.getAll(within(id)));
    const paths = await Promise.all(records.map((record) => sealing.readPath(record).catch(() => null)));
    return new Set(paths.filter((path) => path !== null));
  }

  /** Changes some of what is known of a project. */
  async change(id, { name, config, ...others }) {
    const given = Object.fromEntries(Object.entries({ name, config }).filter(([, value]) => value !== undefined));
    const isAbout = Object.keys(given).length > 0;
    await this.#change(async () => {
      const project = await this.#database.read("projects", (store) => store.get(id));
      if (!project) {
        return null;
      }
      const sealing = this.#sealingOf(project);
      const about = isAbout ? await sealing.about({ ...(await sealing.readAbout(project)), ...given }) : {};
      return this.#database.write(async (projects) => {
        const now = await answer(projects.get(id));
        if (now && isAbout && !(isSameVersion(now, project) && isSameLock(now, project))) {
          return undefined;
        }
        if (now) {
          projects.put({ ...now, ...about, ...others, ...(isAbout && nextVersion(now)) });
        }
        return null;
      });
    });
  }

  /** The task at a place, from 1, as it came, with the annotations that it has by now. */
  async task(id, place) {
    const record = await this.#database.read("tasks", (store) => store.get([id, place]));
    return record && this.#opened(id).readTask(record);
  }

  /** All of them, by `visit(task, place)`, some at a time: there may be more than fit into memory. Gives how many are damaged, and are passed over. */
  async eachTask(id, visit) {
    const sealing = this.#opened(id);
    let damaged = 0;
    for await (const records of this.#database.batches(id, batch)) {
      const tasks = await Promise.all(records.map((record) => sealing.readTask(record).catch(() => null)));
      tasks.forEach((task, at) => (task ? visit(task, records[at].place) : (damaged += 1)));
    }
    return damaged;
  }

  doneCount(id) {
    return this.#database.read("tasks", (store) => store.index("done").count(within(id, 1)));
  }

  /** The place of the next task that is not labeled, from behind a place to the end and then from the start; undefined: none is left. */
  async nextOpen(id, after) {
    const first = (range) => this.#database.read("tasks", (store) => store.index("done").getKey(range));
    const behind = await first(IDBKeyRange.bound([id, 0, after + 1], [id, 0, []]));
    return (behind ?? (await first(within(id, 0))))?.[1];
  }

  /** Keeps an annotation of the task at a place, once for a key, and gives the id that it has here. Throws if the project is gone. */
  save(id, place, annotation, key) {
    return this.#changeTask(id, place, (task, project) => {
      const { annotations, saved } = withAnnotation(task.annotations ?? [], annotation, key, project.lastAnnotation + 1);
      return { annotations, given: saved, lastAnnotation: Math.max(project.lastAnnotation, Number(saved) || 0) };
    });
  }

  /** Takes away an annotation by the id that it has here. */
  async remove(id, place, annotation) {
    await this.#changeTask(id, place, (task, { lastAnnotation }) =>
      ({ annotations: (task.annotations ?? []).filter((one) => String(one.id) !== String(annotation)), given: null, lastAnnotation }));
  }

  /** Undefined: tasks name no such file. */
  async file(id, path) {
    const sealing = this.#opened(id);
    for (const key of await sealing.keysOf(path)) {
      const record = await this.#database.read("files", (store) => store.get([id, key]));
      if (record) {
        return sealing.readFile(record);
      }
    }
  }

  /** What the editor seals its steps with; null: nothing is sealed. */
  passphrase(id) {
    return this.#opened(id).passphrase;
  }

  /** Rejects with a LockedError if the passphrase is wrong. */
  async unlock(id, passphrase) {
    this.#sealings.set(id, await openSealing(await this.#existing(id), passphrase));
  }

  /** From now on the passphrases are needed again. */
  lockAll() {
    this.#sealings.clear();
  }

  /** From now on all of it is sealed; what there is takes a while, by `finish`: until then it is read as it is. */
  async seal(id, passphrase) {
    await this.finish(id); // it may have had one before
    const sealing = await Sealing.make(id, passphrase);
    await this.#setLock(id, async ({ lock }) => {
      if (lock) {
        throw new LockedProject();
      }
      return { sealing, isSealing: true };
    });
  }

  /** Rejects with a LockedError, and changes nothing, if `from` is wrong. The former passphrase is known until `finish`. */
  async changePassphrase(id, from, to) {
    await this.finish(id);
    await this.#setLock(id, async (project) => {
      await openSealing(project, from);
      const sealing = await openSealing({ ...project, lock: await relocked(project, from, to) }, to);
      return { sealing, formerly: await sealing.formerly(from) };
    });
  }

  /** From now on nothing of it is sealed; what there is takes a while, by `finish`. Rejects with a LockedError, and changes nothing, if the passphrase is wrong. */
  async takePassphraseAway(id, passphrase) {
    await this.finish(id);
    await this.#setLock(id, async (project) => {
      await openSealing(project, passphrase);
      return { sealing: await openSealing({ ...project, lock: await relocked(project, passphrase, null) }, null) };
    });
  }

  /** Of a project whose passphrase was changed, while it is not finished; null: there is none. */
  async formerPassphrase(id) {
    const { formerly } = await this.#existing(id);
    return formerly ? this.#opened(id).readFormerly(formerly) : null;
  }

  /** What a passphrase that was set, changed or taken away leaves to do; after an interruption it goes on. */
  async finish(id) {
    const project = await this.#existing(id);
    const isConverting = project.isSealing || isOpen(project.lock);
    if (!isConverting && !project.formerly) {
      return;
    }
    const sealing = this.#sealingOf(project);
    if (isConverting) {
      await convert(this.#database, project, sealing);
    }
    await this.#database.write(async (projects) => {
      const { isSealing, formerly, ...now } = await existing(projects, id);
      if (isSameLock(now, project)) {
        projects.put(isOpen(now.lock) ? withoutLock(now) : now);
      }
    });
  }

  /** Deletes all of it, whether it can be opened or not; with the last project goes the database itself. */
  async forget(id) {
    this.#sealings.delete(id);
    await this.#database.write((projects, tasks, files) => {
      projects.delete(id);
      tasks.delete(within(id));
      files.delete(within(id));
    });
    if ((await this.#database.read("projects", (store) => store.count())) === 0) {
      await this.#database.remove();
    }
  }

  /** `make(project)` gives what seals it from now on, and what else its record says then. */
  async #setLock(id, make) {
    const before = this.#sealings.get(id);
    await this.#change(async () => {
      const project = await this.#existing(id);
      const about = await this.#sealingOf(project).readAbout(project);
      const { sealing, ...others } = await make(project);
      const made = { ...(await sealing.about(about)), ...sealing.lock, ...others };
      this.#sealings.set(id, sealing);
      return this.#database.write(async (projects) => {
        const { name, config, about, ...now } = await existing(projects, id);
        if (!isSameVersion(now, project) || !isSameLock(now, project)) {
          return undefined;
        }
        projects.put({ ...now, ...made, ...nextVersion(now) });
        return null;
      });
    }).catch((error) => {
      before ? this.#sealings.set(id, before) : this.#sealings.delete(id);
      throw error;
    });
    this.#channel.postMessage({ locked: id });
  }

  /** `change(task, project)` gives the annotations that a task has then, and the highest id of the project; `given` is given once it is kept. */
  #changeTask(id, place, change) {
    return this.#change(async () => {
      const [project, record] = await Promise.all([this.#existing(id), this.#database.read("tasks", (store) => store.get([id, place]))]);
      const sealing = this.#sealingOf(project);
      const task = await sealing.readTask(record);
      const { annotations, given, lastAnnotation } = change(task, project);
      const made = { ...(await recordOf(sealing, id, place, { ...task, annotations })), ...nextVersion(record) };
      return this.#database.write(async (projects, tasks) => {
        const [now, there] = await Promise.all([existing(projects, id), answer(tasks.get([id, place]))]);
        if (!isSameVersion(there, record) || now.lastAnnotation !== project.lastAnnotation || !isSameLock(now, project)) {
          return undefined;
        }
        tasks.put(made);
        projects.put({ ...now, lastAnnotation });
        return given;
      });
    });
  }

  /** One after the other. `attempt` gives undefined if another tab was first: then once more, with what there is by then. */
  #change(attempt) {
    const changed = this.#turn.then(async () => {
      for (;;) {
        const given = await attempt();
        if (given !== undefined) {
          return given;
        }
      }
    });
    this.#turn = changed.catch(() => undefined);
    return changed;
  }

  async #existing(id) {
    return present(await this.#database.read("projects", (store) => store.get(id)));
  }

  #opened(id) {
    return this.#sealings.get(id) ?? clear;
  }

  /** For what is written. */
  #sealingOf(project) {
    const sealing = project.lock ? this.#sealings.get(project.id) : clear;
    if (!sealing || !isSameLock(sealing.lock ?? {}, project)) {
      throw new LockedProject();
    }
    return sealing;
  }

  async #shown(record) {
    const { lock, pathKey, about, formerly, ...project } = record;
    if (isOpen(lock)) {
      this.#sealings.set(project.id, await openSealing(record, null));
    }
    if (lock && !this.#sealings.has(project.id)) {
      return { ...project, isSealed: true, isLocked: true };
    }
    return { ...project, ...(await this.#opened(project.id).readAbout({ ...project, about })), isSealed: Boolean(lock) && !isOpen(lock), isLocked: false };
  }
}

const withoutLock = ({ lock, pathKey, ...project }) => project;
