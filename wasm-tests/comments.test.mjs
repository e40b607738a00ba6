// Why a task is skipped or an annotation rejected, where the page wants to know: with real events.

import { labelStudioServer } from "./support/label_studio_server.mjs";
import { pets } from "./support/pets.mjs";
import { equal, ok, test } from "./support/registry.mjs";

const saved = { id: 7, data: { image_url: "/samples/chelsea.png" }, annotations: [{ id: 11, result: [] }] };
const whySkip = "Why is this task skipped?";
const whyReject = "Why is this annotation rejected?";

async function open(visit, interfaces, setUp = {}) {
  await visit.open("pages/editor.html");
  await visit.page.evaluate((config, task, interfaces, setUp) => {
    Object.assign(document.querySelector("cartouche-editor"), { interfaces: ["controls", "submit", ...interfaces], ...setUp, config, task });
  }, pets, saved, interfaces, setUp);
  await visit.find("radio", "Cat");
}

const isClosed = (visit) => visit.until("the dialog is closed", () => !document.querySelector("cartouche-editor").shadowRoot.querySelector("[role=dialog]"));
const comments = (visit, type) => visit.page.evaluate((type) =>
  window.received.filter((event) => event.type === type).map(({ detail }) => detail.annotation.comment ?? null), type);

test("a skip must be explained, by mouse and by keyboard alone", async (visit) => {
  await open(visit, ["skip", "comments:skip"]);
  await visit.click("button", "Skip");
  await visit.find("dialog", whySkip);
  await visit.focusedIs("textbox Comment");
  const required = await visit.page.evaluate(() => document.querySelector("cartouche-editor").shadowRoot.querySelector("textarea").getAttribute("aria-required"));
  equal(required, "true", "aria-required");
  await visit.click("button", "Skip");
  await visit.find("alert", "Write a comment first.");
  await visit.focusedIs("textbox Comment");
  await visit.page.keyboard.type("Too dark,");
  await visit.press("Enter");
  await visit.page.keyboard.type("and blurred");
  await visit.press("Escape");
  await isClosed(visit);
  equal(await comments(visit, "cartouche-skip"), [], "what Escape sends");
  await visit.press(" ", "Control");
  await visit.find("dialog", whySkip);
  await visit.focusedIs("textbox Comment");
  await visit.press("Tab");
  await visit.focusedIs("button Cancel");
  await visit.press("Tab");
  await visit.focusedIs("button Skip");
  await visit.press("Enter");
  await visit.find("text", "Was skipped");
  await isClosed(visit);
  equal(await comments(visit, "cartouche-skip"), ["Too dark,\nand blurred"], "what was typed before Escape");
});

test("a rejection may be explained, and its host gets the comment", async (visit) => {
  await open(visit, ["review", "comments:reject", "comments:optional"]);
  await visit.page.evaluate(() => {
    window.reviewed = [];
    document.querySelector("cartouche-editor").host = {
      save: async () => undefined,
      review: async ({ kind, annotation }) => void window.reviewed.push([kind, annotation.comment ?? null]),
    };
  });
  for (const text of ["", "Wrong animal"]) {
    await visit.click("button", "Reject");
    await visit.find("dialog", whyReject);
    await visit.focusedIs("textbox Comment");
    await visit.page.keyboard.type(text);
    await visit.press("Enter", "Control");
    await isClosed(visit);
  }
  await visit.click("button", "Accept");
  await visit.until("the host has all", () => window.reviewed.length === 3);
  const reviewed = await visit.page.evaluate(() => window.reviewed);
  equal(reviewed, [["reject", null], ["reject", "Wrong animal"], ["accept", null]], "what the host got");
});

test("a click beside the question about a skip leaves all as it is", async (visit) => {
  await open(visit, ["skip", "comments:skip"]);
  await visit.click("button", "Skip");
  const { x, y, height } = await visit.find("dialog", whySkip);
  await visit.page.mouse.click(x, y - height / 2 - 8);
  await isClosed(visit);
  await visit.find("button", "Skip");
  ok(!(await visit.has("text", "Was skipped")), "it is not skipped");
});

test("at a Label Studio server a skip has its comment", async (visit) => {
  const name = `comments-${visit.browserName}`;
  const server = labelStudioServer(name);
  await visit.open("pages/editor.html");
  await visit.page.evaluate((url) => {
    const editor = document.querySelector("cartouche-editor");
    editor.interfaces = ["controls", "submit", "skip", "comments:skip"];
    editor.host = window.Cartouche.labelStudioHost({ url, project: 5, token: "secret" });
  }, `/label-studio/${name}`);
  await visit.click("button", "Skip");
  await visit.focusedIs("textbox Comment");
  await visit.page.keyboard.type("No animal");
  await visit.press("Enter", "Shift");
  await visit.until("the next task is shown", () => document.querySelector("cartouche-editor").task?.id === 2);
  equal(server.annotations.map(({ was_cancelled, comment }) => [was_cancelled, comment]), [[true, "No animal"]], "annotations");
});

test("written for the front end: a skip and a rejection bring their comments", async (visit) => {
  await visit.open("label-studio-pages/comments.html");
  for (const [button, comment] of [["Skip", "Too dark"], ["Reject", "Wrong"]]) {
    await visit.click("button", button);
    await visit.focusedIs("textbox Comment");
    await visit.page.keyboard.type(comment);
    await visit.press("Enter", "Control");
    await visit.until("it is heard", (name) => window.heard.some(([one]) => one === name), button.toLowerCase());
    await visit.page.evaluate(() => window.beginReview());
  }
  equal(await visit.page.evaluate(() => window.heard), [
    ["comment", "Too dark", true, 1], ["skip", { comment: "Too dark" }], ["comment", "Wrong", true, 1], ["reject", "Wrong", false],
  ], "what was heard");
});
