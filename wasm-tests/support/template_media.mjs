// What the tasks of the corpus name and do not have: images, documents and sounds, in their places those of the test server.

import { readFileSync } from "node:fs";
import { silentWav } from "./media_server.mjs";
import { pdfOf } from "./pdf_file.mjs";
import { serve } from "./served.mjs";

const picture = readFileSync(new URL("../../build/assets/samples/chelsea.png", import.meta.url));
const page = { width: 300, height: 200, box: [0, 100, 300, 100], color: [40, 160, 80] };

/** The task with addresses of the test server. */
export function withMedia(task) {
  const text = JSON.stringify(task)
    .replaceAll(/\bimage\d*\.jpg/g, "/samples/chelsea.png")
    .replaceAll(/\b(document\.pdf|audio\.wav|video\.mp4|[\w-]+\.csv)/g, "/served/$1");
  return JSON.parse(text);
}

/** Serves what the tasks name, and answers whatever is asked of other hosts with a picture, before it leaves the browser. */
export async function serveMedia(visit) {
  serve({ "document.pdf": pdfOf([page, page]), "audio.wav": silentWav(12) });
  visit.expectProblem(/^request to /); // which does not leave the browser:
  await visit.page.setRequestInterception(true);
  visit.page.on("request", (request) => {
    const isAway = /^(https?|wss?):/.test(request.url()) && !request.url().startsWith(visit.server.url);
    return isAway ? request.respond({ contentType: "image/png", headers: { "Access-Control-Allow-Origin": "*" }, body: picture }) : request.continue();
  });
}

/** The task with what a model says in its chats, as a host sends it: tests reach no model. */
export function withModel(task, controls) {
  const result = controls.filter(({ tag, attributes }) => tag === "Chat" && attributes.llm).map(({ name }) => ({
    id: "model", from_name: name, to_name: name, type: "chatmessage", interactive_mode: false,
    value: { chatmessage: { role: "assistant", content: "I cannot help with that", createdAt: 1_757_612_212_681 } },
  }));
  return result.length > 0 ? { ...task, predictions: [{ id: 1, model_version: "model", result }] } : task;
}
