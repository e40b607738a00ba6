/** Selections as they were made, and grown to whole words, sentences and paragraphs (spec: granularity). */

/** From `start` up to `end`, in UTF-16 code units. */
export type TextRange = readonly [start: number, end: number];

export interface GrownSelection {
  symbol: TextRange;
  word: TextRange;
  sentence: TextRange;
  paragraph: TextRange;
}

/** So much of a line is looked at around an end of a selection. */
const reach = 4000;

const segmenters: Record<string, Intl.Segmenter> = {};

function segmenterOf(granularity: "word" | "sentence"): Intl.Segmenter {
  return (segmenters[granularity] ??= new Intl.Segmenter(undefined, { granularity }));
}

export function growSelection(text: string, start: number, end: number): GrownSelection {
  const trimmed = trim(text, start, end);
  return {
    symbol: [start, end],
    word: grow(text, trimmed, "word"),
    sentence: grow(text, trimmed, "sentence"),
    paragraph: [lineStart(text, trimmed[0]), lineEnd(text, trimmed[1])],
  };
}

function grow(text: string, [start, end]: TextRange, granularity: "word" | "sentence"): TextRange {
  if (start >= end) {
    return [start, end];
  }
  const segmenter = segmenterOf(granularity);
  return trim(text, segmentAt(text, start, segmenter)[0], segmentAt(text, end - 1, segmenter)[1]);
}

/** The word or sentence that the character at an offset is in. */
function segmentAt(text: string, at: number, segmenter: Intl.Segmenter): TextRange {
  const from = Math.max(lineStart(text, at), at - reach);
  const line = text.slice(from, Math.min(lineEnd(text, at), at + reach));
  const segment = segmenter.segment(line).containing(at - from);
  return segment ? [from + segment.index, from + segment.index + segment.segment.length] : [at, at + 1];
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
}

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") {
    ++end;
  }
  return end;
}

/** Without white space at its ends; nothing is left of what is white space only. */
function trim(text: string, start: number, end: number): TextRange {
  let [first, last] = [start, end];
  while (first < last && isSpace(text[first])) {
    ++first;
  }
  while (last > first && isSpace(text[last - 1])) {
    --last;
  }
  return [first, last];
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && /\s/.test(character);
}
