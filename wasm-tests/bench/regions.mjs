// How soon many regions on an image are drawn, and how soon a frame follows an event while one of them is
// dragged, a new one is drawn, the image is zoomed and moved, and the pointer wanders. Real mouse events;
// the next one comes when the frame of the last one is done, so that none waits for another.

import { pidsOf } from "./cold_start.mjs";
import { cpuOf, mainThreadMs, sleep } from "./machine.mjs";
import { attempt, percentile, settleMs, takeTurns } from "./stage.mjs";
import { spreadOf } from "./summary.mjs";

const eventCount = 40;
const cornersOfPolygon = 20;
const mostFirstMs = 10_000; // what takes longer is not waited for again: its first time stands for both
const mostPhaseMs = 20_000; // then the events so far are the measurement

/** What is measured: more than `most` regions a subject cannot show in a time that can be waited for. */
export const loads = [
  { kind: "rectangles", count: 1000 },
  { kind: "rectangles", count: 10_000 },
  { kind: "rectangles", count: 100_000 },
  { kind: "polygons", count: 1000 },
  { kind: "polygons", count: 5000 },
];
const most = { "label-studio": 10_000, annotorious: 10_000 };

/** The region that is dragged, the last one, in the middle, which all others leave free. */
const target = { x: 42, y: 42, width: 6, height: 6 };
const free = { from: 40, to: 60 };
const fresh = [[51, 51], [58, 58]]; // where one is drawn
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
  const boxes = [];
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

/** Does one thing after the other and waits for the frame of each: the latencies, in milliseconds. */
async function latenciesOf(page, actions) {
  await page.evaluate(() => (window.stageProbe.latencies = []));
  const start = Date.now();
  for (const [index, act] of actions.entries()) {
    await act();
    await page.evaluate((count) => window.stageProbe.reached(count), index + 1);
    if (Date.now() - start > mostPhaseMs) {
      break;
    }
  }
  return page.evaluate(() => window.stageProbe.latencies.splice(0));
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
  const latencies = await action();
  await sleep(settleMs);
  return (await hand.read(name)) === before ? { error: `${name} did not change` } : { p95Ms: percentile(latencies, 0.95), latencies };
}

/**
 * {p95Ms, latencies, and for each event mainMs (of the page's main thread) and cpuMs (of all processes of the
 * browser)}, or {error}. The latencies wait for the graphics process, which a page otherwise does not: what an
 * event costs is measured by further ones without that.
 */
async function drag(hand) {
  const middle = [target.x + target.width / 2, target.y + target.height / 2];
  const [from, to, further] = await Promise.all([[0, 0], [4, 8], [8, 4]].map(([x, y]) => hand.place([middle[0] + x, middle[1] + y])));
  const { mouse } = hand.page;
  await hand.setTool("select");
  await mouse.move(...from);
  if (await hand.page.evaluate(() => window.stage.isClickedFirst)) {
    await mouse.click(...from);
    await sleep(settleMs);
  }
  const pids = await pidsOf(hand.page.browser());
  const client = await hand.page.createCDPSession();
  await client.send("Performance.enable");
  let mainMs, cpuMs;
  const figures = await checked(hand, "target", async () => {
    await mouse.down();
    const latencies = await latenciesOf(hand.page, hand.path(from, to));
    await hand.page.evaluate(() => (window.stageProbe.waitsForGraphics = false));
    const [cpuBefore, mainBefore] = [cpuOf(pids), await mainThreadMs(client)];
    const { length } = await latenciesOf(hand.page, hand.path(to, further));
    mainMs = ((await mainThreadMs(client)) - mainBefore) / length;
    cpuMs = ((cpuOf(pids) - cpuBefore) * 1000) / length;
    await hand.page.evaluate(() => (window.stageProbe.waitsForGraphics = true));
    await mouse.up();
    return latencies;
  });
  await client.detach();
  return { ...figures, mainMs, cpuMs };
}

async function draw(hand) {
  const [from, to] = [await hand.place(fresh[0]), await hand.place(fresh[1])];
  const { mouse } = hand.page;
  await hand.page.keyboard.press("Escape");
  await hand.setTool("draw");
  await mouse.move(...from);
  return checked(hand, "count", async () => {
    await mouse.down();
    const latencies = await latenciesOf(hand.page, hand.path(from, to));
    await mouse.up();
    return latencies;
  });
}

async function hover(hand) {
  await hand.setTool("select");
  const [from, to] = [await hand.place(empty), await hand.place([90, 90])];
  await hand.page.mouse.move(...from);
  const latencies = await latenciesOf(hand.page, hand.path(from, to));
  return { p95Ms: percentile(latencies, 0.95), latencies };
}

async function zoom(hand) {
  const { mouse, keyboard } = hand.page;
  await mouse.move(...(await hand.place([50, 50])));
  await keyboard.down("Control");
  const result = await checked(hand, "view", () =>
    latenciesOf(hand.page, Array.from({ length: 12 }, () => () => mouse.wheel({ deltaY: -60 }))));
  await keyboard.up("Control");
  return result;
}

/** By the middle button, of an image that is zoomed. */
async function pan(hand) {
  const { mouse } = hand.page;
  const from = await hand.place([50, 50]);
  await mouse.move(...from);
  return checked(hand, "view", async () => {
    await mouse.down({ button: "middle" });
    const latencies = await latenciesOf(hand.page, hand.path(from, [from[0] + 60, from[1] + 40]));
    await mouse.up({ button: "middle" });
    return latencies;
  });
}

/** {firstMs, loadMs, drag, draw, hover, zoom, pan: {p95Ms} or {error}}. */
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
    dragMedianMs: of(({ drag }) => drag?.latencies && percentile(drag.latencies, 0.5)),
    dragMainMs: of(({ drag }) => drag?.mainMs),
    dragCpuMs: of(({ drag }) => drag?.cpuMs),
    errors: runs.flatMap(({ error }) => error ?? []),
  };
  for (const phase of phases) {
    figures[phase] = of((run) => run[phase]?.p95Ms);
    figures.errors.push(...good.flatMap((run) => (run[phase]?.error ? `${phase}: ${run[phase].error}` : [])));
  }
  return figures;
}

/** [{kind, count, subjects: {id: {firstMs, loadMs, dragMedianMs, dragMainMs, dragCpuMs, hover, drag, draw, zoom, pan (spreads of p95), errors}}}] */
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
