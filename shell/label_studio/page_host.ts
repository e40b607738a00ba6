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
  return {
    isPageBound: true,
    get name() { return say("page.host.this-page"); },
    async save(submission) {
      const annotation = find(submission);
      if (annotation) {
        const isNew = submission.kind === "submit" && !annotation.exists;
        await tell(events, store, annotation, isNew ? "submitAnnotation" : "updateAnnotation");
      }
    },
    get saveDraft() {
      // Without a listener nothing is saved by itself.
      return events.has("submitDraft") ? (submission: api.Submission) => saveDraft(store, find(submission)) : undefined!;
    },
  };
}

async function tell(events: Events, store: FacadeStore, annotation: FacadeAnnotation, event: string): Promise<void> {
  if ((await events.invoke("beforeSaveAnnotation", store, annotation, { event })).includes(false)) {
    throw new SaveError(say("page.host.refuses"), { isFinal: true });
  }
  if (!events.has(event)) {
    throw new SaveError(say("page.host.no-listener", { event }), { isFinal: true });
  }
  annotation.sentUserGenerate = true;
  const told = events.invoke(event, store, annotation, ...(event === "updateAnnotation" ? [{}] : []));
  const patience = new Promise((resolve) => setTimeout(resolve, mostWaitMs));
  await Promise.race([told, patience]).catch((error: unknown) => {
    throw new SaveError(reasonOf(error), { isFinal: true });
  });
  annotation.dropDraft();
}

async function saveDraft(store: FacadeStore, annotation: FacadeAnnotation | null): Promise<void> {
  if (annotation?.editable) {
    await store.submitDraft(annotation);
  }
}
