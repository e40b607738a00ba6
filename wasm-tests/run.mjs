// Runs the browser tests: node wasm-tests/run.mjs [--browser NAME] [--file TEXT] [--filter TEXT]
// `--file` is a part of a file's name, `--filter` one of a test's.
// The browsers run side by side, each in a process of its own.

import { fork } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { answerTestRequests } from "./support/host_server.mjs";
import { launchers } from "./support/browsers.mjs";
import { builtFolder } from "./support/built.mjs";
import { tests } from "./support/registry.mjs";
import { Visit } from "./support/visit.mjs";
import { projectFolders, startServer } from "../site/serve.mjs";

const here = new URL("./", import.meta.url);
const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : null);
const filter = option("--filter") ?? "";
const longestMs = 90_000;
const counts = { passed: 0, failed: 0, skipped: 0 };
const remarks = []; // told once more at the end, where they are seen
const stray = []; // failures that nobody waited for
process.on("unhandledRejection", (reason) => stray.push(`nobody waited for: ${reason?.stack ?? reason}`));

if (option("--browser")) {
  await runTests(option("--browser"));
} else {
  await Promise.all(Object.keys(launchers).map(runApart));
}
const code = counts.failed > 0 ? 1 : 0;
if (process.send) {
  process.send({ counts, remarks }, () => process.exit(code));
} else {
  console.log(remarks.length > 0 ? `\n${remarks.join("\n")}` : "");
  console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exit(code);
}

/** Adds what the process says of the browser. One that ends without a word counts as one failure. */
async function runApart(name) {
  const child = fork(new URL(import.meta.url), [...process.argv.slice(2), "--browser", name]);
  let said = null;
  child.once("message", (message) => (said = message));
  // Its last word may be read after it has ended, but not after the line to it is closed.
  const [[code, signal]] = await Promise.all([once(child, "close"), once(child, "disconnect")]);
  said ??= {
    counts: { passed: 0, failed: 1, skipped: 0 },
    remarks: [`  FAIL  ${name}: its tests did not come to an end (${signal ?? `exit code ${code}`})`],
  };
  Object.keys(counts).forEach((key) => (counts[key] += said.counts[key]));
  remarks.push(...said.remarks);
}

async function runTests(name) {
  for (const file of (await readdir(here)).filter((file) => file.endsWith(".test.mjs") && file.includes(option("--file") ?? "")).sort()) {
    await import(new URL(file, here));
  }
  const server = await startServer({
    folders: {
      ...projectFolders, "/pages/": new URL("pages", here).pathname, "/kills/": new URL("kills", here).pathname,
      "/label-studio-pages/": new URL("label_studio", here).pathname,
      "/apps/": new URL("apps", here).pathname, "/built-apps/": `${builtFolder}apps`, "/installed/": `${builtFolder}installed`,
    },
    ...answerTestRequests(),
  });
  const launched = await launchers[name]();
  for (const test of tests.filter((candidate) => candidate.name.includes(filter))) {
    await runTest({ ...launched, server }, test);
  }
  await launched.close();
  await server.close();
}

async function runTest({ name, browser, server }, test) {
  const reason = test.only && test.only !== name ? `only ${test.only} can` : test.skip;
  if (reason) {
    counts.skipped += 1;
    console.log(`  skip  ${name}: ${test.name} (${reason})`);
    return;
  }
  const problem = await attempt({ name, browser, server }, test);
  if (!problem) {
    counts.passed += 1;
    console.log(`  ok    ${name}: ${test.name}`);
    return;
  }
  // What fails on a busy machine and not in a second attempt is told, and is no failure.
  const again = await attempt({ name, browser, server }, test);
  counts[again ? "failed" : "passed"] += 1;
  const remark = again ? `  FAIL  ${name}: ${test.name}\n        ${again}`
    : `  ok    ${name}: ${test.name}\n        at the second attempt; at the first: ${problem}`;
  console.log(remark);
  remarks.push(remark);
}

/** Runs the test in a page of its own. What went wrong, or null. */
async function attempt({ name, browser, server }, test) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1000, height: 800, deviceScaleFactor: 1 });
  const visit = new Visit(name, page, server);
  try {
    await withTimeout(test.run(visit));
    const problems = [...visit.problems, ...stray.splice(0)];
    return problems.length > 0 ? `the page complained: ${problems.join("; ")}` : null;
  } catch (error) {
    return [error.message, ...visit.problems, ...stray.splice(0)].join("\n        ");
  } finally {
    await context.close();
  }
}

function withTimeout(promise) {
  const timeout = new Promise((_, reject) => setTimeout(() => reject(new Error(`took longer than ${longestMs} ms`)), longestMs).unref());
  return Promise.race([promise, timeout]);
}
