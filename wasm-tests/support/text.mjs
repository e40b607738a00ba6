// Texts on test pages: where their characters are, and selecting them as a mouse does.

const inPage = {
  /** The box of a part of the text, by UTF-16 code units. */
  boxOf: (start, end, index) => {
    const root = document.querySelector("cartouche-editor").shadowRoot;
    const layer = [...root.querySelectorAll(".text")][index];
    let before = 0;
    for (const block of layer?.querySelectorAll(".block") ?? []) {
      const text = [...block.childNodes].find((node) => node instanceof Text);
      if (start < before + text.length || (start === before + text.length && end <= start)) {
        const range = document.createRange();
        range.setStart(text, start - before);
        range.setEnd(text, Math.min(end - before, text.length));
        const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
        const first = boxes[0] ?? range.getBoundingClientRect();
        const last = boxes.at(-1) ?? first;
        return { first: first.toJSON(), last: last.toJSON(), direction: getComputedStyle(block).direction };
      }
      before += text.length;
    }
    return null;
  },
};

/** Waits until the text is there and laid out. */
export function boxOf(visit, start, end, index = 0) {
  return visit.until(`there is text from ${start} to ${end}`, inPage.boxOf, start, end, index);
}

/** Drags the mouse from where a part of the text begins to where it ends, or back. */
export async function selectText(visit, [start, end], { isRightToLeft = false, isBackward = false, index = 0 } = {}) {
  const { first, last } = await boxOf(visit, start, end, index);
  const inset = 1; // of a character of a few pixels
  const from = isRightToLeft ? first.right - inset : first.left + inset;
  const to = isRightToLeft ? last.left + inset : last.right - inset;
  const ends = [[from, first.top + first.height / 2], [to, last.top + last.height / 2]];
  const [begin, finish] = isBackward ? ends.reverse() : ends;
  const { mouse } = visit.page;
  await mouse.move(...begin);
  await mouse.down();
  await mouse.move((begin[0] + finish[0]) / 2, (begin[1] + finish[1]) / 2, { steps: 3 });
  await mouse.move(...finish, { steps: 3 });
  await mouse.up();
}

/** Waits until so many results are there, and gives them. */
export function resultsOf(visit, count) {
  return visit.until(`there are ${count} results`, (count) => {
    const { result } = document.querySelector("cartouche-editor").annotation;
    return result.length === count ? result : null;
  }, count);
}

/** The spans that are drawn, as "name: text", each once. */
export function drawnSpans(visit) {
  return visit.page.evaluate(() => {
    const root = document.querySelector("cartouche-editor").shadowRoot;
    return [...new Set([...root.querySelectorAll(".text .mark")].map((mark) => mark.dataset.span))];
  });
}
