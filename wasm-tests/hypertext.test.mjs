// HTML labeled as people do it: real text selected by a real mouse, judged by the JSON that comes out.

import { pdfOf } from "./support/pdf_file.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { serve, wasAsked } from "./support/served.mjs";
import { resultsOf } from "./support/text.mjs";

const config = `<View>
  <HyperTextLabels name="ner" toName="page"><Label value="Person"/><Label value="Sum"/></HyperTextLabels>
  <HyperText name="page" value="$page"/>
</View>`;
const html = `<html><head><title>Bill</title></head><body>
<h2>Invoice</h2>
<p style="color: rgb(1, 2, 3); position: fixed">To <b>Ada <i>Lovelace</i></b>,<br>London 😀</p>
<table><tr><td>Engine</td><td>£1,000</td></tr></table>
</body></html>`;

async function open(visit, page = html) {
  await visit.label(config, { page }, { interfaces: "submit,update,controls,side-column,edit-history", style: "height: 640px" });
  await visit.find("document", "page");
}

/** Drags the mouse over a text that stands once in the page. */
async function selectWords(visit, words) {
  const box = await visit.until(`there is "${words}"`, (words) => {
    const root = document.querySelector("cartouche-editor").shadowRoot.querySelector(".text .markup");
    const walker = document.createTreeWalker(root ?? document.createElement("div"), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf(words);
      if (at >= 0) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        return range.getBoundingClientRect().toJSON();
      }
    }
    return null;
  }, words);
  const { mouse } = visit.page;
  const y = box.top + box.height / 2;
  await mouse.move(box.left + 1, y);
  await mouse.down();
  await mouse.move((box.left + box.right) / 2, y, { steps: 3 });
  await mouse.move(box.right - 1, y, { steps: 3 });
  await mouse.up();
}

const inMarkup = (visit, selector) => visit.page.evaluate((selector) =>
  [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(`.text .markup ${selector}`)].length, selector);

test("words of HTML are labeled by their paths, and the regions are drawn where they were", async (visit) => {
  await open(visit);
  equal([await inMarkup(visit, "h2"), await inMarkup(visit, "table td")], [1, 2], "HTML is shown as HTML");
  await visit.click("radio", "Person");
  await selectWords(visit, "Lovelace");
  const [person] = await resultsOf(visit, 1);
  equal(person.type, "hypertextlabels", "the type");
  equal([person.value.start, person.value.startOffset, person.value.end, person.value.endOffset],
    ["/p[1]/b[1]/i[1]/text()[1]", 0, "/p[1]/b[1]/i[1]/text()[1]", 8], "the paths");
  equal(person.value.text, "Lovelace", "the text");
  const { start, end } = person.value.globalOffsets;
  equal(end - start, 8, "global offsets");
  await visit.press("Escape");
  await visit.click("radio", "Sum");
  await selectWords(visit, "£1,000");
  const [, sum] = await resultsOf(visit, 2);
  equal(sum.value.start, "/table[1]/tbody[1]/tr[1]/td[2]/text()[1]", "in a table");
  await visit.click("button", "Submit");
  const result = await visit.submitted();
  await visit.page.evaluate((task) => {
    document.querySelector("cartouche-editor").task = task;
  }, { id: 8, data: { page: html }, annotations: [{ id: 1, result }] });
  await visit.until("both are drawn again", () =>
    document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(".text .mark").length === 2);
  await visit.find("treeitem", "1 Person, span: Lovelace");
});

test("HTML can run nothing, fetch nothing from elsewhere, and stays in its place", async (visit) => {
  const asked = [];
  visit.page.on?.("request", (request) => asked.push(request.url()));
  await open(visit, `<script>window.ran = 1</script><img src="https://elsewhere.example/a.png" onerror="window.ran = 2">
    <p onclick="window.ran = 3" style="position: fixed; top: 0; background: url(https://elsewhere.example/b.png); color: red">Text</p>
    <iframe src="https://elsewhere.example/"></iframe><a href="javascript:window.ran = 4" id="editor">link</a>
    <style>* { display: none }</style><form action="https://elsewhere.example/"><input autofocus></form>`);
  await visit.until("it is shown", () =>
    document.querySelector("cartouche-editor").shadowRoot.querySelector(".text .markup p") !== null);
  equal(await visit.page.evaluate(() => window.ran), undefined, "what ran");
  for (const selector of ["script", "iframe", "style", "input", "[href]", "[id]", "[onclick]", "img[src]"]) {
    equal(await inMarkup(visit, selector), 0, selector);
  }
  equal(await visit.page.evaluate(() => {
    const { position, color, backgroundImage } = getComputedStyle(document.querySelector("cartouche-editor").shadowRoot.querySelector(".text .markup p"));
    return [position, color, backgroundImage];
  }), ["static", "rgb(255, 0, 0)", "none"], "its style");
  ok(!asked.some((url) => url.includes("elsewhere")), `asked for ${asked}`);
});

test("pages of documents that HTML embeds are shown where they stand; those from elsewhere are not fetched", async (visit) => {
  const page = { width: 300, height: 200, box: [0, 0, 300, 200] };
  serve({ "two.pdf": pdfOf([{ ...page, color: [255, 0, 0] }, { ...page, color: [0, 0, 255] }]), "noise.pdf": "noise" });
  await open(visit, `<p>Above</p><embed src="/served/two.pdf#page=2" data-document="/served/never.pdf" onload="window.ran = 1"/>
    <embed src="https://elsewhere.example/a.pdf"/><embed src="/served/noise.pdf"/><p>Below</p>`);
  const [color, size] = await visit.until("the page is drawn", () => {
    const canvas = document.querySelector("cartouche-editor").shadowRoot.querySelector(".text .markup canvas[aria-label^='page 2']");
    return canvas?.width === 600 ? [[...canvas.getContext("2d").getImageData(300, 200, 1, 1).data], [canvas.width, canvas.height]] : null;
  });
  equal([color, size], [[0, 0, 255, 255], [600, 400]], "the second page");
  const notes = await visit.until("the others are told", () => {
    const images = [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(".text .markup img")];
    return images.length === 2 ? images.map((image) => image.alt) : null;
  });
  equal(notes[0], "A document from elsewhere is not fetched: https://elsewhere.example/a.pdf", "that from elsewhere");
  ok(notes[1].includes("is no PDF document that can be read"), notes[1]);
  equal([await inMarkup(visit, "embed"), await visit.page.evaluate(() => window.ran), wasAsked("/served/never.pdf")], [0, undefined, false], "what is left of them");
  await visit.click("radio", "Person");
  await selectWords(visit, "Above");
  const [{ value }] = await resultsOf(visit, 1);
  equal([value.start, value.text], ["/p[1]/text()[1]", "Above"], "a text beside");
});
