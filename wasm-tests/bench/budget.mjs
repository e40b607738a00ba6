// What the project has promised, and whether it holds. `holds` is null if it could not be measured.

const packageBytes = 900_000;
const ofLabelStudio = 0.5;
const idleCores = 0.01; // the resolution of the clock over three seconds, times three

function line(promise, measured, holds) {
  return { promise, measured: measured ?? null, holds: measured == null ? null : holds(measured) };
}

const annotoriousRows = ["loadMs", "hover", "drag", "draw"];
const ofParse = 2.5;
const ofStringify = 2;
const heapOfText = 6;

/** The worst of a figure over all inputs. */
function worst(results, key) {
  const figures = Object.values(results).map((input) => input[key]);
  return figures.length > 0 ? Math.max(...figures) : null;
}

/** How many times ours the peer's figure is, at this many rectangles; null if one of them was not measured. */
function timesOurs(regions, peer, count, figure) {
  const row = regions.find((load) => load.kind === "rectangles" && load.count === count)?.subjects;
  const [ours, theirs] = [row?.cartouche?.[figure], row?.[peer]?.[figure]];
  return ours && theirs ? theirs.median / ours.median : null;
}

/** How many times ours of a figure at `least` rectangles that at 100,000 is. */
function growth(regions, figure, least) {
  const at = (count) => regions.find((load) => load.kind === "rectangles" && load.count === count)?.subjects.cartouche?.[figure];
  return at(least) && at(100_000) ? at(100_000).median / at(least).median : null;
}

/** The least advantage over Annotorious in any row and of these figures. */
function leastOverAnnotorious(regions, figures) {
  const times = regions.flatMap(({ subjects: { cartouche, annotorious } }) =>
    figures.flatMap((figure) =>
      (cartouche?.[figure] && annotorious?.[figure] ? annotorious[figure].median / cartouche[figure].median : [])));
  return times.length > 0 ? Math.min(...times) : null;
}

function ofLoad(loads, kind, count, figure) {
  return loads.find((load) => load.kind === kind && load.count === count)?.[figure]?.median;
}

function perRegion(masks, count) {
  const bytes = ofLoad(masks, "rectangles", count, "memoryBytes");
  return bytes === undefined ? null : bytes / count;
}

/** The worst of our figures over all texts; null if one of them was not measured. */
function worstText(texts, figure) {
  const figures = texts.map(({ subjects }) => subjects.cartouche?.[figure]?.median);
  return figures.length > 0 && !figures.includes(undefined) ? Math.max(...figures) : null;
}

/** How many times ours the peer's time to open a text is, with the most spans with which it opens one. */
function opensTimesOurs(texts, peer) {
  const row = texts.findLast(({ subjects }) => subjects[peer]?.openMs)?.subjects;
  return row?.cartouche?.openMs ? row[peer].openMs.median / row.cartouche.openMs.median : null;
}

export function budgetOf({ sizes, starts, results, regions, masks, forms, texts }) {
  const { cartouche } = starts;
  const many = regions.filter(({ count }) => count >= 1000);
  const idleFloor = starts.blank?.idleCores?.median ?? 0;
  return [
    line(`package (js + wasm + first font) at most ${packageBytes} bytes with brotli`,
      sizes.cartouche?.total.brotli, (bytes) => bytes <= packageBytes),
    line(`cold start at most ${ofLabelStudio} of the Label Studio front end's`,
      cartouche?.ofLabelStudio, (ratio) => ratio <= ofLabelStudio),
    line("idle CPU no more than a blank page's",
      cartouche?.idleCores?.median, (cores) => cores <= idleFloor + idleCores),
    line(`results are loaded within ${ofParse} of JSON.parse`, worst(results, "ofParse"), (ratio) => ratio <= ofParse),
    line(`results are saved within ${ofStringify} of JSON.stringify`,
      worst(results, "ofStringify"), (ratio) => ratio <= ofStringify),
    line(`memory under ${heapOfText} times the text`, worst(results, "heapOfText"), (ratio) => ratio < heapOfText),
    line("10,000 rectangles are drawn 40 times sooner than in the Label Studio front end",
      timesOurs(regions, "label-studio", 10_000, "loadMs"), (times) => times >= 40),
    line("and as soon as that the first time in a page",
      timesOurs(regions, "label-studio", 10_000, "firstMs"), (times) => times >= 40),
    line("dragging one of 10,000 rectangles costs a tenth of the main thread's time there",
      timesOurs(regions, "label-studio", 10_000, "dragMainMs"), (times) => times >= 10),
    line("and of the CPU time of all processes",
      timesOurs(regions, "label-studio", 10_000, "dragCpuMs"), (times) => times >= 10),
    line("and the frame of an event comes 10 times sooner in the median, as the 150 ms of the baseline are one",
      timesOurs(regions, "label-studio", 10_000, "dragMedianMs"), (times) => times >= 10),
    line("and in the 95th percentile",
      timesOurs(regions, "label-studio", 10_000, "drag"), (times) => times >= 10),
    line("10,000 rectangles: faster than Annotorious in every row, the first time in a page, too",
      leastOverAnnotorious(regions.filter(({ count }) => count === 10_000), ["firstMs", ...annotoriousRows]), (times) => times > 1),
    line("and with 1,000 regions and more", leastOverAnnotorious(many, annotoriousRows), (times) => times > 1),
    line("and the first time in a page", leastOverAnnotorious(many, ["firstMs"]), (times) => times > 1),
    line("memory under 2,048 bytes a region", perRegion(masks, 100_000), (bytes) => bytes < 2048),
    line("a letter is searched for among 50,000 items of a Taxonomy in a frame (16.7 ms of the main thread)",
      ofLoad(forms, "taxonomy", 50_000, "keyMainMs"), (ms) => ms <= 16.7),
    line("and among 3,000 Choices", ofLoad(forms, "choices", 3000, "keyMainMs"), (ms) => ms <= 16.7),
    line("no task over 50 ms while a mask is drawn beside 50", ofLoad(masks, "masks", 50, "longestTaskMs"), (ms) => ms <= 50),
    line("50 masks are submitted in 200 ms", ofLoad(masks, "masks", 50, "submitMs"), (ms) => ms < 200),
    line("memory under 500 MB with 200 masks", ofLoad(masks, "masks", 200, "memoryBytes"), (bytes) => bytes < 5e8),
    line("a megabyte of text opens in 1,000 ms", worstText(texts, "openMs"), (ms) => ms < 1000),
    line("and takes another span in 50 ms", worstText(texts, "addMs"), (ms) => ms < 50),
    line("it opens 20 times sooner than in the Label Studio front end, with the most spans that one takes",
      opensTimesOurs(texts, "label-studio"), (times) => times >= 20),
    line("dragging among 100,000 costs at most 1.5 times the CPU time of that among 1,000",
      growth(regions, "dragCpuMs", 1000), (times) => times <= 1.5),
    line("and takes no longer in the 95th percentile", growth(regions, "drag", 1000), (times) => times <= 1.5),
    line("the image moves at the same cost with ten of 100,000 in view as with ten alone",
      growth(regions, "panCpuMs", 10), (times) => times <= 1.2),
  ];
}
