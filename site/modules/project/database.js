// The projects of this browser: their tasks with what was labeled, and the media that tasks name, in IndexedDB.

const name = "cartouche projects";
const stores = ["projects", "tasks", "files"];

/** Everything whose key begins so: a list comes after every text. */
const within = (...key) => IDBKeyRange.bound(key, [...key, []]);

export class ProjectStore {
  #opened = null;

  /** [{id, name, config, created, tasks, done}], the newest first. */
  async list() {
    if (!(await indexedDB.databases()).some((database) => database.name === name)) {
      return []; // to look makes none
    }
    const projects = await this.#read("projects", (store) => store.getAll());
    const counted = await Promise.all(projects.map(async (project) => ({ ...project, done: await this.doneCount(project.id) })));
    return counted.sort((one, other) => other.created - one.created);
  }

  /** Undefined: there is none. */
  project(id) {
    return this.#read("projects", (store) => store.get(id));
  }

  /** All of it or nothing; `media` are [path, File]. Gives its id. */
  async create({ name, config, tasks, media }) {
    const id = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    await this.#write((projects, ...others) => {
      const lastAnnotation = putTasks(others, id, { tasks, media }, { behind: 0, lastAnnotation: 0 });
      projects.put({ id, name, config, created: Date.now(), tasks: tasks.length, lastAnnotation });
    });
    return id;
  }

  /** Behind the tasks that there are, all or nothing. Gives how many there are then. */
  async append(id, { tasks, media }) {
    return this.#write(async (projects, ...others) => {
      const project = await existing(projects, id);
      const lastAnnotation = putTasks(others, id, { tasks, media }, { behind: project.tasks, lastAnnotation: project.lastAnnotation });
      projects.put({ ...project, tasks: project.tasks + tasks.length, lastAnnotation });
      return project.tasks + tasks.length;
    });
  }

  /** The paths of its media. */
  async paths(id) {
    const keys = await this.#read("files", (store) => store.getAllKeys(within(id)));
    return new Set(keys.map(([, path]) => path));
  }

  /** Changes some of what is known of a project. */
  async change(id, changes) {
    await this.#write(async (projects) => {
      const project = await answer(projects.get(id));
      if (project) {
        projects.put({ ...project, ...changes });
      }
    });
  }

  /** The task at a place, from 1, as it came, with the annotations that it has by now. */
  async task(id, place) {
    return (await this.#read("tasks", (store) => store.get([id, place])))?.task;
  }

  /** All of them, by `visit(task, place)`, one after the other: there may be more than fit into memory. */
  async eachTask(id, visit) {
    const store = (await this.#open()).transaction("tasks").objectStore("tasks");
    const request = store.openCursor(within(id));
    for (let cursor = await answer(request); cursor; cursor = await answer(request)) {
      visit(cursor.value.task, cursor.value.place);
      cursor.continue();
    }
  }

  doneCount(id) {
    return this.#read("tasks", (store) => store.index("done").count(within(id, 1)));
  }

  /** The place of the next task that is not labeled, from behind a place to the end and then from the start; undefined: none is left. */
  async nextOpen(id, after) {
    const first = (range) => this.#read("tasks", (store) => store.index("done").getKey(range));
    const behind = await first(IDBKeyRange.bound([id, 0, after + 1], [id, 0, []]));
    return (behind ?? (await first(within(id, 0))))?.[1];
  }

  /** Keeps an annotation of the task at a place, once for a key, and gives the id that it has here. Throws if the project is gone. */
  async save(id, place, annotation, key) {
    return this.#write(async (projects, tasks) => {
      const [project, record] = await Promise.all([existing(projects, id), answer(tasks.get([id, place]))]);
      const { annotations, saved } = withAnnotation(record.task.annotations ?? [], annotation, key, project.lastAnnotation + 1);
      tasks.put(recordOf(id, place, { ...record.task, annotations }));
      projects.put({ ...project, lastAnnotation: Math.max(project.lastAnnotation, Number(saved) || 0) });
      return saved;
    });
  }

  /** Takes away an annotation by the id that it has here. */
  async remove(id, place, annotation) {
    await this.#write(async (projects, tasks) => {
      const record = await answer(tasks.get([id, place]));
      const annotations = record?.task.annotations?.filter((one) => String(one.id) !== String(annotation));
      if (annotations) {
        tasks.put(recordOf(id, place, { ...record.task, annotations }));
      }
    });
  }

  /** Undefined: tasks name no such file. */
  async file(id, path) {
    return (await this.#read("files", (store) => store.get([id, path])))?.file;
  }

  /** Deletes all of it; with the last project goes the database itself. */
  async forget(id) {
    await this.#write((projects, tasks, files) => {
      projects.delete(id);
      tasks.delete(within(id));
      files.delete(within(id));
    });
    if ((await this.#read("projects", (store) => store.count())) === 0) {
      (await this.#open()).close();
      this.#opened = null;
      await answer(indexedDB.deleteDatabase(name)); // other tabs let go of it
    }
  }

  #open() {
    this.#opened ??= open(() => (this.#opened = null));
    return this.#opened;
  }

  async #read(store, ask) {
    return answer(ask((await this.#open()).transaction(store).objectStore(store)));
  }

  /** Gives what `change` gives, once it is on the disk. */
  async #write(change) {
    const transaction = (await this.#open()).transaction(stores, "readwrite", { durability: "strict" });
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new Error("the browser gave up"));
    });
    done.catch(() => undefined); // told below
    try {
      const given = await change(...stores.map((store) => transaction.objectStore(store)));
      await done;
      return given;
    } catch (error) {
      if (!transaction.error) {
        try {
          transaction.abort();
        } catch {
          // It has ended already.
        }
      }
      throw error;
    }
  }
}

async function existing(projects, id) {
  const project = await answer(projects.get(id));
  if (!project) {
    throw new Error("This project was forgotten, in another tab perhaps.");
  }
  return project;
}

/** Tasks behind so many others, and their media; annotations without an id get one. Gives the highest id. */
function putTasks([all, files], project, { tasks, media }, { behind, lastAnnotation }) {
  let last = tasks.flatMap(({ annotations = [] }) => annotations).reduce((most, { id }) => Math.max(most, Number(id) || 0), lastAnnotation);
  const withId = (annotation) => (annotation.id == null ? { ...annotation, id: (last += 1) } : annotation);
  media.forEach(([path, file]) => files.put({ project, path, file }));
  tasks.forEach((task, index) => all.put(recordOf(project, behind + index + 1, task.annotations ? { ...task, annotations: task.annotations.map(withId) } : task)));
  return last;
}

function recordOf(project, place, task) {
  return { project, place, isDone: task.annotations?.length > 0 ? 1 : 0, task };
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

function open(closed) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("projects", { keyPath: "id" });
      request.result.createObjectStore("tasks", { keyPath: ["project", "place"] }).createIndex("done", ["project", "isDone", "place"]);
      request.result.createObjectStore("files", { keyPath: ["project", "path"] });
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => { // another tab deletes it, or is newer
        request.result.close();
        closed();
      };
      resolve(request.result);
    };
    request.onerror = () => {
      closed();
      reject(request.error);
    };
  });
}

function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
