/**
 * The annotations of one task as the front end's integrations see them: names for what the core holds, in
 * the front end's order, which is that of arrival, the latest first (spec/embedding.md 1.2).
 */

import type * as api from "../cartouche.js";
import type { CartoucheEditor } from "../element.js";
import { FacadeAnnotation, type Owner } from "./annotation.js";

type OnSelect = (annotation: FacadeAnnotation, previous: FacadeAnnotation | null) => void;

export class AnnotationStore implements api.LabelStudioAnnotationStore {
  annotations: FacadeAnnotation[] = [];
  predictions: FacadeAnnotation[] = [];
  selected: FacadeAnnotation | null = null;
  readonly #owner: Owner;
  readonly #editor: CartoucheEditor;
  readonly #onSelect: OnSelect;
  readonly #known = new Map<string, FacadeAnnotation>();
  /** The core always shows something: this one, until the page has one of its own. */
  #placeholder: string | null = null;

  constructor(owner: Owner, onSelect: OnSelect) {
    this.#owner = owner;
    this.#editor = owner.editor;
    this.#onSelect = onSelect;
    this.reset();
  }

  /** The core has another task, or none. */
  reset(): void {
    this.annotations = [];
    this.predictions = [];
    this.selected = null;
    this.#known.clear();
    const isEmpty = !this.#editor.annotations.some((info) => info.kind === "annotation" && info.pk !== null);
    this.#placeholder = isEmpty && !this.#editor.task?.annotations?.length ? this.#editor.selectedAnnotation : null;
  }

  addAnnotation(options: NonNullable<Parameters<api.LabelStudioAnnotationStore["addAnnotation"]>[0]> = {}): FacadeAnnotation {
    const given = options.pk ?? options.id;
    const pk = given === undefined ? undefined : String(given);
    const id = this.#claim(pk, options.result, Boolean(options.skipped ?? options.was_cancelled)) ?? "";
    const annotation = new FacadeAnnotation(this.#owner, id, pk, "annotation", options.userGenerate ?? false, options.result !== undefined);
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
  selectAnnotation(id: string | number): FacadeAnnotation | null {
    return this.#selectOf(this.annotations, id);
  }

  selectPrediction(id: string | number): FacadeAnnotation | null {
    return this.#selectOf(this.predictions, id);
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
        const annotation = this.#wrap(info, false, true);
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

  /** What the browser kept is shown again, maybe in the annotation that was there for want of another one. */
  restored(): void {
    this.#placeholder = null;
    this.update();
  }

  #wrap(info: api.AnnotationInfo, userGenerate: boolean, wasLoaded = false): FacadeAnnotation {
    const annotation = new FacadeAnnotation(this.#owner, info.id, info.pk ?? undefined, info.kind, userGenerate, wasLoaded);
    this.#known.set(info.id, annotation);
    return annotation;
  }

  #selectOf(list: FacadeAnnotation[], id: string | number): FacadeAnnotation | null {
    const next = list.find((one) => one.id === id || one.pk === String(id));
    return next ? this.#select(next) : null;
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
  #claim(pk: string | undefined, result: api.Result[] | undefined, isSkipped: boolean): string | null {
    const placeholder = this.#placeholder;
    this.#placeholder = null;
    if (placeholder && pk === undefined && !isSkipped) {
      if (result) {
        this.#editor.setResults(placeholder, result);
      }
      return placeholder;
    }
    const id = this.#editor.addAnnotation({ ...(pk === undefined ? {} : { pk }), ...(result ? { result } : {}), was_cancelled: isSkipped });
    if (placeholder) {
      this.#editor.deleteAnnotation(placeholder);
    }
    return id;
  }
}
