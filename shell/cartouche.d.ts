/**
 * The public types of Cartouche, as shipped in dist/cartouche.d.ts. The implementation imports its
 * types from here, so what is declared is what is built.
 */

/** One labeling task. Unknown fields are kept. */
export interface Task {
  id?: number | string | null;
  data: Record<string, unknown>;
  annotations?: { id?: number | string; result: Result[]; [field: string]: unknown }[];
  predictions?: { id?: number | string; result: Result[]; [field: string]: unknown }[];
  [field: string]: unknown;
}

/** One result in Label Studio's JSON. Unknown fields are kept. */
export interface Result {
  id: string;
  from_name: string;
  to_name: string;
  type: string;
  value: Record<string, unknown>;
  origin?: "manual" | "prediction" | "prediction-changed";
  [field: string]: unknown;
}

/** What a host receives. */
export interface Annotation {
  id: string;
  /** The task's id. */
  task: number | string | null;
  result: Result[];
  /** Seconds from the start of the annotation to this moment. */
  lead_time: number;
  /** ISO 8601, UTC. */
  created_at: string;
  was_cancelled: boolean;
  /** What the server called it when it was loaded. */
  pk?: number | string;
  /** The pk of what it was copied from. */
  parent_prediction?: number | string;
  parent_annotation?: number | string;
  ground_truth?: boolean;
}

/** One of the annotations and predictions of a task. */
export interface AnnotationInfo {
  /** Of this session. */
  id: string;
  kind: "annotation" | "prediction";
  /** What the server calls it. */
  pk: string | null;
  /** Who made it; of a prediction, the version of the model. */
  createdBy: string;
  createdAt: string;
  isGroundTruth: boolean;
  isSkipped: boolean;
  isReadonly: boolean;
  isSubmitted: boolean;
  score: number | null;
  /** What it was copied from. */
  parentPrediction: number | string | null;
  parentAnnotation: number | string | null;
}

/** Other keys for commands, by the names of Label Studio's keymap: `{"annotation:undo": {key: "ctrl+u"}}`. */
export type Keymap = Record<string, { key: string; mac?: string }>;

/** A problem: what, where, and what to do about it. `code` is stable, `message` is for people. */
export interface Diagnostic {
  code: string;
  severity: "error" | "warning";
  message: string;
  /** Which input it is in. */
  source?: "config" | "task" | "annotation" | "image" | "host" | "page";
  /** 1-based position in the config or JSON text. */
  line?: number;
  column?: number;
  /** JSON pointer into the task or the annotation. */
  pointer?: string;
}

/** Labeling with a model of the host, for which `interfaces` must name `auto-annotation`. */
export interface Assist {
  /** Tools draw prompts rather than regions; those of `smartOnly` controls always do. */
  on: boolean;
  /** What the model suggests becomes regions at once, rather than being offered. */
  acceptsAll: boolean;
}

/** A regular expression that is looked for in texts; what it finds is offered as regions. */
export interface Expression {
  name: string;
  /**
   * Searched in linear time: `.` `[a-z]` `[^a-z]` `\d \w \s \D \W \S`, `^ $ \b \B`, `a|b`, groups, `* + ? {2,5}` and the
   * same with a `?` behind them. No back references and no looking around.
   */
  pattern: string;
  /** What the regions are labeled, as results hold it; else the label that is called as the expression, or the first one. */
  label?: string;
  ignoreCase?: boolean;
  /** False: it is kept, but not looked for. */
  enabled?: boolean;
}

export type Theme = "auto" | "light" | "dark";

export interface EditorEvents {
  /** The editor can be used. */
  "cartouche-ready": CustomEvent<{ version: string }>;
  /** The annotation changed; `result` is all of it, made when it is read. */
  "cartouche-change": CustomEvent<{ readonly result: Result[]; canUndo: boolean; canRedo: boolean }>;
  /** Submitted for the first time. `preventDefault()` stops the built-in hosts from sending it. */
  "cartouche-submit": CustomEvent<{ annotation: Annotation; task: Task }>;
  /** Submitted again after changes. */
  "cartouche-update": CustomEvent<{ annotation: Annotation; task: Task }>;
  /** Another annotation of the task is shown, or one was added or deleted. */
  "cartouche-annotations": CustomEvent<{ selected: string; annotations: AnnotationInfo[] }>;
  /** An annotation was deleted. */
  "cartouche-delete": CustomEvent<{ annotation: Annotation }>;
  /** The star of an annotation was set or taken away. */
  "cartouche-ground-truth": CustomEvent<{ id: string; value: boolean }>;
  /**
   * A smart tool drew a region that asks a model; `connected` are all that wait on the same object. What the
   * model says goes to `setSuggestions`.
   */
  "cartouche-prompt": CustomEvent<{ region: Result[]; connected: Result[] }>;
  /** The labeler added, changed or removed an expression (`expressions`), or switched one on or off. */
  "cartouche-expressions": CustomEvent<{ expressions: Expression[] }>;
  /** What this browser kept of the task (`journal`) is shown again. */
  "cartouche-restore": CustomEvent<{ annotations: number; steps: number }>;
  /** Something is wrong; it is shown in the editor as well. */
  "cartouche-error": CustomEvent<Diagnostic>;
  /** The built-in REST host: an annotation is on its way, has arrived, or has not. */
  "cartouche-save": CustomEvent<SaveDetail>;
}

export interface SaveDetail {
  /** `failed`: it is kept; what may pass is tried on, what does not waits for a person. */
  state: "saving" | "saved" | "failed";
  annotation: Annotation;
  attempt: number;
  /** How many annotations the host does not have yet. */
  unsaved: number;
}

/** An annotation on its way to a host. */
export interface Submission {
  annotation: Annotation;
  /** Without its annotations and predictions. */
  task: Task | null;
  kind: "submit" | "update" | "draft";
  /** Stays the same however often, and by however many pages, it is tried: who has seen it takes it once. */
  key: string;
  /** The host may have it already: only the answer is missing. */
  isRepeated: boolean;
}

/**
 * Where annotations go. What rejects is tried again, with growing pauses, for as long as the page lives (with a `journal`,
 * also by the next page), unless it is a SaveError that says `isFinal`: then it waits for a person, who is told.
 */
export interface Host {
  /** For messages: an address, a name. */
  name?: string;
  /** Resolves once the host has it. `pk`: what the host calls the annotation from now on. */
  save(submission: Submission, signal: AbortSignal): Promise<{ pk?: string | number | undefined } | void>;
  /** What is not submitted yet, at most every five seconds. */
  saveDraft?(submission: Submission, signal: AbortSignal): Promise<unknown>;
  /** The next task: asked for at the start, and whenever the task that is shown was saved. Null: there is none. */
  next?(signal: AbortSignal): Promise<{ task: Task; config?: string } | null>;
}

export class SaveError extends Error {
  constructor(message: string, options?: { isFinal?: boolean; retryAfterMs?: number });
  readonly isFinal: boolean;
  readonly retryAfterMs: number;
}

export interface RestOptions {
  headers?: Record<string, string>;
  credentials?: RequestCredentials;
}

export interface LabelStudioServerOptions {
  /** Where the server is. */
  url: string;
  /** The id of the project. */
  project: number | string;
  /** A person's access token. Without one, the cookies of the server's own pages are used. */
  token?: string;
  headers?: Record<string, string>;
  credentials?: RequestCredentials;
}

/** A project on a Label Studio server: its config and tasks, one after the other, with drafts, annotations and predictions. */
export function labelStudioHost(options: LabelStudioServerOptions): Host;

/** POSTs each annotation as JSON, with the header Idempotency-Key; takes the member `id` of the answer as its pk. */
export function restHost(url: string, options?: RestOptions): Host;

export interface EditorOptions {
  /** Labeling config: XML text. */
  config?: string;
  task?: Task | null;
  /**
   * The peer's interface switches; `submit`, `update`, `edit-history`, `controls`, `side-column`, `topbar`,
   * `annotations:tabs`, `annotations:add-new`, `annotations:delete`, `annotations:view-all`, `predictions:tabs`,
   * `ground-truth` and `auto-annotation` have an effect.
   */
  interfaces?: string[];
  /** Other keys for commands; see `execute`. */
  keymap?: Keymap | null;
  theme?: Theme;
  /** Where cartouche.wasm is; without it, beside the script. */
  wasmUrl?: string;
  /** POST submitted annotations as JSON to this URL. */
  submitUrl?: string;
  /**
   * Keeps every step in this browser's storage, under the name of a project (and person) of the host's choice, until it is
   * submitted; after a crash, a reload or a closed tab the task comes back with all of them. Tasks are told apart by their
   * `id`. Null: nothing is kept.
   */
  journal?: string | null;
  /** Where submitted annotations go; without one, to whoever listens to `cartouche-submit` and `cartouche-update`. */
  host?: Host | null;
}

/**
 * `<cartouche-editor>`: a labeling editor. Attributes: `config` and `task` (text, or `#id` of a
 * `<script type="text/xml">` or `<script type="application/json">`), `config-src`, `task-src` (URLs),
 * `interfaces` (comma-separated), `theme`, `wasm-url`, `submit-url`, `journal`, and `parent-origin`: with it,
 * events are posted to the parent frame of that origin, and the frame takes `load` messages from it.
 */
export class CartoucheEditor extends HTMLElement {
  config: string;
  task: Task | null;
  interfaces: string[];
  keymap: Keymap | null;
  theme: Theme;
  wasmUrl: string;
  submitUrl: string;
  journal: string | null;
  host: Host | null;
  /** What is looked for in the texts of this task and the next ones; labelers change it in the side panel. */
  expressions: Expression[];
  /** How many submitted annotations the host does not have yet. */
  readonly unsavedCount: number;

  /** Settles when the editor can be used; rejects with a Diagnostic if it cannot start. */
  readonly ready: Promise<void>;
  /** Settles once what this browser keeps of the task (`journal`) is shown, if there is anything. */
  readonly restored: Promise<void>;
  /** The annotation as it stands; what was last known if the editor is closed or has failed. */
  readonly annotation: Annotation | null;
  /** The annotation, once the editor is ready. */
  serialize(): Promise<Annotation>;
  /** Puts a new annotation with these results in the place of the one that is shown; it cannot be undone. */
  startAnnotation(result?: Result[]): void;
  /** The annotations and predictions of the task; empty before the editor is ready. */
  readonly annotations: AnnotationInfo[];
  /** The id of the one that is shown. */
  readonly selectedAnnotation: string | null;
  /** Whether all of them are shown side by side: by the labeler, or by `execute("annotations:view-all")`. */
  readonly isComparing: boolean;
  /** Shows another one, by `id` or `pk`; false if there is none. */
  selectAnnotation(id: string): boolean;
  /** Adds an annotation without showing it, and gives its id. Null before the editor is ready. */
  addAnnotation(options?: { pk?: string; result?: Result[] }): string | null;
  /** Shows a new annotation that begins with what this one holds, and gives its id. */
  copyAnnotation(id: string): string | null;
  deleteAnnotation(id: string): boolean;
  setGroundTruth(id: string, value: boolean): void;
  /** Any of them as it would be submitted. */
  annotationOf(id: string): Annotation | null;
  /** Puts other results in the place of what one of them holds; it cannot be undone. */
  setResults(id: string, result: Result[]): void;
  /** The host has the annotation, under this key: what is submitted of it from now on is an update. False if there is none. */
  markSaved(id: string, pk: number | string): boolean;
  /** What labelers can switch by buttons of the tool bar; stays from task to task. */
  setAssist(assist: Assist): void;
  /** Offers what a model suggests; the prompts go when it is accepted or rejected. */
  setSuggestions(result: Result[]): void;
  /** For tests and benchmarks: frames drawn so far, and memory held by the module. */
  readonly statistics: { frames: number; heapBytes: number };
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  /** Submits as the button does; false if it was refused (see the error event). */
  submit(): Promise<boolean>;
  /** Executes a command by name: `annotation:submit`, `annotation:undo`, … */
  execute(command: string): Promise<boolean>;
  /** Gives the task with all its annotations as a file, in the form that Label Studio imports. */
  download(name?: string): void;
  /** Deletes all that this browser keeps of the project in `journal`, of all its tasks, also what was not sent yet. */
  forgetData(): Promise<void>;
  /** Frees everything. The element can be attached again. Idempotent. */
  destroy(): void;

  addEventListener<K extends keyof EditorEvents>(
    type: K, listener: (event: EditorEvents[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(
    type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** Makes an editor inside `element` and resolves when it can be used. */
export function createEditor(element: Element, options?: EditorOptions): Promise<CartoucheEditor>;

/** The version of this package. */
export const version: string;

/** An annotation as integrations of the Label Studio front end know it. */
export interface LabelStudioAnnotation {
  readonly id: string;
  readonly pk: string | undefined;
  readonly type: "annotation" | "prediction";
  userGenerate: boolean;
  sentUserGenerate: boolean;
  /** The server has it. */
  readonly exists: boolean;
  readonly selected: boolean;
  /** Seconds. */
  readonly lead_time: number;
  readonly leadTime: number;
  readonly loadedDate: Date;
  readonly ground_truth: boolean;
  readonly skipped: boolean;
  readonly parent_prediction: number | string | undefined;
  readonly parent_annotation: number | string | undefined;
  draftId: number;
  draftSaved: string | undefined;
  versions: { result?: Result[]; draft?: Result[] };
  editable: boolean;
  readonly results: Result[];
  readonly regions: LabelStudioRegion[];
  readonly areas: Map<string, LabelStudioRegion>;
  readonly regionStore: { regions: LabelStudioRegion[] };
  readonly relationStore: { relations: Result[] };
  readonly history: {
    undo(): void;
    redo(): void;
    reset(): void;
    freeze(): void;
    unfreeze(): void;
    safeUnfreeze(): void;
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    readonly hasChanges: boolean;
  };
  serializeAnnotation(): Result[];
  deserializeResults(results: Result[] | string): void;
  deserializeAnnotation(results: Result[] | string): void;
  /** Under new ids; gives the regions. It cannot be undone. */
  appendResults(results: Result[]): LabelStudioRegion[];
  deleteAllRegions(): void;
  undo(): void;
  redo(): void;
  setGroundTruth(value: boolean): void;
  setSuggestions(results: Result[]): void;
  /** What the server calls it, once it was saved. */
  updatePersonalKey(pk: string): void;
  sendUserGenerate(): void;
  setEditable(value: boolean): void;
  setDraftId(id: number): void;
  setDraftSaved(date: string | undefined): void;
  addVersions(versions: { result?: Result[]; draft?: Result[] }): void;
  dropDraft(): void;
  /** Resolves to what the listener of `submitDraft` gives. */
  saveDraft(params?: unknown): Promise<unknown>;
  saveDraftImmediately(): Promise<unknown>;
  saveDraftImmediatelyWithResults(params?: unknown): Promise<unknown>;
  beforeSend(): void;
  reinitHistory(): void;
  updateObjects(): void;
  setLocalUpdate(): void;
  unselectAll(): void;
}

/** A region as `entityCreate`, `entityDelete` and `regionFinishedDrawing` give it. */
export interface LabelStudioRegion {
  readonly id: string;
  readonly cleanId: string;
  readonly type: string;
  readonly value: Record<string, unknown>;
  readonly labels: string[];
  readonly results: Result[];
  serialize(): Result;
}

export interface LabelStudioAnnotationStore {
  readonly annotations: LabelStudioAnnotation[];
  readonly predictions: LabelStudioAnnotation[];
  readonly selected: LabelStudioAnnotation | null;
  readonly viewingAll: boolean;
  addAnnotation(options?: { userGenerate?: boolean; result?: Result[]; pk?: string | number; id?: string | number }): LabelStudioAnnotation;
  createAnnotation(): LabelStudioAnnotation;
  addAnnotationFromPrediction(prediction: { id: string }): LabelStudioAnnotation | null;
  selectAnnotation(id: string | number): LabelStudioAnnotation | null;
  selectPrediction(id: string | number): LabelStudioAnnotation | null;
  deleteAnnotation(annotation: { id: string }): void;
  toggleViewingAllAnnotations(): void;
}

/** What a task begins with. */
export interface LabelStudioInitial {
  annotations?: Task["annotations"];
  completions?: Task["annotations"];
  predictions?: Task["predictions"];
}

export interface LabelStudioStore {
  /** Without a task: null. `dataObj` is its data. */
  readonly task: (Task & { dataObj: Record<string, unknown> }) | null;
  readonly config: string;
  readonly interfaces: string[];
  readonly annotationStore: LabelStudioAnnotationStore;
  user: unknown;
  users: unknown[];
  description: string | undefined;
  /** The way to another task: resetState(), assignTask(task), initializeStore(task). */
  resetState(): void;
  assignTask(task: Task | null): void;
  assignConfig(config: string): void;
  initializeStore(initial: LabelStudioInitial): void;
  resetAnnotationStore(): void;
  hasInterface(...names: string[]): boolean;
  addInterface(name: string): void;
  toggleInterface(name: string, value?: boolean): void;
  submitAnnotation(): void;
  updateAnnotation(): void;
  submitDraft(annotation: LabelStudioAnnotation, params?: unknown): Promise<unknown>;
  skipTask(extra?: unknown): void;
  unskipTask(): void;
  nextTask(...args: unknown[]): void;
  prevTask(...args: unknown[]): void;
  postponeTask(): void;
  setFlags(flags: Record<string, unknown>): void;
  setUsers(users: unknown[]): void;
  setHistory(history?: unknown): void;
  setTaskHistory(history?: unknown): void;
  attachHotkeys(): void;
  setAutoAnnotation(value: boolean): void;
  setAutoAcceptSuggestions(value: boolean): void;
  /** Suggestions that are on their way; `parser` makes results of what comes. */
  loadSuggestions(response: Promise<unknown>, parser?: (response: unknown) => Result[]): Promise<void>;
}

export interface LabelStudioOptions {
  config?: string;
  task?: Task;
  interfaces?: string[];
  user?: unknown;
  keymap?: Keymap;
  onLabelStudioLoad?: (store: LabelStudioStore) => unknown;
  onStorageInitialized?: (store: LabelStudioStore) => unknown;
  onSelectAnnotation?: (annotation: LabelStudioAnnotation, previous: LabelStudioAnnotation | null, options: object) => unknown;
  onSubmitAnnotation?: (store: LabelStudioStore, annotation: LabelStudioAnnotation) => unknown;
  onUpdateAnnotation?: (store: LabelStudioStore, annotation: LabelStudioAnnotation, extra: object) => unknown;
  /** Hears at most every five seconds of what is not submitted yet. */
  onSubmitDraft?: (store: LabelStudioStore, annotation: LabelStudioAnnotation, params: unknown) => unknown;
  /** False: it is not submitted, nor updated. */
  onBeforeSaveAnnotation?: (store: LabelStudioStore, annotation: LabelStudioAnnotation, about: { event: string }) => unknown;
  onEntityCreate?: (region: LabelStudioRegion) => unknown;
  onEntityDelete?: (region: LabelStudioRegion) => unknown;
  onSkipTask?: (store: LabelStudioStore, extra: unknown) => unknown;
  onUnskipTask?: (store: LabelStudioStore) => unknown;
  onNextTask?: (...args: unknown[]) => unknown;
  onPrevTask?: (...args: unknown[]) => unknown;
  onDeleteAnnotation?: (store: LabelStudioStore, annotation: LabelStudioAnnotation) => unknown;
  onGroundTruth?: (store: LabelStudioStore, annotation: LabelStudioAnnotation, value: boolean) => unknown;
  onRegionFinishedDrawing?: (region: LabelStudioRegion, connected: LabelStudioRegion[]) => unknown;
  forceAutoAnnotation?: boolean;
  forceAutoAcceptSuggestions?: boolean;
  [option: string]: unknown;
}

/** Drop-in for the Label Studio front end's constructor. */
export class LabelStudio {
  constructor(root: string | Element, options?: LabelStudioOptions);
  static readonly instances: Set<LabelStudio>;
  static destroyAll(): void;
  /** Once `labelStudioLoad` was told. */
  readonly store: LabelStudioStore | undefined;
  readonly options: LabelStudioOptions;
  readonly events: ReadonlyMap<string, ReadonlySet<(...args: never[]) => unknown>>;
  on(event: string, listener: (...args: never[]) => unknown): () => void;
  off(event: string, listener?: (...args: never[]) => unknown): void;
  destroy(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "cartouche-editor": CartoucheEditor;
  }
  interface Window {
    Cartouche: {
      createEditor: typeof createEditor;
      CartoucheEditor: typeof CartoucheEditor;
      SaveError: typeof SaveError;
      restHost: typeof restHost;
      labelStudioHost: typeof labelStudioHost;
      version: string;
    };
    LabelStudio: typeof LabelStudio;
  }
}
