// The editor within React, Vue and Angular: small apps that are built and used as people build and use theirs.

import { readFile } from "node:fs/promises";
import { buildApp } from "./support/apps.mjs";
import { pets } from "./support/pets.mjs";
import { equal, test } from "./support/registry.mjs";
import { readSnippets } from "./support/snippets.mjs";

async function choose(visit, name) {
  await visit.click("radio", name);
  await visit.checked("radio", name);
}

const taskIs = (visit, id) => visit.until(`task ${id} is shown`, (id) => document.querySelector("cartouche-editor")?.task?.id === id, id);

async function press(visit, name) {
  await visit.page.locator(`::-p-xpath(//button[text()="${name}"])`).click();
}

/** Angular takes its time. */
const isGone = (visit) => visit.until("the editor is gone", () => document.querySelector("cartouche-editor") === null);

for (const [name, title] of Object.entries({ react: "React", vue: "Vue", angular: "Angular" })) {
  test(`an app in ${title} labels its tasks one after the other, goes and comes back`, async (visit) => {
    await buildApp(name);
    const messages = [];
    visit.page.on("console", (message) => messages.push(`${message.type()}: ${message.text()}`));
    await visit.open(`apps/${name}/index.html`);
    await taskIs(visit, 1);
    await choose(visit, "Dog");
    await press(visit, "Leave");
    await isGone(visit);
    await press(visit, "Come back");
    await taskIs(visit, 1);
    await choose(visit, "Cat");
    await visit.click("button", "Submit");
    await taskIs(visit, 2);
    await visit.checked("radio", "Cat", false);
    await choose(visit, "Dog");
    await visit.click("button", "Submit");
    await visit.until("all is labeled", () => document.body.textContent.includes("All tasks are labeled."));
    await isGone(visit);
    equal(await visit.page.evaluate(() => [...document.querySelectorAll("li")].map((item) => item.textContent)), ["1: Cat", "2: Dog"], "what was labeled");
    equal(messages, [], "what the console says");
  });
}

test("tasks, expressions and keys that a framework watches are taken as they are", async (visit) => {
  await visit.open("pages/editor.html");
  await visit.page.evaluate(async (config) => {
    /** As Vue's reactive() does: whatever is read of it is a proxy, too. */
    const watched = (object) => new Proxy(object, {
      get: (target, name) => (typeof target[name] === "object" && target[name] !== null ? watched(target[name]) : target[name]),
    });
    const editor = document.querySelector("cartouche-editor");
    window.saved = [];
    Object.assign(editor, {
      config, journal: "watched", task: watched({ id: 1, data: { image_url: "/samples/chelsea.png" } }),
      expressions: watched([{ name: "Cats", pattern: "cat" }]), keymap: watched({ "annotation:undo": { key: "ctrl+u" } }),
      host: { save: async ({ annotation }) => void window.saved.push(annotation.result) },
    });
  }, pets);
  await choose(visit, "Cat");
  await visit.click("button", "Submit");
  await visit.find("status", "Saved");
  equal(await visit.page.evaluate(() => window.received.filter(({ type }) => type === "cartouche-error").map(({ detail }) => detail.code)), [], "problems");
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").expressions), [{ name: "Cats", pattern: "cat" }], "expressions");
});

test("the guide shows the components of these apps as they are", async () => {
  const shown = (await readSnippets("guide")).filter(({ kind }) => kind === "app");
  equal(shown.map(({ name }) => name), ["react/labeling.jsx", "vue/Labeling.vue", "angular/labeling.ts"], "files");
  for (const { name, code } of shown) {
    equal(code, (await readFile(new URL(`apps/${name}`, import.meta.url), "utf8")).trimEnd(), name);
  }
}, { only: "chromium" });
