// Every template of the corpus is answered as a labeler would: real mouse and key events in each of its
// controls, and what is submitted has the form that the specification of results states.

import { faultsOf } from "./support/answer_forms.mjs";
import { isCorpusAbsent, readTemplates } from "./support/corpus.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { readControls } from "./support/template_config.mjs";
import { answerAll, nameOf } from "./support/template_labeler.mjs";
import { serveMedia, withMedia, withModel } from "./support/template_media.mjs";

/** Objects on which no regions can be made, and why. The editor says so in their places, or a test fails. */
const notDrawn = {
  Audio: "a later issue draws it",
  AudioPlus: "a later issue draws it",
  Video: "a later issue draws it",
  TimeSeries: "a later issue draws it",
};

const templates = readTemplates("templates");
const groupOf = ({ name }) => name.replace("templates/", "").split("__")[0];

for (const group of isCorpusAbsent ? ["the corpus"] : new Set(templates.map(groupOf))) {
  test(`every control of the templates of ${group} takes an answer, and is submitted as it has to be`, async (visit) => {
    await open(visit);
    const faults = [];
    for (const template of templates.filter((each) => groupOf(each) === group)) {
      faults.push(...(await templateFaults(visit, template)).map((fault) => `${template.name}: ${fault}`));
    }
    ok(faults.length === 0, faults.join("\n        "));
  }, { skip: isCorpusAbsent });
}

test("the templates are all there, and each object that excuses controls does so", async (visit) => {
  await open(visit);
  ok(templates.length >= 78, `there are ${templates.length} templates`);
  const controls = [];
  for (const { config, task } of templates) {
    controls.push(...(await readControls(visit, { config, task })));
  }
  const excusing = controls.filter(isExcused).flatMap(({ objects }) => objects);
  equal(Object.keys(notDrawn).filter((tag) => !excusing.includes(tag)), [], "objects that excuse nothing");
  const excused = controls.filter(isExcused).length;
  ok(controls.length > 100 && excused < controls.length / 5, `${excused} of ${controls.length} controls are excused`);
}, { skip: isCorpusAbsent, only: "chromium" });

async function open(visit) {
  await serveMedia(visit);
  await visit.page.setViewport({ width: 1200, height: 880, deviceScaleFactor: 1 });
  await visit.open("pages/editor.html");
  await visit.page.evaluate(() => document.querySelector("cartouche-editor").setAttribute("style", "height: 740px"));
}

const isExcused = ({ tag, objects, attributes }) => objects.some((object) => object in notDrawn) &&
  (/Labels$|^VideoRectangle$/.test(tag) || attributes.perregion === "true");

/** Answers a template, and says what is wrong with it. */
async function templateFaults(visit, { config, task }) {
  const shown = withMedia(task);
  const controls = await readControls(visit, { config, task: shown });
  await visit.page.evaluate((config, task) => {
    window.received.length = 0;
    Object.assign(document.querySelector("cartouche-editor"), { config, task });
  }, config, withModel(shown, controls));
  await visit.find("button", "Submit");
  const notes = await alerts(visit);
  if (controls.length === 0) { // one template only shows something
    return notes.some((note) => note.startsWith("This config holds no control")) ? [] : ["nothing says that it asks nothing"];
  }
  const asked = controls.filter((control) => !isExcused(control));
  const { faults, answers } = await answerAll(visit, asked);
  const { results, refusals } = await submit(visit);
  return [
    ...controls.filter(isExcused).flatMap((control) => excuseFaults(control, notes)), ...faults, ...refusals,
    ...asked.flatMap((control) => faultsOf(control, results, answers.get(control)).map((what) => `${nameOf(control)}: ${what}`)),
  ];
}

/** What is excused is told by the editor itself: a note in the place of the object. */
function excuseFaults(control, notes) {
  return control.toName.filter((name, index) => !notes.some((note) => note.startsWith(`${control.objects[index]} "${name}"`)))
    .map((name) => `${nameOf(control)}: it is excused, and "${name}" is drawn`);
}

const alerts = (visit) => visit.page.evaluate(() =>
  [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll("[role=alert]")].map((element) => element.textContent));

/** The results that are submitted; if they are not, those that are there, and what is told. */
async function submit(visit) {
  await visit.click("button", "Submit");
  const results = await visit.page.evaluate(async () => {
    const submitted = () => window.received.find(({ type }) => type === "cartouche-submit");
    for (let turn = 0; turn < 100 && !submitted(); ++turn) {
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return submitted()?.detail.annotation.result ?? null;
  });
  return results ? { results, refusals: [] } : {
    results: await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result),
    refusals: [`it cannot be submitted: ${(await alerts(visit)).join("; ")}`],
  };
}
