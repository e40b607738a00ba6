/** The annotations of one task as the front end's integrations see them; one of them is in the core. */

import type * as api from "./cartouche.js";
import type { CartoucheEditor } from "./element.js";

export class FacadeAnnotation implements api.LabelStudioAnnotation {
  sentUserGenerate = false;
  readonly userGenerate: boolean;
  readonly loadedDate = new Date();
  #results: api.Result[];

  constructor(
    readonly id: string,
    readonly pk: string | undefined,
    options: { userGenerate?: boolean; result?: api.Result[] },
    private readonly live: (annotation: FacadeAnnotation) => CartoucheEditor | null,
  ) {
    this.userGenerate = options.userGenerate ?? false;
    this.#results = options.result ?? [];
  }

  get lead_time(): number {
    return (Date.now() - this.loadedDate.getTime()) / 1000;
  }

  serializeAnnotation(): api.Result[] {
    return this.live(this)?.annotation?.result ?? this.#results;
  }

  deserializeResults(results: api.Result[] | string): void {
    this.#results = typeof results === "string" ? (JSON.parse(results) as api.Result[]) : results;
    this.live(this)?.startAnnotation(this.#results);
  }

  undo(): void {
    void this.live(this)?.undo();
  }

  redo(): void {
    void this.live(this)?.redo();
  }

  /** Keeps what the core holds, before another annotation takes its place there. */
  park(): void {
    this.#results = this.serializeAnnotation();
  }
}

type OnSelect = (annotation: FacadeAnnotation, previous: FacadeAnnotation | null) => void;

export class AnnotationStore implements api.LabelStudioAnnotationStore {
  annotations: FacadeAnnotation[] = [];
  readonly predictions: FacadeAnnotation[] = [];
  selected: FacadeAnnotation | null = null;
  readonly #editor: CartoucheEditor;
  readonly #onSelect: OnSelect;

  constructor(editor: CartoucheEditor, onSelect: OnSelect) {
    this.#editor = editor;
    this.#onSelect = onSelect;
  }

  addAnnotation(options: { userGenerate?: boolean; result?: api.Result[]; pk?: string | number } = {}): FacadeAnnotation {
    const pk = options.pk === undefined ? undefined : String(options.pk);
    const live = (annotation: FacadeAnnotation) => (annotation === this.selected ? this.#editor : null);
    const annotation = new FacadeAnnotation(makeId(), pk, options, live);
    this.annotations = [annotation, ...this.annotations];
    return annotation;
  }

  /** By id or by server key. */
  selectAnnotation(id: string): FacadeAnnotation | null {
    const next = this.annotations.find((annotation) => annotation.id === id || annotation.pk === String(id));
    if (!next) {
      return null;
    }
    const previous = this.selected;
    if (next !== previous) {
      previous?.park();
      this.selected = null;
      this.#editor.startAnnotation(next.serializeAnnotation());
      this.selected = next;
    }
    this.#onSelect(next, previous);
    return next;
  }

  /** The task's own annotations; the last one processed is the one selected (spec/embedding.md 1.2). */
  addLoaded(task: api.Task | null): void {
    for (const loaded of task?.annotations ?? []) {
      const pk = loaded.id === undefined ? {} : { pk: loaded.id };
      const annotation = this.addAnnotation({ result: loaded.result, ...pk });
      this.selectAnnotation(annotation.id);
    }
  }

  ensureOne(): void {
    const only = this.annotations[0] ?? this.addAnnotation({ userGenerate: true });
    if (!this.selected) {
      this.selectAnnotation(only.id);
    }
  }
}

/** Five characters, as the front end's own annotation ids have. */
function makeId(): string {
  return crypto.randomUUID().slice(0, 5);
}
