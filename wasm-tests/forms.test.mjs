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
  await settle(); // until the field is empty
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

test("a field of several lines takes Enter as a line, and Shift+Enter or its button adds", async (visit) => {
  await open(visit, `<TextArea name="story" toName="image" rows="4"/>`);
  await visit.click("textbox", "story");
  await visit.page.keyboard.type("one");
  await visit.press("Enter");
  await visit.page.keyboard.type("two");
  await visit.press("Enter", "Shift");
  await visit.until("it is added", () => document.querySelector("cartouche-editor").annotation.result[0]?.value.text[0] === "one\ntwo");
  await settle(); // until the field is empty
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
