// Holds what the C++ side says to the types of shell/protocol.ts: every message of a session in the
// browser is written into a TypeScript file as a value of its type, and the compiler judges it.

import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { stripedPng } from "./support/image_files.mjs";
import { equal, test } from "./support/registry.mjs";
import { serve } from "./support/served.mjs";
import { boxOf, resultsOf, selectText } from "./support/text.mjs";

const root = new URL("../", import.meta.url).pathname;

/** Runs in the page before any script: the shell writes requests and reads everything else as JSON. */
function recordMessages() {
  window.messages = { events: [], replies: [] };
  const { parse, stringify } = JSON;
  let method = "";
  JSON.stringify = (value, ...rest) => {
    method = value?.method ?? method;
    return stringify(value, ...rest);
  };
  JSON.parse = (text, ...rest) => {
    const value = parse(text, ...rest);
    if (value && Object.hasOwn(value, "event")) {
      messages.events.push(value);
    } else if (value && (Object.hasOwn(value, "ok") || Object.hasOwn(value, "error"))) {
      messages.replies.push({ method, reply: value });
    }
    return value;
  };
}

const config = `<View>
  <Header value="Which?"/>
  <Filter name="find" toName="Pets" minlength="1"/>
  <Choices name="Pets" toName="Image" required="true"><Choice value="Cat" hint="purrs"/><Choice value="Dog"/></Choices>
  <Choices name="Mood" toName="Image" choice="multiple"><Choice value="calm"/></Choices>
  <Image name="Image" value="$image_url"/>
  <Bogus/>
</View>`;

async function useEverything(visit) {
  await visit.label(config, undefined, { journal: "protocol" });
  await visit.find("img", "Image");
  await visit.click("button", "Submit");
  await visit.events("cartouche-error");
  await visit.click("searchbox", "Quick Filter");
  await visit.page.keyboard.type("do");
  await visit.press("Enter");
  await visit.checked("radio", "Dog");
  await visit.click("checkbox", "calm");
  await visit.press("z", "Control");
  await visit.click("button", "Submit");
  await visit.events("cartouche-submit");
  await visit.click("button", "Update");
  await visit.events("cartouche-update");
}

/** Too wide for a texture, so that tiles of it are asked for. */
async function lookAtLargeImage(visit) {
  serve({ "wide.png": stripedPng(9000, 300) });
  await visit.page.evaluate(() => {
    document.querySelector("cartouche-editor").task = { data: { image_url: "/served/wide.png" } };
  });
  await visit.until("it is as wide as it is", () => {
    const box = document.querySelector("cartouche-editor").shadowRoot.querySelector("[role=img]")?.getBoundingClientRect();
    return box && box.width > 20 * box.height;
  });
  const image = await visit.find("img", "Image");
  await visit.page.mouse.move(image.x, image.y);
  await visit.page.keyboard.down("Control");
  for (let step = 0; step < 5; ++step) {
    await visit.page.mouse.wheel({ deltaY: -300 });
  }
  await visit.page.keyboard.up("Control");
  await visit.until("tiles come", () => window.messages.replies.some(({ method }) => method === "imageTile"));
}

/** A text at an address, one that came with the task, and what is done with it. */
async function labelText(visit) {
  const config = (more) => `<View><Labels name="ner" toName="text"><Label value="Name"/></Labels>
    <Text name="text" value="$text"${more}/></View>`;
  await visit.page.evaluate((config) => {
    const editor = document.querySelector("cartouche-editor");
    editor.config = config;
    editor.task = { data: { text: "/pages/pets.xml" } };
  }, config(' valueType="url"'));
  await boxOf(visit, 0, 5);
  await visit.page.evaluate((config) => {
    const editor = document.querySelector("cartouche-editor");
    editor.config = config;
    editor.task = { data: { text: "Ada met Charles" } };
  }, config(""));
  await boxOf(visit, 8, 15);
  await visit.click("radio", "Name");
  await selectText(visit, [0, 3]);
  await resultsOf(visit, 1);
  const { first } = await boxOf(visit, 0, 3);
  await visit.page.mouse.click(first.left + 4, first.top + 4);
  await visit.until("it is selected", () => window.messages.replies.some(({ method }) => method === "textPress"));
  await visit.page.evaluate(() => {
    const editor = document.querySelector("cartouche-editor");
    const [{ id }] = editor.annotation.result;
    editor.hideRegions([id]);
    editor.updateRegion(id, editor.regionOf(id));
    editor.deleteRegions([id]);
    return editor.setKeymap(null);
  });
}

/** What ends the work on a task besides Submit. */
async function skipAndReview(visit) {
  const setInterfaces = (interfaces) => visit.page.evaluate((interfaces) => (document.querySelector("cartouche-editor").interfaces = interfaces), interfaces);
  const isTold = (event) => visit.until(`${event} is told`, (event) => window.messages.events.some((one) => one.event === event), event);
  await setInterfaces(["controls", "skip", "topbar:prevnext"]);
  await visit.click("button", "Skip");
  await visit.click("button", "Cancel skip");
  await isTold("cancelSkip");
  await visit.page.evaluate(() => {
    const editor = document.querySelector("cartouche-editor");
    editor.markUnsaved(editor.selectedAnnotation);
    editor.setNeighbors({ previous: true, next: true });
  });
  await visit.click("button", "Next task");
  await visit.click("button", "Previous task");
  await isTold("previousTask");
  await setInterfaces(["controls", "review"]);
  await visit.click("button", "Accept");
  await visit.click("button", "Reject");
  await isTold("reject");
}

test("the module speaks the protocol that is written in TypeScript", async (visit) => {
  await visit.page.evaluateOnNewDocument(recordMessages);
  await useEverything(visit);
  await lookAtLargeImage(visit);
  await labelText(visit);
  await skipAndReview(visit);
  const { events, replies } = await visit.page.evaluate(() => window.messages);
  const said = [...new Set(events.map(({ event }) => event))].sort();
  equal(said, ["accept", "annotations", "cancelSkip", "change", "cursor", "error", "focusNeeded", "imageNeeded", "nextTask", "previousTask", "regions", "reject", "semantics", "skip", "submit", "textNeeded", "textPlaces", "textShown", "textSpans", "textState", "tilesNeeded", "update"], "events");
  const file = `${root}build/wasm-tests/protocol-${visit.browserName}.ts`;
  await mkdir(`${root}build/wasm-tests`, { recursive: true });
  await writeFile(file, [
    'import type { CoreEvent, Method, Reply } from "../../shell/protocol.js";',
    `export const events: CoreEvent[] = ${JSON.stringify(events, null, 1)};`,
    "type Replies = { [M in Method]: { method: M; reply: Reply<M> } }[Method];",
    `export const replies: Replies[] = ${JSON.stringify(replies, null, 1)};`,
  ].join("\n"));
  const project = file.replace(".ts", ".json");
  await writeFile(project, JSON.stringify({ extends: "../../tsconfig.json", include: [], files: [file] }));
  const verdict = await promisify(execFile)(`${root}node_modules/.bin/tsc`, ["-p", project])
    .then(() => "", (error) => error.stdout);
  equal(verdict, "", "what the compiler says");
});
