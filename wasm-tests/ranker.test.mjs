// Items that are ranked and sorted into buckets, and one of two that is chosen, with real events.

import { drag, pause } from "./support/image.mjs";
import { equal, test } from "./support/registry.mjs";

const data = { items: ["First", "Second", "Third"].map((title, index) => ({ id: `i${index}`, title, body: `What the ${title.toLowerCase()} says` })) };

const open = (visit, ranker) => visit.label(`<View><List name="list" value="$items" title="Results"/>${ranker}</View>`, data, { style: "height: 640px" });

const isRanked = (visit, expected) => visit.until(`the ranking is ${JSON.stringify(expected)}`, (expected) =>
  JSON.stringify(document.querySelector("cartouche-editor").annotation.result.at(-1)?.value.ranker ?? null) === expected, JSON.stringify(expected));

test("cards are dragged within a column, and submitted as they stand", async (visit) => {
  await open(visit, '<Ranker name="rank" toName="list"/>');
  const third = await visit.find("option", "Third");
  const first = await visit.find("option", "First");
  await drag(visit, [third.x, third.y], [first.x, first.y - first.height / 2 + 3]);
  await isRanked(visit, { rank: ["i2", "i0", "i1"] });
  await visit.press("z", "Control");
  await isRanked(visit, null);
  await visit.click("button", "Submit");
  const [result] = await visit.submitted();
  equal([result.type, result.to_name, result.value.ranker], ["ranker", "list", { rank: ["i0", "i1", "i2"] }], "the result");
});

test("cards are moved into buckets by the mouse and by keys", async (visit) => {
  await open(visit, '<Ranker name="rank" toName="list"><Bucket name="best" title="Best"/><Bucket name="ads" title="Ads"/></Ranker>');
  const second = await visit.find("option", "Second");
  const best = await visit.find("listbox", "Best");
  await drag(visit, [second.x, second.y], [best.x, best.y]);
  await isRanked(visit, { _: ["i0", "i2"], best: ["i1"], ads: [] });
  await pause(); // until the others have moved up
  await visit.click("option", "Third");
  await visit.focusedIs("option Third");
  await visit.press("ArrowRight", "Control");
  await isRanked(visit, { _: ["i0"], best: ["i1", "i2"], ads: [] });
  await visit.press("ArrowUp", "Control");
  await isRanked(visit, { _: ["i0"], best: ["i2", "i1"], ads: [] });
  await visit.press("ArrowRight", "Control");
  await isRanked(visit, { _: ["i0"], best: ["i1"], ads: ["i2"] });
  await visit.focusedIs("option Third");
});

test("one of two texts is chosen, and taken back", async (visit) => {
  await visit.label('<View><Pairwise name="pw" toName="a,b"/><Text name="a" value="$a"/><Text name="b" value="$b"/></View>',
    { a: "An answer", b: "Another" });
  await visit.click("radio", "Right: b");
  await visit.checked("radio", "Right: b");
  await visit.click("radio", "Left: a");
  await visit.checked("radio", "Right: b", false);
  await visit.click("button", "Submit");
  const [result] = await visit.submitted();
  equal([result.type, result.to_name, result.value], ["pairwise", "pw", { selected: "left" }], "the result");
});

test("a table shows its rows", async (visit) => {
  await visit.label('<View><Table name="t" value="$t"/><Rating name="r" toName="t"/></View>', { t: { Name: "Ada", Born: 1815 } });
  await visit.find("table", "t");
  await visit.find("cell", "1815");
  await visit.find("columnheader", "Value");
});
