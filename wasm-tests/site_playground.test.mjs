// The playground, used as a visitor does: templates, suggestions by keyboard, links, and the result as one labels.

import { templates } from "../site/modules/templates.js";
import { equal, ok, test } from "./support/registry.mjs";
import { colorsAt } from "./support/screenshot.mjs";
import { secondTab } from "./support/storage.mjs";

const problems = (visit) => visit.page.evaluate(() => [...document.querySelectorAll(".problems li")].map((item) => item.textContent));
const resultIs = (visit, what, condition, ...args) => visit.until(what, new Function("...args", `
  const text = document.querySelector("#result").textContent;
  return text !== "" && (${condition})(JSON.parse(text), ...args);`), ...args);

/** The text of a template with the caret behind the first `after`, in the text area with the focus. */
async function write(visit, id, text, after = text) {
  await visit.page.evaluate((id, text, after) => {
    const area = document.querySelector(`#${id}`);
    area.focus();
    area.value = text;
    area.setSelectionRange(text.indexOf(after) + after.length, text.indexOf(after) + after.length);
    area.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste", bubbles: true }));
  }, id, text, after);
}

const suggestions = (visit) => visit.page.evaluate(() =>
  [...document.querySelectorAll(".suggestions:not([hidden]) [role=option] b")].map((name) => name.textContent));
const chosen = (visit) => visit.page.evaluate(() => {
  const active = document.querySelector("#config").getAttribute("aria-activedescendant");
  const option = active && document.getElementById(active);
  return option?.getAttribute("aria-selected") === "true" ? option.querySelector("b").textContent : null;
});
const configText = (visit) => visit.page.evaluate(() => document.querySelector("#config").value);

async function open(visit, hash = "") {
  await visit.open(`playground.html${hash}`);
  await visit.find("button", "Submit");
  // Suggestions come with the table of tags.
  await visit.until("suggestions are there", () => document.querySelector(".suggestions") !== null);
}

/** What the editor says is wrong, or not drawn yet. */
const troubles = (visit) => visit.page.evaluate(() => {
  const root = document.querySelector("cartouche-editor").shadowRoot;
  const told = (selector) => [...root.querySelectorAll(selector)].map((element) => element.getAttribute("aria-label") ?? element.textContent);
  return [...told("[role=alert]"), ...told("[data-widget]").filter((name) => /not drawn yet/i.test(name))].filter((text) => text !== "");
});

test("the playground: there are templates for many tasks, with names of their own", async () => {
  ok(templates.length >= 30, `${templates.length} templates`);
  equal(new Set(templates.map(({ id }) => id)).size, templates.length, "ids");
  const undrawn = /<(Audio|Video|TimeSeries|Timeline|Markdown|ReactCode)/;
  equal(templates.filter(({ config }) => undrawn.test(config)).map(({ id }) => id), [], "templates with tags that are not drawn");
}, { only: "chromium" });

for (const [part, from] of [["first", 0], ["second", 1], ["third", 2]]) {
  test(`the playground: each template opens without a problem, the ${part} third`, async (visit) => {
    await open(visit);
    for (const template of templates.filter((_, index) => index % 3 === from)) {
      await visit.page.evaluate((hash) => (location.hash = hash), `#template=${template.id}`);
      await visit.until(`${template.id} is shown`, (config) => document.querySelector("cartouche-editor").config === config, template.config);
      await new Promise((resolve) => setTimeout(resolve, 250));
      equal([...await problems(visit), ...await troubles(visit)], [], `problems of ${template.id}`);
    }
  });
}

test("the playground: a template is chosen by keyboard in the dialog, and named in the address", async (visit) => {
  await open(visit);
  await visit.page.focus("#templates-button");
  await visit.press("Enter");
  await visit.until("the dialog is open", () => document.querySelector("#templates").open);
  await visit.page.focus('[data-template="text-entities"]');
  await visit.press("Enter");
  await visit.find("radio", "Person");
  equal(await visit.page.evaluate(() => location.hash), "#template=text-entities", "address");
  ok(!(await visit.page.evaluate(() => document.querySelector("#templates").open)), "the dialog is closed");
});

test("the playground: the result follows what is labeled", async (visit) => {
  await open(visit, "#template=image-classification");
  await resultIs(visit, "there is no result", (result) => result.length === 0);
  await visit.click("radio", "Cat");
  await resultIs(visit, "the answer is there", (result) => result[0]?.value.choices[0] === "Cat");
  await visit.click("button", "Undo");
  await resultIs(visit, "it is gone again", (result) => result.length === 0);
});

test("the playground: problems have a line, and lead there", async (visit) => {
  await open(visit);
  await write(visit, "config", `<View>\n  <Choices name="a" toName="txet"><Choice value="Yes"/></Choices>\n  <Text name="text" value="$text"/>\n</View>`);
  await write(visit, "task", `{\n  "data": {\n    "text": "Hello"\n  }\n}`);
  await new Promise((resolve) => setTimeout(resolve, 800)); // both texts are read
  await visit.until("it is listed", () => document.querySelector("#problems button") !== null);
  const [problem] = await problems(visit);
  ok(problem.startsWith("2:") && problem.includes('did you mean "text"?'), `the problem reads: ${problem}`);
  await visit.page.focus("#problems button");
  await visit.press("Enter");
  const line = await visit.page.evaluate(() => {
    const area = document.querySelector("#config");
    return document.activeElement === area && area.value.slice(0, area.selectionStart).split("\n").length;
  });
  equal(line, 2, "where the caret is");
  await write(visit, "task", `{\n  "data": {\n    "text": "Hello",,\n  }\n}`);
  await visit.until("the task's problem is listed", () => document.querySelector("#task-problems button")?.textContent.startsWith("3:"));
  await write(visit, "task", `{\n  "data": {\n    "txt": "Hello"\n  }\n}`);
  await visit.until("the task's next problem is listed", () =>
    [...document.querySelectorAll(".problems li")].some((item) => item.textContent.includes("did you mean $txt?")));
});

test("the playground: tags, attributes and values are completed by the keyboard", async (visit) => {
  await open(visit);
  await write(visit, "task", `{"data": {"review": "Fine", "photo": "a.png"}}`);
  await new Promise((resolve) => setTimeout(resolve, 400));
  await write(visit, "config", `<View>\n  \n  <Text name="letter" value="$review"/>\n</View>`, "<View>\n  ");
  await visit.page.keyboard.type("<Choi");
  await visit.until("tags are suggested", () => document.querySelector(".suggestions:not([hidden])") !== null);
  equal((await suggestions(visit)).slice(0, 2), ["Choices", "Choice"].sort().reverse(), "tags");
  await visit.press("Enter");
  ok((await configText(visit)).includes("<Choices\n") || (await configText(visit)).includes("<Choice\n"), await configText(visit));
  await visit.page.keyboard.type(" toN");
  await visit.until("the attribute is suggested", () => document.querySelector("#config").getAttribute("aria-activedescendant"));
  equal(await chosen(visit), "toName", "attribute");
  await visit.press("Tab");
  await visit.until("names are suggested", () => document.querySelector(".suggestions:not([hidden])") !== null);
  equal(await suggestions(visit), ["letter"], "what it can label");
  await visit.press("ArrowDown");
  equal(await chosen(visit), "letter", "name");
  await visit.press("Enter");
  ok((await configText(visit)).includes('toName="letter"'), await configText(visit));
  await visit.page.keyboard.type(" choice=\"");
  await visit.until("values are suggested", () => document.querySelector(".suggestions:not([hidden])") !== null);
  ok((await suggestions(visit)).includes("multiple"), `values: ${await suggestions(visit)}`);
  await visit.page.keyboard.type("mu");
  await visit.press("Enter");
  await visit.page.keyboard.type("\"/>");
  ok((await configText(visit)).includes('choice="multiple"/>'), await configText(visit));
  await write(visit, "config", `<View><Text name="letter" value=""/></View>`, `value="`);
  await visit.press(" ", "Control");
  equal(await suggestions(visit), ["$review", "$photo"], "variables of the task");
});

test("the playground: a suggestion is taken by the mouse, and the text keeps the focus", async (visit) => {
  await open(visit);
  await write(visit, "config", `<View></View>`, "<View>");
  await visit.page.keyboard.type("<Tex");
  await visit.until("tags are suggested", () => document.querySelectorAll(".suggestions:not([hidden]) [role=option]").length > 1);
  const place = await visit.page.evaluate(() => {
    const option = [...document.querySelectorAll(".suggestions [role=option]")].find((one) => one.querySelector("b").textContent === "TextArea");
    const { x, y, height } = option.getBoundingClientRect();
    return [x + 20, y + height / 2];
  });
  await visit.page.mouse.click(...place);
  equal(await configText(visit), "<View><TextArea</View>", "text");
  equal(await visit.page.evaluate(() => [document.activeElement.id, document.activeElement.selectionStart]), ["config", 15], "the caret");
});

test("the playground: Escape closes the suggestions, and Tab leaves when there are none", async (visit) => {
  await open(visit);
  await write(visit, "config", `<View></View>`, "<View>");
  await visit.page.keyboard.type("<T");
  await visit.until("tags are suggested", () => document.querySelector(".suggestions:not([hidden])") !== null);
  await visit.press("Escape");
  equal(await suggestions(visit), [], "suggestions after Escape");
  const before = await configText(visit);
  await visit.press("Tab");
  equal(await configText(visit), before, "text after Tab");
  ok(await visit.page.evaluate(() => document.activeElement.id !== "config"), "Tab leaves");
  await visit.press("Tab", "Shift");
  await visit.page.evaluate(() => document.querySelector("#config").setSelectionRange(6, 6));
  await visit.press(" ", "Control");
  await visit.until("they can be asked for", () => document.querySelector(".suggestions:not([hidden])") !== null);
  await visit.press("Escape");
  await visit.press("z", "Control");
  ok((await configText(visit)).length < before.length, "the browser's own undo works");
});

test("the playground: a link brings config and task to another page", async (visit) => {
  await open(visit);
  const config = `<View><Choices name="über" toName="t"><Choice value="Grün 🟢"/></Choices><Text name="t" value="$t"/></View>`;
  const task = `{"data": {"t": "שלום"}, "id": 7}`;
  await write(visit, "config", config);
  await write(visit, "task", task);
  await visit.find("radio", "Grün");
  await visit.page.click("#share");
  const address = await visit.until("the address has it", () => location.hash.startsWith("#share=") && location.href);
  ok(/#share=[\w-]+$/.test(address), address);
  const other = await secondTab(visit);
  await other.page.goto(address);
  await other.find("radio", "Grün");
  equal(await other.page.evaluate(() => [document.querySelector("#config").value, document.querySelector("#task").value]), [config, task], "texts");
  equal(await problems(other), [], "problems");
  await other.page.close();
});

test("the playground: a broken link says so, and what was there before stays", async (visit) => {
  await open(visit, "#template=form");
  await write(visit, "config", `<View><Header value="Mine"/></View>`);
  await new Promise((resolve) => setTimeout(resolve, 400));
  for (const hash of ["#share=AAAA", "#share=%%%", "#share=", "#template=no-such"]) {
    await visit.page.evaluate((hash) => (location.hash = hash), hash);
    await visit.until(`it says so for ${hash}`, () => !document.querySelector("#message").hidden && document.querySelector("#message").textContent.length > 20);
    equal(await configText(visit), `<View><Header value="Mine"/></View>`, "what was there");
    equal(await visit.page.evaluate(() => location.hash), "", "address");
    await visit.page.evaluate(() => (document.querySelector("#message").hidden = true));
  }
  // A few kilobytes that would unpack to a hundred million.
  const bomb = await visit.page.evaluate(async () => {
    const stream = new Blob([new Uint8Array(100_000_000)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  });
  await visit.page.evaluate((hash) => (location.hash = hash), `#share=${bomb}`);
  await visit.until("it says so", () => document.querySelector("#message").textContent.includes("too much"));
});

test("the playground: what was typed comes back after a reload", async (visit) => {
  await open(visit);
  await write(visit, "config", `<View><Choices name="c" toName="t"><Choice value="Kept"/></Choices><Text name="t" value="$t"/></View>`);
  await write(visit, "task", `{"data": {"t": "Hello"}}`);
  await visit.find("radio", "Kept");
  await visit.page.reload();
  await visit.find("radio", "Kept");
  await visit.page.click("#reset");
  await visit.until("it starts over", () => !document.querySelector("#config").value.includes("Kept"));
});

test("the playground: a shared config can fetch nothing from elsewhere", async (visit) => {
  visit.expectProblem(/Content.Security.Policy|blocked|violates/i); // the browser's words, on purpose
  visit.expectProblem(/^request to https:\/\/elsewhere/); // Chromium tells of it, and does not send it
  await open(visit);
  await visit.page.evaluate(() => {
    window.refused = [];
    document.addEventListener("securitypolicyviolation", ({ blockedURI }) => window.refused.push(blockedURI));
  });
  await write(visit, "config", `<View><Image name="i" value="https://elsewhere.example/a.png"/><HyperText name="h" value="$h"/></View>`);
  await write(visit, "task", JSON.stringify({ data: { h: `<p>Text <img src="https://elsewhere.example/b.png"></p>` } }));
  await visit.until("the policy refuses it", () => window.refused.length > 0);
  equal(await visit.page.evaluate(() => [...new Set(window.refused)]), ["https://elsewhere.example/a.png"], "what was refused");
});

test("the playground: a picture of one's own is shown, and stays in the page", async (visit) => {
  await open(visit, "#template=image-boxes");
  await visit.page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 80 });
    canvas.getContext("2d").fillRect(0, 0, 40, 80);
    const files = new DataTransfer();
    files.items.add(new File([await new Promise((resolve) => canvas.toBlob(resolve))], "mine.png", { type: "image/png" }));
    const input = document.querySelector("#picture");
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await visit.until("the task has it", () => document.querySelector("#task").value.includes('"blob:'));
  const { x, y } = await visit.find("img", "street");
  for (let tries = 0; tries < 40 && (await colorsAt(visit, [[x, y]]))[0].some((part) => part > 20); ++tries) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  equal(await colorsAt(visit, [[x, y]]), [[0, 0, 0]], "its colour");
});
