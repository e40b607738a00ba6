/**
 * Relations between spans of a text, drawn as arcs over the lines: within a line from one beginning to the other, between
 * lines by way of the right edge. Those that would lie on each other lie beside each other. Only what is near is drawn.
 */

import type { TextRelation } from "../protocol.js";
import type { TextBody } from "./body.js";
import type { TextMarks } from "./marks.js";

/** The middle of the upper edge of a span's first line, from the body's corner. */
interface Foot {
  x: number;
  y: number;
}

interface Route {
  relation: TextRelation;
  from: Foot;
  to: Foot;
  isInLine: boolean;
  lane: number;
}

/** CSS pixels. */
const leastRise = 8;
const laneHeight = 7;
const mostLanes = 4;
const edgeRoom = 26;
const edgeLane = 5;
const radius = 5;
const svgName = "http://www.w3.org/2000/svg";

export class TextArcs {
  readonly element = document.createElementNS(svgName, "svg");
  readonly #body: TextBody;
  readonly #marks: TextMarks;
  #relations: TextRelation[] = [];

  constructor(body: TextBody, marks: TextMarks) {
    this.#body = body;
    this.#marks = marks;
    this.element.setAttribute("class", "arcs");
    this.element.setAttribute("aria-hidden", "true");
  }

  set(relations: TextRelation[]): void {
    this.#relations = relations;
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
    const routes = this.#routes();
    this.element.replaceChildren(...routes.flatMap((route) => drawn(route, width)));
  }

  #routes(): Route[] {
    const feet = this.#marks.feet(this.#body.element.getBoundingClientRect());
    const taken: { top: number; left: number; right: number; lane: number }[] = [];
    let edge = 0;
    const ends = this.#relations.flatMap((relation) => {
      const from = feet.get(relation.from);
      const to = feet.get(relation.to);
      // Of one that leads far away, the near end is seen.
      return from || to ? [{ relation, from: from ?? this.#guess(relation.from), to: to ?? this.#guess(relation.to) }] : [];
    });
    const placed = ends.flatMap(({ relation, from, to }) => (from && to ? [{ relation, from, to }] : []));
    placed.sort((one, other) => Math.abs(one.from.x - one.to.x) - Math.abs(other.from.x - other.to.x));
    return placed.map(({ relation, from, to }): Route => {
      const isInLine = Math.abs(from.y - to.y) < 2;
      if (!isInLine) {
        return { relation, from, to, isInLine, lane: edge++ % mostLanes };
      }
      const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
      const beside = taken.filter((other) => Math.abs(other.top - from.y) < 2 && other.left < right && left < other.right);
      const lane = Math.min(Math.max(-1, ...beside.map((other) => other.lane)) + 1, mostLanes - 1);
      taken.push({ top: from.y, left, right, lane });
      return { relation, from, to, isInLine, lane };
    });
  }

  /** Of what was never laid out. */
  #guess(key: number): Foot | null {
    const span = this.#marks.span(key);
    const block = span && this.#body.blockAt(span.start);
    if (!block) {
      return null;
    }
    const [own, all] = [block.element.getBoundingClientRect(), this.#body.element.getBoundingClientRect()];
    return { x: 24, y: own.top - all.top };
  }
}

function drawn(route: Route, width: number): Element[] {
  const { relation } = route;
  const { path, label } = route.isInLine ? overLine(route) : byEdge(route, width);
  const line = document.createElementNS(svgName, "path");
  line.setAttribute("d", path + headsOf(route));
  line.setAttribute("class", relation.isPointed ? "arc pointed" : "arc");
  line.dataset["relation"] = String(relation.key);
  if (relation.label === "") {
    return [line];
  }
  const text = document.createElementNS(svgName, "text");
  text.setAttribute("x", String(label.x));
  text.setAttribute("y", String(label.y));
  text.setAttribute("class", relation.isPointed ? "pointed" : "");
  text.textContent = relation.label;
  return [line, text];
}

function overLine({ from, to, lane }: Route): { path: string; label: Foot } {
  const top = from.y - leastRise - lane * laneHeight;
  const to1 = to.x > from.x ? 1 : -1;
  const bend = Math.min(radius, Math.abs(to.x - from.x) / 2);
  return {
    path: `M${from.x} ${from.y}V${top + bend}Q${from.x} ${top} ${from.x + to1 * bend} ${top}` +
      `H${to.x - to1 * bend}Q${to.x} ${top} ${to.x} ${top + bend}V${to.y}`,
    label: { x: (from.x + to.x) / 2, y: top + 3 },
  };
}

/** Up from both, and along the right edge between their lines. */
function byEdge({ from, to, lane }: Route, width: number): { path: string; label: Foot } {
  const right = width - edgeRoom + 8 + lane * edgeLane;
  const [first, last] = [from.y - leastRise, to.y - leastRise];
  const down = last > first ? radius : -radius;
  return {
    path: `M${from.x} ${from.y}V${first + radius}Q${from.x} ${first} ${from.x + radius} ${first}H${right - radius}` +
      `Q${right} ${first} ${right} ${first + down}V${last - down}Q${right} ${last} ${right - radius} ${last}` +
      `H${to.x + radius}Q${to.x} ${last} ${to.x} ${last + radius}V${to.y}`,
    label: { x: Math.min(from.x + 60, right - 40), y: first + 3 },
  };
}

function headsOf({ relation, from, to }: Route): string {
  const head = ({ x, y }: Foot) => `M${x - 3.5} ${y - 5}L${x} ${y}L${x + 3.5} ${y - 5}`;
  return (relation.direction !== "left" ? head(to) : "") + (relation.direction !== "right" ? head(from) : "");
}
