// The pages of wasm-tests/label_studio with the front end's own script and with ours: the same labeling, call by call.

import { drag, placer } from "./support/image.mjs";
import { addPeerStyles, isPeerThere, peerName, pressPeer, usePeer } from "./support/peer.mjs";
import { equal, test } from "./support/registry.mjs";
import { secondTab } from "./support/storage.mjs";

/**
 * What is done in each page, and how many calls that makes with ours. `differ`: by the index of a call, what the front end
 * (version 1.4.0, the newest that its registry holds) calls instead, and why; null: nothing. The page "comments" is run with ours
 * alone (comments.test.mjs): version 1.4.0 asks for none.
 */
const pages = [
  { name: "callbacks", presses: ["Calm", "Submit"], count: 2 },
  { name: "events", presses: ["Calm", "Submit"], count: 4, throws: /takeAway is not a function/,
    differ: { 3: [["never"], "on() gives nothing back yet, and the page ends there"] } },
  { name: "predictions", presses: ["Submit"], count: 2,
    differ: { 0: [["taken", "9", 9, [["p1", ["Hello"]], ["m1", []]]], "what is answered counts as a region"] } },
  { name: "saved", presses: ["Cross", "Update"], count: 5, differ: {
    0: [["select", "11", null, "undefined"], "the third argument came later"], 1: [["select", "12", "11", "undefined"], "as before"],
    3: [["select", "11", "12", "undefined"], "as before"],
  } },
  { name: "prefilled", presses: ["Submit"], count: 3, differ: {
    0: [["filled", 2, 2], "what is answered counts as a region"], 1: [["appended", false, 2], "appendResults gives nothing back yet"],
  } },
  { name: "drafts", presses: ["Calm", "Submit"], count: 2 },
  { name: "veto", presses: ["Cross", "Submit"], count: 2, throws: /the server is away/,
    differ: { 0: [["submit", ["Cross"]], "beforeSaveAnnotation came later"], 1: [null, "as before"] } },
  { name: "queue", presses: [], count: 0, throws: /createAnnotation is not a function/ },
  { name: "component", presses: ["Calm", "Submit"], peerPresses: [], count: 2, differ: {
    0: [["load", 2], "destroy() right after the constructor comes too early for it: both editors load, and both are gone"], 1: [["load", 2], "as before"],
  } },
  { name: "regions", presses: ["Hello", "drag"], count: 1,
    differ: { 0: [["create", "rectangleregion", ["Hello"], 451], "there, a region has a type of its own"] } },
  { name: "own_buttons", presses: ["Calm", "Submit"], count: 2 },
  { name: "stream", presses: ["Skip"], count: 1, differ: { 0: [["skip", 1, null], "what is said beside the store came later, as the way to other tasks"] } },
  { name: "review", presses: ["Accept", "Cross", "Fix + Accept", "Reject"], count: 6, differ: {
    0: [["accept", 1, false, "11", ["Calm"]], "beforeSaveAnnotation came later"], 1: [["accept", 1, true, "11", ["Cross"]], "as before"],
    2: [["reject", 1, true, "11", null], "as before"], 3: [null, "as before"], 4: [null, "as before"], 5: [null, "as before"],
  } },
  { name: "journal", presses: ["Calm", "Submit"], count: 1 }, // that steps are kept is ours alone: label_studio.test.mjs
];

/** Ids that are made up differ from run to run. */
const settled = (calls) => JSON.parse(JSON.stringify(calls).replace(/#[\w-]{5,6}"/g, '"').replace(/"id":"[\w-]{10}"/g, '"id":"made"'));

async function heardOf(visit, { name, count }, presses, press, afterOpen) {
  await visit.open(`label-studio-pages/${name}.html`);
  await afterOpen();
  for (const text of presses) {
    await press(text);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await visit.until("the calls come", (count) => window.heard.length >= count, count).catch(() => undefined);
  return settled(await visit.page.evaluate(() => window.heard));
}

async function pressOurs(visit, text) {
  const isAnswer = text === "Calm" || text === "Cross";
  if (text === "drag") {
    const place = await placer(visit);
    await drag(visit, place(20, 20), place(60, 70));
  } else if (isAnswer || text === "Hello") {
    await visit.click("radio", text);
    await (isAnswer && visit.checked("radio", text));
  } else if (await visit.page.$("#submit")) {
    await visit.page.click("#submit");
  } else {
    await visit.click("button", text);
  }
}

async function pressTheirs(visit, text) {
  if (text !== "drag") {
    return pressPeer(visit, text);
  }
  const box = await visit.until("the front end shows the image", () => {
    const { x, y, width, height } = document.querySelector(".konvajs-content canvas")?.getBoundingClientRect() ?? {};
    return width > 100 && { x, y, width, height };
  });
  await drag(visit, [box.x + box.width * 0.2, box.y + box.height * 0.2], [box.x + box.width * 0.6, box.y + box.height * 0.7]);
}

/** By index: [what the front end calls, or null]; where both are the same, nothing. */
function differences(ours, theirs) {
  const all = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, index) => [index, theirs[index] ?? null]);
  return Object.fromEntries(all.filter(([index, call]) => JSON.stringify(call) !== JSON.stringify(ours[index] ?? null)));
}

for (const page of pages) {
  test(`the front end's page "${page.name}" hears the same calls from the front end itself`, async (visit) => {
    const { presses, peerPresses = presses, differ = {}, throws } = page;
    const ours = await heardOf(visit, page, presses, (text) => pressOurs(visit, text), () => visit.find("radio", "Calm"));
    const other = await secondTab(visit);
    await usePeer(other);
    const missing = Object.values(differ).filter(([call]) => call === null).length;
    const theirs = await heardOf(other, { ...page, count: page.count - missing }, peerPresses, (text) => pressTheirs(other, text), () => addPeerStyles(other));
    equal(ours.length, page.count, "calls of ours");
    const expected = Object.fromEntries(Object.entries(differ).map(([index, [call]]) => [index, call]));
    equal(differences(ours, theirs), expected, "what the front end calls instead");
    const errors = other.problems.filter((problem) => problem.startsWith("page error"));
    equal(errors.filter((problem) => !throws?.test(problem)), [], "errors of the front end");
  }, { only: "chromium", skip: isPeerThere ? false : `${peerName} is not here; ./dev bench fetches it` });
}
