/**
 * The constructor of the Label Studio front end (spec/embedding.md), for pages that were written for
 * it. One difference, on purpose: if the page adds no annotation of its own, there is one to label.
 */

import type * as api from "./cartouche.js";
import { CartoucheEditor } from "./element.js";
import { AnnotationStore, type FacadeAnnotation } from "./label_studio_annotations.js";

type Listener = (...args: never[]) => unknown;

const defaultInterfaces = [
  "update", "submit", "controls", "side-column", "edit-history", "annotations:tabs", "annotations:add-new",
  "annotations:delete", "annotations:view-all", "predictions:tabs",
];

function regionOf(result: api.Result): api.LabelStudioRegion {
  return { id: result.id, type: result.type, serialize: () => result };
}

export class LabelStudio implements api.LabelStudio {
  static readonly instances = new Set<LabelStudio>();

  static destroyAll(): void {
    for (const instance of LabelStudio.instances) {
      instance.destroy();
    }
  }

  readonly options: api.LabelStudioOptions;
  store: api.LabelStudioStore | undefined;
  readonly events = new Map<string, Set<Listener>>();
  readonly #editor = new CartoucheEditor();
  #isDestroyed = false;

  constructor(root: string | Element, options: api.LabelStudioOptions = {}) {
    this.options = options;
    for (const [name, value] of Object.entries(options)) {
      if (/^on[A-Z]/.test(name) && typeof value === "function") {
        this.on(name.charAt(2).toLowerCase() + name.slice(3), value as Listener);
      }
    }
    LabelStudio.instances.add(this);
    // Listeners that are added right after the constructor still hear everything.
    queueMicrotask(() => this.#start(root));
  }

  /** Returns what takes the listener away again. */
  on(event: string, listener: Listener): () => void {
    const listeners = this.events.get(event) ?? new Set();
    this.events.set(event, listeners.add(listener));
    return () => this.off(event, listener);
  }

  /** Without a listener: all of them. */
  off(event: string, listener?: Listener): void {
    if (listener) {
      this.events.get(event)?.delete(listener);
    } else {
      this.events.delete(event);
    }
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#editor.remove();
    LabelStudio.instances.delete(this);
  }

  #invoke(event: string, ...args: unknown[]): void {
    for (const listener of this.events.get(event) ?? []) {
      (listener as (...args: unknown[]) => unknown)(...args);
    }
  }

  #start(root: string | Element): void {
    if (this.#isDestroyed) {
      return;
    }
    const element = typeof root === "string" ? document.getElementById(root) : root;
    if (!element) {
      throw new Error(`Root element not found (selector: ${String(root)})`);
    }
    const editor = this.#editor;
    editor.config = this.options.config ?? "";
    editor.task = this.options.task ?? null;
    editor.interfaces = this.options.interfaces ?? defaultInterfaces;
    editor.keymap = this.options.keymap ?? null;
    element.append(editor);
    editor.ready.then(() => this.#fill()).catch(() => undefined); // shown in the editor's place
  }

  #fill(): void {
    const editor = this.#editor;
    const annotationStore = new AnnotationStore(editor, (annotation, previous) =>
      this.#invoke("selectAnnotation", annotation, previous),
    );
    this.store = {
      get task() { return editor.task; },
      get config() { return editor.config; },
      annotationStore,
      submitAnnotation: () => void editor.submit(),
      ...this.#assistance(),
    };
    editor.addEventListener("cartouche-annotations", () => annotationStore.update());
    editor.addEventListener("cartouche-delete", (event) => {
      const { annotation } = (event as api.EditorEvents["cartouche-delete"]).detail;
      this.#deleted(annotation.id, annotationStore);
    });
    editor.addEventListener("cartouche-ground-truth", (event) => {
      const { id, value } = (event as api.EditorEvents["cartouche-ground-truth"]).detail;
      const annotation = annotationStore.byId(id);
      if (annotation) {
        this.#invoke("groundTruth", this.store, annotation, value);
      }
    });
    editor.addEventListener("cartouche-submit", () => this.#submitted("submitAnnotation", annotationStore.selected));
    editor.addEventListener("cartouche-update", () => this.#submitted("updateAnnotation", annotationStore.selected));
    this.#invoke("labelStudioLoad", this.store);
    annotationStore.addLoaded(editor.task);
    this.#invoke("storageInitialized", this.store);
    setTimeout(() => annotationStore.ensureOne(), 0);
  }

  /** What a model is asked by, and answers by (spec/embedding.md 10). */
  #assistance(): Pick<api.LabelStudioStore, "setAutoAnnotation" | "setAutoAcceptSuggestions" | "loadSuggestions"> {
    const editor = this.#editor;
    const { forceAutoAnnotation, forceAutoAcceptSuggestions } = this.options;
    const assist: api.Assist = { on: Boolean(forceAutoAnnotation), acceptsAll: Boolean(forceAutoAcceptSuggestions) };
    if (assist.on || assist.acceptsAll) {
      editor.setAssist(assist);
    }
    editor.addEventListener("cartouche-prompt", (event) => {
      const { region, connected } = (event as api.EditorEvents["cartouche-prompt"]).detail;
      this.#invoke("regionFinishedDrawing", region.map(regionOf)[0], connected.map(regionOf));
    });
    return {
      setAutoAnnotation: (on) => editor.setAssist(Object.assign(assist, { on })),
      setAutoAcceptSuggestions: (acceptsAll) => editor.setAssist(Object.assign(assist, { acceptsAll })),
      loadSuggestions: async (response, parser = (results) => results as api.Result[]) => {
        const shown = editor.selectedAnnotation;
        const results = parser(await response);
        if (editor.selectedAnnotation === shown) { // else the labeler went on
          editor.setSuggestions(results);
        }
      },
    };
  }

  #deleted(id: string, store: AnnotationStore): void {
    const annotation = store.byId(id);
    if (annotation) {
      this.#invoke("deleteAnnotation", this.store, annotation);
      store.update();
    }
  }

  #submitted(event: string, annotation: FacadeAnnotation | null): void {
    if (annotation) {
      annotation.sentUserGenerate = true;
      this.#invoke(event, this.store, annotation);
    }
  }
}
