// How soon many regions on an image are drawn, and what an event costs while one of them is dragged, a new one
// is drawn, the image is zoomed and moved, and the pointer wanders. Real mouse events; the next one comes when
// the frame of the last one is done, so that none waits for another.

import { pidsOf } from "./cold_start.mjs";
import { latenciesIn } from "./event_latency.mjs";
import { cpuOf, mainThreadMs, sleep } from "./machine.mjs";
import { attempt, percentile, settleMs, takeTurns } from "./stage.mjs";
import { spreadOf } from "./summary.mjs";

const eventCount = 40;
const cornersOfPolygon = 20;
const mostFirstMs = 10_000; // what takes longer is not waited for again: its first time stands for both
const mostPhaseMs = 20_000; // then the events so far are the measurement

/** What is measured: more than `most` regions a subject cannot show in a time that can be waited for. */
export const loads = [
  { kind: "rectangles", count: 10 },
  { kind: "rectangles", count: 1000 },
  { kind: "rectangles", count: 10_000 },
  { kind: "rectangles", count: 100_000 },
  { kind: "polygons", count: 1000 },
  { kind: "polygons", count: 5000 },
];
const most = { "label-studio": 10_000, annotorious: 10_000 };

/** The region that is dragged, the last one, in the middle. */
const target = { x: 42, y: 42, width: 6, height: 6 };
/** Small ones beside it. All others leave the middle free, so that whoever zooms it sees these ten alone. */
const beside = Array.from({ length: 9 }, (_, index) => ({ x: 44 + 1.3 * index, y: 56.5, width: 0.7, height: 0.7 }));
const free = { from: 40, to: 60 };
const fresh = [[53, 44], [59, 52]]; // where one is drawn
const empty = [62, 38]; // where the pointer wanders from

/** The same numbers on every machine. */
function* randomNumbers() {
  for (let state = 1; ; ) {
    state = (state * 48271) % 2147483647;
    yield state / 2147483647;
  }
}

function polygonIn({ x, y, width, height }) {
  return Array.from({ length: cornersOfPolygon }, (_, index) => {
    const angle = (2 * Math.PI * index) / cornersOfPolygon;
    return [x + (width / 2) * (1 + Math.cos(angle)), y + (height / 2) * (1 + Math.sin(angle))];
  });
}

function regionsOf({ kind, count }) {
  const random = randomNumbers();
  const upTo = (limit) => random.next().value * limit;
  const boxes = [...beside];
  while (boxes.length < count - 1) {
    const box = { x: upTo(96), y: upTo(96), width: 1 + upTo(3), height: 1 + upTo(3) };
    const isInMiddle = box.x < free.to && box.x + box.width > free.from && box.y < free.to && box.y + box.height > free.from;
    if (!isInMiddle) {
      boxes.push(box);
    }
  }
  return [...boxes, target].map((box, index) => ({
    id: `r${index.toString(36).padStart(9, "0")}`,
    ...(kind === "polygons" ? { points: polygonIn(box) } : box),
  }));
}

/**
 * Does one thing after the other and waits for the frame of each: {latencies (milliseconds from what came in to
 * the frame on the screen), and for each event mainMs (of the page's main thread) and cpuMs (of all processes
 * of the browser)}.
 */
async function eventsOf(page, actions) {
  const pids = await pidsOf(page.browser());
  const client = await page.createCDPSession();
  await client.send("Performance.enable");
  await page.evaluate(() => (window.stageProbe.frames = 0));
  await page.tracing.start({ categories: ["input"] });
  const [start, cpuBefore, mainBefore] = [Date.now(), cpuOf(pids), await mainThreadMs(client)];
  let count = 0;
  do {
    await actions[count]();
    await page.evaluate((count) => window.stageProbe.reached(count), ++count);
  } while (count < actions.length && Date.now() - start < mostPhaseMs);
  const mainMs = ((await mainThreadMs(client)) - mainBefore) / count;
  const cpuMs = ((cpuOf(pids) - cpuBefore) * 1000) / count;
  const latencies = latenciesIn(await page.tracing.stop());
  await client.detach();
  return { latencies, mainMs, cpuMs };
}

class Hand {
  constructor(page) {
    this.page = page;
  }

  place([x, y]) {
    return this.page.evaluate((x, y) => window.stage.place(x, y), x, y);
  }

  async setTool(name) {
    const key = await this.page.evaluate((name) => {
      window.stage.setTool?.(name);
      return window.stage.keys?.[name];
    }, name);
    if (key) {
      await this.page.keyboard.press(key);
    }
    await sleep(settleMs);
  }

  /** Moves in even steps, each an action. */
  path([fromX, fromY], [toX, toY], steps = eventCount) {
    return Array.from({ length: steps }, (_, index) => {
      const part = (index + 1) / steps;
      return () => this.page.mouse.move(fromX + (toX - fromX) * part, fromY + (toY - fromY) * part);
    });
  }

  read(name) {
    return this.page.evaluate((name) => window.stage[name]?.() ?? null, name);
  }
}

/** Says so when nothing came of it: a figure of what did not happen is none. */
async function checked(hand, name, action) {
  const before = await hand.read(name);
  const figures = await action();
  await sleep(settleMs);
  return (await hand.read(name)) === before ? { error: `${name} did not change` } : figures;
}

async function drag(hand) {
  const middle = [target.x + target.width / 2, target.y + target.height / 2];
  const [from, to] = [await hand.place(middle), await hand.place([middle[0] + 4, middle[1] + 8])];
  const { mouse } = hand.page;
  await hand.setTool("select");
  await mouse.move(...from);
  if (await hand.page.evaluate(() => window.stage.isClickedFirst)) {
    await mouse.click(...from);
    await sleep(settleMs);
  }
  return checked(hand, "target", async () => {
    await mouse.down();
    const figures = await eventsOf(hand.page, hand.path(from, to));
    await mouse.up();
    return figures;
  });
}

async function draw(hand) {
  const [from, to] = [await hand.place(fresh[0]), await hand.place(fresh[1])];
  const { mouse } = hand.page;
  await hand.page.keyboard.press("Escape");
  await hand.setTool("draw");
  await mouse.move(...from);
  return checked(hand, "count", async () => {
    await mouse.down();
    const figures = await eventsOf(hand.page, hand.path(from, to));
    await mouse.up();
    return figures;
  });
}

async function hover(hand) {
  await hand.setTool("select");
  const [from, to] = [await hand.place(empty), await hand.place([90, 90])];
  await hand.page.mouse.move(...from);
  return eventsOf(hand.page, hand.path(from, to));
}

async function zoom(hand) {
  const { mouse, keyboard } = hand.page;
  await mouse.move(...(await hand.place([50, 50])));
  await keyboard.down("Control");
  const result = await checked(hand, "view", () =>
    eventsOf(hand.page, Array.from({ length: 15 }, () => () => mouse.wheel({ deltaY: -60 }))));
  await keyboard.up("Control");
  return result;
}

/** By the middle button, of an image that is zoomed so far that ten regions are to be seen. */
async function pan(hand) {
  const { mouse } = hand.page;
  const from = await hand.place([50, 50]);
  await mouse.move(...from);
  return checked(hand, "view", async () => {
    await mouse.down({ button: "middle" });
    const figures = await eventsOf(hand.page, hand.path(from, [from[0] + 40, from[1] + 10]));
    await mouse.up({ button: "middle" });
    return figures;
  });
}

/** {firstMs, loadMs, drag, draw, hover, zoom, pan: what eventsOf resolves with, or {error}}. */
async function measure(page, load) {
  const loadOnce = async () => {
    const ms = await page.evaluate((regions) => window.stageProbe.load(regions), regionsOf(load));
    await sleep(settleMs);
    return ms;
  };
  const firstMs = await loadOnce();
  const loadMs = firstMs > mostFirstMs ? firstMs : await loadOnce();
  await page.evaluate(() => window.stageProbe.watch(["pointermove", "wheel"]));
  const hand = new Hand(page);
  const figures = { firstMs, loadMs, hover: await attempt(() => hover(hand)), drag: await attempt(() => drag(hand)) };
  if (load.kind === "rectangles") {
    figures.draw = await attempt(() => draw(hand));
  }
  if ((await hand.read("view")) !== null) {
    figures.zoom = await attempt(() => zoom(hand));
    figures.pan = await attempt(() => pan(hand));
  }
  return figures;
}

const phases = ["hover", "drag", "draw", "zoom", "pan"];

function summary(runs) {
  const good = runs.filter(({ error }) => !error);
  const of = (read) => spreadOf(good.map(read));
  const figures = {
    firstMs: of(({ firstMs }) => firstMs),
    loadMs: of(({ loadMs }) => loadMs),
    errors: runs.flatMap(({ error }) => error ?? []),
  };
  for (const phase of phases) {
    const ofPhase = (read) => of((run) => run[phase]?.latencies && read(run[phase]));
    figures[phase] = ofPhase(({ latencies }) => percentile(latencies, 0.95));
    figures[`${phase}MedianMs`] = ofPhase(({ latencies }) => percentile(latencies, 0.5));
    figures[`${phase}MainMs`] = ofPhase(({ mainMs }) => mainMs);
    figures[`${phase}CpuMs`] = ofPhase(({ cpuMs }) => cpuMs);
    figures.errors.push(...good.flatMap((run) => (run[phase]?.error ? `${phase}: ${run[phase].error}` : [])));
  }
  return figures;
}

/** [{kind, count, subjects: {id: {firstMs, loadMs, errors, and of each phase its p95 (phase), phaseMedianMs, phaseMainMs, phaseCpuMs}}}], all but the errors spreads */
export function measureRegions(present, runs, waitMs) {
  return takeTurns("regions", {
    subjects: present.filter(({ drawsRegions }) => drawsRegions),
    loads,
    runs,
    waitMs,
    isAble: ({ id }, { count }) => count <= (most[id] ?? Infinity),
    measure,
    outcome: ({ firstMs, loadMs }) => `${Math.round(firstMs)} ms, then ${Math.round(loadMs)} ms`,
    summary,
  });
}
