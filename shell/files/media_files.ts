/** Media that were chosen along with tasks: each is named by a task, or is one itself. */

import type { FileOptions, Task } from "../cartouche.js";
import type { Source } from "./kinds.js";

export class MediaFiles {
  readonly #byPath: Map<string, Source>;
  readonly #addresses = new Map<Source, string>();

  readonly #makeAddress: NonNullable<FileOptions["addressOf"]>;

  constructor(sources: Source[], makeAddress: FileOptions["addressOf"] = (file) => URL.createObjectURL(file)) {
    this.#makeAddress = makeAddress;
    this.#byPath = new Map(sources.map((source) => [source.path, source]));
  }

  /**
   * The task with addresses in place of the paths of these files, as its file names them: from the folder that it is in
   * itself, or whole. An address is another each time: without an id, `id` becomes the task's.
   */
  fill(task: Task, { path }: Source, id: string): Task {
    if (this.#byPath.size === 0) {
      return task;
    }
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    let isFilled = false;
    const data = JSON.parse(JSON.stringify(task.data), (_, value: unknown) => {
      const source = typeof value === "string" ? this.#find(folder, value) : undefined;
      isFilled ||= source !== undefined;
      return source ? this.addressOf(source) : value;
    }) as Task["data"];
    return isFilled ? { ...task, id: task.id ?? id, data } : task;
  }

  /** Those that no task names. */
  get others(): Source[] {
    return [...this.#byPath.values()].filter((source) => !this.#addresses.has(source));
  }

  addressOf(source: Source): string {
    const address = this.#addresses.get(source) ?? this.#makeAddress(source.file, source.path);
    this.#addresses.set(source, address);
    return address;
  }

  #find(folder: string, name: string): Source | undefined {
    const path = name.replace(/^\.?\//, "");
    return this.#byPath.get(folder + path) ?? this.#byPath.get(path);
  }
}
