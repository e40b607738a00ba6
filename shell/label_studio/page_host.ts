/** The page's listeners as a host: who is told what when an annotation is submitted (spec/embedding.md 3). */

import type * as api from "../cartouche.js";
import { reasonOf } from "../errors.js";
import { type PageBoundHost, SaveError } from "../hosts/host.js";
import { say } from "../language.js";
import type { FacadeAnnotation } from "./annotation.js";
import type { Events } from "./events.js";
import type { FacadeStore } from "./store.js";

/** A listener that never settles keeps nobody waiting for longer. */
const mostWaitMs = 5000;

export function pageHost(events: Events, store: FacadeStore): PageBoundHost {
  const find = ({ annotation }: api.Submission) => store.annotationStore.byId(annotation.id);
  /** The submissions whose comments were told: a second try does not bring them again. */
  const told = new Set<string>();
  const tellComment = async ({ annotation: { comment, pk }, key }: api.Submission) => {
    if (comment !== undefined && events.has("comments:create") && !told.has(key)) {
      await settle(events, "comments:create", recordOf(comment, pk, store));
      told.add(key);
    }
  };
  return {
    isPageBound: true,
    get name() { return say("page.host.this-page"); },
    async save(submission) {
      const annotation = find(submission);
      await tellComment(submission);
      if (submission.kind === "skip") {
        await settle(events, "skipTask", store, saidOf(submission));
        annotation?.dropDraft();
      } else if (submission.kind === "cancel-skip") {
        await settle(events, "unskipTask", store);
      } else if (annotation) {
        const isNew = submission.kind === "submit" && !annotation.exists;
        await tell(events, store, annotation, isNew ? "submitAnnotation" : "updateAnnotation");
      }
    },
    async review(submission) {
      const entity = find(submission);
      if (entity) {
        await tellComment(submission);
        const about = { isDirty: submission.isDirty ?? false, entity, ...saidOf(submission) };
        await tell(events, store, entity, submission.kind === "accept" ? "acceptAnnotation" : "rejectAnnotation", about);
      }
    },
    get saveDraft() {
      // Without a listener nothing is saved by itself.
      return events.has("submitDraft") ? (submission: api.Submission) => saveDraft(store, find(submission)) : undefined!;
    },
  };
}

/** A comment as the front end's own panel creates it. */
function recordOf(text: string, annotation: number | string | undefined, { user }: FacadeStore): object {
  const { id, pk } = Object(user) as { id?: unknown; pk?: unknown };
  return { id: -Date.now(), text, annotation, created_by: id ?? pk, created_at: new Date().toISOString() };
}

function saidOf({ annotation: { comment } }: api.Submission): { comment?: string } {
  return comment === undefined ? {} : { comment };
}

/** `about`: what a review says of the annotation. */
async function tell(events: Events, store: FacadeStore, annotation: FacadeAnnotation, event: string, about?: object): Promise<void> {
  if ((await events.invoke("beforeSaveAnnotation", store, annotation, { event })).includes(false)) {
    throw new SaveError(say("page.host.refuses"), { isFinal: true });
  }
  expectListener(events, event);
  annotation.sentUserGenerate = true;
  await settle(events, event, store, about ?? annotation, ...(event === "updateAnnotation" ? [{}] : []));
  annotation.dropDraft();
}

/** Without a listener nobody would have what was sent. */
function expectListener(events: Events, event: string): void {
  if (!events.has(event)) {
    throw new SaveError(say("page.host.no-listener", { event }), { isFinal: true });
  }
}

async function settle(events: Events, event: string, ...args: unknown[]): Promise<void> {
  expectListener(events, event);
  const patience = new Promise((resolve) => setTimeout(resolve, mostWaitMs));
  await Promise.race([events.invoke(event, ...args), patience]).catch((error: unknown) => {
    throw new SaveError(reasonOf(error), { isFinal: true });
  });
}

async function saveDraft(store: FacadeStore, annotation: FacadeAnnotation | null): Promise<void> {
  if (annotation?.editable) {
    await store.submitDraft(annotation);
  }
}
