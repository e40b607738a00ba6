// How time and memory of Dawid-Skene grow with the answers, and how soon a long queue is in order.

import { createWriteStream } from "node:fs";
import { once } from "node:events";

import { exponentOf, figure, printTitle, runTool } from "./quality_tool.mjs";

/** The same numbers each time (a linear congruential generator, Numerical Recipes). */
function drawer(seed) {
  let state = seed >>> 0;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

async function writeLines(path, header, count, lineOf) {
  const file = createWriteStream(path);
  file.write(`${header}\n`);
  let piece = "";
  for (let index = 0; index < count; ++index) {
    piece += `${lineOf(index)}\n`;
    if (piece.length > 1 << 20) {
      if (!file.write(piece)) {
        await once(file, "drain");
      }
      piece = "";
    }
  }
  file.end(piece);
  await once(file, "finish");
}

/** Five answers an item, one of four labels, workers who are right in 80 of 100. */
async function writeAnswers(path, answers) {
  const draw = drawer(1);
  const workers = Math.max(10, Math.round(answers / 1000));
  await writeLines(path, "item,worker,label", answers, (index) => {
    const item = Math.floor(index / 5);
    const label = draw() < 0.8 ? item % 4 : Math.floor(draw() * 4);
    return `i${item},w${(index % 5) + (5 * Math.floor(draw() * (workers / 5)))},${label}`;
  });
}

export async function measureGrowth({ work, most }) {
  printTitle("Dawid-Skene on synthetic answers, 20 rounds", "  answers    seconds  megabytes");
  const rows = [];
  for (let answers = Math.min(most, 62_500); answers <= most; answers *= 2) {
    const path = `${work}/growth.csv`;
    await writeAnswers(path, answers);
    const { seconds, megabytes } = await runTool(["aggregate", "--answers", path, "--method", "dawid-skene", "--iterations", "20"]);
    rows.push({ answers, seconds, megabytes });
    console.log(`${String(answers).padStart(9)}  ${figure(seconds, 2)}  ${figure(megabytes, 1)}`);
  }
  if (rows.length > 1) {
    console.log(`time grows with answers^${exponentOf(rows.map((row) => [row.answers, row.seconds])).toFixed(2)}, memory with answers^${exponentOf(rows.map((row) => [row.answers, row.megabytes])).toFixed(2)}`);
  }
}

export async function measureQueue({ work }) {
  const items = 100_000;
  const draw = drawer(2);
  await writeLines(`${work}/queue.csv`, "item", items, (index) => `i${index}`);
  await writeLines(`${work}/queue-predictions.csv`, "item,label,probability", 2 * items, (() => {
    let share = 0;
    return (index) => {
      share = index % 2 === 0 ? draw() : 1 - share;
      return `i${Math.floor(index / 2)},${index % 2 === 0 ? "a" : "b"},${share}`;
    };
  })());
  const { result, seconds } = await runTool([
    "sample", "--data", `${work}/queue.csv`, "--predictions", `${work}/queue-predictions.csv`, "--strategy", "margin", "--count", String(items),
  ]);
  printTitle("A queue of 100,000 tasks by margin", `read, ordered and printed: ${result.next.length} items in ${seconds.toFixed(2)} s`);
}
