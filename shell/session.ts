/** One editor alive in a shadow root: the core and everything between it and the page. */

import type { Annotation, Diagnostic, Expression, Keymap, Locale, Result, Submission, Task } from "./cartouche.js";
import { Clipboard } from "./clipboard.js";
import { Core } from "./core.js";
import { compileModule, instantiate, packageUrl } from "./core_module.js";
import { trouble } from "./errors.js";
import { loadFonts } from "./fonts.js";
import { Images } from "./images.js";
import { Input } from "./input.js";
import { Items } from "./items.js";
import type { Media } from "./media/media.js";
import { Mirror } from "./mirror.js";
import type { AnnotationList, CoreEvent, Method, RegionNews, Requests } from "./protocol.js";
import { changeDetail, ResultsCopy } from "./results_copy.js";
import { Surface } from "./surface.js";
import { TextLayers } from "./text/layers.js";
import { Thumbnails } from "./thumbnails.js";

/** What ends the work on an annotation. */
export type SubmitKind = Exclude<Submission["kind"], "draft">;

/** What happens in an editor, each in a task of its own: the listener may call the session back. */
export interface SessionListener {
  /** Something changed; told once for all changes of one task, and before the next frame. */
  onStep(): void;
  /** `result` is made when it is read, and is what stands then. */
  onChange(detail: { readonly result: Result[]; canUndo: boolean; canRedo: boolean }): void;
  /** After each change: whether there is nothing left but to submit. */
  onDecided(isDecided: boolean): void;
  /** `isDirty`: a reviewer changed something. */
  onSubmit(annotation: Annotation, kind: SubmitKind, isDirty?: boolean): void;
  onNextTask(isPostponed: boolean): void;
  onPreviousTask(): void;
  /** Another annotation is shown, or there are others. */
  onAnnotations(list: AnnotationList): void;
  onDelete(annotation: Annotation): void;
  onGroundTruth(id: string, value: boolean): void;
  onRegions(news: RegionNews): void;
  /** A smart tool drew a region that asks a model. */
  onPrompt(region: Result[], connected: Result[]): void;
  onExpressions(expressions: Expression[]): void;
  onProblem(diagnostic: Diagnostic): void;
  onNoticeAction(): void;
  /** The module is gone; the diagnostic says why. */
  onCrash(diagnostic: Diagnostic): void;
}

export interface Document {
  config: string;
  task: Task | null;
  interfaces: string[];
  keymap: Keymap | null;
}

export class Session {
  readonly #core: Core;
  readonly #surface: Surface;
  readonly #mirror: Mirror;
  readonly #input: Input;
  readonly #clipboard: Clipboard;
  readonly #images: Images;
  readonly #thumbnails: Thumbnails;
  readonly #texts: TextLayers;
  readonly #items: Items;
  readonly #stage: HTMLElement;
  readonly #listener: SessionListener;
  /** A labeler did something in what is shown. */
  isChanged = false;
  #isStepTold = true;
  readonly #copy = new ResultsCopy(() => this.query("results", {}).result);

  /** Starts an editor in `stage`; throws a TroubleError if it cannot be. */
  static async start(stage: HTMLElement, wasmUrl: string, media: Media, listener: SessionListener, signal: AbortSignal): Promise<Session> {
    // The files are on their way while the browser makes the context, which takes about as long.
    const files = Promise.all([compileModule(wasmUrl), loadFonts(wasmUrl)]);
    files.catch(() => undefined); // awaited below, unless there is no context
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true");
    const gl = Surface.context(canvas);
    const [module, fonts] = await files;
    signal.throwIfAborted();
    let crash = (_reason: string): void => undefined;
    const instance = await instantiate(module, (reason) => crash(reason));
    signal.throwIfAborted();
    const session = new Session(stage, canvas, gl, instance, wasmUrl, media, listener);
    crash = (reason) => session.#crash(reason);
    for (const face of fonts) {
      session.#core.addFont(face.bytes, face.weight);
    }
    return session;
  }

  private constructor(
    stage: HTMLElement,
    canvas: HTMLCanvasElement,
    gl: WebGL2RenderingContext,
    instance: ConstructorParameters<typeof Core>[0],
    wasmUrl: string,
    media: Media,
    listener: SessionListener,
  ) {
    this.#stage = stage;
    this.#listener = listener;
    this.#core = new Core(instance, gl, {
      onCoreEvent: (event) => this.#receive(event),
      onPixelsNeeded: (address, write) => this.#images.readPixels(address, write),
      onCrash: (reason) => this.#crash(reason),
    });
    const mirrorRoot = document.createElement("div");
    mirrorRoot.className = "mirror";
    stage.replaceChildren(canvas, mirrorRoot);
    const base = new URL(".", wasmUrl || packageUrl(".")).href;
    this.#texts = new TextLayers({
      ask: (method, params) => (this.#core.isUsable ? this.ask(method, params) : null),
      media,
      base,
      report: (diagnostic) => later(() => listener.onProblem(diagnostic)),
    });
    this.#items = new Items({ ask: (method, params) => (this.#core.isUsable ? this.ask(method, params) : null), media });
    this.#mirror = new Mirror(mirrorRoot, {
      makeText: (id) => this.#texts.elementOf(id),
      onFocus: (id, isVisible) => this.#ask("focus", { id, visible: isVisible }),
      onText: (id, text) => this.#ask("setText", { id, text }),
      onStep: (id, by) => this.#ask("step", { id, by }),
      onCommit: (id) => this.#ask("commitText", { id }),
    });
    this.#input = new Input(stage, this.#core, {
      onInput: (isPress) => (isPress ? this.#surface.drawNow() : this.#surface.draw()),
      onActivate: (widget) => this.#ask("activate", { id: this.#mirror.idOf(widget) }),
    });
    this.#clipboard = new Clipboard(stage, {
      copy: () => (this.#core.isUsable ? this.ask("copyRegions", {}).text : null),
      cut: () => this.#ask("execute", { command: "region:delete" }),
      paste: (text) => this.#ask("pasteRegions", { text }),
    });
    this.#surface = new Surface(canvas, gl, {
      onResize: (width, height, ratio) => this.#core.resize(width, height, ratio),
      onFrame: (now) => this.#core.frame(now),
      onContextLost: () => this.#cancelImages(),
      onContextGone: () => this.#listener.onCrash(trouble("webgl2-lost")),
      onContextRestored: () => this.#ask("contextRestored", {}),
    });
    this.#images = new Images(this.#core, gl, base, media, {
      onChange: () => this.#surface.draw(),
      onShown: () => this.#surface.drawNow(),
    });
    this.#thumbnails = new Thumbnails(this.#core, gl, base, media, this.#images, () => this.#surface.draw());
  }

  load(document: Document): void {
    this.#cancelImages();
    this.#texts.clear();
    this.#items.restart(document.config);
    this.#ask("load", document);
  }

  /** Null: English. The stage is in that language already. */
  setLocale(locale: Locale | null): void {
    this.#core.setLocale(locale);
    this.#texts.rename();
    this.#surface.draw();
  }

  /** A request that changes nothing that is seen. */
  query<M extends "annotation" | "annotations" | "results" | "region" | "checkKeymap" | "statistics" | "commands" | "journal">(method: M, params: Requests[M][0]): Requests[M][1] {
    return this.#core.request(method, params);
  }

  /** A request that may change what is seen. */
  ask<M extends Method>(method: M, params: Requests[M][0]): Requests[M][1] {
    const reply = this.#core.request(method, params);
    this.#surface.draw();
    return reply;
  }

  /** All results; after a crash, the last copy that was made of them. */
  get results(): Result[] {
    return this.#copy.results;
  }

  destroy(): void {
    if (this.#core.isUsable) {
      void this.#copy.results; // for whoever kept the event of a change
    }
    this.#copy.stop();
    this.#input.destroy();
    this.#clipboard.destroy();
    this.#cancelImages();
    this.#texts.destroy();
    this.#items.restart("");
    this.#mirror.destroy();
    this.#core.destroy();
    this.#surface.destroy();
    this.#stage.replaceChildren();
  }

  #cancelImages(): void {
    this.#images.cancel();
    this.#thumbnails.cancel();
  }

  /** As ask(), for callers that are events of the page: after a crash there is nobody to tell. */
  #ask<M extends Method>(method: M, params: Requests[M][0]): void {
    if (this.#core.isUsable) {
      this.ask(method, params);
    }
  }

  #receive(event: CoreEvent): void {
    switch (event.event) {
      case "semantics":
        return this.#mirror.update(event.detail.nodes);
      case "focusNeeded":
        return this.#mirror.focus(event.detail.id, event.detail.visible);
      case "insertion":
        return this.#mirror.insert(event.detail.id, event.detail.text);
      case "cursor":
        this.#stage.style.cursor = event.detail.cursor;
        return;
      case "imageNeeded":
        return this.#images.load(event.detail.url, event.detail.page);
      case "thumbnailsNeeded":
        return this.#thumbnails.show(event.detail.urls);
      case "tilesNeeded":
        return this.#images.cutTiles(event.detail.url, event.detail.tiles);
      case "textNeeded":
        return this.#texts.fetch(event.detail.url);
      case "itemsNeeded":
        return this.#items.fetch(event.detail);
      case "markupNeeded":
        return this.#texts.readMarkup(event.detail);
      case "textShown":
        return this.#texts.show(event.detail);
      case "textSpans":
        return this.#texts.drawSpans(event.detail);
      case "textRelations":
        return this.#texts.drawRelations(event.detail);
      case "textState":
        return this.#texts.setState(event.detail);
      case "textPlaces":
        return this.#texts.place(event.detail);
      case "change":
        this.#copy.outdate();
        this.isChanged = event.detail.canUndo || event.detail.canRedo;
        this.#tellStep();
        return later(() => {
          const { isDecided, ...detail } = event.detail;
          this.#listener.onChange(changeDetail(detail, this.#copy));
          this.#listener.onDecided(isDecided);
        });
      case "submit":
      case "update":
      case "skip":
        return later(() => this.#listener.onSubmit(event.detail.annotation, event.event));
      case "cancelSkip":
        return later(() => this.#listener.onSubmit(event.detail.annotation, "cancel-skip"));
      case "accept":
      case "reject":
        return later(() => this.#listener.onSubmit(event.detail.annotation, event.event, event.detail.isDirty));
      case "nextTask":
        return later(() => this.#listener.onNextTask(event.detail.isPostponed));
      case "previousTask":
        return later(() => this.#listener.onPreviousTask());
      case "annotations":
        return later(() => this.#listener.onAnnotations(event.detail));
      case "deleteAnnotation":
        return later(() => this.#listener.onDelete(event.detail.annotation));
      case "groundTruth":
        return later(() => this.#listener.onGroundTruth(event.detail.id, event.detail.value));
      case "regions":
        return later(() => this.#listener.onRegions(event.detail));
      case "prompt":
        return later(() => this.#listener.onPrompt(event.detail.region, event.detail.connected));
      case "expressions":
        return later(() => this.#listener.onExpressions(event.detail.expressions));
      case "error":
        return later(() => this.#listener.onProblem(event.detail.diagnostic));
      case "noticeAction":
        return later(() => this.#listener.onNoticeAction());
    }
  }

  #tellStep(): void {
    if (this.#isStepTold) {
      this.#isStepTold = false;
      queueMicrotask(() => {
        this.#isStepTold = true;
        if (this.#core.isUsable) {
          this.#listener.onStep();
        }
      });
    }
  }

  #crash(reason: string): void {
    this.#copy.stop();
    later(() => this.#listener.onCrash(trouble("core-crashed", { reason })));
  }
}

/** In a task of its own: hosts may call the editor back, which its own call stack does not allow. */
function later(action: () => void): void {
  setTimeout(action, 0);
}
