// What the page about security claims, and no other test holds.

import { pets } from "./support/pets.mjs";
import { equal, ok, test } from "./support/registry.mjs";

const bad = `<img src=x onerror="window.ran = 1"><script>window.ran = 2</script>`;
const attribute = bad.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

test("a config and a task can run nothing and fetch nothing but media", async (visit) => {
  visit.expectProblem(/404/);
  const asked = [];
  visit.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const refused = visit.page.waitForResponse((response) => response.url().endsWith("/x")); // what stands below it moves then
  await visit.label(`<View style="background: url(/spy-style.png); color: red">
    <Style>@import url(/spy-sheet.css); body { display: none } .a { background: url(/spy-rule.png) }</Style>
    <Header value="${attribute}"/>
    <ReactCode name="code" toName="code"><![CDATA[window.ran = 3; export default () => fetch("/spy-code")]]></ReactCode>
    <Choices name="c" toName="t"><Choice value="One" html="${attribute}" hint="${attribute}"/><Choice value="Two"/></Choices>
    <Labels name="l" toName="t"><Label value="${attribute}" background="url(/spy-label.png)"/></Labels>
    <Text name="t" value="$text"/>
    <Image name="i" value="$image"/>
  </View>`, { text: bad, image: "/samples/chelsea.png" });
  await refused;
  await visit.click("radio", "Two");
  await visit.checked("radio", "Two");
  await new Promise((resolve) => setTimeout(resolve, 500));
  equal(await visit.page.evaluate(() => window.ran), undefined, "what ran");
  equal(asked.filter((path) => path.includes("spy") || path.endsWith("/x")), ["/pages/x"], "what was fetched besides: the picture of an answer, which is its medium");
  ok(asked.includes("/samples/chelsea.png"), "the image was");
  ok(await visit.page.evaluate(() => document.body.checkVisibility() && getComputedStyle(document.body).display !== "none"), "the page is still there");
});

test("what is fetched bears cookies of its own origin only", async (visit) => {
  await visit.page.evaluateOnNewDocument(() => {
    window.modes = [];
    const { fetch } = window;
    window.fetch = (address, options) => {
      window.modes.push([new URL(address, document.baseURI).pathname, options?.credentials]);
      return fetch(address, options);
    };
  });
  await visit.label(`<View><Text name="t" value="$text" valueType="url"/><Image name="i" value="$image"/></View>`, { text: "/pages/pets.xml", image: "/samples/chelsea.png" });
  await visit.until("all is fetched", () => ["/pages/pets.xml", "/samples/chelsea.png", "/dist/cartouche.wasm"].every((path) => window.modes.some(([asked]) => asked === path)));
  equal(await visit.page.evaluate(() => window.modes.filter(([, mode]) => mode !== "same-origin")), [], "fetched otherwise");
});

test("without a journal nothing is stored", async (visit) => {
  await visit.label(pets);
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  await visit.click("button", "Submit");
  await visit.submitted();
  equal(await visit.page.evaluate(async () => [
    (await indexedDB.databases()).map(({ name }) => name), Object.keys(localStorage), Object.keys(sessionStorage), document.cookie, (await caches.keys()).length,
  ]), [[], [], [], "", 0], "what is stored");
});

test("a frame whose parent is of another origin hears nothing and tells nothing", async (visit) => {
  visit.expectProblem(/postMessage|target origin/); // browsers say that a message was not delivered
  await visit.open("pages/confirming.html");
  await visit.page.evaluate(() => {
    window.messages.length = 0;
    const frame = document.querySelector("iframe");
    const load = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    frame.src = "framed.html?elsewhere";
    return load;
  });
  const frame = visit.page.frames().find((candidate) => candidate.url().includes("elsewhere"));
  await frame.evaluate(async () => {
    const editor = document.createElement("cartouche-editor");
    editor.setAttribute("parent-origin", "https://elsewhere.example");
    document.querySelector("cartouche-editor").replaceWith(editor);
    await editor.ready;
  });
  await visit.page.evaluate(() => {
    window.messages.length = 0; // of the editor that was there before
    window.ask({ cartouche: 1, type: "load", config: "<View><Header value='Theirs'/></View>" });
    window.ask({ cartouche: 1, type: "get", id: "q" });
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  equal(await frame.evaluate(() => document.querySelector("cartouche-editor").config), "", "config");
  equal(await visit.page.evaluate(() => window.messages), [], "messages");
});
