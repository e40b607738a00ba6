/** The front end's store: what integrations ask of it and tell it (spec/embedding.md 4). */

import type * as api from "../cartouche.js";
import type { CartoucheEditor } from "../element.js";
import type { FacadeAnnotation } from "./annotation.js";
import type { AnnotationStore } from "./annotation_store.js";
import type { Events } from "./events.js";

export class FacadeStore implements api.LabelStudioStore {
  readonly annotationStore: AnnotationStore;
  user: unknown;
  users: unknown[];
  description: string | undefined;
  taskHistory: api.LabelStudioTaskPlace[] = [];
  readonly #editor: CartoucheEditor;
  readonly #events: Events;
  readonly #assist: api.Assist;
  #assigned: api.Task | null;

  constructor(editor: CartoucheEditor, annotations: AnnotationStore, events: Events, options: api.LabelStudioOptions) {
    this.#editor = editor;
    this.annotationStore = annotations;
    this.#events = events;
    this.#assigned = editor.task;
    this.user = options.user;
    this.users = (options["users"] as unknown[] | undefined) ?? [];
    this.description = options["description"] as string | undefined;
    this.setTaskHistory(options["taskHistory"] as api.LabelStudioTaskPlace[] | undefined);
    this.#assist = { on: Boolean(options.forceAutoAnnotation), acceptsAll: Boolean(options.forceAutoAcceptSuggestions) };
    if (this.#assist.on || this.#assist.acceptsAll) {
      editor.setAssist(this.#assist);
    }
  }

  get task(): (api.Task & { dataObj: Record<string, unknown> }) | null {
    return this.#assigned && { ...this.#assigned, dataObj: this.#assigned.data };
  }
  get config(): string { return this.#editor.config; }
  get interfaces(): string[] { return this.#editor.interfaces; }

  // The way from one task to the next: resetState, assignTask, initializeStore.

  assignConfig(config: string): void {
    this.#editor.config = config;
  }
  /** Shown by initializeStore. */
  assignTask(task: api.Task | null): void {
    this.#assigned = typeof task?.data === "string" ? { ...task, data: JSON.parse(task.data) as Record<string, unknown> } : task;
  }
  resetState(): void {
    this.#assigned = null;
    this.#editor.task = null;
    this.#editor.loadNow();
    this.annotationStore.reset();
  }
  resetAnnotationStore(): void {
    this.initializeStore({});
  }
  initializeStore({ annotations, completions, predictions }: api.LabelStudioInitial): void {
    const task = this.#assigned && { ...this.#assigned, annotations: [...(completions ?? []), ...(annotations ?? [])], predictions: predictions ?? [] };
    this.#editor.task = task as api.Task | null;
    this.#editor.loadNow();
    this.annotationStore.reset();
    this.annotationStore.addLoaded(this.#editor.task);
    this.#tellNeighbors();
  }

  hasInterface(...names: string[]): boolean {
    return names.some((name) => this.interfaces.includes(name));
  }
  addInterface(name: string): void {
    this.toggleInterface(name, true);
  }
  toggleInterface(name: string, value = !this.hasInterface(name)): void {
    const others = this.interfaces.filter((one) => one !== name);
    this.#editor.interfaces = value ? [...others, name] : others;
  }

  submitAnnotation(): void {
    void this.#editor.submit();
  }
  updateAnnotation(): void {
    void this.#editor.submit();
  }
  submitDraft(annotation: FacadeAnnotation, params: unknown = {}): Promise<unknown> {
    annotation.versions.draft = annotation.serializeAnnotation();
    return this.#events.invokeFirst("submitDraft", this, annotation, params);
  }
  skipTask(extra: unknown = {}): void {
    void this.#events.invoke("skipTask", this, extra);
  }
  unskipTask(): void {
    void this.#events.invoke("unskipTask", this);
  }
  acceptAnnotation(): void {
    void this.#editor.execute("annotation:accept");
  }
  rejectAnnotation({ comment }: { comment?: string } = {}): void {
    const { selected: entity } = this.annotationStore;
    if (entity) {
      void this.#events.invoke("rejectAnnotation", this, { isDirty: entity.history.hasChanges, entity, comment });
    }
  }

  // The way through the tasks that were shown (spec/embedding.md 3).

  nextTask(...args: unknown[]): void {
    void this.#events.invoke("nextTask", ...(args.length > 0 ? args : this.#placeAt(1)));
  }
  prevTask(...args: unknown[]): void {
    void this.#events.invoke("prevTask", ...(args.length > 0 ? args : this.#placeAt(-1)));
  }
  /** A draft of what is left behind is saved first. */
  async leave(go: () => void): Promise<void> {
    const { selected } = this.annotationStore;
    if (selected?.editable && selected.history.hasChanges) {
      await this.submitDraft(selected);
    }
    go();
  }
  setTaskHistory(history: api.LabelStudioTaskPlace[] = []): void {
    this.taskHistory = [...history];
    this.#tellNeighbors();
  }
  #placeAt(by: number): unknown[] {
    const at = this.taskHistory.findIndex(({ taskId }) => taskId === this.task?.id);
    const place = at < 0 ? undefined : this.taskHistory[at + by];
    return place ? [place.taskId, place.annotationId ?? null] : [];
  }
  #tellNeighbors(): void {
    this.#editor.setNeighbors({ previous: this.#placeAt(-1).length > 0, next: this.#placeAt(1).length > 0 });
  }
  postponeTask(): void {
    const { selected } = this.annotationStore;
    void (selected ? this.submitDraft(selected, { was_postponed: true }) : Promise.resolve()).then(() => this.nextTask());
  }
  /** Any field of the store may be set by the page. */
  setFlags(flags: Record<string, unknown>): void {
    Object.assign(this, flags);
  }
  setUsers(users: unknown[]): void {
    this.users = users;
  }
  setHistory(): void {}
  attachHotkeys(): void {}

  // A model that is asked (spec/embedding.md 10).

  setAutoAnnotation(on: boolean): void {
    this.#editor.setAssist(Object.assign(this.#assist, { on }));
  }
  setAutoAcceptSuggestions(acceptsAll: boolean): void {
    this.#editor.setAssist(Object.assign(this.#assist, { acceptsAll }));
  }
  async loadSuggestions(response: Promise<unknown>, parser = (results: unknown) => results as api.Result[]): Promise<void> {
    const shown = this.#editor.selectedAnnotation;
    const results = parser(await response);
    if (this.#editor.selectedAnnotation === shown) { // else the labeler went on
      this.#editor.setSuggestions(results);
    }
  }
}
