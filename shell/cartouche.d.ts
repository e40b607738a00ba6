/**
 * The public types of Cartouche, as shipped in dist/cartouche.d.ts. The implementation imports its
 * types from here, so what is declared is what is built.
 */

/** One labeling task. Unknown fields are kept. */
export interface Task {
  /** Tells tasks apart: in results, and where a `journal` keeps them. Without one, its data does. */
  id?: number | string | null;
  /** What the `$variables` of the config name. */
  data: Record<string, unknown>;
  /** Shown as tabs, to be gone on with. `id` is what the server calls one; its next submit is then an update. */
  annotations?: { id?: number | string; result: Result[]; [field: string]: unknown }[];
  /** Shown beside them, to be looked at and copied. */
  predictions?: { id?: number | string; result: Result[]; [field: string]: unknown }[];
  [field: string]: unknown;
}

/** One result in Label Studio's JSON. Unknown fields are kept. */
export interface Result {
  /** The same for all results of one region. */
  id: string;
  /** The `name` of the control that made it. */
  from_name: string;
  /** The `name` of the object that it is about. */
  to_name: string;
  /** What `value` holds it under: `choices`, `rectanglelabels`, `labels`, … */
  type: string;
  /** The answer or the region; sizes on images are percentages. */
  value: Record<string, unknown>;
  /** Whether a person made it, a model, or a person out of what a model made. */
  origin?: "manual" | "prediction" | "prediction-changed";
  [field: string]: unknown;
}

/** What a host receives. */
export interface Annotation {
  /** Of this session; `pk` is what outlives it. */
  id: string;
  /** The task's id. */
  task: number | string | null;
  /** What was labeled, as Label Studio’s JSON. */
  result: Result[];
  /** Seconds from the start of the annotation to this moment. */
  lead_time: number;
  /** ISO 8601, UTC. */
  created_at: string;
  /** The task was skipped. */
  was_cancelled: boolean;
  /** Why it was skipped or rejected, if the page asks for that (`comments:skip`, `comments:reject`) and the labeler said so. */
  comment?: string;
  /** What the server called it when it was loaded. */
  pk?: number | string;
  /** The pk of what it was copied from. */
  parent_prediction?: number | string;
  /** The pk of the annotation that it was copied from. */
  parent_annotation?: number | string;
  /** It bears the star. */
  ground_truth?: boolean;
}

/** One of the annotations and predictions of a task. */
export interface AnnotationInfo {
  /** Of this session. */
  id: string;
  /** Predictions cannot be changed, only copied. */
  kind: "annotation" | "prediction";
  /** What the server calls it. */
  pk: string | null;
  /** Who made it; of a prediction, the version of the model. */
  createdBy: string;
  /** When it was made, ISO 8601. */
  createdAt: string;
  /** It bears the star. */
  isGroundTruth: boolean;
  /** It was skipped: here, or before it was loaded (`was_cancelled`). */
  isSkipped: boolean;
  /** It cannot be changed here. */
  isReadonly: boolean;
  /** It was loaded from the host, or submitted here. */
  isSubmitted: boolean;
  /** How sure a model was of a prediction. */
  score: number | null;
  /** What it was copied from. */
  parentPrediction: number | string | null;
  /** What it was copied from: the pk of an annotation. */
  parentAnnotation: number | string | null;
}

/** Other keys for commands, by the names of Label Studio's keymap: `{"annotation:undo": {key: "ctrl+u"}}`. */
export type Keymap = Record<string, { key: string; mac?: string }>;

/** A plural form, as Unicode's CLDR names it. */
export type PluralForm = "zero" | "one" | "two" | "few" | "many" | "other";

/**
 * The interface in one language. `locales/en.json` of the package has all messages; those that are left out are English.
 * What stands in braces in the English text, as `{count}`, stands in the translation, too. The messages `page.*`, on saving,
 * storage and what cannot be loaded, are those of the page: with several editors in it, in the language that was set last.
 */
export interface Locale {
  /** A language tag (BCP 47): `pt-BR`. */
  language: string;
  /** Where lines begin. With `rtl` the whole interface is laid out from the right. */
  direction?: "ltr" | "rtl";
  /**
   * When a form is taken, in the notation of Unicode's plural rules: `{"one": "n = 1", "few": "n % 10 = 2..4"}`. Messages
   * `page.*` take the form that the browser takes in this language.
   */
  plurals?: Partial<Record<Exclude<PluralForm, "other">, string>>;
  /** By their keys; one that is counted may have a text for each plural form. */
  messages: Record<string, string | Partial<Record<PluralForm, string>>>;
}

/** A problem: what, where, and what to do about it. `code` is stable, `message` is for people. */
export interface Diagnostic {
  /** Stays the same from version to version: `unknown-to-name`, `image-unreachable`, … */
  code: string;
  /** An error keeps something from working; a warning is likely a slip; a hint is for who writes the config, and not shown to labelers. */
  severity: "error" | "warning" | "hint";
  /** A sentence for people, with what to do. */
  message: string;
  /** Which input it is in. */
  source?: "config" | "task" | "annotation" | "image" | "host" | "page";
  /** 1-based position in the config or JSON text. */
  line?: number;
  /** From 1. */
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

/** Whether there are tasks before and behind the one that is shown. */
export interface Neighbors {
  /** The button that leads back can be pressed. */
  previous: boolean;
  /** The button that leads on can be pressed. */
  next: boolean;
}

/** A regular expression that is looked for in texts; what it finds is offered as regions. */
export interface Expression {
  /** What labelers know it by. */
  name: string;
  /**
   * Searched in linear time: `.` `[a-z]` `[^a-z]` `\d \w \s \D \W \S`, `^ $ \b \B`, `a|b`, groups, `* + ? {2,5}` and the
   * same with a `?` behind them. No back references and no looking around.
   */
  pattern: string;
  /** What the regions are labeled, as results hold it; else the label that is called as the expression, or the first one. */
  label?: string;
  /** Of what it finds, as CSS has it (`#2a6fdb`, `orange`), until it is accepted; else that of the label. */
  color?: string;
  /** Capitals and small letters are alike. */
  ignoreCase?: boolean;
  /** False: it is kept, but not looked for. */
  enabled?: boolean;
}

/** What is done with private data in texts: addresses, telephone and card numbers, national numbers, names with a title, … */
export type PrivateDataMode = "none" | "mark" | "mask";

/** With which requests for media cookies go along: none; those to the page's own origin; all. */
export type MediaCredentials = "omit" | "same-origin" | "include";

/**
 * Gives the address to ask for in place of one in a task, such as a signed one. `first`: it is about to be asked for.
 * `expired`: the server answered 401, 403 or 410, or so that the page may not read it; what is given is tried, once.
 * If it throws or rejects, the labeler is told the reason.
 */
export type ResolveMedia = (url: string, reason: "first" | "expired") => string | Promise<string>;

export type Theme = "auto" | "light" | "dark";

/**
 * A region that something happened to. Events of regions are told once a step, not while one is drawn or dragged, and not of what
 * the page loads, `setResults` and `startAnnotation`. What undo, redo and the history do comes as well (`isHistory`).
 */
export interface RegionDetail {
  /** The id of its annotation in this session. */
  readonly annotation: string;
  /** The `id` of its results. */
  readonly region: string;
  /** By undo, redo, reset or the list of steps, rather than by a new step. */
  readonly isHistory: boolean;
  /**
   * Its shape, its labels and answers about it, made when they are first read: as they then stand; of a region that is gone, as they
   * last stood. Empty once the annotation or the editor is gone.
   */
  readonly result: Result[];
}

export interface EditorEvents {
  /** The editor can be used. */
  "cartouche-ready": CustomEvent<{ version: string }>;
  /** The annotation changed; `result` is all of it, made when it is read. */
  "cartouche-change": CustomEvent<{ readonly result: Result[]; canUndo: boolean; canRedo: boolean }>;
  /** Submitted for the first time. `preventDefault()` stops the built-in hosts from sending it. */
  "cartouche-submit": CustomEvent<{ annotation: Annotation; task: Task }>;
  /** Submitted again after changes. */
  "cartouche-update": CustomEvent<{ annotation: Annotation; task: Task }>;
  /**
   * The task was skipped (`skip`): the annotation is `was_cancelled`, with what was labeled so far and the `comment` of the labeler
   * (`comments:skip`). `preventDefault()` stops the
   * built-in hosts from sending it, as with the four below.
   */
  "cartouche-skip": CustomEvent<{ annotation: Annotation; task: Task }>;
  /** The skip was taken back: the annotation is not `was_cancelled` any more, and is gone on with. */
  "cartouche-cancel-skip": CustomEvent<{ annotation: Annotation; task: Task }>;
  /** A reviewer (`review`) accepts the annotation; `isDirty`: after changes. */
  "cartouche-accept": CustomEvent<{ annotation: Annotation; task: Task; isDirty: boolean }>;
  /** A reviewer rejects it, with a `comment` (`comments:reject`). */
  "cartouche-reject": CustomEvent<{ annotation: Annotation; task: Task; isDirty: boolean }>;
  /** The button that leads on (`topbar:prevnext`); `isPostponed`: to another task than those that were shown, with this one as it is. */
  "cartouche-next-task": CustomEvent<{ task: Task | null; isPostponed: boolean }>;
  /** The button that leads back. */
  "cartouche-previous-task": CustomEvent<{ task: Task | null }>;
  /** Another annotation of the task is shown, or one was added or deleted. */
  "cartouche-annotations": CustomEvent<{ selected: string; annotations: AnnotationInfo[] }>;
  /** An annotation was deleted. */
  "cartouche-delete": CustomEvent<{ annotation: Annotation }>;
  /** A region was drawn, pasted, taken over from a prediction, or came back. */
  "cartouche-region-create": CustomEvent<RegionDetail>;
  /** Its shape, its labels, answers about it, its note, place or order changed. */
  "cartouche-region-change": CustomEvent<RegionDetail>;
  /** A region is gone. */
  "cartouche-region-delete": CustomEvent<RegionDetail>;
  /** A region is selected now. */
  "cartouche-region-select": CustomEvent<RegionDetail>;
  /** A region is not selected any more. */
  "cartouche-region-unselect": CustomEvent<RegionDetail>;
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
  /** The one that is on its way. */
  annotation: Annotation;
  /** From 1. */
  attempt: number;
  /** How many annotations the host does not have yet. */
  unsaved: number;
}

/** An annotation on its way to a host. */
export interface Submission {
  /** As it was when it was submitted. */
  annotation: Annotation;
  /** Without its annotations and predictions. */
  task: Task | null;
  /**
   * `update`: the host has had it before. `draft`: it is not submitted. `skip` and `cancel-skip`: as `was_cancelled` of the
   * annotation says; the host has it if there is a `pk`. `accept` and `reject`: of a reviewer.
   */
  kind: "submit" | "update" | "draft" | "skip" | "cancel-skip" | "accept" | "reject";
  /** Of `accept` and `reject`: the reviewer changed something. */
  isDirty?: boolean;
  /** Of a draft: the labeler postponed the task. */
  isPostponed?: boolean;
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
  /**
   * Resolves once the host has it: what was submitted, skipped, or is not skipped any more. `pk`: what the host calls the
   * annotation from now on; null: it has none any more, so that the next submit is a new one.
   */
  save(submission: Submission, signal: AbortSignal): Promise<{ pk?: string | number | null | undefined } | void>;
  /** Takes what reviewers decide (`accept`, `reject`). Without it they are told that there is nobody who does. */
  review?(submission: Submission, signal: AbortSignal): Promise<{ pk?: string | number | null | undefined } | void>;
  /**
   * What is not submitted yet, at most every five seconds. A submission waits for a draft that is on its way, ten seconds at most: then its
   * signal is aborted. What is labeled while a submission is on its way becomes a draft once that is saved.
   */
  saveDraft?(submission: Submission, signal: AbortSignal): Promise<unknown>;
  /** The next task: asked for at the start, and whenever the task that is shown was saved. Null: there is none. */
  next?(signal: AbortSignal): Promise<{ task: Task; config?: string } | null>;
  /** A task that `next` gave before, as it is by now. With it, the buttons of `topbar:prevnext` lead back and forth. */
  task?(id: number | string, signal: AbortSignal): Promise<{ task: Task; config?: string } | null>;
}

export class SaveError extends Error {
  /** `message` is shown to the labeler after “Not saved: ”. */
  constructor(message: string, options?: { isFinal?: boolean; retryAfterMs?: number });
  /** To try again would not help; a person has to. */
  readonly isFinal: boolean;
  /** The least pause before it is tried again. */
  readonly retryAfterMs: number;
}

export interface RestOptions {
  /** Sent along with each annotation. */
  headers?: Record<string, string>;
  /** As `fetch` takes them; `same-origin` if none are given. */
  credentials?: RequestCredentials;
}

export interface LabelStudioServerOptions {
  /** Where the server is. */
  url: string;
  /** The id of the project. */
  project: number | string;
  /** A person's access token. Without one, the cookies of the server's own pages are used. */
  token?: string;
  /** Sent along with each request. */
  headers?: Record<string, string>;
  /** As `fetch` takes them; `same-origin` if none are given. */
  credentials?: RequestCredentials;
}

/** A project on a Label Studio server: its config and tasks, one after the other, with drafts, annotations and predictions. */
export function labelStudioHost(options: LabelStudioServerOptions): Host;

/**
 * POSTs each annotation as JSON, with the header Idempotency-Key; takes the member `id` of the answer as its pk. One that was
 * skipped is `was_cancelled`; one that was reviewed has the member `review`, "accepted" or "rejected".
 */
export function restHost(url: string, options?: RestOptions): Host;

export interface EditorOptions {
  /** Labeling config: XML text. */
  config?: string;
  /** The task to be labeled. */
  task?: Task | null;
  /**
   * The peer's interface switches; `submit`, `update`, `skip`, `review`, `postpone`, `edit-history`, `controls`, `side-column`,
   * `topbar`, `topbar:prevnext`, `annotations:tabs`, `annotations:add-new`, `annotations:delete`, `annotations:view-all`,
   * `annotations:deny-empty`, `predictions:tabs`, `ground-truth` and `auto-annotation` have an effect. `skip`, `review` and
   * `topbar:prevnext` are on only where they are named: the page or its host must do something about them. With `comments:skip` and
   * `comments:reject` the labeler is asked why, and must say so, unless there is also `comments:optional`.
   */
  interfaces?: string[];
  /** Other keys for commands; see `execute`. */
  keymap?: Keymap | null;
  /** `auto` follows the system. */
  theme?: Theme;
  /** The language of the interface: a tag of one that the package has (`en`, `de`, `ar`), or texts of your own. */
  locale?: string | Locale;
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
  /** Nothing can be changed; see `CartoucheEditor.readOnly`. */
  readOnly?: boolean;
  /** What the `journal` keeps is encrypted with it; see `CartoucheEditor.passphrase`. */
  passphrase?: string | null;
  /** Where submitted annotations go; without one, to whoever listens to `cartouche-submit` and `cartouche-update`. */
  host?: Host | null;
  /** See `CartoucheEditor.mediaCredentials`; `same-origin` if none is given. */
  mediaCredentials?: MediaCredentials;
  /** See `CartoucheEditor.resolveMedia`. */
  resolveMedia?: ResolveMedia | null;
}

/**
 * `<cartouche-editor>`: a labeling editor. Attributes: `config` and `task` (text, or `#id` of a
 * `<script type="text/xml">` or `<script type="application/json">`), `config-src`, `task-src` (URLs),
 * `interfaces` (comma-separated), `theme`, `locale`, `wasm-url`, `submit-url`, `journal`, `submit-on-answer`, `read-only`, `media-credentials`, `private-data`, `private-types`
 * (comma-separated, such as `EMAIL_ADDRESS,IBAN_CODE`; without it, all that `cartouche redact` knows), and `parent-origin`: with it,
 * events are posted to the parent frame of that origin, and the frame takes `load` messages from it.
 */
export class CartoucheEditor extends HTMLElement {
  /** Labeling config: XML text. Set in one go with `task`, it is one load. What was not submitted goes, unless there is a `journal`. */
  config: string;
  /** What is labeled; null: nothing. Another one takes the place of the one that is shown. */
  task: Task | null;
  /** Which parts of the editor are there; see `EditorOptions`. */
  interfaces: string[];
  /** Other keys for commands. */
  keymap: Keymap | null;
  /** As the attribute `theme`. */
  theme: Theme;
  /** As the attribute `locale`, or texts of your own. It can be changed while one labels. */
  locale: string | Locale;
  /** As the attribute `wasm-url`; read when the element enters a page. */
  wasmUrl: string;
  /** As the attribute `submit-url`: a `restHost` of that address, unless there is a `host`. */
  submitUrl: string;
  /** As the attribute `journal`: the project under whose name steps are kept in this browser. Null: none are. */
  journal: string | null;
  /**
   * What the `journal` keeps is encrypted with it (AES-256-GCM; PBKDF2 with 600,000 rounds of HMAC-SHA-256), from the next
   * step on and what was kept before. There is no way around a passphrase that was forgotten. With a wrong one, or none
   * where one was set, `cartouche-error` says `storage-locked`, all stays as it is, and what is labeled is kept once the
   * right one is set. It is not an attribute, and cannot be read.
   */
  set passphrase(value: string | null);
  /**
   * Another passphrase for what the `journal` keeps, in the place of the one that is set; null: none, and all of it is legible again. Rejects
   * with an Error whose name is LockedError, and changes nothing, if neither of them opens what is kept. It is one write: an interruption
   * leaves the one passphrase or the other. Other tabs go on with the key that they have.
   */
  changePassphrase(passphrase: string | null): Promise<void>;
  /** Where submitted annotations go, and where tasks come from if it has a queue. */
  host: Host | null;
  /**
   * An annotation is submitted as soon as its last question is answered, if each is answered by one key or click: `Choices` of
   * which one is chosen, `Rating`, `Pairwise`. With a host that then gives the next task, a task costs one key.
   */
  submitOnAnswer: boolean;
  /**
   * As the attribute `read-only`: the task with its annotations is there to be looked at, without buttons that change, submit or
   * review something. It can be set and taken away while one labels. A single annotation is so by its own `readonly: true` or
   * `editable: false`.
   */
  readOnly: boolean;
  /**
   * Private data in objects that show texts is marked, or masked wherever their text is shown. Offsets and the texts of
   * results stay those of the task.
   */
  privateData: PrivateDataMode;
  /** What is looked for in the texts of this task and the next ones; labelers change it in the side panel. */
  expressions: Expression[];
  /**
   * As the attribute `media-credentials`, read at each request: with which cookies the images, documents, texts and audio of a
   * task, and items of a Taxonomy (`apiUrl`), are asked for. With `include` another host must allow it
   * (`Access-Control-Allow-Credentials`). Audio of a host that lets no page read it can only be played with that host's cookies;
   * so it is, and `cartouche-error` warns of it (`audio-without-cors`), but not with `omit`. Audio and pictures within HTML of
   * the page's own origin always have its cookies.
   */
  mediaCredentials: MediaCredentials;
  /**
   * Asked for the address of each image, document, text and audio of a task, and of items of a Taxonomy (`apiUrl`), before it
   * is fetched, and once more if that has expired; not about `data:` and `blob:` addresses. Messages name the address of the
   * task. Audio that no page may read is asked about after any failure.
   */
  resolveMedia: ResolveMedia | null;
  /** How many submitted annotations the host does not have yet. */
  readonly unsavedCount: number;

  /** Settles when the editor can be used; rejects with an Error whose `diagnostic` says why it cannot start. */
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
  addAnnotation(options?: { pk?: string; result?: Result[]; was_cancelled?: boolean }): string | null;
  /** Shows a new annotation that begins with what this one holds, and gives its id. */
  copyAnnotation(id: string): string | null;
  /** By its id; false if there is none. */
  deleteAnnotation(id: string): boolean;
  /** Gives it the star, or takes it away. */
  setGroundTruth(id: string, value: boolean): void;
  /** Any of them as it would be submitted. */
  annotationOf(id: string): Annotation | null;
  /** Puts other results in the place of what one of them holds; it cannot be undone. */
  setResults(id: string, result: Result[]): void;
  /** The results of a region of the annotation that is shown: its shape, its labels, answers about it. Null: there is none of that id. */
  regionOf(id: string): Result[] | null;
  /** Selects these regions of the annotation that is shown, and no others; gives how many of them there are. */
  selectRegions(ids: string[]): number;
  /** Deletes regions as a labeler does, in one step that can be undone; gives how many, since locked and read-only ones stay. */
  deleteRegions(ids: string[]): number;
  /** Hides regions, or shows them again; that is not saved, and no step. Gives how many there are. */
  hideRegions(ids: string[], hidden?: boolean): number;
  /**
   * Puts other results of one region, of the same object, in the place of those of a region, in one step that can be undone. False if
   * there is none of that id, it is locked or read-only, or they are no such results; `cartouche-error` says what is wrong with them.
   */
  updateRegion(id: string, result: Result[]): boolean;
  /** The host has the annotation, under this key: what is submitted of it from now on is an update. False if there is none. */
  markSaved(id: string, pk: number | string): boolean;
  /** The host has the annotation no more: the next submit of it is a new one. False if there is none. */
  markUnsaved(id: string): boolean;
  /** For the buttons of `topbar:prevnext`, from task to task; until it is called, there are both. A host with a queue does it itself. */
  setNeighbors(neighbors: Neighbors): void;
  /** What labelers can switch by buttons of the tool bar; stays from task to task. */
  setAssist(assist: Assist): void;
  /** Offers what a model suggests; the prompts go when it is accepted or rejected. */
  setSuggestions(result: Result[]): void;
  /** For tests and benchmarks: frames drawn so far, and memory held by the module. */
  readonly statistics: { frames: number; heapBytes: number };
  /** False if there is nothing to undo. */
  undo(): Promise<boolean>;
  /** False if there is nothing to redo. */
  redo(): Promise<boolean>;
  /** Submits as the button does; false if it was refused (see the error event), or if this is a review. */
  submit(): Promise<boolean>;
  /** The same as the property `theme`; throws a RangeError of one that there is not. */
  setTheme(theme: Theme): void;
  /** Other keys, at once; null: the usual ones. Rejects with an Error whose `diagnostic` says which command there is not; all keys stay then. */
  setKeymap(keymap: Keymap | null): Promise<void>;
  /** Settles once the interface speaks it. Rejects with an Error whose `diagnostic` says why it cannot; it then speaks on as before. */
  setLocale(locale: string | Locale): Promise<void>;
  /** Executes a command by name: `annotation:submit`, `annotation:skip`, `annotation:accept`, `task:next`, … False if it cannot be now. */
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

/** What files become. */
export interface FileOptions {
  /**
   * What tasks hold in place of a media file, for as long as they are kept: its path, for example, of which `resolveMedia`
   * makes an address when it is shown. `path` begins with the folder or the archive that it is in. Asked once for each file;
   * without it, it is a `blob:` address.
   */
  addressOf?: (file: File, path: string) => string;
  /** Where cartouche-zip.mjs is, which archives need; without it, beside the script. */
  zipUrl?: string;
}

/**
 * Tasks out of files that a person chose: JSON (a task, or a list), JSONL, CSV (also with `;`), TSV and TXT (a task a line); images, audio,
 * video, PDF and HTML are a task each, by `blob:` addresses, which live as long as the page. What a task among them names by its path
 * (`"image": "cats/1.jpg"`), as its file would, gets that address, and is no task of its own. Such tasks are known by the path of their file.
 * A ZIP archive is a folder of its name: see `filesFromZip`.
 *
 * `config` says under which name the data holds what a file is; without one it is `text`, `image`, `audio`, `video`, `pdf` or
 * `html`. With `valueType="url"`, a TXT or HTML file is one task, too. What lies in a folder and is none of these is passed over.
 * Rejects with an Error whose `diagnostic` names the file, the line, and what to do; then there is no task at all.
 */
export function tasksFromFiles(files: Iterable<File>, config?: string, options?: FileOptions): Promise<Task[]>;

/** The files of a drop, those within folders, too. Call it in the listener of `drop` itself: later, nothing is there any more. */
export function filesFromDrop(transfer: DataTransfer): Promise<File[]>;

/**
 * The files of a ZIP archive that can be labeled or hold tasks, and XML, with their paths (`webkitRelativePath`), which begin with its
 * name; not those of archives in it. `cartouche-zip.mjs` of the package is loaded for it, from `zipUrl`. Rejects as `tasksFromFiles` does: of an archive
 * that is broken, encrypted, or holds more than 100,000 files, 4 GB, or, beyond 100 MB, 200 times its own size.
 */
export function filesFromZip(archive: File, options?: Pick<FileOptions, "zipUrl">): Promise<File[]>;

/** What a Cipher sealed, as IndexedDB keeps it. */
export interface Sealed {
  /** The id of the lock whose key opens it. */
  lock: string;
  /** The nonce, 12 bytes, different each time. */
  iv: BufferSource;
  /** 16 bytes longer than what it was made of. */
  sealed: ArrayBuffer;
}

/** A key, itself sealed with a passphrase; it stands beside what it sealed. */
export interface Lock {
  /** As `make` was given it. */
  project: string;
  /** Made up; sealed things name it. */
  id: string;
  /** The nonce of the key. */
  iv: BufferSource;
  /** The key. */
  sealed: ArrayBuffer;
  /** Of the passphrase, 16 bytes. */
  salt: BufferSource;
  /** How many rounds make a key of the passphrase. */
  iterations: number;
}

/** In the place of a lock whose passphrase was taken away: what it sealed opens without one, for everybody. */
export interface OpenLock {
  /** As `make` was given it. */
  project: string;
  /** As that of the lock. */
  id: string;
  /** The key itself. */
  key: ArrayBuffer;
}

/**
 * Seals what a page keeps with a passphrase, as the editor seals what its `journal` keeps: AES-256-GCM, PBKDF2. Pages without https
 * have no cryptography: there, `make` and `open` reject.
 */
export class Cipher {
  /** Made by `make` and `open`. */
  private constructor(...parts: never[]);
  /** With a new key; keep its `lock` along with what is sealed. `project` is a name in it, and can be read. */
  static make(project: string, passphrase: string): Promise<Cipher>;
  /**
   * Rejects with an Error whose name is LockedError if none of the locks was made with this passphrase. Null: with what
   * needs none, which is for reading; what is sealed with such a key is no secret.
   */
  static open(locks: (Lock | OpenLock)[], passphrase: string | null): Promise<Cipher>;
  /**
   * Those of the locks that one passphrase opens, for another one, or (null) for everybody; to be put in their place. What they
   * sealed stays as it is: the keys are the same, and who has a copy of a lock and its passphrase still has its key.
   */
  static relock(locks: (Lock | OpenLock)[], from: string, to: string | null): Promise<(Lock | OpenLock)[]>;
  /** To be kept, too. */
  readonly lock: Lock | OpenLock;
  /** Anything that JSON can say. `place` says where it is kept: elsewhere it does not open. */
  seal(value: unknown, place: string[]): Promise<Sealed>;
  /** Null: it is damaged, from another place, or sealed with another key. */
  unseal(sealed: Sealed, place: string[]): Promise<{ value: unknown } | null>;
  /** All of it is in memory at once: cut large files into pieces, and say in their places which they are of how many. */
  sealBytes(bytes: BufferSource, place: string[]): Promise<Sealed>;
  /** As `unseal` does. */
  unsealBytes(sealed: Sealed, place: string[]): Promise<ArrayBuffer | null>;
}

/** The version of this package. */
export const version: string;

/** An annotation as integrations of the Label Studio front end know it. */
export interface LabelStudioAnnotation {
  /** Of this session. */
  readonly id: string;
  /** What the server calls it. */
  readonly pk: string | undefined;
  /** Predictions are read-only. */
  readonly type: "annotation" | "prediction";
  /** A person began it here. */
  userGenerate: boolean;
  /** A person submitted it here. */
  sentUserGenerate: boolean;
  /** The server has it. */
  readonly exists: boolean;
  /** It is shown. */
  readonly selected: boolean;
  /** Seconds. */
  readonly lead_time: number;
  /** The same as `lead_time`. */
  readonly leadTime: number;
  /** When it came into the editor. */
  readonly loadedDate: Date;
  /** It bears the star. */
  readonly ground_truth: boolean;
  /** It was skipped: here, or before it was loaded (`was_cancelled`). */
  readonly skipped: boolean;
  /** The pk of the prediction that it was copied from. */
  readonly parent_prediction: number | string | undefined;
  /** The pk of the annotation that it was copied from. */
  readonly parent_annotation: number | string | undefined;
  /** For the page’s own use; 0 once it is submitted. */
  draftId: number;
  /** For the page’s own use: when its draft was saved. */
  draftSaved: string | undefined;
  /** For the page’s own use; `draft` is what it last told `submitDraft`. */
  versions: { result?: Result[]; draft?: Result[] };
  /** False: no drafts of it are saved. */
  editable: boolean;
  /** The same as `serializeAnnotation()`. */
  readonly results: Result[];
  /** What was drawn, without answers about the whole. */
  readonly regions: LabelStudioRegion[];
  /** The same by their ids. */
  readonly areas: Map<string, LabelStudioRegion>;
  /** The same once more, where the front end has them. */
  readonly regionStore: { regions: LabelStudioRegion[] };
  /** Its relations, as results. */
  readonly relationStore: { relations: Result[] };
  /** A step of ours is whole: `freeze`, `unfreeze` and `safeUnfreeze` do nothing. */
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
  /** Its results as they would be submitted. */
  serializeAnnotation(): Result[];
  /** Puts these in the place of what it holds; JSON text does, too. It cannot be undone. */
  deserializeResults(results: Result[] | string): void;
  /** The same. */
  deserializeAnnotation(results: Result[] | string): void;
  /** Under new ids; gives the regions. It cannot be undone. */
  appendResults(results: Result[]): LabelStudioRegion[];
  /** Answers about the whole stay. It cannot be undone. */
  deleteAllRegions(): void;
  /** If it is shown. */
  undo(): void;
  /** If it is shown. */
  redo(): void;
  /** Gives it the star, or takes it away. */
  setGroundTruth(value: boolean): void;
  /** Offers what a model suggests, if it is shown. */
  setSuggestions(results: Result[]): void;
  /** What the server calls it, once it was saved. */
  updatePersonalKey(pk: string): void;
  /** Sets `sentUserGenerate`. */
  sendUserGenerate(): void;
  /** Sets `editable`. */
  setEditable(value: boolean): void;
  /** Sets `draftId`. */
  setDraftId(id: number): void;
  /** Sets `draftSaved`. */
  setDraftSaved(date: string | undefined): void;
  /** Adds to `versions`. */
  addVersions(versions: { result?: Result[]; draft?: Result[] }): void;
  /** Sets `draftId` and `draftSaved` back. */
  dropDraft(): void;
  /** Resolves to what the listener of `submitDraft` gives. */
  saveDraft(params?: unknown): Promise<unknown>;
  /** The same. */
  saveDraftImmediately(): Promise<unknown>;
  /** The same. */
  saveDraftImmediatelyWithResults(params?: unknown): Promise<unknown>;
  /** Does nothing: nothing waits to be done. */
  beforeSend(): void;
  /** Does nothing. */
  reinitHistory(): void;
  /** Does nothing. */
  updateObjects(): void;
  /** Does nothing. */
  setLocalUpdate(): void;
  /** No region is selected any more. */
  unselectAll(): void;
  /** That region is selected, and no other, if the annotation is shown. */
  selectArea(region: { id: string }): void;
}

/** A region as `entityCreate`, `entityDelete` and `regionFinishedDrawing` give it. */
export interface LabelStudioRegion {
  /** Of all its results. */
  readonly id: string;
  /** The same. */
  readonly cleanId: string;
  /** Of its first result. */
  readonly type: string;
  /** Of its first result. */
  readonly value: Record<string, unknown>;
  /** Of all its results. */
  readonly labels: string[];
  /** Its shape, its labels, and answers about it. */
  readonly results: Result[];
  /** Its first result. */
  serialize(): Result;
}

export interface LabelStudioAnnotationStore {
  /** The latest first. */
  readonly annotations: LabelStudioAnnotation[];
  /** The latest first. */
  readonly predictions: LabelStudioAnnotation[];
  /** The one that is shown. */
  readonly selected: LabelStudioAnnotation | null;
  /** All are shown side by side. */
  readonly viewingAll: boolean;
  /** Adds one without showing it. Unlike in the front end, `result` is taken over at once. */
  addAnnotation(options?: {
    userGenerate?: boolean; result?: Result[]; pk?: string | number; id?: string | number; skipped?: boolean; was_cancelled?: boolean;
  }): LabelStudioAnnotation;
  /** Adds an empty one and shows it. */
  createAnnotation(): LabelStudioAnnotation;
  /** Shows a new one that begins with what the prediction holds. */
  addAnnotationFromPrediction(prediction: { id: string }): LabelStudioAnnotation | null;
  /** By id or pk; null if there is none. */
  selectAnnotation(id: string | number): LabelStudioAnnotation | null;
  /** By id or pk; null if there is none. */
  selectPrediction(id: string | number): LabelStudioAnnotation | null;
  /** Without asking. */
  deleteAnnotation(annotation: { id: string }): void;
  /** Shows all side by side, or one again. */
  toggleViewingAllAnnotations(): void;
}

/** What a task begins with. */
export interface LabelStudioInitial {
  /** Those of the task. */
  annotations?: Task["annotations"];
  /** An old name for annotations. */
  completions?: Task["annotations"];
  /** Those of models. */
  predictions?: Task["predictions"];
}

/** A task in a history, and the annotation of it that was shown. */
export interface LabelStudioTaskPlace {
  /** The id of the task. */
  taskId: number | string;
  /** The `pk` of the annotation; null: a new one. */
  annotationId?: number | string | null;
}

export interface LabelStudioStore {
  /** Without a task: null. `dataObj` is its data. */
  readonly task: (Task & { dataObj: Record<string, unknown> }) | null;
  /** XML text. */
  readonly config: string;
  /** What is switched on. */
  readonly interfaces: string[];
  /** The annotations of the task. */
  readonly annotationStore: LabelStudioAnnotationStore;
  /** As the page gave it. */
  user: unknown;
  /** As the page gave them. */
  users: unknown[];
  /** As the page gave it; it is not shown. */
  description: string | undefined;
  /** The way to another task: resetState(), assignTask(task), initializeStore(task). */
  resetState(): void;
  /** Shown by `initializeStore`. */
  assignTask(task: Task | null): void;
  /** Shown at once. */
  assignConfig(config: string): void;
  /** Shows the assigned task with these annotations and predictions. */
  initializeStore(initial: LabelStudioInitial): void;
  /** The assigned task without any annotation. */
  resetAnnotationStore(): void;
  /** Whether any of them is switched on. */
  hasInterface(...names: string[]): boolean;
  /** Switches it on. */
  addInterface(name: string): void;
  /** Switches it on or off. */
  toggleInterface(name: string, value?: boolean): void;
  /** As the button does; an annotation that exists is updated. */
  submitAnnotation(): void;
  /** The same. */
  updateAnnotation(): void;
  /** Calls the first listener of `submitDraft`; resolves to what that gives. */
  submitDraft(annotation: LabelStudioAnnotation, params?: unknown): Promise<unknown>;
  /** Calls the listeners of `skipTask`. */
  skipTask(extra?: unknown): void;
  /** Calls the listeners of `unskipTask`. */
  unskipTask(): void;
  /** As the button does in a review. */
  acceptAnnotation(): void;
  /** Calls the listeners of `rejectAnnotation`. */
  rejectAnnotation(extra?: { comment?: string }): void;
  /** Calls the listeners of `nextTask`, with the task behind this one in the history if there is one. */
  nextTask(...args: unknown[]): void;
  /** Calls the listeners of `prevTask`, with the task before this one. */
  prevTask(...args: unknown[]): void;
  /** The tasks that were shown, in order: the way of the buttons of `topbar:prevnext`. */
  readonly taskHistory: LabelStudioTaskPlace[];
  /** Saves a draft with `was_postponed`, then calls the listeners of `nextTask`. */
  postponeTask(): void;
  /** Sets fields of the store. */
  setFlags(flags: Record<string, unknown>): void;
  /** Sets `users`. */
  setUsers(users: unknown[]): void;
  /** Does nothing. */
  setHistory(history?: unknown): void;
  /** Sets `taskHistory`. */
  setTaskHistory(history?: LabelStudioTaskPlace[]): void;
  /** Does nothing: keys work while the editor has the focus. */
  attachHotkeys(): void;
  /** Smart tools ask the host’s model, or do not. */
  setAutoAnnotation(value: boolean): void;
  /** What it suggests becomes regions at once, or is offered. */
  setAutoAcceptSuggestions(value: boolean): void;
  /** Suggestions that are on their way; `parser` makes results of what comes. */
  loadSuggestions(response: Promise<unknown>, parser?: (response: unknown) => Result[]): Promise<void>;
}

export interface LabelStudioOptions {
  /** XML text. */
  config?: string;
  /** `data` may be JSON text, as the server stores it. */
  task?: Task;
  /** In the place of those that are on without it; see `EditorOptions` for those that have an effect. */
  interfaces?: string[];
  /** Kept as `store.user`. */
  user?: unknown;
  /** Other keys for commands. */
  keymap?: Keymap;
  /**
   * Keeps every step in this browser until a listener to `submitAnnotation` or `updateAnnotation` has it; see `EditorOptions`.
   * What no listener took comes back as what was not submitted yet.
   */
  journal?: string | null;
  /** What the `journal` keeps is encrypted with it; see `CartoucheEditor.passphrase`. */
  passphrase?: string | null;
  /** The store is there; the task’s annotations are not yet. */
  onLabelStudioLoad?: (store: LabelStudioStore) => unknown;
  /** The task’s annotations are there, too. */
  onStorageInitialized?: (store: LabelStudioStore) => unknown;
  /** Another one is shown; also while they are loaded. Not for predictions. */
  onSelectAnnotation?: (annotation: LabelStudioAnnotation, previous: LabelStudioAnnotation | null, options: object) => unknown;
  /** Submitted for the first time. If what it returns rejects, that is shown, and it can be tried again. */
  onSubmitAnnotation?: (store: LabelStudioStore, annotation: LabelStudioAnnotation) => unknown;
  /** Submitted again, or one that the server has. */
  onUpdateAnnotation?: (store: LabelStudioStore, annotation: LabelStudioAnnotation, extra: object) => unknown;
  /** Hears at most every five seconds of what is not submitted yet. */
  onSubmitDraft?: (store: LabelStudioStore, annotation: LabelStudioAnnotation, params: unknown) => unknown;
  /** False: it is not submitted, updated, accepted or rejected. */
  onBeforeSaveAnnotation?: (store: LabelStudioStore, annotation: LabelStudioAnnotation, about: { event: string }) => unknown;
  /** A labeler drew a region. */
  onEntityCreate?: (region: LabelStudioRegion) => unknown;
  /** A labeler deleted one. */
  onEntityDelete?: (region: LabelStudioRegion) => unknown;
  /** Skip, or `store.skipTask()`; `extra` may hold a `comment` (`comments:skip`). */
  onSkipTask?: (store: LabelStudioStore, extra: unknown) => unknown;
  /** Cancel skip, or `store.unskipTask()`. */
  onUnskipTask?: (store: LabelStudioStore) => unknown;
  /** Accept, or Fix + Accept (`isDirty`), after validation. */
  onAcceptAnnotation?: (store: LabelStudioStore, about: { isDirty: boolean; entity: LabelStudioAnnotation }) => unknown;
  /** Reject, with a `comment` (`comments:reject`). */
  onRejectAnnotation?: (store: LabelStudioStore, about: { isDirty: boolean; entity: LabelStudioAnnotation; comment?: string | undefined }) => unknown;
  /** The way on; without arguments when the task was postponed. */
  onNextTask?: (taskId?: number | string, annotationId?: number | string | null) => unknown;
  /** The way back. */
  onPrevTask?: (taskId?: number | string, annotationId?: number | string | null) => unknown;
  /** It is deleted, and still has its results. */
  onDeleteAnnotation?: (store: LabelStudioStore, annotation: LabelStudioAnnotation) => unknown;
  /** The star was set or taken away. */
  onGroundTruth?: (store: LabelStudioStore, annotation: LabelStudioAnnotation, value: boolean) => unknown;
  /** A smart tool asks for a model; `connected` are all that wait on the same object. */
  onRegionFinishedDrawing?: (region: LabelStudioRegion, connected: LabelStudioRegion[]) => unknown;
  /** As `store.setAutoAnnotation(true)`. */
  forceAutoAnnotation?: boolean;
  /** As `store.setAutoAcceptSuggestions(true)`. */
  forceAutoAcceptSuggestions?: boolean;
  /** Others are kept; `onXxx` listens to the event `xxx`. */
  [option: string]: unknown;
}

/** Drop-in for the Label Studio front end's constructor. */
export class LabelStudio {
  /** `root`: an element, or the id of one. It starts a moment later, so that listeners added right after hear everything. */
  constructor(root: string | Element, options?: LabelStudioOptions);
  /** Those that were not destroyed. */
  static readonly instances: Set<LabelStudio>;
  /** Destroys all of them. */
  static destroyAll(): void;
  /** Once `labelStudioLoad` was told. */
  readonly store: LabelStudioStore | undefined;
  /** As they were given. */
  readonly options: LabelStudioOptions;
  /** The listeners, by event. */
  readonly events: ReadonlyMap<string, ReadonlySet<(...args: never[]) => unknown>>;
  /** Returns what takes the listener away again. */
  on(event: string, listener: (...args: never[]) => unknown): () => void;
  /** Without a listener: takes all of the event away. */
  off(event: string, listener?: (...args: never[]) => unknown): void;
  /** Frees everything, and leaves the root empty. */
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
      tasksFromFiles: typeof tasksFromFiles;
      filesFromDrop: typeof filesFromDrop;
      filesFromZip: typeof filesFromZip;
      Cipher: typeof Cipher;
      version: string;
    };
    LabelStudio: typeof LabelStudio;
  }
}
