/** Cuts a text into blocks that are laid out by themselves, so that a browser lays out only those that are seen. */

import { directionOf } from "./direction.js";

export interface TextBlock {
  /** In UTF-16 code units of the text. */
  start: number;
  end: number;
  /** Of a part of a line that is cut; otherwise each line finds its own. */
  direction: "ltr" | "rtl" | null;
}

/** About two screens of lines; a block is as long as that, or twice. */
const blockLength = 4096;
/** How far a line is searched for a place where it may break. */
const longestSearch = 4 * blockLength;

/** Behind white space, and between ideographs: there every browser may break a line. */
const breakPlace = /[ \t\u3000](?![ \t\u3000])|[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff](?=[\u4e00-\u9fff])/;

/** Line ends are `\n` alone; the blocks follow each other without gaps. */
export function cutBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (let start = 0; start < text.length; ) {
    const lineEnd = endOfLine(text, start + blockLength);
    const last = text.lastIndexOf("\n", Math.min(start + blockLength, text.length) - 1);
    if (lineEnd - start <= 2 * blockLength || last >= start) {
      const end = lineEnd - start <= 2 * blockLength ? lineEnd : last + 1;
      blocks.push({ start, end, direction: null });
      start = end;
    } else {
      cutLine(text, start, lineEnd, blocks);
      start = lineEnd;
    }
  }
  return blocks;
}

/** A line that is too long for a block: parts that hold nothing else, and have the direction of the whole. */
function cutLine(text: string, lineStart: number, lineEnd: number, blocks: TextBlock[]): void {
  const direction = directionOf(text.slice(lineStart, lineStart + longestSearch));
  for (let start = lineStart; start < lineEnd; ) {
    const end = lineEnd - start <= 2 * blockLength ? lineEnd : endWithinLine(text, start);
    blocks.push({ start, end, direction });
    start = end;
  }
}

/** Behind the line end at or behind an offset. */
function endOfLine(text: string, from: number): number {
  const next = from < text.length ? text.indexOf("\n", from) : -1;
  return next < 0 ? text.length : next + 1;
}

function endWithinLine(text: string, start: number): number {
  const wanted = start + blockLength;
  const searched = text.slice(wanted, wanted + longestSearch);
  const found = breakPlace.exec(searched);
  return found ? wanted + found.index + found[0].length : endOfCharacter(text, wanted);
}

/** There is no place for a break: at least no character is cut. */
function endOfCharacter(text: string, at: number): number {
  const around = text.slice(at - 64, at + 64);
  const segment = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(around).containing(64);
  return segment ? at - 64 + segment.index : text.length;
}
