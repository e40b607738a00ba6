// Labels for as many kills as it is told, each of a tab, of the host or of the network, at any moment.

import { HostProcess, judge, Labeler, randomNumbers } from "./labeler.mjs";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Each returns how it is brought back. */
const killers = {
  async tab({ labeler }) {
    const { page } = labeler;
    if (labeler.canCrash) {
      const session = await page.createCDPSession();
      session.send("Page.crash").catch(() => undefined); // never answers
      await sleep(50);
    }
    await page.close({ runBeforeUnload: false }).catch(() => undefined);
    return () => labeler.open();
  },
  async host({ host }) {
    await host.kill();
    return () => host.restart();
  },
  async network({ labeler }) {
    await labeler.page.setOfflineMode(true);
    return () => labeler.page.setOfflineMode(false);
  },
};

/** {kills, steps, tasks, restores, problems}. `passphrase`: what the page keeps is sealed with it; none: it is not. */
export async function run({ name, browser, siteUrl, kills, seed, file, passphrase = "", onProgress = () => undefined }) {
  const random = randomNumbers(seed);
  const host = await HostProcess.start(file);
  const context = await browser.createBrowserContext();
  const labeler = new Labeler(context, siteUrl, host, random, passphrase);
  labeler.canCrash = name === "chromium";
  const kinds = name === "chromium" ? ["tab", "host", "network"] : ["tab", "host"];
  const counts = Object.fromEntries(kinds.map((kind) => [kind, 0]));
  try {
    await labeler.open();
    for (let kill = 0; kill < kills; ++kill) {
      const kind = kinds[Math.floor(random() * kinds.length)];
      const labeling = labeler.label().catch(() => undefined); // its page was killed
      await sleep(50 + random() * 700);
      const bringBack = await killers[kind]({ labeler, host });
      await sleep(kind === "tab" ? 0 : random() * 600); // it labels on without the host
      labeler.isStopped = true;
      await labeling;
      await bringBack();
      counts[kind] += 1;
      onProgress(kill + 1, labeler);
    }
    await labeler.finish();
    const { problems, tasks } = await judge(host, labeler.seen);
    return { kills: counts, steps: labeler.steps, tasks, restores: labeler.restores, problems: [...labeler.losses, ...problems] };
  } finally {
    await context.close().catch(() => undefined);
    await host.kill();
  }
}

// node wasm-tests/kills/kill.mjs [--kills N] [--seed N] [--browser NAME] [--passphrase TEXT]
if (import.meta.filename === process.argv[1]) {
  const { launchers } = await import("../support/browsers.mjs");
  const { projectFolders, startServer } = await import("../../site/serve.mjs");
  const option = (name, otherwise) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise);
  const root = new URL("../../", import.meta.url).pathname;
  const server = await startServer({ folders: { ...projectFolders, "/kills/": new URL("./", import.meta.url).pathname } });
  const launched = await launchers[option("--browser", "chromium")]();
  const start = Date.now();
  const report = await run({
    ...launched, siteUrl: server.url, kills: Number(option("--kills", 1000)), seed: Number(option("--seed", 1)),
    passphrase: option("--passphrase", ""), file: `${root}build/wasm-tests/kills-host.jsonl`,
    onProgress: (kill, { steps, losses }) => kill % 20 === 0 && console.log(`${kill} kills, ${steps} steps, ${losses.length} losses, ${Math.round((Date.now() - start) / 1000)} s`),
  });
  await launched.close();
  await server.close();
  console.log(JSON.stringify(report, null, 2));
  process.exit(report.problems.length > 0 ? 1 : 0);
}
