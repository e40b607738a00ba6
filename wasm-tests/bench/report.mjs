// The results as tables for people.

import { subjects } from "./subjects.mjs";

const noisyCores = 0.25;

function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  // The first column is words, all others are figures.
  const line = (row) =>
    row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[0]))).join("  ");
  console.log(["", line(head), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].join("\n"));
}

const nameOf = (id) => subjects.find((subject) => subject.id === id).name;
const bytes = (count) => count.toLocaleString("en-US");
const range = (spread, digits = 0) =>
  spread ? `${spread.least.toFixed(digits)} to ${spread.most.toFixed(digits)}` : "-";
const middle = (spread, digits = 0) => (spread ? spread.median.toFixed(digits) : "-");

function printSizes(sizes) {
  const row = (name, size) => [name, bytes(size.raw), bytes(size.gzip), bytes(size.brotli)];
  const rows = Object.entries(sizes).flatMap(([id, { files, total }]) => [
    row(nameOf(id), total),
    ...files.map((file) => row(`  ${file.name}`, file)),
  ]);
  table(["Package, bytes", "raw", "gzip -9", "brotli -11"], rows);
}

function printStarts(starts) {
  const head = [
    "Cold start", "interactive, ms", "least to most", "of Label Studio's", "photo, ms",
    "answered, ms", "click, ms", "idle CPU, %", "noise, cores",
  ];
  const rows = Object.entries(starts).map(([id, start]) => [
    nameOf(id),
    middle(start.interactiveMs),
    range(start.interactiveMs),
    start.ofLabelStudio ? `${start.ofLabelStudio.toFixed(2)}×` : "-",
    middle(start.photoMs),
    middle(start.answeredMs),
    middle(start.clickMs),
    start.idleCores ? (start.idleCores.median * 100).toFixed(1) : "-",
    middle(start.noiseCores, 2),
  ]);
  table(head, rows);
}

/** Megabytes a second, and thousands of regions a second where there are many. */
function speedOf({ bytes, regions }, ms) {
  const perSecond = regions > 100 ? `, ${Math.round(regions / ms)} k/s` : "";
  return `${(bytes / 1000 / ms).toFixed(0)} MB/s${perSecond}`;
}

function printResults(results) {
  const head = [
    "Results", "bytes", "load in wasm", "of JSON.parse", "first load", "save in wasm", "of JSON.stringify", "memory, × text",
    "load natively", "save natively", "all changed", "memory, × text",
  ];
  const rows = Object.entries(results).map(([name, input]) => [
    name,
    bytes(input.bytes),
    speedOf(input, input.loadMs),
    `${input.ofParse.toFixed(2)}×`,
    `${input.firstOfParse.toFixed(2)}×`,
    speedOf(input, input.saveMs),
    `${input.ofStringify.toFixed(2)}×`,
    input.heapOfText.toFixed(1),
    speedOf(input, input.native.loadMs),
    speedOf(input, input.native.saveMs),
    speedOf(input, input.native.changedMs),
    input.native.peakOfText.toFixed(1),
  ]);
  if (rows.length > 0) {
    table(head, rows);
  }
}

/** "33 (12×)": milliseconds, and how many times Cartouche's they are. */
function besideOurs(spread, ours) {
  const times = spread && ours ? spread.median / ours.median : null;
  return !spread ? "-" : times === null || times === 1 ? middle(spread) : `${middle(spread)} (${times.toFixed(times < 10 ? 1 : 0)}×)`;
}

/** A row for each subject at each load; `columns` are [head, figure]. Then what went wrong. */
function printTurns(title, columns, loads) {
  const of = ({ kind, count }, id) => `${count.toLocaleString("en-US")} ${kind}: ${nameOf(id)}`;
  const rows = loads.flatMap((load) =>
    Object.entries(load.subjects).map(([id, measured]) => [
      of(load, id),
      ...columns.map(([, figure]) => besideOurs(measured[figure], load.subjects.cartouche?.[figure])),
    ]));
  if (rows.length > 0) {
    table([title, ...columns.map(([head]) => head)], rows);
  }
  for (const load of loads) {
    for (const [id, { errors }] of Object.entries(load.subjects)) {
      for (const error of new Set(errors)) {
        console.log(`${of(load, id)}: ${error}`);
      }
    }
  }
}

function printRegions(regions) {
  const events = ["hover", "drag", "draw", "zoom", "pan"];
  printTurns("Regions on an image, ms", [
    ["first drawn", "firstMs"], ["drawn", "loadMs"], ...events.map((name) => [`${name}, p95`, name]), ["drag, median", "dragMedianMs"],
  ], regions);
  printTurns("Of the main thread an event, ms", events.map((name) => [name, `${name}MainMs`]), regions);
  printTurns("CPU an event, ms", events.map((name) => [name, `${name}CpuMs`]), regions);
}

function printMasks(masks) {
  const head = ["On an image of 2000 x 2000", "drawn, ms", "memory, MB", "bytes a region", "longest task, ms", "submit, ms"];
  const rows = masks.map(({ kind, count, loadMs, memoryBytes, longestTaskMs, submitMs }) => [
    `${count.toLocaleString("en-US")} ${kind}`, middle(loadMs), (memoryBytes.median / 1e6).toFixed(0),
    bytes(Math.round(memoryBytes.median / count)), middle(longestTaskMs), middle(submitMs),
  ]);
  if (rows.length > 0) {
    table(head, rows);
  }
}

function printForms(forms) {
  const rows = forms.map(({ kind, count, openMs, keyMs, keyMainMs }) => [
    `${count.toLocaleString("en-US")} ${kind}`, middle(openMs), middle(keyMs), middle(keyMainMs),
  ]);
  if (rows.length > 0) {
    table(["Answers to choose from, ms", "can be searched", "a letter, p95", "main thread a letter"], rows);
  }
}

function printTexts(texts) {
  const length = texts[0]?.bytes ?? 0;
  printTurns(`A text of ${(length / 1e6).toFixed(2)} MB, ms`, [
    ["opened", "openMs"], ["a span more", "addMs"], ["frame while scrolling, p95", "frameMs"], ["the longest", "longestFrameMs"],
  ], texts);
}

function printRemarks({ starts, missing, machine }) {
  const noise = Math.max(...Object.values(starts).map((start) => start.noiseCores?.median ?? 0));
  console.log("\nInteractive: a choice is drawn. Photo: it is shown, too. Answered: a real click on the choice, made");
  console.log("as soon as it was drawn, is shown; click: from its press on. All since the start of the navigation.");
  console.log("Load: from text to regions that can be edited; save: to text. Both through the module's door. The first");
  console.log("load of a page, before the browser has compiled the module well, is a figure of its own.");
  console.log("Drawn: from the task to the frame with all regions, the first time in a page and the second; p95: of the times from an event to the frame on the");
  console.log("screen, as Chromium tells them. A screen of 60 Hz makes it 17 ms for whoever needs none: what the event itself");
  console.log("costs is the time of the main thread, and the CPU time of all the browser's processes, with its compositing in");
  console.log("software. The image is panned while ten regions are to be seen. In parentheses: how many times Cartouche's.");
  console.log("A text is opened with the frame that shows it and its spans; a span more: from the release of the mouse that");
  console.log("selects it to the frame that shows it; scrolling: by 60 pixels in each frame.");
  console.log("Longest task: of the main thread while a stroke is drawn, 0 if none took 50 ms. Memory: of all processes of");
  console.log("the browser, over what they had with no region.");
  console.log("Idle: of one core, over 3 s, all processes of the browser.");
  console.log(`Medians; machine: ${machine.cores} cores, ${machine.cpu}, without a GPU.`);
  if (noise > noisyCores) {
    console.log(`Others used up to ${noise.toFixed(2)} cores meanwhile: read the ratios, not the milliseconds.`);
  }
  for (const [id, reason] of Object.entries(missing)) {
    console.log(`Not measured: ${nameOf(id)}: ${reason}`);
  }
  for (const [id, { errors, runs }] of Object.entries(starts)) {
    for (const error of new Set(errors)) {
      console.log(`${nameOf(id)}: ${errors.length} of ${runs} runs failed: ${error}`);
    }
  }
}

const verdicts = new Map([[true, "holds"], [false, "BROKEN"], [null, "not measured"]]);

function printBudget(budget) {
  console.log("\nBudget");
  for (const { promise, measured, holds } of budget) {
    const figure = measured === null ? "" : ` (${measured > 10 ? bytes(measured) : measured.toFixed(3)})`;
    console.log(`  ${verdicts.get(holds)}: ${promise}${figure}`);
  }
}

export function print(results, output) {
  printSizes(results.sizes);
  printStarts(results.starts);
  printResults(results.results);
  printRegions(results.regions);
  printMasks(results.masks);
  printForms(results.forms);
  printTexts(results.texts);
  printRemarks(results);
  printBudget(results.budget);
  console.log(`\nAll of it: ${output}`);
}
