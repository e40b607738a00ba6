// Conversations labeled as people do it: real text selected by a real mouse, judged by the JSON that comes out.

import { equal, ok, test } from "./support/registry.mjs";
import { boxOf, resultsOf, selectText } from "./support/text.mjs";

const config = `<View>
  <ParagraphLabels name="ner" toName="talk"><Label value="Greeting"/><Label value="Order"/></ParagraphLabels>
  <Paragraphs name="talk" value="$talk" layout="dialogue"/>
</View>`;
const talk = [
  { author: "Waiter", text: "Good evening! What would you like?" },
  { author: "Guest", text: "Two 🍕 and a salad, please." },
  { author: "Waiter", text: "Anything to drink?" },
];

async function open(visit, xml = config, data = { talk }) {
  await visit.label(xml, data, { interfaces: "submit,update,controls,side-column,edit-history", style: "height: 640px" });
  await visit.find("document", "talk");
}

/** Where a phrase begins in all that is said. */
const startOf = (index) => talk.slice(0, index).reduce((sum, { text }) => sum + text.length + 1, 0);

const shown = (visit) => visit.page.evaluate(() =>
  [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(".text .block")]
    .filter((block) => block.offsetHeight > 0).map((block) => block.querySelector(".author")?.textContent ?? ""));

test("what is selected of a phrase is labeled, and of several phrases", async (visit) => {
  await open(visit);
  equal(await shown(visit), ["Waiter", "Guest", "Waiter"], "who says something");
  await visit.click("radio", "Order");
  const at = startOf(1);
  await selectText(visit, [at + 4, at + 18]);
  const [order] = await resultsOf(visit, 1);
  equal(order.value, { start: "1", end: "1", startOffset: 4, endOffset: 18, text: "🍕 and a salad", paragraphlabels: ["Order"] }, "of one phrase");
  await visit.find("treeitem", "1 Order, span: 🍕 and a salad");
  await visit.press("Escape");
  const from = (await boxOf(visit, 0, 1)).first;
  const to = (await boxOf(visit, at + 2, at + 3)).last;
  await visit.click("radio", "Greeting");
  const { mouse } = visit.page;
  await mouse.move(from.left + 1, from.top + from.height / 2);
  await mouse.down();
  await mouse.move(to.right - 1, to.top + to.height / 2, { steps: 6 });
  await mouse.up();
  const [, greeting] = await resultsOf(visit, 2);
  equal([greeting.value.start, greeting.value.startOffset, greeting.value.end, greeting.value.endOffset], ["0", 0, "1", 3], "of two phrases");
  equal(greeting.value.text, "Good evening! What would you like?\\nTwo", "their text");
  await visit.click("button", "Submit");
  const [first] = await visit.submitted();
  equal([first.type, first.from_name, first.to_name, first.origin], ["paragraphlabels", "ner", "talk", "manual"], "the result");
});

test("a conversation shows one of those who talk, or what is labeled of it", async (visit) => {
  await open(visit);
  await visit.click("checkbox", "Guest");
  await visit.until("the guest is gone", () =>
    [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(".text .block")].filter((block) => block.offsetHeight > 0).length === 2);
  equal(await shown(visit), ["Waiter", "Waiter"], "without the guest");
  await visit.click("checkbox", "Guest");
  await visit.click("radio", "Order");
  await selectText(visit, [startOf(1), startOf(1) + 3]);
  await resultsOf(visit, 1);
  await visit.click("checkbox", "Only labeled");
  await visit.until("only the guest is there", () =>
    [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(".text .block")].filter((block) => block.offsetHeight > 0).length === 1);
  equal(await shown(visit), ["Guest"], "what is labeled");
});

test("a chat is shown as a conversation, with who says what", async (visit) => {
  await open(visit, '<View><Chat name="talk" value="$talk"/><Rating name="r" toName="talk"/></View>',
    { talk: [{ role: "user", content: "Hello" }, { role: "assistant", content: "Good day" }] });
  equal(await shown(visit), ["user", "assistant"], "the roles");
  ok(!(await visit.has("alert", "")), "no problem");
});
