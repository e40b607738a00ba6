// Where something stands in JSON text.

/** {line, column}, from 1, of an offset. */
export function placeOf(text, offset) {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: before.at(-1).length + 1 };
}

/** Where the words of a failed JSON.parse say that it failed; both engines name line and column. */
export function placeOfError(text, message) {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line) {
    return { line: Number(line), column: Number(column) };
  }
  const [, position] = /position (\d+)/.exec(message) ?? [];
  return placeOf(text, position === undefined ? text.length : Number(position));
}

/** The place of what a JSON pointer names in text that is valid JSON, or of the nearest that there is around it. */
export function placeOfPointer(text, pointer) {
  const path = pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const tokens = text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g);
  const open = []; // of each object and array around: its key or index so far
  let found = { depth: -1, offset: 0 };
  let isKey = false;
  for (const { 0: token, index } of tokens) {
    const frame = open.at(-1);
    if (token === ",") {
      isKey = frame?.isObject ?? false;
      frame.step = frame.isObject ? null : frame.step + 1;
    } else if (token === ":") {
      isKey = false;
    } else if (token === "}" || token === "]") {
      open.pop();
      isKey = false;
    } else if (isKey) {
      frame.step = JSON.parse(token);
    } else {
      const here = open.map(({ step }) => String(step));
      if (here.length > found.depth && here.length <= path.length && here.every((step, at) => step === path[at])) {
        found = { depth: here.length, offset: index };
      }
      if (token === "{" || token === "[") {
        open.push({ isObject: token === "{", step: token === "{" ? null : 0 });
        isKey = token === "{";
      }
    }
  }
  return placeOf(text, found.offset);
}
