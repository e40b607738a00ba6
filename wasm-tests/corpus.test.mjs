// Every config of the corpus in one editor, one after another. Their media are out of reach, as
// everything beyond this machine is; the editor says so where they would be.

import { isCorpusAbsent, readExamples, readTemplates } from "./support/corpus.mjs";
import { ok, test } from "./support/registry.mjs";
import { commonestShare, saveScreenshot } from "./support/screenshot.mjs";

/** More than this of one colour is no drawn config. The white of a page with one line of text is less. */
const blankShare = 0.998;
/** The action bar, which is always there, is below this part of the editor. */
const contentPart = 0.85;

test("every template of the corpus opens, names its parts and is no blank canvas", async (visit) => {
  await openWithoutMedia(visit);
  for (const each of sample(visit, [...readTemplates("templates"), ...readTemplates("templates-legacy")])) {
    await opensWell(visit, each);
    await isNotBlank(visit, each.name);
  }
}, { skip: isCorpusAbsent });

test("every example of the corpus opens and names its parts", async (visit) => {
  await openWithoutMedia(visit);
  for (const each of sample(visit, readExamples())) {
    await opensWell(visit, each);
  }
}, { skip: isCorpusAbsent });

/** All in Chromium; each tenth in Firefox, which draws the same and takes longer. */
function sample(visit, cases) {
  return cases.filter((_, index) => visit.browserName === "chromium" || index % 10 === 0);
}

async function openWithoutMedia(visit) {
  visit.expectProblem(/^request to /); // which does not leave the browser:
  await visit.page.setRequestInterception(true);
  visit.page.on("request", (request) => {
    const isAway = /^(https?|wss?):/.test(request.url()) && !request.url().startsWith(visit.server.url);
    return isAway ? request.abort() : request.continue();
  });
  visit.expectProblem(/^console: (Failed to load resource|Access to fetch|Cross-Origin Request Blocked)/);
  await visit.open("pages/editor.html");
  await visit.page.evaluate(() => document.querySelector("cartouche-editor").ready);
}

async function opensWell(visit, { name, config, task, results }) {
  const { codes, missing } = await visit.page.evaluate(openInPage, config, task, results);
  ok(!codes.includes("core-crashed"), `${name}: the core crashed`);
  ok(missing.length === 0, `${name}: nothing names ${missing.join(", ")}; there is ${JSON.stringify(await visit.outline())}`);
}

/** Runs in the page: loads a config, and gives the codes of problems and the tags that nothing names. */
async function openInPage(config, task, results) {
  const editor = document.querySelector("cartouche-editor");
  const drawn = async () => {
    for (let frame = 0; frame < 3; ++frame) { // the load, one to settle, and the mirrored tree
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };
  window.received.length = 0;
  editor.config = config;
  editor.task = task;
  await drawn();
  if (results) {
    editor.startAnnotation(results);
    await drawn();
  }
  await editor.serialize(); // rejects if the core is gone
  const told = [...editor.shadowRoot.querySelectorAll("[data-widget]")].map((element) =>
    element.getAttribute("aria-label") ?? element.textContent);
  const isNamed = (name) => told.some((text) => text === name || text.includes(`"${name}"`));
  // Not shown until there is a region, or until another answer is given.
  const isHidden = (tag) => tag.closest("[visibleWhen], [perRegion='true'], [perregion='true']") !== null;
  const named = [...new DOMParser().parseFromString(config, "text/xml").querySelectorAll("[name]")];
  const missing = named.filter((tag) => !isHidden(tag) && !isNamed(tag.getAttribute("name")));
  return {
    codes: window.received.filter((event) => event.type === "cartouche-error").map((event) => event.detail.code),
    missing: missing.map((tag) => `${tag.tagName} "${tag.getAttribute("name")}"`),
  };
}

async function isNotBlank(visit, name) {
  const picture = await saveScreenshot(visit, `corpus-${name}`, "cartouche-editor");
  const share = await commonestShare(visit, picture, contentPart);
  ok(share < blankShare, `${name}: ${(share * 100).toFixed(2)} % of the canvas have one colour; see build/wasm-tests/`);
}
