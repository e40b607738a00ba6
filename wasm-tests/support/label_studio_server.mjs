// A stand-in for a Label Studio server: the part of its API that the adapter uses, with its paths, its status codes and
// its refusals. Each test has one of its own, at /label-studio/NAME/.

import { pets } from "./pets.mjs";

const servers = new Map(); // name -> LabelStudioServer

const json = { "Content-Type": "application/json" };

class LabelStudioServer {
  annotations = [];
  drafts = [];
  asked = [];
  #lost = 0;
  #lostDrafts = 0;
  #held = null;
  #ids = 100;
  /** "draft" and "annotation", in the order in which they were taken. */
  taken = [];

  tasks = [1, 2].map((id) => ({ id, data: { image_url: "/samples/chelsea.png" }, predictions: [], project: 5 }));

  /** [status, body], or a promise of it */
  answer(method, path, body, headers) {
    this.asked.push(`${method} ${path}`);
    if (headers.authorization !== "Token secret") {
      return [401, { detail: "Authentication credentials were not provided." }];
    }
    const rows = [
      ["GET", /^projects\/5\/$/, () => [200, { id: 5, label_config: pets }]],
      ["GET", /^projects\/5\/next\/$/, () => this.#next()],
      ["GET", /^tasks\/(\d+)\/$/, (task) => this.#task(task)],
      ["POST", /^annotations\/(\d+)\/convert-to-draft$/, (id) => this.#convert(id)],
      ["GET", /^tasks\/(\d+)\/annotations\/$/, (task) => [200, this.annotations.filter((one) => one.task === task)]],
      ["POST", /^tasks\/(\d+)\/annotations\/$/, (task) => this.#annotate(task, body)],
      ["PATCH", /^annotations\/(\d+)\/$/, (id) => this.#change(this.annotations, id, body)],
      ["GET", /^tasks\/(\d+)\/drafts$/, (task) => [200, this.drafts.filter((draft) => draft.task === task)]],
      ["POST", /^tasks\/(\d+)\/drafts$/, (task) => this.#draft(task, null, body)],
      ["POST", /^tasks\/(\d+)\/annotations\/(\d+)\/drafts$/, (task, annotation) => this.#draft(task, annotation, body)],
      ["PATCH", /^drafts\/(\d+)\/$/, (id) => this.#change(this.drafts, id, body)],
      ["DELETE", /^drafts\/(\d+)\/$/, (id) => this.#remove(id)],
    ];
    for (const [wanted, pattern, act] of rows) {
      const match = pattern.exec(path);
      if (match && wanted === method) {
        return act(...match.slice(1).map(Number));
      }
    }
    return [404, { detail: "Not found." }];
  }

  /** So many annotations are taken, and the answer goes missing. */
  loseAnswers(count) {
    this.#lost = count;
  }

  loseDrafts(count) {
    this.#lostDrafts = count;
  }

  /** What comes from now on of drafts waits somewhere between, until what this gives is called: `isTaken`: and is then taken, whoever still listens. */
  holdDrafts() {
    let settle;
    this.#held = new Promise((resolve) => (settle = resolve));
    return (isTaken) => {
      this.#held = null;
      settle(isTaken);
    };
  }

  /** Is called with each annotation that was taken, before it is answered. */
  onAnnotation = () => undefined;

  /** Those that were postponed come last. */
  #next() {
    const isPostponed = ({ id }) => this.drafts.some((draft) => draft.task === id && draft.was_postponed);
    const left = this.tasks.filter(({ id }) => !this.annotations.some((annotation) => annotation.task === id));
    const task = left.find((one) => !isPostponed(one)) ?? left[0];
    return task ? this.#task(task.id) : [404, { detail: "There are no tasks remaining." }];
  }

  #task(id) {
    const task = this.tasks.find((one) => one.id === id);
    const of = (list) => list.filter((one) => one.task === id);
    return task ? [200, { ...task, annotations: of(this.annotations), drafts: of(this.drafts) }] : [404, { detail: "Not found." }];
  }

  #convert(id) {
    const annotation = this.annotations.find((one) => one.id === id);
    if (!annotation) {
      return [404, { detail: "Not found." }];
    }
    this.annotations = this.annotations.filter((one) => one !== annotation);
    return this.#draft(annotation.task, null, { result: annotation.result, lead_time: annotation.lead_time });
  }

  #annotate(task, body) {
    if (!Array.isArray(body.result)) {
      return [400, { validation_errors: { result: ["This field is required."] } }];
    }
    if (this.annotations.some(({ unique_id }) => unique_id === body.unique_id)) {
      return [400, { validation_errors: { unique_id: ["annotation with this unique id already exists."] } }];
    }
    const annotation = { ...body, id: (this.#ids += 1), task };
    this.annotations.push(annotation);
    this.taken.push("annotation");
    this.drafts = this.drafts.filter(({ id }) => id !== body.draft_id);
    this.#lost -= 1;
    this.onAnnotation(annotation);
    return this.#lost >= 0 ? [0, null] : [201, annotation];
  }

  async #draft(task, annotation, body) {
    if (this.#held && !(await this.#held)) {
      return [502, null];
    }
    this.taken.push("draft");
    const draft = { ...body, id: (this.#ids += 1), task, annotation };
    this.drafts.push(draft);
    this.#lostDrafts -= 1;
    return this.#lostDrafts >= 0 ? [504, null] : [201, draft]; // a proxy lost patience
  }

  #remove(id) {
    const count = this.drafts.length;
    this.drafts = this.drafts.filter((draft) => draft.id !== id);
    return this.drafts.length < count ? [204, null] : [404, { detail: "Not found." }];
  }

  #change(list, id, body) {
    const found = list.find((one) => one.id === id);
    return found ? [200, Object.assign(found, body)] : [404, { detail: "Not found." }];
  }
}

export function labelStudioServer(name) {
  if (!servers.has(name)) {
    servers.set(name, new LabelStudioServer());
  }
  return servers.get(name);
}

/** True if the request is for one of them. */
export async function answerLabelStudio(request, response, readBody) {
  const [, first, name, api, ...path] = new URL(request.url, "http://host").pathname.split("/");
  if (first !== "label-studio" || api !== "api") {
    return false;
  }
  const text = await readBody(request);
  const [status, body] = await labelStudioServer(name).answer(request.method, path.join("/"), text ? JSON.parse(text) : null, request.headers);
  if (status === 0) {
    response.destroy();
  } else {
    response.writeHead(status, json).end(status === 204 ? undefined : JSON.stringify(body));
  }
  return true;
}
