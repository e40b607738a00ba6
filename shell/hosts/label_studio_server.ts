/**
 * A project on a Label Studio server, by its API: tasks in its order, with drafts, annotations and predictions; what is
 * labeled goes back as annotations and drafts. The server takes no Idempotency-Key, but no `unique_id` twice; before a
 * repetition, and when it refuses one, it is asked for the annotation, which its results name beyond doubt.
 */

import type * as api from "../cartouche.js";
import { say } from "../language.js";
import { checkAnswer, SaveError } from "./host.js";
import { canonical } from "../storage/canonical.js";

interface ServerDraft {
  id: number;
  annotation: number | null;
  result: api.Result[];
  lead_time?: number;
  created_at?: string;
}

/** Their ids, by `keyOf` task and annotation. */
type Drafts = Map<string, number>;

interface ServerTask extends api.Task {
  id: number;
  drafts?: (ServerDraft | number)[];
}

const timeoutMs = 30_000;

export function labelStudioHost(options: api.LabelStudioServerOptions): api.Host {
  const server = new Server(options);
  let config: Promise<string> | null = null;
  const askConfig = (signal: AbortSignal): Promise<string> => {
    config ??= server.ask<{ label_config: string }>("GET", `projects/${options.project}/`, signal).then((project) => project.label_config);
    config.catch(() => (config = null)); // asked for again
    return config;
  };
  /** Those of the task that was given last, and those made since. */
  const drafts: Drafts = new Map();
  /** Those of which nobody knows whether the server took them, or is going to: by `keyOf`. */
  const strays = new Set<string>();
  return {
    get name() { return say("page.host.label-studio", { url: options.url, project: options.project }); },

    async next(signal) {
      return open(`projects/${options.project}/next/`, signal);
    },

    async task(id, signal) {
      return open(`tasks/${id}/`, signal);
    },

    async save(submission, signal) {
      const { annotation } = submission;
      if (submission.kind === "cancel-skip" && annotation.pk !== undefined) {
        const draft = await toDraft(annotation.pk, submission.isRepeated, signal);
        if (draft) {
          drafts.set(keyOf(annotation.task, null), draft.id);
        }
        return { pk: null };
      }
      const key = keyOf(annotation.task, annotation.pk);
      const draft = drafts.get(key);
      const body = { ...bodyOf(annotation), ...(draft !== undefined && { draft_id: draft }) };
      const clean = async () => {
        if (submission.isRepeated || strays.has(key)) {
          await removeDraft(server, annotation, signal);
          strays.delete(key);
        }
      };
      if (annotation.pk !== undefined) {
        await server.ask("PATCH", `annotations/${annotation.pk}/`, signal, { body });
        await clean();
        return { pk: annotation.pk };
      }
      const path = `tasks/${annotation.task}/annotations/`;
      const find = () => findSame(server, path, annotation, signal);
      const post = () => server.ask<{ id: number }>("POST", `${path}?project=${options.project}`, signal, {
        body: { ...body, unique_id: uuidOf(submission.key) },
      });
      const there = submission.isRepeated ? await find() : undefined;
      const saved = there ?? await post().catch(async (error: unknown) => {
        // Browsers repeat what a connection swallowed, and the server then refuses the name that it knows.
        const found = await find().catch(() => undefined);
        if (!found) {
          throw error;
        }
        return found;
      });
      await clean();
      drafts.delete(key);
      return { pk: saved.id };
    },

    async saveDraft({ annotation, isRepeated, isPostponed }, signal) {
      const key = keyOf(annotation.task, annotation.pk);
      const known = drafts.get(key) ?? (isRepeated ? await findDraft(server, annotation, signal) : undefined);
      const body = { result: annotation.result, lead_time: annotation.lead_time, ...(isPostponed && { was_postponed: true }) };
      if (known !== undefined) {
        await server.ask("PATCH", `drafts/${known}/`, signal, { body });
        drafts.set(key, known);
        return;
      }
      strays.add(key);
      const of = annotation.pk === undefined ? "" : `annotations/${annotation.pk}/`;
      const { id } = await server.ask<{ id: number }>("POST", `tasks/${annotation.task}/${of}drafts?project=${options.project}`, signal, { body });
      drafts.set(key, id);
      strays.delete(key);
    },
  };

  async function open(path: string, signal: AbortSignal): Promise<{ task: api.Task; config: string } | null> {
    const known = askConfig(signal);
    const task = await server.ask<ServerTask | null>("GET", path, signal, { missing: null });
    drafts.clear();
    return task && { config: await known, task: withDrafts(task, drafts) };
  }

  /** As the server's own page does it: what was skipped becomes a draft, and its annotation goes. */
  function toDraft(pk: string | number, isRepeated: boolean, signal: AbortSignal): Promise<{ id: number } | null> {
    const gone = isRepeated ? { missing: null } : {};
    return server.ask<{ id: number } | null>("POST", `annotations/${pk}/convert-to-draft`, signal, gone);
  }
}

class Server {
  readonly #options: api.LabelStudioServerOptions;

  constructor(options: api.LabelStudioServerOptions) {
    this.#options = options;
  }

  /** `missing` is the answer if there is no such thing; without it, that is an error. */
  async ask<T>(method: string, path: string, signal: AbortSignal, { body, missing }: { body?: unknown; missing?: T } = {}): Promise<T> {
    const { url, token, headers, credentials = "same-origin" } = this.#options;
    const response = await fetch(new URL(`api/${path}`, new URL(url.replace(/\/?$/, "/"), document.baseURI)), {
      method,
      credentials,
      headers: {
        ...(token && { Authorization: `Token ${token}` }),
        ...(!token && method !== "GET" && { "X-CSRFToken": cookie("csrftoken") }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (response.status === 404 && missing !== undefined) {
      return missing;
    }
    checkAnswer(response);
    return (response.status === 204 ? null : await response.json()) as T;
  }
}

/** An annotation without a pk is the one that is not submitted yet. */
function keyOf(task: unknown, annotation: number | string | null | undefined): string {
  return `${String(task)} ${annotation ?? ""}`;
}

/** Of a page that the server itself serves. */
function cookie(name: string): string {
  return new RegExp(`(?:^|; )${name}=([^;]*)`).exec(document.cookie)?.[1] ?? "";
}

function uuidOf(key: string): string {
  return key.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}

/** What the server's own page sends (spec/results.md 2). */
function bodyOf(annotation: api.Annotation): object {
  return {
    result: annotation.result,
    lead_time: annotation.lead_time,
    started_at: annotation.created_at,
    was_cancelled: annotation.was_cancelled,
    ...(annotation.comment !== undefined && { comment: annotation.comment }),
    ...(annotation.ground_truth !== undefined && { ground_truth: annotation.ground_truth }),
    parent_prediction: annotation.parent_prediction ?? null,
    parent_annotation: annotation.parent_annotation ?? null,
  };
}

/** The annotation that an earlier try left. Empty ones are all alike, but for the time that was spent on them. */
async function findSame(server: Server, path: string, annotation: api.Annotation, signal: AbortSignal): Promise<{ id: number } | undefined> {
  const all = await server.ask<{ id: number; result: api.Result[]; lead_time: number }[]>("GET", path, signal, { missing: [] });
  const wanted = canonical(annotation.result);
  return all.find((one) => canonical(one.result) === wanted && Math.abs(one.lead_time - annotation.lead_time) < 1e-3);
}

/** The draft that an earlier try left. */
async function findDraft(server: Server, annotation: api.Annotation, signal: AbortSignal): Promise<number | undefined> {
  const all = await server.ask<ServerDraft[]>("GET", `tasks/${annotation.task}/drafts`, signal, { missing: [] });
  return all.findLast((one) => String(one.annotation ?? "") === String(annotation.pk ?? ""))?.id;
}

/** That of an annotation that the server has as a whole; where that is not allowed, it stays. */
async function removeDraft(server: Server, annotation: api.Annotation, signal: AbortSignal): Promise<void> {
  try {
    const draft = await findDraft(server, annotation, signal);
    if (draft !== undefined) {
      await server.ask("DELETE", `drafts/${draft}/`, signal, { missing: null });
    }
  } catch (error) {
    if (!(error instanceof SaveError && error.isFinal)) {
      throw error; // the annotation is sent once more, and found there
    }
  }
}

/** A draft of an annotation stands in its place; one of none is an annotation that was not submitted yet. */
function withDrafts(task: ServerTask, drafts: Drafts): api.Task {
  const annotations = [...(task.annotations ?? [])];
  for (const draft of task.drafts ?? []) {
    if (typeof draft === "number") {
      continue; // only named
    }
    drafts.set(keyOf(task.id, draft.annotation), draft.id);
    const at = annotations.findIndex(({ id }) => id !== undefined && id === draft.annotation);
    if (at >= 0) {
      annotations[at] = { ...annotations[at]!, draft: draft.result };
    } else {
      annotations.unshift({ result: draft.result, lead_time: draft.lead_time ?? 0, created_at: draft.created_at });
    }
  }
  return { ...task, annotations };
}
