// The interface in other languages, from the right, and texts of every script on the canvas, with real events.

import { readFile } from "node:fs/promises";
import { drag, near, pause, placer } from "./support/image.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { compareToReference } from "./support/screenshot.mjs";

const textsOf = async (language) =>
  JSON.parse(await readFile(new URL(`../assets/locales/${language}.json`, import.meta.url), "utf8")).messages;

const config = `<View>
  <Image name="image" value="$image_url"/>
  <RectangleLabels name="label" toName="image"><Label value="سيارة" background="#d32f2f"/><Label value="Van" background="#1976d2"/></RectangleLabels>
  <Choices name="kind" toName="image" showInLine="true"><Choice value="نهار"/><Choice value="לילה"/><Choice value="शाम"/><Choice value="Dawn"/></Choices>
</View>`;

const image = { image_url: "/samples/chelsea.png" };
const style = "height: 640px; width: 1000px";

for (const language of ["de", "ar"]) {
  test(`an annotation is made and submitted in ${language}`, async (visit) => {
    const texts = await textsOf(language);
    await visit.label(config, image, { locale: language, style });
    const submit = await visit.find("button", texts["submit.first"]);
    const stage = await visit.find("img", "image");
    equal(submit.x < stage.x, language === "ar", "the button is on the left");
    await visit.click("radio", "Van");
    await visit.checked("radio", "Van");
    const at = await placer(visit);
    await drag(visit, at(10, 20), at(30, 60));
    await visit.find("img", texts["region.with-kind"].replace("{labels}", "Van").replace("{kind}", texts["kind.rectangle"]));
    await visit.click("radio", "לילה");
    await visit.click("button", texts["submit.first"]);
    const results = await visit.submitted();
    near(results.find(({ type }) => type === "rectanglelabels").value, { x: 10, y: 20, width: 20, height: 40 }, "what was drawn");
    equal(results.find(({ type }) => type === "choices").value.choices, ["לילה"], "the answer");
  });
}

test("counts take the plural forms of the language", async (visit) => {
  const regions = [1, 2, 3].map((id) => ({
    id: `r${id}`, type: "rectanglelabels", from_name: "label", to_name: "image", original_width: 451, original_height: 300,
    value: { x: 10 * id, y: 10, width: 5, height: 5, rotation: 0, rectanglelabels: ["Van"] },
  }));
  const texts = await textsOf("ar");
  await visit.label(config, image, { locale: "ar", style });
  await visit.find("img", "image");
  await visit.page.evaluate((result) => document.querySelector("cartouche-editor").startAnnotation(result), regions);
  await visit.click("radio", "Dawn"); // keys are the editor's then
  await visit.press("Backspace", "Control"); // asks before it deletes all
  const question = texts["question.delete-regions"];
  ok(question?.few, "the Arabic question has a form for a few");
  await visit.find("dialog", question.few.replace("{count}", "3"));
});

test("the language changes while one labels, and nothing labeled is lost", async (visit) => {
  const [german, english] = [await textsOf("de"), await textsOf("en")];
  await visit.label(config, image, { style });
  await visit.click("radio", "Dawn");
  await visit.find("button", english["submit.first"]);
  await visit.page.evaluate(() => (document.querySelector("cartouche-editor").locale = "de-AT"));
  await visit.find("button", german["submit.first"]);
  const { result } = await visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation);
  equal(result.map(({ value }) => value.choices), [["Dawn"]], "the answer");
});

test("texts of a host stand in the place of ours, and what they lack is English", async (visit) => {
  await visit.label(config, image, { style });
  await visit.page.evaluate(() => {
    document.querySelector("cartouche-editor").locale = { language: "la", messages: { "submit.first": "Mitte" } };
  });
  await visit.find("button", "Mitte");
  await visit.find("button", "Undo");
});

test("an interface that is read from the right, and other scripts, look as they were looked at", async (visit) => {
  await visit.label(config, image, { locale: "ar", style });
  await visit.find("img", "image");
  await pause();
  await visit.click("radio", "نهار");
  await visit.checked("radio", "نهار");
  await visit.page.mouse.move(2, 2);
  await pause();
  await compareToReference(visit, "right-to-left", "cartouche-editor");
});

test("setLocale settles once it is spoken, and rejects where there is no such language", async (visit) => {
  const german = await textsOf("de");
  await visit.label(config, image, { style });
  await visit.find("button", "Submit");
  const refused = await visit.page.evaluate(async () => {
    const editor = document.querySelector("cartouche-editor");
    const refusal = await editor.setLocale("xx").catch(({ diagnostic }) => diagnostic.code);
    await Promise.all([editor.setLocale("ar"), editor.setLocale("de")]);
    return [refusal, editor.locale, editor.shadowRoot.querySelector(".stage").lang];
  });
  equal(refused, ["locale-unknown", "de", "de"], "what it says at once");
  await visit.find("button", german["submit.first"]);
  equal(await visit.page.evaluate(() => window.received.filter(({ detail }) => detail.code?.startsWith("locale")).length), 0, "what others are told");
});

test("setTheme shows a theme that there is", async (visit) => {
  await visit.label(config, image, { style });
  const refused = await visit.page.evaluate(() => {
    const editor = document.querySelector("cartouche-editor");
    editor.setTheme("dark");
    try {
      editor.setTheme("blue");
    } catch (error) {
      return [error.name, error.message];
    }
  });
  equal(refused, ["RangeError", "setTheme: blue is none of auto, light, dark"], "of one that there is not");
  await visit.until("it is dark", () => document.querySelector("cartouche-editor").dataset.theme === "dark");
});
