// PDF documents labeled page by page, and what is no document.

import { pdfOf } from "./support/pdf_file.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { colorsAt, colorsBecome } from "./support/screenshot.mjs";
import { serve, wasAsked } from "./support/served.mjs";

const config = `<View>
  <PdfLabels name="boxes" toName="pdf"><Label value="Total"/><Label value="Date"/></PdfLabels>
  <Choices name="kind" toName="pdf" perItem="true"><Choice value="Bill"/><Choice value="Letter"/></Choices>
  <Pdf name="pdf" value="$file"/>
</View>`;
const green = [40, 160, 80];
const blue = [30, 60, 200];
const upperHalf = { width: 300, height: 200, box: [0, 100, 300, 100] };
const document = pdfOf([
  { ...upperHalf, color: green },
  { ...upperHalf, color: blue },
  { width: 200, height: 400, box: [0, 0, 200, 400], color: green },
]);

async function open(visit, files = { "bill.pdf": document }, xml = config) {
  serve(files);
  await visit.label(xml, { file: `/served/${Object.keys(files)[0]}` }, { style: "height: 640px" });
}

/** Where the page is in the window, from the size that its points have. */
async function pageBox(visit, { width, height }) {
  const stage = await visit.find("img", "pdf");
  const scale = Math.min((stage.width - 4) / width, (stage.height - 4) / height);
  return (x, y) => [stage.x + (x - 0.5) * width * scale, stage.y + (y - 0.5) * height * scale];
}

async function drag(visit, from, to) {
  const { mouse } = visit.page;
  await mouse.move(...from);
  await mouse.down();
  await mouse.move(...to, { steps: 4 });
  await mouse.up();
}

test("pages are shown one by one, labeled, and each gets its answer", async (visit) => {
  await open(visit);
  await visit.find("toolbar", "Page 1 of 3");
  const at = await pageBox(visit, upperHalf);
  const [upper, lower] = await colorsAt(visit, [at(0.5, 0.25), at(0.5, 0.75)]);
  equal([upper, lower], [green, [255, 255, 255]], "the colours of the page");
  await visit.click("radio", "Total");
  await drag(visit, at(0.25, 0.25), at(0.75, 0.5));
  await visit.find("treeitem", "1 Total, rectangle");
  await visit.press("Escape");
  await visit.click("button", "Next image");
  await visit.find("toolbar", "Page 2 of 3");
  await visit.find("toolbar", "Image tools");
  await visit.click("radio", "Date");
  await drag(visit, at(0.5, 0.5), at(1, 1));
  await visit.find("treeitem", "2 Date, rectangle");
  await visit.click("radio", "Letter");
  await visit.click("button", "Submit");
  const [total, date, kind] = await visit.submitted();
  equal([total.type, total.value.pageIndex, total.value.pdflabels], ["pdflabels", 1, ["Total"]], "the first region");
  const near = (actual, expected) => Math.abs(actual - expected) < 0.01;
  ok(near(total.value.x, 0.25) && near(total.value.y, 0.25) && near(total.value.width, 0.5) && near(total.value.height, 0.25), JSON.stringify(total.value));
  equal([date.value.pageIndex, date.value.pdflabels], [2, ["Date"]], "the second region");
  equal([kind.item_index, kind.value.choices], [1, ["Letter"]], "the answer about the second page");
});

test("the strip shows pages that were not shown yet", async (visit) => {
  await open(visit, undefined, '<View><Pdf name="pdf" value="$file"/></View>');
  await visit.find("toolbar", "Page 1 of 3");
  const second = await visit.find("radio", "Page 2");
  await colorsBecome(visit, [[second.x, second.y - 12], [second.x, second.y + 12]], [blue, [255, 255, 255]], "the second page", 20);
  const third = await visit.find("radio", "Page 3");
  await colorsBecome(visit, [[third.x, third.y]], [green], "the third page", 20);
});

test("a document can be classified as a whole, and nothing of pdf.js is loaded without one", async (visit) => {
  await open(visit, { "bill.pdf": document }, `<View><Pdf name="pdf" value="$file"/>
    <Choices name="kind" toName="pdf"><Choice value="Bill"/><Choice value="Letter"/></Choices></View>`);
  await visit.find("toolbar", "Page 1 of 3");
  ok(wasAsked("/dist/pdf/pdf.mjs"), "pdf.js was loaded");
  await visit.click("radio", "Bill");
  await visit.click("button", "Submit");
  const [result] = await visit.submitted();
  equal([result.type, result.to_name, result.value.choices], ["choices", "pdf", ["Bill"]], "the answer");
  serve({});
  await visit.label('<View><Image name="image" value="$file"/></View>', { file: "/samples/chelsea.png" }, { style: "height: 400px" });
  await visit.find("img", "image");
  ok(!wasAsked("/dist/pdf/"), "an image needs no pdf.js");
});

test("what is no document is told, with what to do", async (visit) => {
  await open(visit, { "broken.pdf": Buffer.from("no document at all") });
  await visit.find("alert", "broken.pdf is no PDF document that can be read");
  await open(visit, { "bill.pdf": document });
  await visit.find("toolbar", "Page 1 of 3");
});

test("a strict policy shows documents", async (visit) => {
  serve({ "bill.pdf": document });
  await visit.open("pages/strict.html");
  await visit.find("radio", "Cat"); // the files that the page names have come
  await visit.page.evaluate((config) => {
    Object.assign(window.document.querySelector("cartouche-editor"), { config, task: { data: { file: "/served/bill.pdf" } } });
  }, config);
  await visit.find("toolbar", "Page 1 of 3");
});
