// `./dev bench quality`: figures of quality control, weak supervision and active learning, each beside
// the published or reference one, and how time and memory grow. Everything is printed by driving the tool.
//
//   node native-tests/bench/quality.mjs [--only crowd,weak,sampling,growth,queue,speed] [--seeds N] [--most ANSWERS]
//
// The data are those of CARTOUCHE_DATASETS, or of ../shared/quality/datasets beside the checkout, with
// the reference values beside that folder; without them only `growth`, `queue` and most of `speed` run.
// Ten million answers: --most 10000000.

import { existsSync, mkdirSync, readFileSync } from "node:fs";

import { measureCrowds } from "./quality_crowds.mjs";
import { measureGrowth, measureQueue } from "./quality_growth.mjs";
import { measureSampling } from "./quality_sampling.mjs";
import { measureSpeed } from "./quality_speed.mjs";
import { measureWeak } from "./quality_weak.mjs";

const root = new URL("../../", import.meta.url).pathname;

function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
}

const datasets = process.env.CARTOUCHE_DATASETS ?? new URL("../shared/quality/datasets", `file://${root}`).pathname;
const reference = `${datasets}/../reference-values.json`;
const context = {
  datasets,
  reference: existsSync(reference) ? JSON.parse(readFileSync(reference, "utf8")).dataset_level : undefined,
  work: `${root}build/bench/quality`,
  seeds: Number(option("seeds", 10)),
  most: Number(option("most", 1_000_000)),
};
mkdirSync(context.work, { recursive: true });

const parts = { crowd: measureCrowds, weak: measureWeak, sampling: measureSampling, growth: measureGrowth, queue: measureQueue, speed: measureSpeed };
const needData = ["crowd", "weak", "sampling"];
for (const name of option("only", Object.keys(parts).join(",")).split(",")) {
  if (!parts[name]) {
    console.error(`There is no part "${name}"; there are ${Object.keys(parts).join(", ")}.`);
    process.exitCode = 2;
  } else if (needData.includes(name) && !context.reference) {
    console.log(`\n${name}: skipped, the data are not in ${datasets}`);
  } else {
    await parts[name](context);
  }
}
