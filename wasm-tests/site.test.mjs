// The pages of site/, used as a visitor would.

import { equal, ok, test } from "./support/registry.mjs";
import { isOneAnswer, labelWithMouse } from "./support/pets.mjs";

/** What the console of the landing page shows of this event: the details, newest first. */
const shown = (visit, type) => visit.until(`the console shows ${type}`, (name) => {
  const entries = [...document.querySelectorAll(`#console [data-event="${name}"] pre`)];
  return entries.length > 0 && entries.map((entry) => JSON.parse(entry.textContent));
}, type);

const problems = (visit) => visit.page.evaluate(() =>
  [...document.querySelectorAll("#problems li")].map((item) => item.textContent));

test("the landing page: choose, undo, redo, submit with the mouse alone", async (visit) => {
  await visit.open("index.html");
  await labelWithMouse(visit);
  const submitted = await shown(visit, "cartouche-submit");
  equal(submitted.length, 1, "annotations in the console");
  isOneAnswer(submitted[0].annotation.result, "Cat");
});

test("the landing page: choose, undo, redo, submit with the keyboard alone", async (visit) => {
  await visit.open("index.html");
  await visit.find("radio", "Cat");
  for (let stop = 0; stop < 30 && (await visit.focused()) !== "radio Cat"; ++stop) {
    await visit.press("Tab");
  }
  await visit.focusedIs("radio Cat");
  await visit.press(" ");
  await visit.checked("radio", "Cat");
  await visit.press("z", "Control");
  await visit.checked("radio", "Cat", false);
  await visit.press("z", "Control", "Shift");
  await visit.checked("radio", "Cat");
  await visit.press("Tab");
  await visit.press("Tab");
  await visit.focusedIs("button Submit");
  await visit.press("Enter");
  const submitted = await shown(visit, "cartouche-submit");
  equal(submitted.length, 1, "annotations in the console");
  isOneAnswer(submitted[0].annotation.result, "Cat");
});

test("the landing page: the editor follows the config as it is typed, and says what is wrong", async (visit) => {
  await visit.open("index.html");
  await visit.find("radio", "Dog");
  await visit.page.evaluate(() => {
    const text = document.querySelector("#config");
    text.focus();
    const start = text.value.indexOf("Dog");
    text.setSelectionRange(start, start + 3);
  });
  await visit.page.keyboard.type("Ferret");
  await visit.find("radio", "Ferret");
  await visit.page.evaluate(() => {
    const text = document.querySelector("#config");
    text.setSelectionRange(text.value.indexOf('"Image"') + 1, text.value.indexOf('"Image"') + 6);
  });
  await visit.page.keyboard.type("Imgae");
  await visit.until("the problem is listed", () => document.querySelectorAll("#problems li").length === 1);
  const [problem] = await problems(visit);
  ok(problem.startsWith("2:24") && problem.includes('did you mean "Image"?'), `the problem reads: ${problem}`);
});

test("the landing page: each example opens without a problem", async (visit) => {
  await visit.open("index.html");
  await visit.find("radio", "Cat");
  const count = await visit.page.evaluate(() => document.querySelectorAll("#examples button").length);
  ok(count >= 4, `${count} examples`);
  for (let index = 0; index < count; ++index) {
    await visit.page.evaluate((at) => document.querySelectorAll("#examples button")[at].click(), index);
    await visit.find("button", "Submit");
    await new Promise((resolve) => setTimeout(resolve, 300));
    equal(await problems(visit), [], `problems of example ${index + 1}`);
  }
});

test("the page for the Label Studio front end's users receives the result", async (visit) => {
  await visit.open("label-studio.html");
  await visit.click("radio", "Dog");
  await visit.checked("radio", "Dog");
  await visit.click("button", "Submit");
  const text = await visit.until("the page shows it", () => document.querySelector("#received").textContent);
  isOneAnswer(JSON.parse(text).result, "Dog");
});

test("the page with a sandboxed frame receives the result", async (visit) => {
  await visit.open("frame.html");
  const frame = await visit.page.waitForFrame((candidate) => candidate.url().endsWith("framed.html"));
  const cat = await frame.waitForFunction(() =>
    document.querySelector("cartouche-editor")?.shadowRoot?.querySelector('[role=radio][aria-label="Cat"]'));
  ok(cat, "the frame shows the choice");
  await visit.page.focus("#frame");
  await visit.press("Tab");
  await visit.press("1");
  await visit.press("Enter", "Control");
  const text = await visit.until("the page shows it", () => document.querySelector("#received").textContent);
  isOneAnswer(JSON.parse(text).result, "Cat");
});

test("the reference of the language has every tag, and its links lead somewhere", async (visit) => {
  await visit.open("reference/");
  const page = await visit.page.evaluate(() => ({
    tags: document.querySelectorAll("main section").length,
    lost: [...document.querySelectorAll('a[href^="#"]')].filter((link) => !document.querySelector(link.hash)).map((link) => link.hash),
  }));
  ok(page.tags >= 61, `${page.tags} tags`);
  equal(page.lost, [], "links to nothing");
});
