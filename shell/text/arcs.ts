/**
 * Relations between spans of a text, drawn as arcs over the lines: within a line from one beginning to the other, between
 * lines by way of the right edge. Those that would lie on each other lie beside each other. Only what is near is drawn.
 */

import type { TextRelation } from "../protocol.js";
import type { TextBody } from "./body.js";
import type { TextMarks } from "./marks.js";

/** Where an arc stands on a span: on the upper edge of its first line, from the body's corner. */
interface Foot {
  x: number;
  y: number;
}

interface Ends {
  relation: TextRelation;
  from: Foot;
  to: Foot;
}

/** The lanes are those over the lines of both ends, and the one along the edge, if they are of different lines. */
interface Route extends Ends {
  fromLane: number;
  toLane: number;
  edgeLane: number | null;
}

/** CSS pixels. */
const leastRise = 9;
const laneHeight = 9;
const mostLanes = 6;
const edgeRoom = 26;
const edgeWidth = 5;
const mostEdges = 4;
const footGap = 8;
const radius = 5;
const svgName = "http://www.w3.org/2000/svg";

export class TextArcs {
  readonly element = document.createElementNS(svgName, "svg");
  readonly #body: TextBody;
  readonly #marks: TextMarks;
  #relations: TextRelation[] = [];
  /** Lanes that there is room for between the lines: it only grows, so that lines do not jump. */
  #lanes = 0;
  /** There must be more room. */
  onLanes = (_count: number): void => undefined;

  constructor(body: TextBody, marks: TextMarks) {
    this.#body = body;
    this.#marks = marks;
    this.element.setAttribute("class", "arcs");
    this.element.setAttribute("aria-hidden", "true");
  }

  set(relations: TextRelation[]): void {
    this.#relations = relations;
    if (relations.length === 0 && this.#lanes > 0) {
      this.#lanes = 0;
      this.onLanes(0);
    }
    this.draw();
  }

  draw(): void {
    if (this.#relations.length === 0) {
      this.element.remove();
      return;
    }
    if (!this.element.isConnected) {
      this.#body.element.append(this.element);
    }
    const width = this.#body.element.clientWidth;
    const routes = routesOf(this.#ends(), width - edgeRoom);
    const lanes = Math.max(1, ...routes.map(({ fromLane, toLane }) => Math.max(fromLane, toLane) + 1));
    if (lanes > this.#lanes) {
      this.#lanes = lanes;
      this.onLanes(lanes); // draws again
      return;
    }
    this.element.replaceChildren(...routes.flatMap((route) => drawn(route, width - edgeRoom)));
  }

  /** Of what is near; of a relation that leads far away, the near end is seen. */
  #ends(): Ends[] {
    const boxes = this.#marks.firstLines(this.#body.element.getBoundingClientRect());
    const near = this.#relations.filter(({ from, to }) => boxes.has(from) || boxes.has(to));
    const places = new Map<number, TextRelation[]>(); // of each region, what stands on it
    for (const relation of near) {
      for (const region of [relation.from, relation.to]) {
        places.set(region, [...(places.get(region) ?? []), relation]);
      }
    }
    const footOf = (relation: TextRelation, region: number): Foot | null => {
      const box = boxes.get(region);
      if (!box) {
        return this.#guess(region);
      }
      const all = places.get(region)!;
      const gap = Math.min(footGap, box.width / (all.length + 1));
      return { x: box.left + box.width / 2 + (all.indexOf(relation) - (all.length - 1) / 2) * gap, y: box.top };
    };
    return near.flatMap((relation) => {
      const [from, to] = [footOf(relation, relation.from), footOf(relation, relation.to)];
      return from && to ? [{ relation, from, to }] : [];
    });
  }

  /** Of what was never laid out. */
  #guess(region: number): Foot | null {
    const span = this.#marks.span(region);
    const block = span && this.#body.blockAt(span.start);
    if (!block) {
      return null;
    }
    const [own, all] = [block.element.getBoundingClientRect(), this.#body.element.getBoundingClientRect()];
    return { x: 24, y: own.top - all.top };
  }
}

/** Gives what would overlap lanes of its own, the first ones to what comes first. */
class Lanes {
  readonly #taken: { at: number; from: number; to: number; lane: number }[] = [];
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  take(at: number, one: number, other: number): number {
    const [from, to] = [Math.min(one, other) - 2, Math.max(one, other) + 2];
    const beside = new Set(this.#taken
      .filter((taken) => Math.abs(taken.at - at) < 3 && taken.from < to && from < taken.to).map(({ lane }) => lane));
    let lane = 0;
    while (beside.has(lane) && lane < this.#most - 1) {
      ++lane;
    }
    this.#taken.push({ at, from, to, lane });
    return lane;
  }
}

const isInLine = ({ from, to }: Ends) => Math.abs(from.y - to.y) < 3;

/** Short ones lie below long ones, and those between lines over those within. */
function routesOf(ends: Ends[], right: number): Route[] {
  const lengthOf = (one: Ends) => Math.abs(one.from.x - one.to.x) + (isInLine(one) ? 0 : 1e6 + Math.abs(one.from.y - one.to.y));
  const [lines, edges] = [new Lanes(mostLanes), new Lanes(mostEdges)];
  return [...ends].sort((one, other) => lengthOf(one) - lengthOf(other)).map((one): Route => {
    const { from, to } = one;
    if (isInLine(one)) {
      const lane = lines.take(from.y, from.x, to.x);
      return { ...one, fromLane: lane, toLane: lane, edgeLane: null };
    }
    return {
      ...one, fromLane: lines.take(from.y, from.x, right), toLane: lines.take(to.y, to.x, right), edgeLane: edges.take(0, from.y, to.y),
    };
  });
}

function drawn(route: Route, right: number): Element[] {
  const { relation } = route;
  const { path, label } = route.edgeLane === null ? overLine(route) : byEdge(route, right + 8 + route.edgeLane * edgeWidth);
  const line = document.createElementNS(svgName, "path");
  line.setAttribute("d", path + headsOf(route));
  line.setAttribute("class", relation.isPointed ? "arc pointed" : "arc");
  line.dataset["relation"] = String(relation.key);
  if (relation.label === "") {
    return [line];
  }
  const text = document.createElementNS(svgName, "text");
  text.setAttribute("x", String(label.x));
  text.setAttribute("y", String(label.y + 3));
  text.setAttribute("class", relation.isPointed ? "pointed" : "");
  text.textContent = relation.label;
  return [line, text];
}

const riseOf = (lane: number) => leastRise + lane * laneHeight;

function overLine({ from, to, fromLane }: Route): { path: string; label: Foot } {
  const top = from.y - riseOf(fromLane);
  const side = to.x > from.x ? 1 : -1;
  const bend = Math.min(radius, Math.abs(to.x - from.x) / 2);
  return {
    path: `M${from.x} ${from.y}V${top + bend}Q${from.x} ${top} ${from.x + side * bend} ${top}` +
      `H${to.x - side * bend}Q${to.x} ${top} ${to.x} ${top + bend}V${to.y}`,
    label: { x: (from.x + to.x) / 2, y: top },
  };
}

/** Up from both, and along the right edge between their lines. */
function byEdge({ from, to, fromLane, toLane }: Route, right: number): { path: string; label: Foot } {
  const [first, last] = [from.y - riseOf(fromLane), to.y - riseOf(toLane)];
  const down = last > first ? radius : -radius;
  return {
    path: `M${from.x} ${from.y}V${first + radius}Q${from.x} ${first} ${from.x + radius} ${first}H${right - radius}` +
      `Q${right} ${first} ${right} ${first + down}V${last - down}Q${right} ${last} ${right - radius} ${last}` +
      `H${to.x + radius}Q${to.x} ${last} ${to.x} ${last + radius}V${to.y}`,
    label: { x: Math.max(Math.min(from.x + 70, (from.x + right) / 2), from.x + 16), y: first },
  };
}

function headsOf({ relation, from, to }: Route): string {
  const head = ({ x, y }: Foot) => `M${x - 3.5} ${y - 5}L${x} ${y}L${x + 3.5} ${y - 5}`;
  return (relation.direction !== "left" ? head(to) : "") + (relation.direction !== "right" ? head(from) : "");
}
