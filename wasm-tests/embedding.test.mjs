import { equal, ok, test } from "./support/registry.mjs";
import { isOneAnswer, pets } from "./support/pets.mjs";

test("the module gives the same editor as the script", async (visit) => {
  await visit.open("pages/module.html");
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  await visit.click("button", "Submit");
  isOneAnswer(await visit.submitted(), "Cat");
  equal(await visit.page.evaluate(() => window.cartoucheVersion), "0.1.0", "version");
  equal(await visit.page.evaluate(() => window.editor.undo()), true, "undo()");
  equal(await visit.page.evaluate(() => window.editor.redo()), true, "redo()");
  equal((await visit.page.evaluate(() => window.editor.serialize())).result[0].value, { choices: ["Cat"] });
});

/** Labels with the mouse in a page that logs what was submitted; the result that it logs. */
async function loggedResult(visit, path) {
  const logged = new Promise((resolve) => visit.page.once("console", resolve));
  await visit.open(path);
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  await visit.click("button", "Submit");
  const [value] = (await logged).args();
  const annotation = await value.jsonValue();
  return (typeof annotation === "string" ? JSON.parse(annotation) : annotation).result;
}

test("ten lines with one script tag label a photo", async (visit) => {
  isOneAnswer(await loggedResult(visit, "embed.html"), "Cat");
});

test("the example of the README works as it stands there", async (visit) => {
  isOneAnswer(await loggedResult(visit, "readme.html"), "Cat");
});

test("a page written for the Label Studio front end works", async (visit) => {
  await visit.open("pages/label_studio.html");
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  await visit.click("button", "Submit");
  await visit.until("it was submitted", () => window.result);
  isOneAnswer(await visit.page.evaluate(() => window.result), "Cat");
  equal(await visit.page.evaluate(() => window.calls), [
    { name: "labelStudioLoad", args: 1 }, { name: "storageInitialized", args: 1 }, { name: "submitAnnotation", args: 2 },
  ], "callbacks");
  await visit.page.evaluate(() => window.instance.destroy());
  equal(await visit.page.evaluate(() => document.querySelectorAll("cartouche-editor").length), 0, "editors left");
});

test("it runs under a strict Content Security Policy", async (visit) => {
  await visit.open("pages/strict.html");
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  await visit.click("button", "Submit");
  isOneAnswer(await visit.submitted(), "Cat");
  equal(await visit.page.evaluate(() => window.violations), [], "violations");
});

test("two editors of a page have nothing to do with each other", async (visit) => {
  await visit.open("pages/two.html");
  await visit.click("radio", "Cat", 0);
  await visit.click("radio", "Dog", 1);
  await visit.checked("radio", "Cat", true, 0);
  await visit.checked("radio", "Dog", true, 1);
  await visit.checked("radio", "Dog", false, 0);
  await visit.click("button", "Submit", 1);
  const submitted = await visit.page.waitForFunction(() => window.received.find((event) => event.type === "cartouche-submit"));
  const event = await submitted.jsonValue();
  equal(event.from, "right", "who submitted");
  isOneAnswer(event.detail.annotation.result, "Dog");
});

test("a sandboxed frame gets its task from the page around it, and posts the result", async (visit) => {
  await visit.open("pages/frame.html");
  const element = await visit.page.waitForSelector("iframe");
  const frame = await element.contentFrame();
  const frameBox = await element.boundingBox();
  const boxOf = async (label) => {
    const handle = await frame.waitForFunction((name) => {
      const found = document.querySelector("cartouche-editor")?.shadowRoot.querySelector(`[aria-label="${name}"]`);
      const box = found?.getBoundingClientRect();
      return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, { polling: 50 }, label);
    return handle.jsonValue();
  };
  for (const name of ["Cat", "Submit"]) {
    const { x, y } = await boxOf(name);
    await visit.page.mouse.click(frameBox.x + x, frameBox.y + y);
  }
  await visit.until("the frame posts it", () => window.messages.some((message) => message.type === "submit"));
  const submit = await visit.page.evaluate(() => window.messages.find((message) => message.type === "submit"));
  isOneAnswer(submit.detail.annotation.result, "Cat");
});

test("annotations are posted to submit-url, again after passing failures", async (visit) => {
  visit.expectProblem(/500|server responded/);
  const name = `passing-${visit.browserName}`;
  await visit.label(pets, undefined, { "submit-url": `/save/${name}/500,503,200` });
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  await visit.click("button", "Submit");
  await visit.find("status", "Saved");
  const received = await visit.page.evaluate((path) => fetch(path).then((response) => response.json()), `/received/${name}`);
  equal(received.length, 3, "requests");
  ok(new Set(received.map((request) => request.key)).size === 1, "the idempotency key stays the same");
  isOneAnswer(received[2].body.result, "Cat");
});

test("a save that fails is shown, kept, and can be tried again", async (visit) => {
  visit.expectProblem(/400|server responded/);
  const name = `failing-${visit.browserName}`;
  await visit.label(pets, undefined, { "submit-url": `/save/${name}/400,200` });
  await visit.click("radio", "Dog");
  await visit.checked("radio", "Dog");
  await visit.click("button", "Submit");
  await visit.find("status", "Not saved: the server answered HTTP 400");
  equal((await visit.events("cartouche-error"))[0].code, "submit-failed");
  await visit.click("button", "Retry");
  await visit.find("status", "Saved");
});

test("a submit that the page prevents is not posted", async (visit) => {
  const name = `prevented-${visit.browserName}`;
  await visit.label(pets, undefined, { "submit-url": `/save/${name}/200` });
  await visit.page.evaluate(() => document.addEventListener("cartouche-submit", (event) => event.preventDefault()));
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  await visit.click("button", "Submit");
  await visit.events("cartouche-submit");
  await new Promise((resolve) => setTimeout(resolve, 200));
  equal(await visit.page.evaluate((path) => fetch(path).then((response) => response.json()), `/received/${name}`), [], "requests");
});

test("the annotation survives being taken out of the page and put back", async (visit) => {
  await visit.label(pets);
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  await visit.page.evaluate(() => {
    const editor = document.querySelector("cartouche-editor");
    const after = editor.nextElementSibling;
    editor.remove();
    after.before(editor);
  });
  await visit.checked("radio", "Cat");
});

test("a loaded annotation is shown, and comes out with what is not understood", async (visit) => {
  const loaded = [
    { id: "box", from_name: "b", to_name: "Image", type: "rectangle", value: { x: 1.25 }, odd: [1] },
    { id: "old", from_name: "Pets", to_name: "Image", type: "choices", value: { choices: ["Dog"] }, score: 0.5 },
  ];
  await visit.open("pages/editor.html");
  await visit.page.evaluate((config, result) => {
    Object.assign(document.querySelector("cartouche-editor"), { config, task: { id: 1, data: { image_url: "/samples/chelsea.png" }, annotations: [{ result }] } });
  }, pets, loaded);
  await visit.checked("radio", "Dog");
  equal((await visit.page.evaluate(() => document.querySelector("cartouche-editor").serialize())).result, loaded, "untouched");
});
