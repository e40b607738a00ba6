/** What the core tells of one editor, and what comes of it: events of the element, and what is kept and sent. */

import type * as api from "./cartouche.js";
import type { RegionName } from "./protocol.js";
import { regionEvents } from "./region_events.js";
import type { Safekeeping } from "./safekeeping.js";
import type { Session, SessionListener } from "./session.js";

/** The element, as it hears them. */
export interface Told {
  readonly session: Session | null;
  readonly safe: Safekeeping | null;
  readonly task: api.Task | null;
  readonly submitOnAnswer: boolean;
  submit(): void;
  expressionsChanged(expressions: api.Expression[]): void;
  noticePressed(): void;
  crashed(diagnostic: api.Diagnostic): void;
  /** As an event; false: the page prevented it. */
  tell(type: string, detail: unknown, cancelable?: boolean): boolean;
}

export class CoreNews implements SessionListener {
  readonly #told: Told;
  #isDecided = true;

  constructor(told: Told) {
    this.#told = told;
  }

  /** What is loaded was not answered just now. */
  loaded(): void {
    this.#isDecided = true;
  }

  onChange(detail: Parameters<SessionListener["onChange"]>[0]): void {
    this.#told.tell("cartouche-change", detail);
  }

  onDecided(isDecided: boolean): void {
    const isNew = isDecided && !this.#isDecided;
    this.#isDecided = isDecided;
    if (isNew && this.#told.submitOnAnswer) {
      this.#told.submit();
    }
  }

  onStep(): void {
    this.#told.safe?.stepped();
  }

  onSubmit(...[annotation, kind, isDirty]: Parameters<SessionListener["onSubmit"]>): void {
    const review = isDirty === undefined ? {} : { isDirty };
    if (this.#told.tell(`cartouche-${kind}`, { annotation, task: this.#told.task, ...review }, true)) {
      this.#told.safe?.submitted({ annotation, kind, ...review });
    }
  }

  onNextTask(isPostponed: boolean): void {
    if (this.#told.tell("cartouche-next-task", { task: this.#told.task, isPostponed }, true)) {
      this.#told.safe?.goOn(isPostponed);
    }
  }

  onPreviousTask(): void {
    if (this.#told.tell("cartouche-previous-task", { task: this.#told.task }, true)) {
      this.#told.safe?.goBack();
    }
  }

  onAnnotations(list: Parameters<SessionListener["onAnnotations"]>[0]): void {
    this.#told.tell("cartouche-annotations", list);
  }

  onDelete(annotation: api.Annotation): void {
    this.#told.safe?.drop(annotation.id);
    this.#told.tell("cartouche-delete", { annotation });
  }

  onRegions(news: Parameters<SessionListener["onRegions"]>[0]): void {
    for (const [type, detail] of regionEvents(news, (annotation, region) => this.#readRegion(annotation, region))) {
      this.#told.tell(type, detail);
    }
  }

  onGroundTruth(id: string, value: boolean): void {
    this.#told.tell("cartouche-ground-truth", { id, value });
  }

  onExpressions(expressions: api.Expression[]): void {
    this.#told.expressionsChanged(expressions);
  }

  onPrompt(...[region, connected]: Parameters<SessionListener["onPrompt"]>): void {
    this.#told.tell("cartouche-prompt", { region, connected });
  }

  onProblem(diagnostic: api.Diagnostic): void {
    this.#told.tell("cartouche-error", diagnostic);
  }

  onNoticeAction(): void {
    this.#told.noticePressed();
  }

  onCrash(diagnostic: api.Diagnostic): void {
    this.#told.crashed(diagnostic);
  }

  #readRegion(annotation: string, region: RegionName): api.Result[] | null {
    return this.#told.session?.query("region", { annotation, ...region }).result ?? null;
  }
}
