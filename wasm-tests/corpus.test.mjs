// Every config of the corpus in one editor, one after another. Their media are out of reach, as
// everything beyond this machine is; the editor says so where they would be.

import { isCorpusAbsent, readExamples, readTemplates } from "./support/corpus.mjs";
import { ok, test } from "./support/registry.mjs";
import { commonestShare, saveScreenshot } from "./support/screenshot.mjs";

/** More than this of one colour is no drawn config. The white of a page with one line of text is less. */
const blankShare = 0.998;
/** The action bar, which is always there, is below this part of the editor. */
const contentPart = 0.85;
/** A desk and a phone: the screenshots of templates at these are left in build/wasm-tests, to be looked at. */
const sizes = [{ width: 1280, height: 800 }, { width: 390, height: 844 }];

test("every template of the corpus opens, names its parts and is no blank canvas", async (visit) => {
  const templates = [...readTemplates("templates"), ...readTemplates("templates-legacy")];
  await openEach(visit, templates, async (each) => [...await faultsOf(visit, each), ...await blankFaults(visit, each)]);
}, { skip: isCorpusAbsent });

test("every example of the corpus opens and names its parts", async (visit) => {
  await openEach(visit, readExamples(), (each) => faultsOf(visit, each));
}, { skip: isCorpusAbsent });

/** Fails with all that `findFaults` finds in the cases. */
async function openEach(visit, cases, findFaults) {
  await openWithoutMedia(visit);
  const faults = [];
  for (const each of sample(visit, cases)) {
    faults.push(...(await findFaults(each)).map((fault) => `${each.name}: ${fault}`));
  }
  ok(faults.length === 0, faults.join("\n        "));
}

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
  visit.expectProblem(/^page error: Cross-Origin Request Blocked/);
  await visit.open("pages/editor.html");
  await visit.page.evaluate(() => {
    const editor = document.querySelector("cartouche-editor");
    editor.style.cssText = "position: fixed; inset: 0; width: auto; max-width: none; height: auto";
    return editor.ready;
  });
}

async function faultsOf(visit, { config, task, results }) {
  const { codes, missing } = await visit.page.evaluate(openInPage, config, task, results);
  return [...codes.filter((code) => code === "core-crashed"), ...missing.map((tag) => `nothing names ${tag}`)];
}

/** Runs in the page: loads a config, and gives the codes of problems and the tags that nothing names. */
async function openInPage(config, task, results) {
  const editor = document.querySelector("cartouche-editor");
  const drawn = async () => {
    for (let frame = 0; frame < 2; ++frame) { // the first may come before the load
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
  const isNamed = (name) => {
    const pattern = new RegExp(`^${name}$|"${name}"`); // what a Repeater repeats has numbers in its name
    return told.some((text) => pattern.test(text));
  };
  // Not shown until there is a region, until another answer is given, until a panel is opened, or as it is elsewhere.
  const isHidden = (tag) =>
    tag.closest("[visibleWhen], [perRegion='true'], [perregion='true'], [valueType='url'], [valuetype='url'], Panel") !== null;
  // A tool without labels is a button beside its image, once that is there.
  const tools = ["Rectangle", "Ellipse", "Polygon", "KeyPoint", "Brush", "Bitmask", "MagicWand", "Vector"];
  const isObjectOrControl = (tag) =>
    !["View", "Header", "Style", "Collapse", "Panel", "Bucket", ...tools].includes(tag.tagName);
  const pattern = (tag) => RegExp.escape(tag.getAttribute("name")).replaceAll(/\\\{\\\{.*?\\\}\\\}/g, "\\d+");
  const tree = new DOMParser().parseFromString(config, "text/xml");
  if (tree.querySelector("parsererror")) {
    throw new Error(`the browser cannot read this config: ${config}`);
  }
  const named = [...tree.querySelectorAll("[name]")];
  const missing = named.filter((tag) => isObjectOrControl(tag) && !isHidden(tag) && !isNamed(pattern(tag)));
  return {
    codes: window.received.filter((event) => event.type === "cartouche-error").map((event) => event.detail.code),
    missing: missing.map((tag) => `${tag.tagName} "${tag.getAttribute("name")}"`),
  };
}

async function blankFaults(visit, { name }) {
  const faults = [];
  for (const size of sizes) {
    await visit.page.setViewport({ ...size, deviceScaleFactor: 1 });
    await visit.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const picture = await saveScreenshot(visit, `${name.replace("/", "-")}-${size.width}`, "cartouche-editor");
    const share = await commonestShare(visit, picture, contentPart);
    if (share >= blankShare) {
      faults.push(`at a width of ${size.width}, ${(share * 100).toFixed(2)} % of the content have one colour; see build/wasm-tests/`);
    }
  }
  return faults;
}
