// The projects of this browser: their tasks with what was labeled, and the media that tasks name; with a passphrase, sealed.

import { answer, ProjectDatabase, within } from "./database.js";
import { clear, LockedProject, Sealing } from "./sealing.js";

const batch = 500;
const sealedAtOnce = 50;

export class ProjectStore {
  #database = new ProjectDatabase();
  /** By their ids, those that are unlocked. */
  #sealings = new Map();
  #channel = new BroadcastChannel("cartouche projects");
  #turn = Promise.resolve();

  /** `onLocked(id)`: another tab sealed a project. */
  constructor(onLocked) {
    this.#channel.onmessage = ({ data }) => onLocked(data.locked);
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

  /** The paths of its media. */
  async paths(id) {
    const sealing = this.#opened(id);
    const records = await this.#database.read("files", (store) => store.getAll(within(id)));
    return new Set(await Promise.all(records.map((record) => sealing.readPath(record))));
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
    for await (const records of this.#batches(id, batch)) {
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
    this.#sealings.set(id, await Sealing.open(await this.#existing(id), passphrase));
  }

  /** From now on the passphrases are needed again. */
  lockAll() {
    this.#sealings.clear();
  }

  /** From now on all of it is sealed; what there is takes a while: what `finishSealing` has not sealed yet is read as it is. */
  async seal(id, passphrase) {
    const sealing = await Sealing.make(id, passphrase);
    await this.#change(async () => {
      const project = await this.#existing(id);
      if (project.lock) {
        throw new LockedProject();
      }
      const about = await sealing.about(project);
      this.#sealings.set(id, sealing);
      return this.#database.write(async (projects) => {
        const { name, config, ...now } = await existing(projects, id);
        if (!isSameVersion(now, project) || now.lock) {
          return undefined;
        }
        projects.put({ ...now, ...about, ...sealing.lock, isSealing: true, ...nextVersion(now) });
        return null;
      });
    }).catch((error) => {
      this.#sealings.delete(id);
      throw error;
    });
    this.#channel.postMessage({ locked: id });
    await this.finishSealing(id);
  }

  /** Seals what was kept before there was a passphrase, and is not sealed yet. */
  async finishSealing(id) {
    if (!(await this.#existing(id)).isSealing) {
      return;
    }
    const sealing = this.#opened(id);
    for await (const records of this.#batches(id, sealedAtOnce)) {
      await this.#sealTasks(sealing, records);
    }
    for (const key of await this.#database.read("files", (store) => store.getAllKeys(within(id)))) {
      await this.#sealFile(sealing, key);
    }
    await this.#database.write(async (projects) => {
      const { isSealing, ...project } = await existing(projects, id);
      projects.put(project);
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

  async #sealTasks(sealing, records) {
    const made = await Promise.all(records.map(async (record) => ({ ...record, task: await sealing.task(record.place, await sealing.readTask(record)), ...nextVersion(record) })));
    await this.#database.write(async (projects, tasks) => {
      for (const [at, record] of records.entries()) {
        const now = await answer(tasks.get([record.project, record.place]));
        if (now && isSameVersion(now, record)) { // else it was sealed when it was changed
          tasks.put(made[at]);
        }
      }
    });
  }

  async #sealFile(sealing, key) {
    const record = await this.#database.read("files", (store) => store.get(key));
    if (record && !record.ivs) {
      const [sealed] = await filesOf(sealing, record.project, [[record.path, record.file]]);
      await this.#database.write((projects, tasks, files) => {
        files.delete(key);
        files.put(sealed);
      });
    }
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

  async *#batches(id, count) {
    let after = 0;
    for (let records; records?.length !== 0;) {
      const range = IDBKeyRange.bound([id, after], [id, []], true);
      records = await this.#database.read("tasks", (store) => store.getAll(range, count));
      after = records.at(-1)?.place;
      yield records;
    }
  }

  async #existing(id) {
    return present(await this.#database.read("projects", (store) => store.get(id)));
  }

  #opened(id) {
    return this.#sealings.get(id) ?? clear;
  }

  /** For what is written. */
  #sealingOf({ id, lock }) {
    const sealing = lock ? this.#sealings.get(id) : clear;
    if (sealing?.lock?.lock.id !== lock?.id) {
      throw new LockedProject();
    }
    return sealing;
  }

  async #shown({ lock, pathKey, about, ...project }) {
    const sealing = this.#sealings.get(project.id);
    if (lock && !sealing) {
      return { ...project, isSealed: true, isLocked: true };
    }
    return { ...project, ...(await this.#opened(project.id).readAbout({ ...project, about })), isSealed: Boolean(lock), isLocked: false };
  }
}

const isSameVersion = (one, other) => (one?.version ?? 0) === (other?.version ?? 0);
const nextVersion = (record) => ({ version: (record?.version ?? 0) + 1 });
const isSameLock = (one, other) => one.lock?.id === other.lock?.id;

function present(project) {
  if (!project) {
    throw new Error("This project was forgotten, in another tab perhaps.");
  }
  return project;
}

async function existing(projects, id) {
  return present(await answer(projects.get(id)));
}

/** Tasks behind so many others; annotations without an id get one. Gives the highest id, too. */
async function recordsOf(sealing, project, tasks, { behind, lastAnnotation }) {
  let last = tasks.flatMap(({ annotations = [] }) => annotations).reduce((most, { id }) => Math.max(most, Number(id) || 0), lastAnnotation);
  const withId = (annotation) => (annotation.id == null ? { ...annotation, id: (last += 1) } : annotation);
  const named = tasks.map((task) => (task.annotations ? { ...task, annotations: task.annotations.map(withId) } : task));
  const records = await Promise.all(named.map((task, index) => recordOf(sealing, project, behind + index + 1, task)));
  return { records, lastAnnotation: last };
}

async function recordOf(sealing, project, place, task) {
  return { project, place, isDone: task.annotations?.length > 0 ? 1 : 0, task: await sealing.task(place, task) };
}

/** One after the other: files may be large. */
async function filesOf(sealing, project, media) {
  const records = [];
  for (const [path, file] of media) {
    records.push({ project, ...(await sealing.file(path, file)) });
  }
  return records;
}

/** The annotation in the place of the one that it was, or behind the others. */
function withAnnotation(annotations, { result, was_cancelled, lead_time, created_at, pk, parent_prediction, parent_annotation }, key, newId) {
  const given = { result, was_cancelled, lead_time, updated_at: new Date().toISOString() };
  const at = annotations.findIndex(({ id, unique_id }) => unique_id === key || (pk !== undefined && String(id) === String(pk)));
  if (at >= 0) {
    return { annotations: annotations.with(at, { ...annotations[at], ...given }), saved: annotations[at].id };
  }
  const parents = { ...(parent_prediction !== undefined && { parent_prediction }), ...(parent_annotation !== undefined && { parent_annotation }) };
  return { annotations: [...annotations, { id: newId, unique_id: key, created_at, ...given, ...parents }], saved: newId };
}
