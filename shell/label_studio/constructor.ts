/**
 * The constructor of the Label Studio front end (spec/embedding.md), for pages that were written for
 * it. One difference, on purpose: if the page adds no annotation of its own, there is one to label.
 */

import type * as api from "../cartouche.js";
import { CartoucheEditor } from "../element.js";
import { AnnotationStore } from "./annotation_store.js";
import { Events, type Listener } from "./events.js";
import { pageHost } from "./page_host.js";
import { FacadeRegion, regionsOf } from "./regions.js";
import { FacadeStore } from "./store.js";

const defaultInterfaces = [
  "update", "submit", "skip", "controls", "side-column", "edit-history", "annotations:tabs", "annotations:add-new",
  "annotations:delete", "annotations:view-all", "predictions:tabs",
];

export class LabelStudio implements api.LabelStudio {
  static readonly instances = new Set<LabelStudio>();

  static destroyAll(): void {
    for (const instance of LabelStudio.instances) {
      instance.destroy();
    }
  }

  readonly options: api.LabelStudioOptions;
  store: FacadeStore | undefined;
  readonly #events = new Events();
  readonly #editor = new CartoucheEditor();
  #history = { canUndo: false, canRedo: false };
  #isDestroyed = false;

  constructor(root: string | Element, options: api.LabelStudioOptions = {}) {
    this.options = options;
    this.#events.addOptions(options);
    LabelStudio.instances.add(this);
    // Listeners that are added right after the constructor still hear everything.
    queueMicrotask(() => this.#start(root));
  }

  get events(): ReadonlyMap<string, ReadonlySet<Listener>> {
    return this.#events.byName;
  }

  /** Returns what takes the listener away again. */
  on(event: string, listener: Listener): () => void {
    this.#events.add(event, listener);
    return () => this.off(event, listener);
  }

  /** Without a listener: all of them. */
  off(event: string, listener?: Listener): void {
    this.#events.remove(event, listener);
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#editor.remove();
    LabelStudio.instances.delete(this);
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
    const { config, task, interfaces, keymap, journal, passphrase } = this.options;
    editor.config = config ?? "";
    // As the server stores it, the data may be a text.
    editor.task = task ? (typeof task.data === "string" ? { ...task, data: JSON.parse(task.data) as Record<string, unknown> } : task) : null;
    editor.interfaces = interfaces ?? defaultInterfaces;
    editor.keymap = keymap ?? null;
    editor.journal = journal ?? null;
    editor.passphrase = passphrase ?? null;
    element.append(editor);
    editor.ready.then(() => this.#fill()).catch(() => undefined); // shown in the editor's place
  }

  #fill(): void {
    const editor = this.#editor;
    const annotationStore = new AnnotationStore({
      editor,
      canUndo: () => this.#history.canUndo,
      canRedo: () => this.#history.canRedo,
      submitDraft: (annotation, params) => store.submitDraft(annotation, params),
    }, (annotation, previous) => void this.#events.invoke("selectAnnotation", annotation, previous, {}));
    const store: FacadeStore = new FacadeStore(editor, annotationStore, this.#events, this.options);
    this.store = store;
    editor.host = pageHost(this.#events, store);
    this.#listen(annotationStore);
    void this.#events.invoke("labelStudioLoad", store);
    annotationStore.addLoaded(editor.task);
    void this.#events.invoke("storageInitialized", store);
    setTimeout(() => this.#isDestroyed || annotationStore.ensureOne(), 0);
  }

  #listen(annotations: AnnotationStore): void {
    const editor: api.CartoucheEditor = this.#editor;
    const invoke = (event: string, ...args: unknown[]) => void this.#events.invoke(event, ...args);
    editor.addEventListener("cartouche-annotations", () => annotations.update());
    editor.addEventListener("cartouche-restore", () => annotations.restored());
    editor.addEventListener("cartouche-delete", ({ detail }) => {
      const annotation = annotations.byId(detail.annotation.id);
      if (annotation) {
        invoke("deleteAnnotation", this.store, annotation);
        annotations.update();
      }
    });
    editor.addEventListener("cartouche-ground-truth", ({ detail: { id, value } }) => {
      const annotation = annotations.byId(id);
      if (annotation) {
        invoke("groundTruth", this.store, annotation, value);
      }
    });
    editor.addEventListener("cartouche-prompt", ({ detail: { region, connected } }) => {
      invoke("regionFinishedDrawing", regionsOf(region)[0], regionsOf(connected));
    });
    editor.addEventListener("cartouche-next-task", ({ detail: { isPostponed } }) => {
      void (isPostponed ? this.store?.postponeTask() : this.store?.leave(() => this.store?.nextTask()));
    });
    editor.addEventListener("cartouche-previous-task", () => void this.store?.leave(() => this.store?.prevTask()));
    editor.addEventListener("cartouche-region-create", ({ detail }) => this.#tellRegion("entityCreate", detail));
    editor.addEventListener("cartouche-region-delete", ({ detail }) => this.#tellRegion("entityDelete", detail));
    editor.addEventListener("cartouche-change", ({ detail: { canUndo, canRedo } }) => void (this.#history = { canUndo, canRedo }));
  }

  /** What is undone is made and deleted by nobody. */
  #tellRegion(event: string, detail: api.RegionDetail): void {
    if (!detail.isHistory && this.#events.has(event) && detail.result.length > 0) {
      void this.#events.invoke(event, new FacadeRegion(detail.result));
    }
  }
}
