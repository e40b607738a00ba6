// A labeler who answers each control of a config, in the order in which they can be.

import { giveAnswer } from "./template_answers.mjs";
import { makeRegion, makesRegions, relate, selectRegion } from "./template_regions.mjs";
import { glimpse, holderOf } from "./widgets.mjs";

const isRegional = ({ attributes }) => attributes.perregion === "true";

/** What a control and what it is about is called. */
export const nameOf = ({ tag, name }) => `${tag} "${name}"`;

/** Answers every control: {faults: of those that could not be, answers: for each control the texts that its results have to hold}. */
export async function answerAll(visit, controls) {
  const faults = [];
  const answers = new Map(controls.map((control) => [control, []]));
  const attempt = async (control, action) => {
    try {
      answers.get(control).push(...(await action()));
    } catch (error) {
      faults.push(`${nameOf(control)}: ${error.message.slice(0, 600)}`);
    }
  };
  const answer = (control) => attempt(control, () => giveAnswer(visit, control, wantedOf(control, controls)));
  const isChat = ({ tag }) => tag === "Chat";
  const isRelations = ({ tag }) => tag === "Relations";
  for (const control of controls.filter(isChat)) { // its messages are regions
    await answer(control);
  }
  await makeRegions(visit, controls, attempt);
  await answerRegions(visit, controls.filter(isRegional), answer, attempt);
  for (const control of controls.filter(isRelations)) {
    await attempt(control, () => relate(visit, control));
  }
  await visit.press("Escape"); // some of what is asked about all is hidden while a region is selected
  for (const control of controls.filter((each) => ![isRegional, makesRegions, isChat, isRelations].some((is) => is(each)))) {
    await answer(control);
  }
  return { faults, answers };
}

/** The values of a control that another one needs to be shown. */
function wantedOf({ name }, controls) {
  return controls.flatMap(({ conditions }) => conditions)
    .filter(({ whentagname: source, whenchoicevalue: values }) => source === name && values)
    .flatMap(({ whenchoicevalue: values }) => values.split(","));
}

/** One region with each control that makes some, and two where relations tie them. */
async function makeRegions(visit, controls, attempt) {
  const makers = controls.filter(makesRegions);
  const others = controls.some(({ tag }) => tag === "Relations") ? makers : [];
  for (const [nth, control] of [...makers, ...others].entries()) {
    await attempt(control, () => makeRegion(visit, control, controls, nth));
  }
}

/** Selects each region, and answers what is asked about it: once, or about each region that has to have it. */
async function answerRegions(visit, controls, answer, attempt) {
  const left = new Set(controls);
  for (let nth = 0; controls.length > 0 && (await selectRegion(visit, nth)); ++nth) {
    for (const control of controls) {
      if ((left.has(control) || control.attributes.required === "true") && (await glimpse(visit, holderOf(control)))) {
        await answer(control);
        left.delete(control);
      }
    }
  }
  for (const control of left) {
    await attempt(control, () => Promise.reject(new Error("no region that is selected shows it")));
  }
}
