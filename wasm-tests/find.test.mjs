// Finding in texts as labelers do: expressions whose matches are offered, phrases, and classes.

import { equal, ok, test } from "./support/registry.mjs";
import { boxOf, resultsOf } from "./support/text.mjs";

const config = `<View>
  <Labels name="ner" toName="text"><Label value="Money" background="#27ae60"/><Label value="Percent" background="#2980b9"/></Labels>
  <Text name="text" value="$text"/>
</View>`;
const text = "Revenue was $5 million, up 12%.\nThe 😀 margin: 40 percent of $7.50.\nNothing more.";
const interfaces = { interfaces: "submit,update,controls,side-column,edit-history", style: "height: 640px" };

async function open(visit, data = text) {
  await visit.page.setViewport({ width: 1200, height: 800, deviceScaleFactor: 1 });
  await visit.label(config, { text: data }, interfaces);
  await visit.find("document", "text");
}

const expressionsOf = (visit) => visit.page.evaluate(() => document.querySelector("cartouche-editor").expressions);

/** How many marks of a kind are drawn. */
const marksOf = (visit, kind, count) => visit.until(`${count} ${kind} marks are drawn`, (kind, count) =>
  document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(`.text .mark.${kind}`).length === count, kind, count);

async function type(visit, role, name, value) {
  await visit.click(role, name);
  await visit.focusedIs(`${role} ${name}`);
  await visit.page.keyboard.type(value);
}

const summary = (results) => results.map(({ value }) => `${value.labels[0]} ${value.text}`).sort();

test("an expression is added, its matches are counted as it is typed, and accepted by a click or all at once", async (visit) => {
  await open(visit);
  await visit.click("tab", "Find");
  await visit.click("button", "Add Money");
  await visit.find("checkbox", "Money, 2 found");
  await marksOf(visit, "offered", 2);
  await visit.click("button", "Add an expression");
  await visit.focusedIs("textbox Regular expression");
  await visit.page.keyboard.type("(12|40) ?(%");
  await visit.find("alert", "There is a ( without its ), at character 12");
  await visit.press("Backspace");
  await visit.page.keyboard.type("[%p])");
  await visit.find("checkbox", "Expression 2, 2 found");
  await visit.click("radio", "Percent"); // of the form, which comes after the bar's
  await visit.click("radio", "Purple");
  await visit.until("what the second expression finds is purple", () =>
    [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(".text .mark.offered")]
      .filter((mark) => mark.style.getPropertyValue("--stroke").startsWith("#8a4fd0")).length === 2);
  equal((await expressionsOf(visit)).map(({ color }) => color), [undefined, "#8a4fd0"], "the colours");
  const box = (await boxOf(visit, 12, 22)).first;
  await visit.page.mouse.click(box.left + 8, box.top + box.height / 2);
  const [first] = await resultsOf(visit, 1);
  equal(first.value, { start: 12, end: 22, text: "$5 million", labels: ["Money"] }, "what was clicked");
  equal(first.meta, { text: ['Found by the expression "Money"'] }, "where it comes from");
  await visit.click("button", "Accept all");
  ok((await resultsOf(visit, 4)).length === 4, "all");
  await marksOf(visit, "offered", 0);
  await visit.press("z", "Control");
  await marksOf(visit, "offered", 3);
});

test("expressions are the host's: it sets them, hears of changes, and they stay for the next task", async (visit) => {
  await open(visit);
  await visit.page.evaluate(() => {
    const editor = document.querySelector("cartouche-editor");
    editor.addEventListener("cartouche-expressions", ({ detail }) => { window.told = detail.expressions; });
    editor.expressions = [{ name: "Percent", pattern: "\\d+ ?(%|percent)" }];
  });
  await marksOf(visit, "offered", 2);
  await visit.click("tab", "Find");
  await visit.click("checkbox", "Percent, 2 found");
  await marksOf(visit, "offered", 0);
  await visit.until("the host hears of it", () => window.told?.[0].enabled === false);
  equal(await expressionsOf(visit), [{ name: "Percent", pattern: "\\d+ ?(%|percent)", ignoreCase: false, enabled: false }], "the property");
  await visit.click("checkbox", "Percent");
  await visit.page.evaluate(() => {
    document.querySelector("cartouche-editor").task = { id: 8, data: { text: "Only 7% here" } };
  });
  await visit.find("checkbox", "Percent, 1 found");
  await visit.page.evaluate(() => {
    window.problems = [];
    const editor = document.querySelector("cartouche-editor");
    editor.addEventListener("cartouche-error", ({ detail }) => window.problems.push(detail.code));
    editor.expressions = [{ name: "x" }];
  });
  await visit.until("it says what is wrong", () => window.problems.includes("bad-expression"));
});

test("offered matches are gone through and accepted by keys, only those in view if that is asked for", async (visit) => {
  await open(visit, `${text}\n${"And more of it, line by line.\n".repeat(200)}At the end $9.`);
  await visit.page.evaluate(() => {
    document.querySelector("cartouche-editor").expressions = [{ name: "Money", pattern: "\\$\\d+(\\.\\d+)?" }];
  });
  await marksOf(visit, "offered", 2);
  await visit.click("document", "text");
  await visit.press("n", "Alt");
  await visit.find("status", "Money: $5, 3 offered");
  await visit.press("n", "Alt");
  await visit.press("n", "Alt");
  await marksOf(visit, "selected", 1); // the last one is scrolled to
  await visit.press("y", "Alt");
  const [last] = await resultsOf(visit, 1);
  equal(last.value.text, "$9", "the last one");
  await visit.press("n", "Alt"); // back to the first
  await visit.until("it is scrolled back", () =>
    document.querySelector("cartouche-editor").shadowRoot.querySelector(".text").scrollTop < 20);
  await new Promise((resolve) => setTimeout(resolve, 450)); // until the view has come to rest
  await visit.click("button", "Accept in view");
  await resultsOf(visit, 3);
});

test("a phrase is found by Ctrl+F, gone through by Enter, and all of it is labeled", async (visit) => {
  await open(visit, `${text}\n${"filler\n".repeat(300)}more REVENUE`);
  await visit.click("document", "text");
  await visit.press("f", "Control");
  await visit.focusedIs("searchbox Find in the text");
  await visit.page.keyboard.type("revenue");
  await visit.find("status", "1 of 2");
  await marksOf(visit, "spot", 1);
  await visit.press("Enter");
  await visit.find("status", "2 of 2");
  await visit.until("it is scrolled to", () =>
    document.querySelector("cartouche-editor").shadowRoot.querySelector(".text").scrollTop > 500);
  await visit.click("radio", "Money");
  await visit.click("button", "Label all");
  equal(summary(await resultsOf(visit, 2)), ["Money REVENUE", "Money Revenue"], "all of it");
  await visit.press("z", "Control");
  await resultsOf(visit, 0);
});

test("a class is hidden with all that has it, selected as a whole, and found in the list", async (visit) => {
  await open(visit);
  await visit.page.evaluate(() => {
    document.querySelector("cartouche-editor").expressions = [
      { name: "Money", pattern: "\\$[\\d.]+\\d|\\$\\d" }, { name: "Percent", pattern: "\\d+ ?(%|percent)" },
    ];
  });
  await visit.click("button", "Accept all");
  await marksOf(visit, "region", 4);
  await visit.click("tab", "Classes");
  await visit.find("checkbox", "Money, 2");
  await visit.click("checkbox", "Percent, 2");
  await marksOf(visit, "region", 2);
  await visit.click("button", "Uncheck all");
  await marksOf(visit, "region", 0);
  await visit.click("button", "Check all");
  await marksOf(visit, "region", 4);
  await visit.click("button", "Select all Money");
  await marksOf(visit, "selected", 2);
  await type(visit, "searchbox", "Find classes", "perc");
  await visit.until("only one is left", () => {
    const boxes = document.querySelector("cartouche-editor").shadowRoot.querySelectorAll('[role="checkbox"]');
    return boxes.length === 1 && boxes[0].getAttribute("aria-label") === "Percent, 2";
  });
});

test("private data is marked or masked where a text is shown, and results keep it", async (visit) => {
  await open(visit, "Write to ada@example.org soon.\nCard 4111 1111 1111 1111.");
  const shown = () => visit.page.evaluate(() =>
    [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(".text .block")].map((block) => block.firstChild.data).join(""));
  await visit.page.evaluate(() => document.querySelector("cartouche-editor").setAttribute("private-data", "mark"));
  await marksOf(visit, "private", 2);
  ok((await shown()).includes("ada@example.org"), "it is read while it is marked");
  await visit.page.evaluate(() => { document.querySelector("cartouche-editor").privateData = "mask"; });
  await visit.until("it is masked", () =>
    !document.querySelector("cartouche-editor").shadowRoot.querySelector(".text").textContent.includes("ada@"));
  equal(await shown(), "Write to ███████████████ soon.\nCard ████ ████ ████ ████.", "what is shown");
  await visit.click("radio", "Money");
  const { first } = await boxOf(visit, 9, 24);
  await visit.page.mouse.move(first.left + 1, first.top + 6);
  await visit.page.mouse.down();
  await visit.page.mouse.move(first.right - 1, first.top + 6, { steps: 4 });
  await visit.page.mouse.up();
  const [{ value }] = await resultsOf(visit, 1);
  equal(value, { start: 9, end: 24, text: "ada@example.org", labels: ["Money"] }, "the result");
  await visit.find("treeitem", "1 Money, span: ███████████████");
  await visit.page.evaluate(() => {
    const editor = document.querySelector("cartouche-editor");
    editor.config = '<View><HyperTextLabels name="ner" toName="text"><Label value="A"/></HyperTextLabels><HyperText name="text" value="$text"/></View>';
    editor.task = { id: 9, data: { text: "<p>Mail <b>ada@example.org</b></p>" } };
  });
  await visit.until("HTML is masked, too", () =>
    document.querySelector("cartouche-editor").shadowRoot.querySelector(".text b")?.textContent === "███████████████");
});
