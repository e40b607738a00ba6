// Bad input: each shows a clear message in the page and an error event with its code.

import { equal, ok, test } from "./support/registry.mjs";
import { pets } from "./support/pets.mjs";

/** The message is in an alert of the editor, and the host has been told the code. */
async function isShown(visit, code, words) {
  await visit.find("alert", words);
  const codes = (await visit.events("cartouche-error")).map((detail) => detail.code);
  ok(codes.includes(code), `the page was told ${JSON.stringify(codes)}, not ${code}`);
}

test("broken XML is shown with its place", async (visit) => {
  await visit.label("<View>\n  <Choices name='a'>\n</View>");
  await isShown(visit, "xml-syntax", "end tag");
  equal((await visit.events("cartouche-error"))[0].line, 3, "line");
});

test("an unknown tag is shown in its place, and the rest works", async (visit) => {
  await visit.label(pets.replace("<Image", "<Imagee/><Image"));
  await isShown(visit, "unknown-tag", "<Imagee> is not a tag that Cartouche knows; did you mean <Image>?");
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
});

test("a toName that names nothing is shown", async (visit) => {
  await visit.label(pets.replace('toName="Image"', 'toName="Imgae"'));
  await isShown(visit, "unknown-to-name", 'Choices "Pets" labels "Imgae", but no object has that name; did you mean "Image"?');
});

test("a missing variable is shown", async (visit) => {
  await visit.label(pets, { image_ulr: "/samples/chelsea.png" });
  await isShown(visit, "missing-variable", "did you mean $image_ulr?");
});

test("an image that is not there is shown with its status", async (visit) => {
  visit.expectProblem(/404/);
  await visit.label(pets, { image_url: "/no-such.png" });
  await isShown(visit, "image-unreachable", "HTTP 404");
});

test("an image that is a web page is shown as one", async (visit) => {
  await visit.label(pets, { image_url: "/not-an-image.png" });
  await isShown(visit, "image-undecodable", "it is a web page");
});

test("a browser without WebGL 2 gets a message", async (visit) => {
  await visit.page.evaluateOnNewDocument(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await visit.label(pets);
  await isShown(visit, "webgl2-missing", "WebGL 2");
});

test("a wasm that is not there is shown with what to do", async (visit) => {
  visit.expectProblem(/404/);
  await visit.open("pages/two.html");
  await visit.page.evaluate(() => {
    const editor = document.createElement("cartouche-editor");
    editor.setAttribute("wasm-url", "/no-such.wasm");
    document.body.prepend(editor);
  });
  await isShown(visit, "wasm-missing", "HTTP 404");
});

test("a policy that forbids WebAssembly is named, with the cure", async (visit) => {
  visit.expectProblem(/Content.Security.Policy|unsafe-eval/i);
  await visit.open("pages/no_wasm.html");
  await isShown(visit, "wasm-blocked", "Add 'wasm-unsafe-eval' to its script-src");
});

test("a task that is not JSON is shown", async (visit) => {
  await visit.open("pages/editor.html");
  await visit.page.evaluate(() => document.querySelector("cartouche-editor").setAttribute("task", "{broken"));
  await isShown(visit, "json-syntax", "The task is not valid JSON");
});

test("a config that cannot be loaded is shown", async (visit) => {
  visit.expectProblem(/404/);
  await visit.open("pages/editor.html");
  await visit.page.evaluate(() => document.querySelector("cartouche-editor").setAttribute("config-src", "/no-such.xml"));
  await isShown(visit, "source-unreachable", "HTTP 404");
});

test("a graphics context that does not come back is told", async (visit) => {
  visit.expectProblem(/context/i);
  await visit.label(pets);
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  await visit.page.evaluate(() => {
    const canvas = document.querySelector("cartouche-editor").shadowRoot.querySelector("canvas");
    canvas.getContext("webgl2").getExtension("WEBGL_lose_context").loseContext();
  });
  await isShown(visit, "webgl2-lost", "did not give it back");
}, { only: "chromium" });
