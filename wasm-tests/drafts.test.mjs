// Drafts: what a host gets of an annotation that is not submitted yet, and how that and the submission meet.

import { choose, openProject, taskIs } from "./support/hosts.mjs";
import { labelStudioServer } from "./support/label_studio_server.mjs";
import { isOneAnswer, pets } from "./support/pets.mjs";
import { equal, ok, test } from "./support/registry.mjs";

test("drafts are saved at a Label Studio server, come back, and go with the annotation", async (visit) => {
  const name = `drafts-${visit.browserName}`;
  const server = labelStudioServer(name);
  await openProject(visit, name);
  await choose(visit, "Cat");
  const start = Date.now();
  while (server.drafts.length === 0 && Date.now() - start < 15_000) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  isOneAnswer(server.drafts[0].result, "Cat");
  await openProject(visit, name);
  await visit.checked("radio", "Cat");
  await visit.click("button", "Submit");
  await taskIs(visit, 2);
  equal([server.drafts.length, server.annotations.length], [0, 1], "drafts and annotations");
});

test("drafts are of what is shown and not submitted, and a draft that failed is told and leaves one at the server", async (visit) => {
  visit.expectProblem(/504|404/);
  const name = `late-drafts-${visit.browserName}-${Date.now()}`;
  const server = labelStudioServer(name);
  server.loseDrafts(1);
  await openProject(visit, name);
  await choose(visit, "Cat");
  await visit.find("status", "The draft of this annotation does not reach the host");
  equal((await visit.events("cartouche-error")).map(({ code, severity }) => [code, severity]), [["draft-failed", "warning"]], "problems");
  await visit.find("status", "Drafts reach the host again.");
  equal(server.drafts.map(({ result }) => result[0].value.choices), [["Cat"]], "drafts");
  await choose(visit, "Dog");
  await visit.click("button", "Submit");
  await taskIs(visit, 2);
  await new Promise((resolve) => setTimeout(resolve, 6000)); // a draft would come by now
  equal([server.annotations.length, server.drafts.length], [1, 0], "annotations and drafts");
});

/** Once a draft was sent, whatever became of it. */
async function draftIsSent(server) {
  for (const start = Date.now(); Date.now() - start < 15_000; await new Promise((resolve) => setTimeout(resolve, 30))) {
    if (server.asked.some((one) => /^POST tasks\/1\/drafts/.test(one))) {
      return;
    }
  }
  ok(false, "no draft comes");
}

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What becomes of the draft that is on its way when its annotation is submitted, and the order in which the server takes them. */
const meetings = [
  ["is slow", async (submit, release) => {
    await submit();
    await later(800);
    release(true);
  }, ["draft", "annotation"]],
  ["fails meanwhile", async (submit, release) => {
    await submit();
    await later(800);
    release(false);
  }, ["annotation"]],
  ["failed before", async (submit, release) => {
    release(false);
    await later(300);
    await submit();
  }, ["annotation"]],
  ["was taken, and the answer got lost", async (submit, release, server) => {
    server.loseDrafts(1);
    release(true);
    await later(300);
    await submit();
  }, ["draft", "annotation"]],
  ["is given up, and arrives behind its annotation", async (submit, release, server) => {
    server.onAnnotation = () => release(true);
    await submit();
  }, ["annotation", "draft"]],
];

for (const [what, meet, order] of meetings) {
  test(`a draft that ${what} does not come back when its annotation was submitted`, async (visit) => {
    visit.expectProblem(/502|504|404|ERR_ABORTED/);
    const name = `meeting-${what.replaceAll(/\W/g, "-")}-${visit.browserName}-${Date.now()}`;
    const server = labelStudioServer(name);
    await openProject(visit, name);
    const release = server.holdDrafts();
    await choose(visit, "Cat");
    await draftIsSent(server);
    await meet(() => visit.click("button", "Submit"), release, server);
    await taskIs(visit, 2);
    equal(server.taken, order, "the order");
    const count = server.asked.length;
    await later(6000); // what is tried again would come by now
    equal(server.asked.slice(count).filter((one) => one.includes("draft")), [], "asked later");
    equal([server.annotations.map(({ result }) => result[0].value.choices[0]), server.drafts], [["Cat"], []], "annotations and drafts");
  });
}

test("what is labeled while its annotation is on its way becomes a draft of that annotation, once it has a name", async (visit) => {
  await visit.label(pets);
  await visit.page.evaluate(() => {
    window.drafts = [];
    window.saving = Promise.withResolvers();
    document.querySelector("cartouche-editor").host = {
      async save() {
        await window.saving.promise;
        return { pk: 41 };
      },
      async saveDraft({ annotation }) {
        window.drafts.push([annotation.pk ?? null, annotation.result[0].value.choices[0]]);
      },
    };
  });
  await choose(visit, "Cat");
  await visit.click("button", "Submit");
  await visit.until("it is on its way", () => document.querySelector("cartouche-editor").unsavedCount === 1);
  await choose(visit, "Dog");
  await later(6500); // it would be sent by now
  equal(await visit.page.evaluate(() => window.drafts), [], "drafts");
  await visit.page.evaluate(() => window.saving.resolve());
  await visit.until("it is sent", () => window.drafts.length > 0);
  equal(await visit.page.evaluate(() => window.drafts), [[41, "Dog"]], "drafts");
});

test("a host that does not answer to a draft keeps no submission from being sent", async (visit) => {
  await visit.label(pets);
  await visit.page.evaluate(() => {
    window.heard = [];
    document.querySelector("cartouche-editor").host = {
      async save({ annotation }) {
        window.heard.push(annotation.result[0].value.choices[0]);
      },
      saveDraft(draft, signal) {
        signal.addEventListener("abort", () => window.heard.push("given up"));
        window.heard.push("draft");
        return new Promise(() => undefined);
      },
    };
  });
  await choose(visit, "Cat");
  await visit.until("a draft is sent", () => window.heard.length > 0);
  await visit.click("button", "Submit");
  await visit.find("status", "Saved");
  equal(await visit.page.evaluate(() => window.heard), ["draft", "given up", "Cat"], "what the host heard");
});
