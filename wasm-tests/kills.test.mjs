// A short run of what wasm-tests/kills/kill.mjs does a thousand times.

import { runRound } from "./kills/round.mjs";
import { equal, ok, test } from "./support/registry.mjs";

for (const [how, passphrase] of [["", ""], [", sealed with a passphrase", "correct horse"]]) {
  test(`whatever is killed while somebody labels${how}, no step is lost and nothing arrives twice`, async (visit) => {
    const file = new URL(`../build/wasm-tests/kills-${visit.browserName}.jsonl`, import.meta.url).pathname;
    const report = await runRound({ name: visit.browserName, browser: visit.page.browser(), siteUrl: visit.server.url, kills: 10, seed: 7, file, passphrase });
    equal([report.lost, report.duplicates, report.others], [[], [], []], "what is lost, twice there, or wrong");
    ok(report.steps >= 5 && report.restores >= 1 && report.tasks >= 1, `too little was done: ${JSON.stringify(report)}`);
  });
}
