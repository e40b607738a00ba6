// Labels made of the votes of labeling functions, on the published matrices of votes.

import { readFileSync, writeFileSync } from "node:fs";

import { cell, figure, printTitle, runTool } from "./quality_tool.mjs";

const sets = [
  { name: "youtube", functions: 10, score: "accuracy" },
  { name: "sms", functions: 73, score: "f1" },
  { name: "trec", functions: 68, score: "accuracy" },
  { name: "semeval", functions: 164, score: "accuracy" },
];

// The reference values' names; the generative model of SMS was trained for 100 rounds.
const models = {
  MV_test: () => ["majority"],
  DS_test: () => ["dawid-skene"],
  DSmiss_test: () => ["dawid-skene-missing"],
  Snorkel_unif: (set) => ["generative", "--iterations", set === "sms" ? "100" : "500"],
  FS_unif: () => ["triplet"],
  FSmed_unif: () => ["triplet-median"],
};

/** Rows of label, votes and text. */
export function readRows(path) {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => {
      const [label, votes, text] = line.split("\t");
      return { label: Number(label), votes: votes.split(" ").filter(Boolean), text: JSON.parse(text) };
    });
}

function writeSet(work, folder, set, part, labels) {
  const rows = readRows(`${folder}/${part}.tsv`);
  const columns = Array.from({ length: set.functions }, (_, index) => `f${index}`);
  const lines = rows.map((row, item) => {
    const cells = columns.map(() => "");
    for (const vote of row.votes) {
      const [index, label] = vote.split(":").map(Number);
      cells[index] = labels[label];
    }
    return [item, ...cells].join(",");
  });
  const base = `${work}/${set.name}-${part}`;
  writeFileSync(`${base}.csv`, [["item", ...columns].join(","), ...lines].join("\n"));
  writeFileSync(`${base}-truth.csv`, ["item,truth", ...rows.map((row, item) => `${item},${cell(labels[row.label])}`)].join("\n"));
}

export async function measureWeak({ datasets, reference, work }) {
  printTitle("Weak supervision, of the test set", `${"data".padEnd(10)}${"score".padEnd(10)}${"model".padEnd(14)}     ours  reference   seconds`);
  for (const set of sets) {
    const folder = `${datasets}/ws/${set.name}`;
    const labels = Object.values(JSON.parse(readFileSync(`${folder}/label.json`, "utf8"))).map((label) => label.replaceAll(",", " "));
    writeSet(work, folder, set, "train", labels);
    writeSet(work, folder, set, "test", labels);
    const functions = Array.from({ length: set.functions }, (_, index) => ({ name: `f${index}`, type: "annotator", field: `f${index}` }));
    writeFileSync(`${work}/${set.name}-functions.json`, JSON.stringify({ labels, functions }));
    for (const [name, optionsOf] of Object.entries(models)) {
      const expected = reference.weak_supervision[set.name][name];
      if (expected === undefined) {
        continue;
      }
      const [model, ...rest] = optionsOf(set.name);
      const base = `${work}/${set.name}`;
      const { result, seconds } = await runTool([
        "weak", "--data", `${base}-train.csv`, "--apply", `${base}-test.csv`, "--functions", `${base}-functions.json`,
        "--truth", `${base}-test-truth.csv`, "--ties", "hash", "--model", model, ...rest,
      ]);
      const ours = set.score === "f1" ? result.score.f1[labels.at(-1)] : result.score.accuracy;
      console.log(`${set.name.padEnd(10)}${set.score.padEnd(10)}${name.padEnd(14)}${figure(ours)} ${figure(expected)} ${figure(seconds, 2)}`);
    }
  }
}
