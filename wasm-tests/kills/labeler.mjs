// A labeler that goes on whatever dies: labels with real keys, submits, and remembers how far it had got.

import { mkdirSync, rmSync } from "node:fs";
import { fork } from "node:child_process";
import { createServer } from "node:net";
import { dirname } from "node:path";

const patienceMs = 30_000;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** None of those that a browser's own connections take while the host is down: it could not be started again on such a one. */
async function freePort() {
  for (;;) {
    const server = createServer().listen(10_000 + Math.floor(Math.random() * 20_000), "127.0.0.1");
    const isFree = await new Promise((resolve) => server.once("listening", () => resolve(true)).once("error", () => resolve(false)));
    if (isFree) {
      const { port } = server.address();
      await new Promise((resolve) => server.close(resolve));
      return port;
    }
  }
}

/** The host server as a process. */
export class HostProcess {
  #child = null;

  constructor(file, port, seed) {
    Object.assign(this, { file, port, seed, url: `http://127.0.0.1:${port}` });
  }

  static async start(file, seed) {
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { force: true });
    const host = new HostProcess(file, await freePort(), seed);
    await host.restart();
    return host;
  }

  async restart() {
    for (let isListening = false; !isListening; ) {
      this.#child = fork(new URL("host.mjs", import.meta.url), [this.file, this.port, this.seed].map(String));
      isListening = await new Promise((resolve) => this.#child.once("message", () => resolve(true)).once("exit", () => resolve(false)));
    }
  }

  async kill() {
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) {
      return;
    }
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  }

  async taken() {
    return (await fetch(`${this.url}/taken`)).json();
  }
}

export class Labeler {
  /** Task: the most answers that it was seen to have. */
  seen = new Map();
  lost = [];
  steps = 0;
  restores = 0;
  isStopped = false;
  /** The task that the page shows at the end. */
  shown = null;
  #page = null;

  constructor(context, siteUrl, host, random, passphrase) {
    Object.assign(this, { context, host, random });
    this.url = `${siteUrl}kills/labeling.html?${new URLSearchParams({ host: host.url, passphrase })}`;
  }

  get page() {
    return this.#page;
  }

  async open() {
    this.#page = await this.context.newPage();
    await this.#page.setViewport({ width: 480, height: 360 }); // little to draw
    await this.#page.exposeFunction("noteStep", (task, count) => this.#note(task, count));
    await this.#page.goto(this.url, { waitUntil: "load" });
    const { id } = await this.#ready();
    this.restores += this.seen.has(id) ? 1 : 0;
    await this.#compare();
  }

  /** Labels until it is stopped, or the page dies: then it rejects. */
  async label() {
    const page = this.#page;
    for (this.isStopped = false; !this.isStopped && page === this.#page; ) {
      await this.#step();
    }
  }

  /** Until the host has everything. */
  async finish() {
    const start = Date.now();
    for (;;) {
      const { id, isReady, isSubmitted, unsaved } = await this.#state();
      if (unsaved === 0 && isReady && !isSubmitted) {
        this.shown = id;
        return this.#compare();
      }
      if (Date.now() - start > patienceMs) {
        throw new Error(`${unsaved} annotations do not reach the host`);
      }
      await sleep(50);
    }
  }

  async #step() {
    const before = await this.#ready();
    if (before.isSubmitted) {
      await sleep(50); // on its way; the page goes on once the host has it
      return;
    }
    if (before.count >= 9 || (before.count > 2 && this.random() < 0.3)) {
      await this.#submit(before);
      return;
    }
    await this.#page.keyboard.press(String(before.count + 1));
    // Pressed twice, a key would take its answer back: a page that is slow is waited for, also when it is to stop.
    for (const start = Date.now(); (await this.#state()).count <= before.count; await sleep(5)) {
      if (Date.now() - start > patienceMs) {
        throw new Error("the page does not take its keys");
      }
    }
    this.steps += 1;
    await sleep(this.random() * 120); // a person, if a quick one
  }

  async #submit(before) {
    await this.#page.keyboard.down("Control");
    await this.#page.keyboard.press("Enter");
    await this.#page.keyboard.up("Control");
    for (let now = before; now.id === before.id && !this.isStopped; await sleep(20)) {
      now = await this.#state();
    }
  }

  /** Once the page shows a task, and has the keys. */
  async #ready() {
    const start = Date.now();
    for (;;) {
      const state = await this.#state();
      if (state.isReady) {
        await this.#page.evaluate(() => {
          const root = document.querySelector("cartouche-editor").shadowRoot;
          if (!root.activeElement) {
            root.querySelector("[role=checkbox]")?.focus();
          }
        });
        return state;
      }
      if (Date.now() - start > patienceMs) {
        throw new Error("no task comes");
      }
      await sleep(20);
    }
  }

  #state() {
    return this.#page.evaluate(() => window.state());
  }

  #note(task, count) {
    this.seen.set(task, Math.max(this.seen.get(task) ?? 0, count));
  }

  /** What the page shows must be all that was seen before. */
  async #compare() {
    const { id, count } = await this.#state();
    const seen = this.seen.get(id) ?? 0;
    if (count < seen) {
      this.lost.push(`task ${id} had ${seen} answers before, and has ${count}`);
    }
  }
}

/** What the host has, held against what was seen and what the page shows now: what is wrong with it, in sentences. */
export async function judge(host, { seen, lost, shown }) {
  const { taken, repeats } = await host.taken();
  const byTask = Map.groupBy(taken, ({ annotation }) => annotation.task);
  const report = { tasks: byTask.size, repeats, lost: [...lost], duplicates: [], others: [] };
  for (const [task, annotations] of byTask) {
    const [answers] = annotations.map(({ annotation }) => annotation.result.flatMap(({ value }) => value.choices));
    if (annotations.length > 1) {
      report.duplicates.push(`the host has ${annotations.length} annotations of task ${task}`);
    }
    if (answers.length < (seen.get(task) ?? 0)) {
      report.lost.push(`the host has ${answers.length} answers of task ${task}, of which ${seen.get(task)} were seen`);
    }
    if (answers.some((answer, index) => answer !== `c${index + 1}`)) {
      report.others.push(`the answers of task ${task} are ${answers}`);
    }
  }
  const missing = [...seen.keys()].filter((task) => !byTask.has(task) && task !== shown);
  report.lost.push(...missing.map((task) => `the host never got task ${task}`));
  return report;
}
