/**
 * The annotations of one task as the front end's integrations see them: names for what the core holds, in
 * the front end's order, which is that of arrival, the latest first (spec/embedding.md 1.2).
 */

import type * as api from "./cartouche.js";
import type { CartoucheEditor } from "./element.js";

export class FacadeAnnotation implements api.LabelStudioAnnotation {
  sentUserGenerate = false;
  readonly loadedDate = new Date();

  constructor(
    private readonly editor: CartoucheEditor,
    readonly id: string,
    readonly pk: string | undefined,
    readonly type: "annotation" | "prediction",
    readonly userGenerate: boolean,
  ) {}

  get lead_time(): number {
    return (Date.now() - this.loadedDate.getTime()) / 1000;
  }

  get #isShown(): boolean {
    return this.editor.selectedAnnotation === this.id;
  }

  serializeAnnotation(): api.Result[] {
    return this.editor.annotationOf(this.id)?.result ?? [];
  }

  deserializeResults(results: api.Result[] | string): void {
    this.editor.setResults(this.id, typeof results === "string" ? (JSON.parse(results) as api.Result[]) : results);
  }

  undo(): void {
    if (this.#isShown) {
      void this.editor.undo();
    }
  }

  redo(): void {
    if (this.#isShown) {
      void this.editor.redo();
    }
  }

  setGroundTruth(value: boolean): void {
    this.editor.setGroundTruth(this.id, value);
  }

  setSuggestions(results: api.Result[]): void {
    if (this.#isShown) {
      this.editor.setSuggestions(results);
    }
  }
}

type OnSelect = (annotation: FacadeAnnotation, previous: FacadeAnnotation | null) => void;

export class AnnotationStore implements api.LabelStudioAnnotationStore {
  annotations: FacadeAnnotation[] = [];
  predictions: FacadeAnnotation[] = [];
  selected: FacadeAnnotation | null = null;
  readonly #editor: CartoucheEditor;
  readonly #onSelect: OnSelect;
  readonly #known = new Map<string, FacadeAnnotation>();
  /** The core always shows something: this one, until the page has one of its own. */
  #placeholder: string | null;

  constructor(editor: CartoucheEditor, onSelect: OnSelect) {
    this.#editor = editor;
    this.#onSelect = onSelect;
    const isEmpty = !editor.annotations.some((info) => info.kind === "annotation" && info.pk !== null);
    this.#placeholder = isEmpty && !editor.task?.annotations?.length ? editor.selectedAnnotation : null;
  }

  addAnnotation(options: { userGenerate?: boolean; result?: api.Result[]; pk?: string | number } = {}): FacadeAnnotation {
    const pk = options.pk === undefined ? undefined : String(options.pk);
    const id = this.#claim(pk, options.result) ?? "";
    const annotation = new FacadeAnnotation(this.#editor, id, pk, "annotation", options.userGenerate ?? false);
    this.#known.set(id, annotation);
    this.annotations = [annotation, ...this.annotations];
    return annotation;
  }

  /** By the id in this session; also one that is gone. */
  byId(id: string): FacadeAnnotation | null {
    return this.#known.get(id) ?? null;
  }

  createAnnotation(): FacadeAnnotation {
    const annotation = this.addAnnotation({ userGenerate: true });
    this.selectAnnotation(annotation.id);
    return annotation;
  }

  /** Shows the copy, too. */
  addAnnotationFromPrediction(prediction: { id: string }): FacadeAnnotation | null {
    const id = this.#editor.copyAnnotation(prediction.id);
    this.update();
    return this.annotations.find((annotation) => annotation.id === id) ?? null;
  }

  /** By id or by server key. */
  selectAnnotation(id: string): FacadeAnnotation | null {
    const next = this.annotations.find((annotation) => annotation.id === id || annotation.pk === String(id));
    return next ? this.#select(next) : null;
  }

  selectPrediction(id: string): FacadeAnnotation | null {
    const next = this.predictions.find((prediction) => prediction.id === id || prediction.pk === String(id));
    return next ? this.#select(next) : null;
  }

  get viewingAll(): boolean {
    return this.#editor.isComparing;
  }

  toggleViewingAllAnnotations(): void {
    void this.#editor.execute("annotations:view-all");
  }

  deleteAnnotation(annotation: { id: string }): void {
    this.#editor.deleteAnnotation(annotation.id);
    this.update();
  }

  /** The task's own; the last one processed is the one selected (spec/embedding.md 1.2). */
  addLoaded(task: api.Task | null): void {
    const infos = this.#editor.annotations;
    for (const info of infos.filter(({ kind }) => kind === "prediction")) {
      this.predictions.unshift(this.#wrap(info, false));
    }
    for (const loaded of task?.annotations ?? []) {
      const info = infos.find(({ pk, kind }) => kind === "annotation" && pk === String(loaded.id ?? loaded["pk"]));
      if (info) {
        const annotation = this.#wrap(info, false);
        this.annotations = [annotation, ...this.annotations];
        this.#select(annotation);
      }
    }
    this.update();
  }

  ensureOne(): void {
    const only = this.annotations[0] ?? this.addAnnotation({ userGenerate: true });
    if (!this.selected) {
      this.#select(only);
    }
  }

  /** The core may show others by now, or have others: the labeler has buttons for it. */
  update(): void {
    const infos = this.#editor.annotations.filter((info) => info.id !== this.#placeholder);
    const known = new Set([...this.annotations, ...this.predictions].map(({ id }) => id));
    const added = infos.filter((info) => info.kind === "annotation" && !known.has(info.id));
    const there = new Set(infos.map(({ id }) => id));
    this.annotations = [...added.map((info) => this.#wrap(info, true)), ...this.annotations]
      .filter(({ id }) => there.has(id));
    const shown = this.#editor.selectedAnnotation;
    const selected = [...this.annotations, ...this.predictions].find(({ id }) => id === shown);
    if (selected && selected !== this.selected && known.size + added.length > 0) {
      this.#note(selected);
    }
  }

  #wrap(info: api.AnnotationInfo, userGenerate: boolean): FacadeAnnotation {
    const annotation = new FacadeAnnotation(this.#editor, info.id, info.pk ?? undefined, info.kind, userGenerate);
    this.#known.set(info.id, annotation);
    return annotation;
  }

  #select(next: FacadeAnnotation): FacadeAnnotation {
    this.#editor.selectAnnotation(next.id);
    this.#note(next);
    return next;
  }

  #note(next: FacadeAnnotation): void {
    const previous = this.selected;
    this.selected = next;
    if (next.type === "annotation") {
      this.#onSelect(next, previous);
    }
  }

  /** A new one in the core, or the placeholder under a new name. */
  #claim(pk: string | undefined, result: api.Result[] | undefined): string | null {
    const placeholder = this.#placeholder;
    this.#placeholder = null;
    if (placeholder && pk === undefined) {
      if (result) {
        this.#editor.setResults(placeholder, result);
      }
      return placeholder;
    }
    const id = this.#editor.addAnnotation({ ...(pk === undefined ? {} : { pk }), ...(result ? { result } : {}) });
    if (placeholder) {
      this.#editor.deleteAnnotation(placeholder);
    }
    return id;
  }
}
