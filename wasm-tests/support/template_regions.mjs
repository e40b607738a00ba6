// Regions that a labeler makes on any object of a config, each beside those that are there.

import { drag, pause } from "./image.mjs";
import { clickWidget, glimpse, holderOf, reveal, widget } from "./widgets.mjs";

/** How an image or a page is divided, so that no region is begun on another. */
const columns = 4;
const rows = 3;

/** Which of the tags of tools draws what, and the button that takes it where no label does. */
const shapes = {
  RectangleLabels: "rectangle", OcrLabels: "rectangle", Rectangle: "rectangle", PolygonLabels: "polygon", Polygon: "polygon",
  KeyPointLabels: "point", BrushLabels: "stroke",
};
const spanTags = ["Labels", "HyperTextLabels", "ParagraphLabels"];
const bareTools = ["Rectangle", "Polygon"];

export const makesRegions = ({ tag }) => tag in shapes || spanTags.includes(tag);

/**
 * Makes the region number `nth` of the task with a control; `controls` are all of the config. Gives the texts that the
 * result has to hold.
 */
export async function makeRegion(visit, control, controls, nth) {
  const isTool = bareTools.includes(control.tag);
  if (control.tag === "Labels" && control.objects[0] === "Image") {
    return [control.values[0][0]]; // of the bare tools, which take this label
  }
  const count = await resultCount(visit);
  await visit.press("Escape"); // a label that is pressed while a region is selected would be for that one
  const labels = isTool ? controls.find(({ tag, toName }) => tag === "Labels" && toName[0] === control.toName[0]) : control;
  if (labels) {
    await clickWidget(visit, holderOf(labels), { roles: ["radio", "checkbox"], name: labels.values[0][1] });
  }
  if (isTool) {
    await clickWidget(visit, { roles: ["toolbar"], name: "Image tools" }, { roles: ["button"], name: control.tag });
  }
  const texts = await (control.tag in shapes ? draw(visit, control, nth) : selectWord(visit, control.toName[0], nth));
  await visit.until(`${control.tag} "${control.name}" makes a region`, (count) =>
    document.querySelector("cartouche-editor").annotation.result.length > count, count);
  return isTool ? [] : [labels.values[0][0], ...texts];
}

const resultCount = (visit) => visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result.length);

/** Where points within the nth part of an image are, each 0 to 1. */
async function placerOf(visit, name, nth) {
  const stage = await reveal(visit, [{ roles: ["img"], name }]);
  const side = Math.min(stage.width, Math.min(stage.bottom, stage.shownBottom) - stage.top) * 0.6; // an image of any shape is that large
  const [column, row] = [nth % columns, Math.floor(nth / columns) % rows];
  const middle = Math.min(stage.bottom, stage.shownBottom) / 2 + stage.top / 2;
  return (x, y) => [stage.x + side * ((column + x) / columns - 0.5), middle + side * ((row + y) / rows - 0.5)];
}

async function draw(visit, control, nth) {
  await widget(visit, { roles: ["toolbar"], name: "Image tools" }); // once the image or the document is there
  const at = await placerOf(visit, control.toName[0], nth);
  const { mouse } = visit.page;
  const shape = shapes[control.tag];
  if (shape === "point") {
    await mouse.click(...at(0.5, 0.5));
  } else if (shape === "polygon") {
    for (const corner of [[0.1, 0.1], [0.9, 0.1], [0.9, 0.9], [0.1, 0.1]]) {
      await mouse.click(...at(...corner));
      await pause();
    }
  } else {
    await drag(visit, at(0.1, 0.1), at(0.9, 0.9));
  }
  return [];
}

/** Drags the mouse over the nth of the words of a text that are in view, and gives it. */
async function selectWord(visit, name, nth) {
  const path = [{ roles: ["document"], name }];
  const { shownTop, shownBottom } = await reveal(visit, path, 120);
  const find = () => visit.until(`"${name}" has a word ${nth}`, wordInPage, name, nth, shownTop, shownBottom);
  let [before, word] = [null, await find()];
  while (JSON.stringify(before) !== JSON.stringify(word)) { // a player that comes late moves what is below it
    await new Promise((resolve) => setTimeout(resolve, 100));
    [before, word] = [word, await find()];
  }
  const { mouse } = visit.page;
  await mouse.move(word.left + 1, word.y);
  await mouse.down();
  await mouse.move((word.left + word.right) / 2, word.y, { steps: 3 });
  await mouse.move(word.right - 1, word.y, { steps: 3 });
  await mouse.up();
  return [word.text];
}

function wordInPage(name, nth, shownTop, shownBottom) {
  const root = document.querySelector("cartouche-editor").shadowRoot;
  const layer = [...root.querySelectorAll("[role=document]")].find((element) => element.getAttribute("aria-label") === name);
  const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  const words = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const matches = node.parentElement.closest(".author, .player, button") ? [] : [...node.data.matchAll(/[\p{L}\p{N}]{3,}/gu)];
    for (const { 0: text, index } of matches) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      const box = range.getBoundingClientRect();
      if (box.width > 0 && box.top > shownTop && box.bottom < shownBottom && range.getClientRects().length === 1) {
        words.push({ text, left: box.left, right: box.right, y: box.top + box.height / 2 });
      }
    }
  }
  return words[nth] ?? null;
}

const regionRow = (nth) => [{ roles: ["tree"], name: "Regions" }, { roles: ["treeitem"], nth }];

/** Selects the nth region in the list of regions; false if there is none. */
export async function selectRegion(visit, nth) {
  if (!(await glimpse(visit, ...regionRow(nth)))) {
    return false;
  }
  await clickWidget(visit, ...regionRow(nth));
  await widget(visit, ...regionRow(nth));
  return true;
}

/** Ties the first two regions, and labels what ties them. */
export async function relate(visit, { values }) {
  await selectRegion(visit, 0);
  await visit.press("r", "Alt");
  await selectRegion(visit, 1);
  await visit.click("tab", "Relations 1");
  await visit.click("button", " to ");
  await visit.click("checkbox", values[0][1]);
  await visit.until("the relation has a label", () =>
    document.querySelector("cartouche-editor").annotation.result.some(({ type, labels }) => type === "relation" && labels?.length > 0));
  await visit.click("tab", "Regions");
  return [];
}
