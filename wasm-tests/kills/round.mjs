// Labels for as many kills as it is told, each of a tab, of the host or of the network, at any moment.

import { HostProcess, judge, Labeler } from "./labeler.mjs";
import { randomNumbers } from "./random_numbers.mjs";

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Each returns what it killed, and how that is brought back. */
const killers = {
  async tab({ labeler }) {
    await closeTab(labeler);
    return { killed: ["tab"], bringBack: () => labeler.open() };
  },
  async host({ host }) {
    await host.kill();
    return { killed: ["host"], bringBack: () => host.restart() };
  },
  async network({ labeler }) {
    await labeler.page.setOfflineMode(true);
    return { killed: ["network"], bringBack: () => labeler.page.setOfflineMode(false) };
  },
  /** The next page finds no host, and what the page before could not send. */
  async hostAndTab({ labeler, host, random }) {
    await host.kill();
    await sleep(random() * 300);
    await closeTab(labeler);
    const bringBack = async () => {
      const opening = labeler.open();
      await Promise.all([opening, sleep(random() * 600).then(() => host.restart())]);
    };
    return { killed: ["host", "tab"], bringBack };
  },
};

async function closeTab({ page, canCrash }) {
  if (canCrash) {
    const session = await page.createCDPSession();
    session.send("Page.crash").catch(() => undefined); // never answers
    await sleep(50);
  }
  // What has crashed may never say that it is closed.
  await Promise.race([page.close({ runBeforeUnload: false }).catch(() => undefined), sleep(5000)]);
}

/**
 * {kills, steps, tasks, restores, repeats, lost, duplicates, others}; the last three are sentences. The seed decides what is
 * killed and when, and how the labeler labels. `passphrase`: what the page keeps is sealed with it; none: it is not.
 */
export async function runRound({ name, browser, siteUrl, kills, seed, file, passphrase = "" }) {
  const random = randomNumbers(seed);
  const host = await HostProcess.start(file, seed);
  const context = await browser.createBrowserContext();
  const labeler = new Labeler(context, siteUrl, host, randomNumbers(seed + 1), passphrase);
  labeler.canCrash = name === "chromium";
  const kinds = Object.keys(killers).filter((kind) => kind !== "network" || name === "chromium");
  const counts = {};
  try {
    await labeler.open();
    for (let count = 0; count < kills; ) {
      const kind = kinds[Math.floor(random() * kinds.length)];
      const [moment, pause] = [50 + random() * 700, random() * 600];
      const labeling = labeler.label().catch(() => undefined); // its page was killed
      await sleep(moment);
      const { killed, bringBack } = await killers[kind]({ labeler, host, random });
      await sleep(killed.includes("tab") ? 0 : pause); // it labels on without the host
      labeler.isStopped = true;
      await Promise.race([labeling, sleep(20_000)]); // a page that has crashed may never answer
      await bringBack();
      killed.forEach((what) => (counts[what] = (counts[what] ?? 0) + 1));
      count += killed.length;
    }
    await labeler.finish();
    const { steps, restores } = labeler;
    return { kills: counts, steps, restores, ...(await judge(host, labeler)) };
  } finally {
    await context.close().catch(() => undefined);
    await host.kill();
  }
}
