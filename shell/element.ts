/** `<cartouche-editor>`: the editor as an element of the page. */

import { session } from "./annotations_element.js";
import type * as api from "./cartouche.js";
import { compileModule, packageUrl } from "./core_module.js";
import { CoreNews, type Told } from "./core_news.js";
import { trouble, TroubleError, reasonOf } from "./errors.js";
import { attachParentFrame } from "./hosts/parent_frame.js";
import { restHost } from "./hosts/rest.js";
import { say } from "./language.js";
import { Media } from "./media/media.js";
import type { Notice } from "./notice.js";
import { Readiness } from "./readiness.js";
import { Safekeeping } from "./safekeeping.js";
import { saveFile } from "./save_file.js";
import { Session } from "./session.js";
import { reload, shown, ShownElement } from "./shown_element.js";
import { SpokenLanguage } from "./spoken_language.js";
import { readSource } from "./sources.js";
import { Database } from "./storage/database.js";
import { changeKeptPassphrase } from "./storage/vault.js";
import { styleSheet } from "./styles.js";
import { checkTheme, ThemeWatch } from "./theme.js";
import { TroublePanel } from "./trouble_panel.js";
import { version } from "./version.js";

const properties = ["locale", "config", "task", "interfaces", "keymap", "theme", "wasmUrl", "submitUrl", "journal", "passphrase", "host", "expressions", "privateData", "submitOnAnswer", "readOnly", "mediaCredentials", "resolveMedia"] as const;

export class CartoucheEditor extends ShownElement implements api.CartoucheEditor {
  static readonly observedAttributes = [
    "config", "config-src", "task", "task-src", "interfaces", "theme", "locale", "submit-url", "parent-origin", "journal",
    "private-data", "private-types", "read-only",
  ];

  readonly #stage = document.createElement("div");
  readonly #panel: TroublePanel;
  readonly #news = new CoreNews(this.#told());
  readonly #language = new SpokenLanguage({
    speak: (locale) => {
      this.#showLanguage();
      this[session]?.setLocale(locale);
    },
    fail: (error) => void this.#tell("cartouche-error", diagnosticOf(error)),
  });
  protected [session]: Session | null = null;
  #host: api.Host | null = null;
  #passphrase: string | null = null;
  #resolveMedia: api.ResolveMedia | null = null;
  #safe: Safekeeping | null = null;
  /** While the element was in the page before: it may still be sending. */
  #safeBefore: Safekeeping | null = null;
  #restored: Promise<void> | undefined;
  #onNoticeAction: () => void = () => undefined;
  /** What was said before there was an editor to say it. */
  #notice: Notice | null = null;
  #life: AbortController | null = null;
  readonly #ready = new Readiness();
  #isLoadPending = false;
  /** The annotation as last heard of, to survive a detached element or a failed module. */
  #last: api.Result[] | null = null;
  #lastAnnotation: api.Annotation | null = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styleSheet()];
    this.#stage.className = "stage";
    this.#stage.tabIndex = -1;
    this.#stage.setAttribute("role", "group");
    this.#panel = new TroublePanel(root);
    root.prepend(this.#stage);
    this.#showLanguage();
  }

  get keymap(): api.Keymap | null { return this[shown].keymap; }
  set keymap(value: api.Keymap | null) {
    this[shown].keymap = value;
    void this.#safe?.opened.then(() => {
      if (this[session] && !this.#isLoadPending) { // else they go along
        this[shown].tellKeymap(this[session]);
      }
    });
  }
  get locale(): string | api.Locale { return this.#language.wanted; }
  set locale(value: string | api.Locale) {
    if (typeof value === "string") {
      this.setAttribute("locale", value);
    } else {
      this.#language.want(structuredClone(value));
    }
  }
  set passphrase(value: string | null) {
    if ((value ?? null) !== this.#passphrase) {
      this.#passphrase = value ?? null;
      this.#restored = this.#safe?.unlock();
    }
  }

  get host(): api.Host | null {
    return this.#host ?? (this.submitUrl ? restHost(this.submitUrl) : null);
  }
  set host(value: api.Host | null) {
    this.#host = value;
    this.#safe?.hostChanged();
  }
  get resolveMedia(): api.ResolveMedia | null { return this.#resolveMedia; }
  set resolveMedia(value: api.ResolveMedia | null) { this.#resolveMedia = value ?? null; }
  get unsavedCount(): number { return (this.#safe ?? this.#safeBefore)?.unsavedCount ?? 0; }

  get ready(): Promise<void> { return this.#ready.promise; }
  get restored(): Promise<void> {
    // What was set in this task is loaded by then.
    return this.ready.then(() => this.#safe?.opened).then(() => this.#restored);
  }
  get annotation(): api.Annotation | null {
    if (this[session]) {
      this.#lastAnnotation = this[session].query("annotation", {}).annotation;
    }
    return this.#lastAnnotation;
  }
  async serialize(): Promise<api.Annotation> {
    await this.ready;
    return this.annotation ?? Promise.reject(new TroubleError(trouble("core-crashed", { reason: say("page.closed") })));
  }
  undo(): Promise<boolean> { return this.execute("annotation:undo"); }
  redo(): Promise<boolean> { return this.execute("annotation:redo"); }
  submit(): Promise<boolean> { return this.execute("annotation:submit"); }
  get statistics(): { frames: number; heapBytes: number } {
    return this[session]?.query("statistics", {}) ?? { frames: 0, heapBytes: 0 };
  }
  setTheme(theme: api.Theme): void {
    this.theme = checkTheme(theme);
  }
  async setKeymap(keymap: api.Keymap | null): Promise<void> {
    await this.ready;
    const problems = this[session]?.query("checkKeymap", { keymap }).diagnostics ?? [];
    const wrong = problems.find(({ code }) => code === "unknown-command");
    if (wrong) {
      throw new TroubleError(wrong);
    }
    this.keymap = keymap;
  }
  async setLocale(locale: string | api.Locale): Promise<void> {
    if (await this.#language.canSpeak(locale)) {
      this.locale = locale;
    }
    await this.#language.speaking;
  }
  async execute(command: string): Promise<boolean> {
    await this.ready;
    return this[session]?.ask("execute", { command }).done ?? false;
  }
  startAnnotation(result: api.Result[] = []): void {
    this.#last = result;
    this.#safe?.drop(this.selectedAnnotation ?? "");
    this[session]?.ask("startAnnotation", { result });
  }
  setResults(id: string, result: api.Result[]): void {
    this.#safe?.drop(id);
    this[session]?.ask("setResults", { id, result });
  }
  download(name = `task-${this.task?.id ?? "new"}.json`): void {
    const own = this.annotations.filter(({ kind }) => kind === "annotation");
    const annotations = own.map(({ id }) => this.annotationOf(id));
    saveFile(name, JSON.stringify([{ ...this.task, annotations }], null, 2));
  }
  async changePassphrase(passphrase: string | null): Promise<void> {
    if (this.#safe) {
      await this.#safe.changePassphrase(passphrase);
    } else if (this.journal !== null) {
      await changeKeptPassphrase(this.journal, this.#passphrase, passphrase); // the editor is closed
    }
    this.#passphrase = passphrase;
  }
  async forgetData(): Promise<void> {
    if (this.#safe) {
      await this.#safe.forget();
    } else if (this.journal !== null) {
      await new Database().forget(this.journal); // the editor is closed
    }
  }
  /** A line in the action bar; for the built-in hosts. `act`: its button was pressed. */
  notify(notice: Notice | null, act: () => void = () => undefined): void {
    this.#onNoticeAction = act;
    this.#notice = this[session] ? null : notice;
    this[session]?.ask("notice", { notice });
  }

  connectedCallback(): void {
    for (const name of properties) {
      this.#upgrade(name);
    }
    void this.#start();
  }

  disconnectedCallback(): void {
    this.destroy();
  }

  attributeChangedCallback(name: string): void {
    if (name === "parent-origin" || name === "submit-url" || name === "theme") {
      return; // read when they are needed
    }
    if (name === "locale") {
      this.#language.want(this.getAttribute("locale") ?? "en");
    } else if (name === "private-data" || name === "private-types") {
      this.#tellPrivateData();
    } else if (name === "read-only") {
      this[session]?.ask("setReadonly", { readonly: this.readOnly });
    } else if (name === "journal") {
      this[reload]();
    } else if (name === "interfaces") {
      this.interfaces = (this.getAttribute(name) ?? "").split(",").map((part) => part.trim());
    } else {
      void this.#readSource(name);
    }
  }

  destroy(): void {
    if (this[session]) {
      this.#lastAnnotation = this.annotation;
      this.#last = this.#lastAnnotation?.result ?? null;
    }
    this.#life?.abort();
    this.#life = null;
    this.#language.rest();
    this.#safeBefore = this.#safe ?? this.#safeBefore;
    this.#safe = null;
    this[session]?.destroy();
    this[session] = null;
  }

  async #start(): Promise<void> {
    if (this.#life) {
      return;
    }
    const life = new AbortController();
    this.#life = life;
    const safe = new Safekeeping(this.#owner(), life.signal, this.#safeBefore);
    this.#safe = safe;
    this.#panel.clear();
    this.#ready.renew();
    this.#language.start();
    compileModule(this.#wasmAddress()).catch(() => undefined); // on its way meanwhile; told by the start, in that language
    try {
      await this.#language.speaking;
      life.signal.throwIfAborted();
      const started = await Session.start(this.#stage, this.#wasmAddress(), this.#media(), this.#news, life.signal);
      await safe.opened;
      if (life.signal.aborted) {
        return started.destroy();
      }
      this[session] = started;
      started.setLocale(this.#language.spoken);
      this[shown].renew();
      new ThemeWatch(this, (theme) => this.#setTheme(theme), life.signal);
      attachParentFrame(this, life.signal);
      this.#load();
      this.#ready.resolve();
      this.#tell("cartouche-ready", { version });
    } catch (error) {
      if (!life.signal.aborted) {
        this.#fail(error);
      }
    }
  }

  #media(): Media {
    const editor = this;
    return new Media({
      get credentials() { return editor.mediaCredentials; },
      get resolve() { return editor.#resolveMedia; },
    });
  }

  #wasmAddress(): string {
    return this.wasmUrl ? new URL(this.wasmUrl, document.baseURI).href : packageUrl("cartouche.wasm");
  }

  #showLanguage(): void {
    for (const part of [this.#stage, this.#panel.element]) {
      part.lang = this.#language.spoken?.language ?? "en";
      part.dir = this.#language.spoken?.direction ?? "ltr";
    }
    this.#stage.setAttribute("aria-label", say("page.editor"));
  }

  #setTheme(theme: "light" | "dark"): void {
    this.dataset["theme"] = theme;
    this[session]?.ask("theme", { theme });
  }

  protected [reload](): void {
    this.#last = null;
    if (this[session] && !this.#isLoadPending) {
      this.#isLoadPending = true;
      void this.#safe?.opened.then(() => this.loadNow());
    }
  }

  /** What was set is loaded, rather than a moment later. For the constructor of the Label Studio front end. */
  loadNow(): void {
    if (this.#isLoadPending) {
      this.#load();
    }
  }

  #load(): void {
    this.#isLoadPending = false;
    this.#news.loaded();
    const kept = this.journal === null ? this.#last : null; // else its keeper brings it back
    const { [session]: core } = this;
    if (core) {
      this.#tellPrivateData();
      core.ask("setReadonly", { readonly: this.readOnly });
      this[shown].load(core);
    }
    if (kept?.length) {
      core?.ask("startAnnotation", { result: kept });
    }
    if (this.#notice) {
      this.notify(this.#notice, this.#onNoticeAction);
    }
    this.#restored = this.#safe?.loaded();
  }

  #tellPrivateData(): void {
    const types = (this.getAttribute("private-types") ?? "").split(",").map((part) => part.trim()).filter(Boolean);
    this[session]?.ask("setPrivateData", { mode: this.privateData, types });
  }

  #owner(): ConstructorParameters<typeof Safekeeping>[0] {
    const editor = this;
    return {
      get host() { return editor.host; },
      get task() { return editor.task; },
      get journal() { return editor.journal; },
      get passphrase() { return editor.#passphrase; },
      get session() { return editor[session]; },
      show: (task, config) => {
        this.task = task;
        this.config = config ?? this.config;
      },
      reload: () => this.#load(),
      setNeighbors: (neighbors) => this.setNeighbors(neighbors),
      notify: (notice, act) => this.notify(notice, act),
      tell: (type, detail) => this.#tell(type, detail),
    };
  }

  async #readSource(name: string): Promise<void> {
    const value = this.getAttribute(name);
    if (value === null) {
      return;
    }
    try {
      Object.assign(this, await readSource(name, value));
    } catch (error) {
      this.#fail(error);
    }
  }

  #told(): Told {
    const editor = this;
    return {
      get session() { return editor[session]; },
      get safe() { return editor.#safe; },
      get task() { return editor.task; },
      get submitOnAnswer() { return editor.submitOnAnswer; },
      submit: () => void this.submit(),
      expressionsChanged: (expressions) => {
        this[shown].expressions = expressions;
        this.#tell("cartouche-expressions", { expressions: this.expressions });
      },
      noticePressed: () => this.#onNoticeAction(),
      crashed: (diagnostic) => {
        this.#last = this[session]?.results ?? this.#last;
        this[session] = null;
        this.#fail(new TroubleError(diagnostic));
      },
      tell: (type, detail, cancelable) => this.#tell(type, detail, cancelable),
    };
  }

  /** Shows what is wrong in the page, and tells the host. */
  #fail(error: unknown): void {
    const diagnostic = diagnosticOf(error);
    this.#panel.show(diagnostic);
    this.#ready.reject(new TroubleError(diagnostic));
    this.#tell("cartouche-error", diagnostic);
  }

  #tell(type: string, detail: unknown, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  /** A property that was set before the element was defined hides ours; it is set again. */
  #upgrade(name: (typeof properties)[number]): void {
    if (Object.hasOwn(this, name)) {
      const value = this[name];
      delete (this as Partial<Pick<CartoucheEditor, typeof name>>)[name];
      (this as Record<string, unknown>)[name] = value;
    }
  }
}

function diagnosticOf(error: unknown): api.Diagnostic {
  return error instanceof TroubleError ? error.diagnostic : trouble("core-crashed", { reason: reasonOf(error) });
}
