// Runs the browser tests: node wasm-tests/run.mjs [--browser NAME] [--filter TEXT]

import { readdir } from "node:fs/promises";
import { answerTestRequests } from "./support/host_server.mjs";
import { launchers } from "./support/browsers.mjs";
import { tests } from "./support/registry.mjs";
import { Visit } from "./support/visit.mjs";
import { projectFolders, startServer } from "../site/serve.mjs";

const here = new URL("./", import.meta.url);
const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : null);
const browsers = option("--browser") ? [option("--browser")] : Object.keys(launchers);
const filter = option("--filter") ?? "";
const longestMs = 90_000;

for (const file of (await readdir(here)).filter((name) => name.endsWith(".test.mjs")).sort()) {
  await import(new URL(file, here));
}

const counts = { passed: 0, failed: 0, skipped: 0 };
const remarks = []; // told once more at the end, where they are seen
const server = await startServer({
  folders: {
    ...projectFolders, "/pages/": new URL("pages", here).pathname, "/kills/": new URL("kills", here).pathname,
    "/label-studio-pages/": new URL("label_studio", here).pathname,
    "/apps/": new URL("apps", here).pathname, "/built-apps/": new URL("../build/wasm-tests/apps", here).pathname,
    "/installed/": new URL("../build/wasm-tests/installed", here).pathname,
  },
  ...answerTestRequests(),
});
for (const name of browsers) {
  const launched = await launchers[name]();
  for (const test of tests.filter((candidate) => candidate.name.includes(filter))) {
    await runTest(launched, test);
  }
  await launched.close();
}
await server.close();
console.log(remarks.length > 0 ? `\n${remarks.join("\n")}` : "");
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);

async function runTest({ name, browser }, test) {
  const reason = test.only && test.only !== name ? `only ${test.only} can` : test.skip;
  if (reason) {
    counts.skipped += 1;
    console.log(`  skip  ${name}: ${test.name} (${reason})`);
    return;
  }
  const problem = await attempt({ name, browser }, test);
  if (!problem) {
    counts.passed += 1;
    console.log(`  ok    ${name}: ${test.name}`);
    return;
  }
  // What fails on a busy machine and not in a second attempt is told, and is no failure.
  const again = await attempt({ name, browser }, test);
  counts[again ? "failed" : "passed"] += 1;
  const remark = again ? `  FAIL  ${name}: ${test.name}\n        ${again}`
    : `  ok    ${name}: ${test.name}\n        at the second attempt; at the first: ${problem}`;
  console.log(remark);
  remarks.push(remark);
}

/** Runs the test in a page of its own. What went wrong, or null. */
async function attempt({ name, browser }, test) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1000, height: 800, deviceScaleFactor: 1 });
  const visit = new Visit(name, page, server);
  try {
    await withTimeout(test.run(visit));
    return visit.problems.length > 0 ? `the page complained: ${visit.problems.join("; ")}` : null;
  } catch (error) {
    return [error.message, ...visit.problems].join("\n        ");
  } finally {
    await context.close();
  }
}

function withTimeout(promise) {
  const timeout = new Promise((_, reject) => setTimeout(() => reject(new Error(`took longer than ${longestMs} ms`)), longestMs).unref());
  return Promise.race([promise, timeout]);
}
