import { equal, ok, test } from "./support/registry.mjs";
import { isOneAnswer, labelWithMouse, pets } from "./support/pets.mjs";

test("a labeler chooses, undoes, redoes and submits with the mouse alone", async (visit) => {
  await visit.label(pets);
  await labelWithMouse(visit);
  isOneAnswer(await visit.submitted(), "Cat");
  equal((await visit.events("cartouche-submit"))[0].annotation.task, 7, "task id");
  await visit.click("radio", "Dog");
  await visit.click("button", "Update");
  isOneAnswer((await visit.events("cartouche-update"))[0].annotation.result, "Dog");
});

test("a labeler does the same with the keyboard alone, and Tab comes and goes", async (visit) => {
  await visit.label(pets);
  await visit.find("radio", "Cat");
  await visit.page.focus("#before");
  await visit.press("Tab");
  await visit.focusedIs("radio Cat");
  await visit.press("ArrowDown");
  await visit.focusedIs("radio Dog");
  await visit.press(" ");
  await visit.checked("radio", "Dog");
  await visit.press("1");
  await visit.checked("radio", "Cat");
  await visit.press("z", "Control");
  await visit.checked("radio", "Dog");
  await visit.press("z", "Control", "Shift");
  await visit.checked("radio", "Cat");
  await visit.press("Tab");
  await visit.focusedIs("button Undo");
  await visit.press("Tab");
  await visit.focusedIs("button Submit");
  await visit.press("Enter", "Control");
  isOneAnswer(await visit.submitted(), "Cat");
  await visit.focusedIs("button Update");
  await visit.press("Tab");
  equal(await visit.page.evaluate(() => document.activeElement.id), "after", "what Tab reaches behind the editor");
  await visit.press("Tab", "Shift");
  await visit.focusedIs("button Update");
});

test("keys that are not for the editor reach the page, and keys outside do not reach the editor", async (visit) => {
  await visit.label(pets);
  await visit.page.evaluate(() => {
    window.keys = [];
    document.addEventListener("keydown", (event) => window.keys.push(event.key));
  });
  await visit.find("radio", "Cat");
  await visit.page.focus("#before");
  await visit.press("1");
  await visit.click("radio", "Dog");
  await visit.press("x");
  await visit.press("2");
  await visit.checked("radio", "Dog", false);
  equal(await visit.page.evaluate(() => window.keys), ["1", "x"], "keys that the page saw");
});

test("a finger chooses with a tap", async (visit) => {
  await visit.label(pets);
  const widget = await visit.find("radio", "Dog");
  await visit.page.touchscreen.tap(widget.x, widget.y);
  await visit.checked("radio", "Dog");
}, { only: "chromium" });

test("a finger scrolls the editor where it can, and the page where the editor cannot", async (visit) => {
  const many = Array.from({ length: 40 }, (_, index) => `<Choice value="c${index}"/>`).join("");
  await visit.label(`<View><Choices name="Pets" toName="Image">${many}</Choices><Image name="Image" value="$image_url"/></View>`);
  const swipe = async (from, to) => {
    const touch = await visit.page.touchscreen.touchStart(300, from);
    for (let step = 1; step <= 10; ++step) {
      await touch.move(300, from + ((to - from) * step) / 10);
    }
    await touch.end();
  };
  const before = await visit.find("radio", "c3");
  await swipe(400, 200);
  await visit.until("the content follows the finger", (y) => {
    const box = document.querySelector("cartouche-editor").shadowRoot.querySelector('[aria-label="c3"]').getBoundingClientRect();
    return box.y + box.height / 2 < y - 150;
  }, before.y);
  equal(await visit.page.evaluate(() => scrollY), 0, "scroll position of the page");
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").shadowRoot.querySelectorAll("[aria-checked=true]").length), 0, "answers");
  await visit.label(pets);
  await visit.find("radio", "Cat");
  await swipe(400, 200);
  await visit.until("the page scrolls", () => scrollY > 100);
}, { only: "chromium" });

test("a pen chooses with a press", async (visit) => {
  await visit.label(pets);
  const { x, y } = await visit.find("radio", "Dog");
  const session = await visit.page.createCDPSession();
  for (const type of ["mouseMoved", "mousePressed", "mouseReleased"]) {
    await session.send("Input.dispatchMouseEvent", { type, x, y, button: type === "mouseMoved" ? "none" : "left", clickCount: 1, pointerType: "pen", force: 0.5 });
  }
  await visit.checked("radio", "Dog");
}, { only: "chromium" });

test("checkboxes take several answers, stored in the order of the config", async (visit) => {
  await visit.label(`<View><Header value="What do you see?"/><Choices name="Pets" toName="Image" choice="multiple" layout="inline">
    <Choice value="Cat"/><Choice value="Dog" alias="d"/></Choices><Image name="Image" value="$image_url"/></View>`);
  await visit.find("heading", "What do you see?");
  await visit.click("checkbox", "Dog");
  await visit.checked("checkbox", "Dog");
  await visit.click("checkbox", "Cat");
  await visit.checked("checkbox", "Cat");
  await visit.click("button", "Submit");
  equal((await visit.submitted())[0].value, { choices: ["Cat", "d"] });
});

test("a required answer that is missing refuses the submit and takes the focus", async (visit) => {
  await visit.label(pets.replace('choice="single"', 'choice="single" required="true"'));
  await visit.click("button", "Submit");
  await visit.find("alert", 'Checkbox "Pets" is required.');
  await visit.focusedIs("radio Cat");
  equal((await visit.events("cartouche-error"))[0].code, "required-missing");
  await visit.press(" ");
  await visit.until("the message is gone", () => !document.querySelector("cartouche-editor").shadowRoot.querySelector("[data-widget][role=alert]"));
  await visit.press("Enter", "Control");
  isOneAnswer(await visit.submitted(), "Cat");
});

const filtered = `<View><Filter name="f" toName="Pets" minlength="1"/><Choices name="Pets" toName="Image">
  <Choice value="Cat"/><Choice value="Собака"/><Choice value="Café au lait"/></Choices><Image name="Image" value="$image_url"/></View>`;

test("text is typed into a real field, filters, and Enter chooses", async (visit) => {
  await visit.label(filtered);
  await visit.click("searchbox", "Quick Filter");
  await visit.focusedIs("searchbox Quick Filter");
  await visit.page.keyboard.type("собА");
  await visit.until("the others are filtered out", () => document.querySelector("cartouche-editor").shadowRoot.querySelectorAll("[role=radio]").length === 1);
  equal(await visit.page.evaluate(() => document.activeElement.shadowRoot.activeElement.value), "собА", "field");
  await visit.press("Enter");
  await visit.checked("radio", "Собака");
  await visit.until("Enter empties the field", () => document.activeElement.shadowRoot.activeElement.value === "");
});

test("digits typed into a field are text, not hotkeys", async (visit) => {
  await visit.label(filtered);
  await visit.click("searchbox", "Quick Filter");
  await visit.focusedIs("searchbox Quick Filter");
  await visit.page.keyboard.type("1");
  await visit.until("nothing matches", () => document.querySelector("cartouche-editor").shadowRoot.querySelectorAll("[role=radio]").length === 0);
  equal(await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result), [], "result");
});

test("an input method composes in the field, and text can be pasted there", async (visit) => {
  await visit.label(filtered);
  await visit.click("searchbox", "Quick Filter");
  await visit.focusedIs("searchbox Quick Filter");
  const session = await visit.page.createCDPSession();
  await session.send("Input.imeSetComposition", { text: "соб", selectionStart: 3, selectionEnd: 3 });
  await session.send("Input.insertText", { text: "соба" });
  await visit.until("the others are filtered out", () => document.querySelector("cartouche-editor").shadowRoot.querySelectorAll("[role=radio]").length === 1);
  await visit.press("a", "Control");
  await visit.page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "Café");
    const field = document.activeElement.shadowRoot.activeElement;
    if (field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }))) {
      document.execCommand("insertText", false, "Café");
    }
  });
  await visit.find("radio", "Café au lait");
  ok(!(await visit.has("radio", "Собака")), "the paste replaced what was typed");
}, { only: "chromium" });

test("screen readers press without a pointer", async (visit) => {
  await visit.label(pets);
  await visit.find("radio", "Cat");
  await visit.page.evaluate(() => document.querySelector("cartouche-editor").shadowRoot.querySelector('[aria-label="Cat"]').click());
  await visit.checked("radio", "Cat");
});

test("with submit-on-answer a binary decision costs one key per task, and what was answered before costs none", async (visit) => {
  await visit.label(pets, { image_url: "/samples/chelsea.png", number: 0 }, { "submit-on-answer": "" });
  await visit.page.evaluate(() => {
    window.answers = [];
    const editor = document.querySelector("cartouche-editor");
    editor.addEventListener("cartouche-submit", ({ detail }) => {
      window.answers.push([detail.task.data.number, detail.annotation.result[0].value.choices[0]]);
      editor.task = { id: 7, data: { image_url: "/samples/chelsea.png", number: window.answers.length } };
    });
  });
  await visit.find("radio", "Cat");
  await visit.page.evaluate(() => document.querySelector("cartouche-editor").focus());
  await visit.page.focus("#before");
  await visit.press("Tab");
  const keys = ["1", "2", "2", "1", "2", "1", "1", "2", "1", "2"];
  for (const [index, key] of keys.entries()) {
    await visit.press(key); // the only one of this task
    await visit.until(`task ${index} is submitted`, (count) => window.answers.length === count, index + 1);
    await visit.checked("radio", "Cat", false); // the next one is there
    await visit.checked("radio", "Dog", false);
  }
  equal(await visit.page.evaluate(() => window.answers), keys.map((key, index) => [index, key === "1" ? "Cat" : "Dog"]), "one answer a task");
  await visit.page.evaluate(() => {
    const editor = document.querySelector("cartouche-editor");
    editor.task = { id: 8, data: { image_url: "/samples/chelsea.png" }, annotations: [{ id: 1, result: [
      { id: "a", from_name: "Pets", to_name: "Image", type: "choices", value: { choices: ["Cat"] } },
    ] }] };
  });
  await visit.checked("radio", "Cat");
  await visit.click("radio", "Dog"); // a change of what was decided
  await visit.checked("radio", "Dog");
  await new Promise((resolve) => setTimeout(resolve, 450));
  equal((await visit.page.evaluate(() => window.answers)).length, keys.length, "nothing went by itself");
});
