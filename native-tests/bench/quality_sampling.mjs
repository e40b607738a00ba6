// How good a small model is after so many labels, by how they are chosen.

import { existsSync, readFileSync, writeFileSync } from "node:fs";

import { cell, figure, printTitle, runTool } from "./quality_tool.mjs";
import { readRows } from "./quality_weak.mjs";

// The names of the published curves.
const strategies = {
  random: "random",
  least_conf: "least-confidence",
  margin: "margin",
  entropy: "entropy",
  density_entropy: "entropy-density",
  kcenter: "k-center",
  kmeans: "k-means",
  typiclust: "typiclust",
  badge: "badge",
  margin_kcenter: "margin-k-center",
};
const shownLabels = [10, 20, 50, 100, 200];

function writeTexts(work, name, parts) {
  for (const [part, rows] of Object.entries(parts)) {
    writeFileSync(`${work}/al-${name}-${part}.csv`, ["item,text", ...rows.map((row, item) => `${item},${cell(row.text)}`)].join("\n"));
    writeFileSync(`${work}/al-${name}-${part}-truth.csv`, ["item,label", ...rows.map((row, item) => `${item},${row.label}`)].join("\n"));
  }
}

/** In an order that is the same each time (Fisher and Yates, drawn by Knuth's linear congruential generator). */
function shuffled(rows) {
  let state = 1n;
  const draw = (below) => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number((state >> 33n) % BigInt(below));
  };
  const order = [...rows];
  for (let at = order.length - 1; at > 0; --at) {
    const other = draw(at + 1);
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

/** The whole collection of messages, which the reference curves are of; WRENCH's part of it is smaller. */
function readMessages(path) {
  const rows = shuffled(
    readFileSync(path, "utf8")
      .split("\n")
      .slice(1)
      .filter((line) => line)
      .map((line) => line.split("\t"))
      .map(([label, ...text]) => ({ label: label === "spam" ? 1 : 0, text: text.join("\t") })),
  );
  const pool = Math.ceil(rows.length * 0.75);
  return { train: rows.slice(0, pool), test: rows.slice(pool) };
}

function writeDigits(work, folder) {
  for (const [part, file] of [["train", "optdigits.tra"], ["test", "optdigits.tes"]]) {
    const rows = readFileSync(`${folder}/${file}`, "utf8").trim().split("\n").map((line) => line.split(","));
    const columns = Array.from({ length: 64 }, (_, index) => `p${index}`);
    writeFileSync(`${work}/al-digits-${part}.csv`, [`item,${columns}`, ...rows.map((row, item) => `${item},${row.slice(0, 64)}`)].join("\n"));
    writeFileSync(`${work}/al-digits-${part}-truth.csv`, ["item,label", ...rows.map((row, item) => `${item},${row[64]}`)].join("\n"));
  }
}

function publishedCurves(path) {
  const lines = existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
  return Object.fromEntries(lines.map((line) => JSON.parse(line)).map((curve) => [curve.strategy ?? "full", curve]));
}

/**
 * One figure beside the reference's mean; a star where they are more than two of its standard deviations apart. A run on
 * texts may find the rarer label late, or not at all, which one in ten does: a mean of three runs says little.
 *
 * So does one way to split the messages, and the reference names none. By entropy and density, F1 after 200 labels is 0.870
 * (deviation 0.026) of ten runs on the split below, which goes as the reference's does (100 labels: 0.706 and 0.707, 150: 0.816
 * and 0.824, 200: 0.885), and 0.73 to 0.85 on nine others, where one to three runs of ten have yet to find spam (deviation up to
 * 0.33). What is left open by the reference moves less than that: densities among all messages, not 500, give 0.850 on this
 * split, among 500 of each run's own 0.830, without a message itself 0.850. The order of picks is that of entropy nearly
 * everywhere: two texts without a common word are the square root of 2 apart, so that densities lie between 0.41 and 0.5. They
 * decide among texts of whose words the model knows none, and there they prefer short, common ones, which are no spam.
 */
function besideReference(ours, [mean, deviation] = []) {
  const isFar = ours !== undefined && mean !== undefined && Math.abs(ours - mean) > 2 * deviation;
  return `${figure(ours, 3)}${figure(mean, 3)}${isFar ? "*" : " "}`;
}

export async function measureSampling({ datasets, work, seeds }) {
  const youtube = (part) => readRows(`${datasets}/ws/youtube/${part}.tsv`);
  writeTexts(work, "youtube", { train: youtube("train"), test: youtube("test") });
  writeTexts(work, "sms", readMessages(`${datasets}/text/sms_spam/SMSSpamCollection`));
  writeDigits(work, `${datasets}/tabular`);
  const sets = [
    { name: "youtube", score: "acc", fields: ["--text", "text"] },
    { name: "sms", score: "f1", fields: ["--text", "text"] },
    { name: "digits", score: "acc", fields: ["--numbers", Array.from({ length: 64 }, (_, index) => `p${index}`).join(","), "--scale", "alike"] },
  ];
  for (const { name, score, fields } of sets) {
    const published = publishedCurves(`${datasets}/published/own_alC10_${name}.jsonl`);
    printTitle(
      `Active learning, ${name}: ${score} after so many labels, ${seeds} runs; behind each the reference of 10 runs, * two deviations off`,
      `${"strategy".padEnd(18)}${shownLabels.map((labels) => `${String(labels).padStart(18)} `).join("")}   seconds`,
    );
    for (const [key, strategy] of Object.entries(strategies)) {
      const base = `${work}/al-${name}`;
      const { result, seconds } = await runTool([
        "sample", "--data", `${base}-train.csv`, "--truth", `${base}-train-truth.csv`, "--test", `${base}-test.csv`,
        "--test-truth", `${base}-test-truth.csv`, ...fields, "--strategy", strategy, "--seeds", String(seeds),
      ]);
      const cells = shownLabels.map((labels) => {
        const point = result.curve.find((candidate) => candidate.labels === labels);
        return besideReference(score === "f1" ? point?.f1 : point?.accuracy, published[key]?.[score]?.[labels]);
      });
      console.log(`${strategy.padEnd(18)}${cells.join("")} ${figure(seconds, 1)}`);
    }
  }
}
