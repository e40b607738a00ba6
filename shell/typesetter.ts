/**
 * Sets lines of the canvas whose characters its own faces lack, with the fonts of the system: the browser has some
 * for every script, and shapes, joins and orders what it draws. The core asks at once (protocol.ts).
 */

import { directionOf, isRightToLeft } from "./text/direction.js";

const family = "system-ui, sans-serif";
const isolates = /\u2068[^\u2069]*\u2069/g;
/** What a line must not end with. */
const opening = /[([{‘“«‹（［｛〈《「『【〔]$/;

const words = new Intl.Segmenter(undefined, { granularity: "word" });
const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

export class Typesetter {
  /** The interface is read from right to left. */
  isRightToLeft = false;
  readonly #context = makeContext();

  /** CSS pixels, as all sizes and widths here. */
  widthOf(text: string, size: number, weight: number): number {
    this.#context.font = `${weight} ${size}px ${family}`;
    return this.#context.measureText(text).width;
  }

  /** The text with a line feed wherever a line of this width ends. */
  broken(text: string, size: number, weight: number, width: number): string {
    const fits = (line: string): boolean => this.widthOf(line.trimEnd(), size, weight) <= width;
    return text.split("\n").flatMap((paragraph) => linesOf(paragraph, fits)).join("\n");
  }

  /** As much of its beginning as fits with an ellipsis behind it. */
  shortened(text: string, size: number, weight: number, width: number): string {
    const parts = segmentsOf(graphemes, text);
    let [kept, tooMany] = [0, parts.length + 1];
    while (kept + 1 < tooMany) {
      const middle = (kept + tooMany) >> 1;
      const fits = this.widthOf(`${parts.slice(0, middle).join("")}…`, size, weight) <= width;
      [kept, tooMany] = fits ? [middle, tooMany] : [kept, middle];
    }
    return `${parts.slice(0, kept).join("")}…`;
  }

  /** RGBA, rows from the top; `color` has red in its lowest byte. All sizes are pixels of the picture. */
  drawn(
    text: string, size: number, weight: number, color: number, width: number, height: number, left: number,
    baseline: number,
  ): Uint8ClampedArray {
    const context = this.#context;
    const { canvas } = context;
    if (canvas.width < width || canvas.height < height) {
      canvas.width = Math.max(canvas.width, width);
      canvas.height = Math.max(canvas.height, height);
    }
    context.clearRect(0, 0, width, height);
    context.font = `${weight} ${size}px ${family}`;
    context.fillStyle = `rgb(${color & 255} ${(color >> 8) & 255} ${(color >> 16) & 255})`;
    context.textAlign = "left";
    context.direction = this.#isFromTheRight(text) ? "rtl" : "ltr";
    context.fillText(text, left, baseline);
    return context.getImageData(0, 0, width, height).data;
  }

  /** A text of the interface may begin with a name in another script, which is isolated; of other texts the first letter decides. */
  #isFromTheRight(text: string): boolean {
    if (this.isRightToLeft) {
      return isRightToLeft(text);
    }
    const own = text.replace(isolates, "");
    return directionOf(/\p{L}/u.test(own) ? own : text) === "rtl";
  }
}

function makeContext(): CanvasRenderingContext2D {
  const canvas = document.createElement("canvas");
  return canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
}

function segmentsOf(segmenter: Intl.Segmenter, text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Words with what follows them up to the next one: a line may end behind each. */
function unitsOf(paragraph: string): string[] {
  const units: string[] = [];
  for (const { segment, isWordLike } of words.segment(paragraph)) {
    const last = units.at(-1);
    if (last === undefined || (isWordLike && !opening.test(last)) || opening.test(segment)) {
      units.push(segment);
    } else {
      units[units.length - 1] = last + segment;
    }
  }
  return units;
}

function linesOf(paragraph: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = "";
  for (const unit of unitsOf(paragraph)) {
    if (fits(line + unit)) {
      line += unit;
      continue;
    }
    if (line) {
      lines.push(line.trimEnd());
    }
    line = "";
    for (const part of fits(unit) ? [unit] : segmentsOf(graphemes, unit)) {
      if (line && !fits(line + part)) {
        lines.push(line);
        line = "";
      }
      line += part;
    }
  }
  return [...lines, line.trimEnd()];
}
