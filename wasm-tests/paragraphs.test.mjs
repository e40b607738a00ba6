// Conversations labeled as people do it: real text selected by a real mouse, judged by the JSON that comes out.

import { silentWav } from "./support/media_server.mjs";
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

const silence = (seconds) => `data:audio/wav;base64,${silentWav(seconds).toString("base64")}`;

const heardTalk = [{ ...talk[0], start: 0, end: 2 }, { ...talk[1], start: "2", duration: 3 }, talk[2]];

/** Which phrases stand out as heard, and where the audio is. */
const heardNow = (visit) => visit.page.evaluate(() => {
  const root = document.querySelector("cartouche-editor").shadowRoot;
  const blocks = [...root.querySelectorAll(".text .block")];
  return { heard: blocks.flatMap((block, index) => (block.classList.contains("heard") ? [index] : [])), time: root.querySelector("audio").currentTime };
});

test("phrases are played one by one, and the one that is heard stands out", async (visit) => {
  const withAudio = config.replace('layout="dialogue"', 'layout="dialogue" audioUrl="$audio" showPlayer="true"');
  await open(visit, withAudio, { talk: heardTalk, audio: silence(8) });
  const playing = await visit.page.evaluate(() =>
    [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(".play")].map((button) => button.ariaLabel));
  equal(playing, ["Play phrase 1", "Play phrase 2"], "who can be played: what has a time");
  const press = (selector, index) => visit.page.evaluateHandle((selector, index) =>
    document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(selector)[index], selector, index).then((handle) => handle.click());
  await visit.until("the audio is there", () => document.querySelector("cartouche-editor").shadowRoot.querySelector("audio").readyState > 0);
  if (visit.browserName === "firefox") { // that plays nothing where there is no sound card
    const { first } = await boxOf(visit, startOf(1), startOf(1) + 3);
    await visit.page.mouse.click(first.left + 4, first.top + first.height / 2);
  } else {
    await press(".play", 1);
  }
  await visit.until("the second phrase is heard", () =>
    document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(".text .block")[1].classList.contains("heard"));
  const second = await heardNow(visit);
  equal(second.heard, [1], "what is heard");
  ok(second.time >= 2 && second.time < 5, `the audio is at ${second.time}`);
  const { first } = await boxOf(visit, 2, 6);
  await visit.page.mouse.click(first.left + 4, first.top + first.height / 2);
  await visit.until("a click on the first phrase goes to it", () =>
    document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(".text .block")[0].classList.contains("heard"));
  await visit.click("radio", "Order");
  await selectText(visit, [startOf(1) + 4, startOf(1) + 18]);
  const [order] = await resultsOf(visit, 1);
  equal([order.value.start, order.value.startOffset, order.value.endOffset], ["1", 4, 18], "labels lie as they do without audio");
});

test("a conversation whose audio cannot be had is labeled without it", async (visit) => {
  visit.expectProblem(/none\.wav|404/);
  const withAudio = config.replace('layout="dialogue"', 'audioUrl="/served/none.wav"');
  await open(visit, withAudio, { talk: heardTalk });
  await visit.until("it is told", () =>
    document.querySelector("cartouche-editor").shadowRoot.querySelector(".player [role=alert]")?.textContent.includes("none.wav cannot be played"));
  await visit.click("radio", "Order");
  await selectText(visit, [0, 4]);
  await resultsOf(visit, 1);
});

test("messages are written into a chat, judged and changed", async (visit) => {
  await open(visit, `<View><Chat name="talk" value="$talk" minMessages="2" editable="true"/>
    <Choices name="good" toName="talk" perRegion="true" visibleWhen="region-selected" whenRole="assistant"><Choice value="Good"/><Choice value="Bad"/></Choices></View>`,
    { talk: [{ role: "user", content: "Hello" }] });
  const write = async (role, text) => {
    await visit.click("radio", role);
    await visit.click("textbox", "Message");
    await visit.page.keyboard.type(text);
    await visit.click("button", "Send");
    await visit.find("document", "talk");
  };
  await write("assistant", "Good day");
  await visit.find("treeitem", "1 No label, message: Good day");
  await visit.click("button", "Submit");
  await visit.find("alert", 'Chat "talk" needs at least 2 messages, and 1 were added.');
  await write("user", "Two pizzas, please");
  await visit.find("treeitem", "2 No label, message: Two pizzas, please");
  equal(await shown(visit), ["user", "assistant", "user"], "who writes");
  await visit.click("treeitem", "1 No label, message: Good day");
  await visit.click("radio", "Good");
  await visit.press("Escape");
  await visit.find("document", "talk"); // where it stays, without what was asked about the message
  const second = await boxOf(visit, 15, 20);
  await visit.page.mouse.click(second.first.left + 4, second.first.top + second.first.height / 2);
  await visit.click("textbox", "Change the message");
  await visit.press("End");
  await visit.page.keyboard.type("!");
  await visit.click("button", "Change");
  await visit.find("treeitem", "2 No label, message: Two pizzas, please!");
  await visit.click("button", "Submit");
  const results = await visit.submitted();
  equal(results.map(({ type, to_name, value }) => [type, to_name, value.chatmessage?.role ?? value.choices, value.chatmessage?.content]), [
    ["chatmessage", "talk", "assistant", "Good day"], ["choices", "talk", ["Good"], undefined], ["chatmessage", "talk", "user", "Two pizzas, please!"],
  ], "what was written and said of it");
  ok(Number.isInteger(results[0].value.chatmessage.createdAt), "it was written at a whole millisecond");
  equal(results[0].id, results[1].id, "an answer has the id of its message");
});
