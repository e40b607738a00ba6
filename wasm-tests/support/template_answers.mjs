// Answers that a labeler gives in the controls that ask about the whole task or about one region.

import { drag } from "./image.mjs";
import { clickWidget, holderOf, reveal, widget } from "./widgets.mjs";

const options = ["radio", "checkbox", "treeitem"];

/** Clicks one of the Choices, or two where several may be chosen; the first of `wanted` if there are such. */
async function choose(visit, control, wanted) {
  const first = control.values.filter(([value], index) => control.values.findIndex(([other]) => other === value) === index)
    .filter(([value, , level]) => (wanted.length > 0 ? wanted.includes(value) : level === 0));
  const chosen = first.slice(0, control.attributes.choice === "multiple" ? 2 : 1);
  for (const [, name] of chosen) {
    await clickWidget(visit, holderOf(control), { roles: options, name });
  }
  return chosen.map(([value]) => value);
}

async function type(visit, control) {
  const field = await clickWidget(visit, holderOf(control), { roles: ["textbox"], name: control.name });
  const text = `An answer to ${control.name}`;
  await visit.page.keyboard.type(text);
  await visit.press("Enter", ...(field.isBlock ? ["Shift"] : []));
  return [text];
}

async function rate(visit, control) {
  await clickWidget(visit, holderOf(control), { roles: ["radio"], name: `3 of ${control.attributes.maxrating ?? 5}` });
  return ['"rating":3'];
}

async function chooseTopic(visit, control) {
  const [value, name] = control.values[0];
  await clickWidget(visit, holderOf(control), { roles: ["treeitem"], name });
  return [value];
}

async function chooseSide(visit, control) {
  await clickWidget(visit, holderOf(control), { roles: ["radio"], nth: 1 });
  return ["right"];
}

/** Drags the first card into the first bucket, or where there is none before the second. */
async function rank(visit, control) {
  const holder = holderOf(control);
  const handle = 12; // a card may be cut off by the lower edge
  const card = await reveal(visit, [holder, { roles: ["option"], nth: control.buckets.length > 0 ? 0 : 1 }], 2 * handle);
  const target = control.buckets.length > 0
    ? await widget(visit, holder, { roles: ["listbox"], name: control.buckets[0].title })
    : await widget(visit, holder, { roles: ["option"], nth: 0 });
  const to = control.buckets.length > 0 ? target.top + 60 : target.top + 3;
  await drag(visit, [card.x, card.top + handle], [target.x, to]);
  return [];
}

/** Writes as many messages as there have to be, in turn as each of those that a labeler may be. */
async function write(visit, control) {
  const { attributes } = control;
  const roles = (attributes.messageroles ?? (attributes.llm ? "user" : "user,assistant")).split(",");
  const texts = Array.from({ length: Math.max(Number(attributes.minmessages ?? 0), roles.length) }, (_, nth) => `Message ${nth}`);
  for (const [nth, text] of texts.entries()) {
    if (roles.length > 1) {
      await clickWidget(visit, holderOf(control), { roles: ["radio"], name: roles[nth % roles.length] });
    }
    await clickWidget(visit, holderOf(control), { roles: ["textbox"], name: "Message" });
    await visit.page.keyboard.type(text);
    await clickWidget(visit, holderOf(control), { roles: ["button"], name: "Send" });
    await visit.until(`message ${nth} is there`, (text) => document.querySelector("cartouche-editor").annotation.result
      .some(({ value }) => value?.chatmessage?.content === text), text);
  }
  return texts;
}

const ways = { Choices: choose, TextArea: type, Rating: rate, Taxonomy: chooseTopic, Pairwise: chooseSide, Ranker: rank, Chat: write };

/** Gives an answer, and the texts that its result has to hold; `wanted` are values that another control needs to be shown. */
export async function giveAnswer(visit, control, wanted = []) {
  const way = ways[control.tag];
  if (!way) {
    throw new Error("no way to answer it is known");
  }
  const before = await resultsFor(visit, control);
  const texts = await way(visit, control, wanted);
  await visit.until(`${control.tag} "${control.name}" has an answer`, (name, before) => JSON.stringify(document.querySelector("cartouche-editor")
    .annotation.result.filter(({ from_name: from }) => from === name)) !== before, control.name, before);
  return texts;
}

const resultsFor = (visit, { name }) => visit.page.evaluate((name) => JSON.stringify(document.querySelector("cartouche-editor")
  .annotation.result.filter(({ from_name: from }) => from === name)), name);
