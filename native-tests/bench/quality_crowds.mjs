// Accuracies of each way to make one label of many, on real crowds.

import { existsSync } from "node:fs";

import { figure, printTitle, runTool } from "./quality_tool.mjs";

// By the names of the reference values.
const methods = {
  MV_first: ["majority"],
  Wawa: ["wawa"],
  ZBS: ["zero-based-skill"],
  DS100: ["dawid-skene"],
  "DS_smooth.01": ["dawid-skene", "--smoothing", "0.01"],
  OneCoin: ["one-coin"],
  ZenCrowd20: ["zencrowd"],
  IBCC: ["ibcc"],
  BWA: ["bwa"],
  MACE_vb_det: ["mace"],
  MACE_em_det: ["mace-em"],
  KOS: ["kos"],
  GLAD: ["glad"],
};

export async function measureCrowds({ datasets, reference }) {
  printTitle("Crowds: accuracy", `${"data".padEnd(12)}${"method".padEnd(16)}    ours  reference   apart   seconds`);
  let apart = 0;
  let rows = 0;
  for (const [name, expected] of Object.entries(reference.crowd_accuracy)) {
    const folder = `${datasets}/crowd/${name}`;
    if (!existsSync(`${folder}/label.csv`)) {
      continue;
    }
    for (const [method, [tool, ...rest]] of Object.entries(methods)) {
      if (expected[method] === undefined) {
        continue;
      }
      const { result, seconds } = await runTool([
        "aggregate", "--answers", `${folder}/label.csv`, "--truth", `${folder}/truth.csv`, "--method", tool, ...rest,
      ]);
      // A truth that nobody answered is left out by the tool; the reference counts it as wrong.
      const ours = (result.accuracy * result.known) / expected.n.truth;
      const difference = Math.abs(ours - expected[method]);
      rows += 1;
      apart += difference > 0.002 ? 1 : 0;
      console.log(`${name.padEnd(12)}${method.padEnd(16)}${figure(ours)} ${figure(expected[method])} ${figure(difference)} ${figure(seconds, 2)}`);
    }
  }
  console.log(`${rows} rows, ${apart} of them more than 0.002 apart`);
}
