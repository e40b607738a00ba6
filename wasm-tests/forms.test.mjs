// Answers that are typed, counted, rated and dated: real events in, JSON out.

import { equal, ok, test } from "./support/registry.mjs";

const results = (visit) => visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result);
const values = async (visit) => Object.assign({}, ...(await results(visit)).map(({ from_name, value }) => ({ [from_name]: value })));

async function open(visit, controls) {
  await visit.label(`<View>${controls}<Image name="image" value="$image_url"/></View>`, undefined, { style: "height: 560px" });
  await visit.find("button", "Submit");
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 150));

test("texts are typed and added by Enter, changed, taken back and submitted", async (visit) => {
  await open(visit, `<TextArea name="caption" toName="image" placeholder="Describe it" editable="true"/>`);
  await visit.click("textbox", "caption");
  await visit.page.keyboard.type("a cat – кот – 猫 😺");
  await visit.press("Enter");
  await visit.until("it is added", () => document.querySelector("cartouche-editor").annotation.result.length === 1);
  await visit.page.keyboard.type("whiskers");
  await visit.press("Enter");
  await visit.until("both are there", () => document.querySelector("cartouche-editor").annotation.result[0].value.text.length === 2);
  equal((await values(visit)).caption, { text: ["a cat – кот – 猫 😺", "whiskers"] });
  await visit.click("button", "Remove the text");
  await visit.until("one is left", () => document.querySelector("cartouche-editor").annotation.result[0].value.text.length === 1);
  await visit.click("textbox", "caption"); // the one that is left
  await visit.page.keyboard.press("End");
  await visit.page.keyboard.type("!");
  await visit.press("Enter");
  await visit.until("it is changed", () => document.querySelector("cartouche-editor").annotation.result[0].value.text[0] === "whiskers!");
  await visit.click("button", "Submit");
  const [result] = await visit.submitted();
  equal([result.type, result.to_name, result.value, result.origin], ["textarea", "image", { text: ["whiskers!"] }, "manual"]);
});

test("what is typed counts before the next key, however late the next frame comes", async (visit) => {
  await open(visit, `<TextArea name="caption" toName="image"/><TextArea name="story" toName="image" rows="3"/>`);
  await visit.click("textbox", "caption");
  await visit.stopFrames();
  await visit.page.keyboard.type("whiskers");
  await visit.press("Enter");
  await visit.page.keyboard.type("tail");
  await visit.press("Enter");
  await visit.press("Tab");
  await visit.page.keyboard.type("A cat\nlooks");
  await visit.press("Enter", "Control");
  const submitted = await visit.submitted();
  equal(submitted.map(({ value }) => value.text), [["whiskers", "tail"], ["A cat\nlooks"]]);
});

test("the browser checks the spelling of texts, and of nothing else", async (visit) => {
  await visit.label(`<View><Text name="t" value="$text"/><TextArea name="says" toName="t"/><Number name="count" toName="t"/></View>`, { text: "Seas" });
  await visit.find("textbox", "says");
  await visit.find("textbox", "count");
  const checked = await visit.page.evaluate(() => [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll("input[data-widget]")]
    .map((field) => `${field.getAttribute("aria-label")} ${field.spellcheck}`));
  ok(checked.includes("says true"), checked.join(", "));
  ok(checked.includes("count false"), checked.join(", "));
});

test("a field of several lines takes Enter as a line, and Shift+Enter or its button adds", async (visit) => {
  await open(visit, `<TextArea name="story" toName="image" rows="4"/>`);
  await visit.click("textbox", "story");
  await visit.page.keyboard.type("one");
  await visit.press("Enter");
  await visit.page.keyboard.type("two");
  await visit.press("Enter", "Shift");
  await visit.until("it is added", () => document.querySelector("cartouche-editor").annotation.result[0]?.value.text[0] === "one\ntwo");
  await visit.page.keyboard.type("three");
  await visit.click("button", "Add");
  await visit.until("both are there", () => document.querySelector("cartouche-editor").annotation.result[0].value.text.length === 2);
  await visit.click("textbox", "story");
  await visit.page.keyboard.type("typed only");
  await visit.click("button", "Submit");
  equal((await visit.submitted())[0].value.text, ["one\ntwo", "three", "typed only"]);
});

test("a rating is given and taken back by mouse and by keyboard", async (visit) => {
  await open(visit, `<Rating name="stars" toName="image" maxRating="4" size="large"/>`);
  await visit.click("radio", "3 of 4");
  await visit.checked("radio", "3 of 4");
  equal(await values(visit), { stars: { rating: 3 } });
  await visit.press("ArrowRight");
  await visit.press(" ");
  await visit.checked("radio", "4 of 4");
  equal(await values(visit), { stars: { rating: 4 } });
  await visit.click("radio", "4 of 4");
  await visit.checked("radio", "4 of 4", false);
  equal(await results(visit), []);
});

test("a number is typed, stepped and slid, and what cannot be is said", async (visit) => {
  await open(visit, `<Number name="count" toName="image" min="0" max="10" step="2" slider="true"/>`);
  await visit.click("textbox", "count");
  await visit.page.keyboard.type("4");
  await visit.until("it is there", () => document.querySelector("cartouche-editor").annotation.result[0]?.value.number === 4);
  await visit.click("button", "More");
  await visit.until("it is stepped", () => document.querySelector("cartouche-editor").annotation.result[0].value.number === 6);
  const slider = await visit.find("slider", "count");
  await visit.page.mouse.click(slider.x + slider.width / 2 - 12, slider.y);
  await visit.until("it is slid", () => document.querySelector("cartouche-editor").annotation.result[0].value.number === 10);
  await visit.press("ArrowLeft");
  await visit.until("a key moves it by a step", () => document.querySelector("cartouche-editor").annotation.result[0].value.number === 8);
  await visit.press("End");
  await visit.until("it is at its end", () => document.querySelector("cartouche-editor").annotation.result[0].value.number === 10);
  await visit.click("textbox", "count");
  await visit.page.keyboard.press("End");
  await visit.page.keyboard.type("0");
  await settle();
  await visit.click("button", "Submit");
  await visit.find("alert", 'Number "100" is not valid: the greatest is 10.');
  equal((await visit.focused()).startsWith("textbox count"), true, "the focus is on the gap");
});

test("a date is chosen in the browser's own field and stored by its format", async (visit) => {
  await open(visit, `<DateTime name="day" toName="image" only="date" format="%d.%m.%Y" required="true"/><DateTime name="when" toName="image"/>`);
  await visit.click("button", "Submit");
  await visit.find("alert", 'DateTime "day" is required.');
  await visit.page.evaluate(() => { // pickers are the browser's; this is what they do
    for (const [label, text] of [["day", "2024-02-29"], ["when", "2024-05-01T13:30"]]) {
      const field = document.querySelector("cartouche-editor").shadowRoot.querySelector(`input[aria-label="${label}"]`);
      field.focus();
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  await visit.until("both are there", () => document.querySelector("cartouche-editor").annotation.result.length === 2);
  equal(await values(visit), { day: { datetime: "29.02.2024" }, when: { datetime: "2024-05-01T13:30" } });
  const types = await visit.page.evaluate(() => [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll("input")].map(({ type }) => type));
  equal(types, ["date", "datetime-local"]);
  await visit.click("button", "Submit");
  equal((await visit.submitted()).map(({ type }) => type), ["datetime", "datetime"]);
});

test("a date keeps to its limits, in the browser's own field and when it is submitted", async (visit) => {
  await open(visit, `<DateTime name="born" toName="image" only="date" min="1988-01-13" max="1999-12-31"/>`);
  const field = await visit.page.evaluateHandle(() => document.querySelector("cartouche-editor").shadowRoot.querySelector("input"));
  equal(await field.evaluate(({ min, max }) => [min, max]), ["1988-01-13", "1999-12-31"]);
  await field.evaluate((input) => {
    input.focus();
    input.value = "2001-02-03";
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await settle();
  await visit.click("button", "Submit");
  await visit.find("alert", 'DateTime "2001-02-03" is not valid: the latest is 1999-12-31.');
  equal(await results(visit), []);
});

test("what came with the task and may not be is shown as such, kept, and no answer", async (visit) => {
  await open(visit, `<Rating name="stars" toName="image" maxRating="3" required="true"/><Number name="count" toName="image" max="10"/>
    <Choices name="kind" toName="image"><Choice value="cat"/></Choices><DateTime name="day" toName="image" only="date"/>`);
  const bad = [["stars", "rating", 7], ["count", "number", 11], ["kind", "choices", ["gone"]], ["day", "datetime", "soon"]]
    .map(([name, type, value]) => ({ id: name, from_name: name, to_name: "image", type, value: { [type]: value } }));
  await visit.page.evaluate((result) => {
    document.querySelector("cartouche-editor").task = { id: 8, data: { image_url: "/samples/chelsea.png" }, annotations: [{ id: 1, result }] };
  }, bad);
  await visit.find("alert", 'Rating "7" is not valid: the greatest is 3.');
  await visit.find("button", "Remove gone");
  equal((await visit.find("textbox", "count")).description, "11 cannot be: the greatest is 10");
  equal((await visit.find("textbox", "day")).description, '"soon" is not valid: it is no date of the form %Y-%m-%d');
  await visit.click("button", "Update");
  await visit.find("alert", 'Rating "stars" is required.');
  equal((await results(visit)).map(({ value }) => value), bad.map(({ value }) => value));
});

test("shortcuts put words into a text where the caret is, by click and by key", async (visit) => {
  await open(visit, `<TextArea name="caption" toName="image"><Shortcut alias="Cat" value="a cat" background="#1a7f37"/>
    <Shortcut value=" sleeps" hotkey="ctrl+1"/></TextArea>`);
  await visit.click("textbox", "caption");
  await visit.page.keyboard.type("here:  again");
  for (let step = 0; step < " again".length; ++step) {
    await visit.page.keyboard.press("ArrowLeft");
  }
  await visit.click("button", "Cat");
  const text = () => visit.page.evaluate(() => document.querySelector("cartouche-editor").shadowRoot.querySelector("input").value);
  await visit.until("it is there", () => document.querySelector("cartouche-editor").shadowRoot.querySelector("input").value.includes("cat"));
  equal(await text(), "here: a cat again");
  await visit.press("1", "Control");
  await visit.until("the other one, too", () => document.querySelector("cartouche-editor").shadowRoot.querySelector("input").value.includes("sleeps"));
  equal(await text(), "here: a cat sleeps again");
  await visit.page.keyboard.type(" 1"); // a digit alone is typed
  await visit.press("Enter");
  await visit.until("it is added", () => document.querySelector("cartouche-editor").annotation.result.length === 1);
  equal(await values(visit), { caption: { text: ["here: a cat sleeps 1 again"] } });
});

test("a rating has the marks that the config wants", async (visit) => {
  await open(visit, ["star", "heart", "fire", "smile"].map((icon) => `<Rating name="${icon}" toName="image" icon="${icon}" size="large"/>`).join(""));
  for (const icon of ["star", "heart", "fire", "smile"]) {
    const group = await visit.find("radiogroup", icon);
    await visit.page.mouse.click(group.x - group.width / 2 + 2.5 * 48, group.y);
  }
  await visit.until("all are given", () => document.querySelector("cartouche-editor").annotation.result.length === 4);
  ok((await results(visit)).every(({ value }) => value.rating === 3));
});

test("Markdown is shown as it is meant, harmless, and as high as it is", async (visit) => {
  await open(visit, `<Markdown value="$notes"/><Rating name="stars" toName="image"/>`);
  await visit.page.evaluate(() => {
    const notes = "# Rules\n\nCount **whiskers**, then:\n\n1. left\n2. right\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n<script>window.hasRun = 1</script><img src='/samples/chelsea.png' width=40 onload='window.hasRun = 1'>";
    document.querySelector("cartouche-editor").task = { id: 9, data: { image_url: "/samples/chelsea.png", notes } };
  });
  await visit.find("document", "Markdown");
  const shown = await visit.until("it is laid out", () => {
    const root = document.querySelector("cartouche-editor").shadowRoot.querySelector("[role=document]");
    const count = (selector) => root.querySelectorAll(selector).length;
    return count("h1") === 1 && { h1: root.querySelector("h1").textContent, strong: count("strong"), items: count("li"), cells: count("td"), scripts: count("script") };
  });
  equal(shown, { h1: "Rules", strong: 1, items: 2, cells: 2, scripts: 0 });
  equal(await visit.page.evaluate(() => window.hasRun), undefined);
  await visit.click("radio", "2 of 5");
  equal((await results(visit)).map(({ value }) => value), [{ rating: 2 }]);
});

test("a form about a region shows while it is selected, and its answer carries the region", async (visit) => {
  await visit.label(`<View><Rectangle name="box" toName="image"/><TextArea name="plate" toName="image" perRegion="true" required="true"/>
    <Image name="image" value="$image_url"/></View>`, undefined, { style: "height: 660px" });
  await visit.page.evaluate(() => {
    const box = (id, x) => ({ id, from_name: "box", to_name: "image", type: "rectangle", original_width: 451, original_height: 300,
      value: { x, y: 20, width: 20, height: 30, rotation: 0 } });
    document.querySelector("cartouche-editor").task = { id: 7, data: { image_url: "/samples/chelsea.png" }, annotations: [{ result: [box("a", 10), box("b", 60)] }] };
  });
  await visit.find("toolbar", "Image tools");
  await visit.find("treeitem", "rectangle");
  ok(!(await visit.has("textbox", "plate")), "nothing is asked about all regions");
  await visit.click("treeitem", "rectangle");
  await visit.click("textbox", "plate");
  await visit.page.keyboard.type("B-AB 12");
  await visit.press("Enter");
  await visit.until("it is there", () => document.querySelector("cartouche-editor").annotation.result.length === 3);
  const answer = (await results(visit)).find(({ type }) => type === "textarea");
  equal([answer.id, answer.value], ["a", { x: 10, y: 20, width: 20, height: 30, rotation: 0, text: ["B-AB 12"] }]);
});

test("the items of a Repeater are gone through page by page, and what is missing brings its page", async (visit) => {
  const texts = ["Seas", "Lakes", "Rivers"].map((text) => ({ text }));
  await visit.label(`<View><Repeater on="$texts" mode="pagination"><Text name="text_{{idx}}" value="$texts[{{idx}}].text"/>
    <Choices name="kind_{{idx}}" toName="text_{{idx}}" required="true"><Choice value="Wet {{idx}}"/></Choices></Repeater></View>`, { texts });
  await visit.click("radio", "Wet 0");
  await visit.click("button", "Next page");
  await visit.find("toolbar", "Page 2 of 3");
  await visit.press("ArrowRight", "Alt", "Shift");
  await visit.find("toolbar", "Page 3 of 3");
  await visit.find("document", "text_2");
  ok(!(await visit.has("document", "text_0")), "the first page is not shown");
  await visit.click("button", "Submit");
  await visit.find("toolbar", "Page 2 of 3");
  await visit.find("alert", "kind_1");
  await visit.click("button", "1 per page");
  await visit.find("document", "text_2");
});
