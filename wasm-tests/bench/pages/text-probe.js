// Injected after stage-probe.js into a page that shows a text. window.stage has, besides:
//
//   load({text, spans})   spans: [{id, start, end, label}], in characters
//   root()                the element with the text
//   drawn()               how many pieces of spans are drawn
//   key                   what is pressed before a span is selected; absent: nothing

const scrollFrames = 120;
const scrollStep = 60; // CSS pixels: a screen in a quarter of a second

Object.assign(window.stageProbe, {
  /** Milliseconds until the text is drawn, to its end, and with its spans. */
  async open(work) {
    const ms = await this.load(work);
    if (!window.stage.root().textContent.includes(work.text.slice(work.text.lastIndexOf("\n") + 1))) {
      throw new Error("the end of the text is missing");
    }
    if (window.stage.count() !== work.spans.length || (work.spans.length > 0 && window.stage.drawn() === 0)) {
      throw new Error(`${window.stage.count()} of ${work.spans.length} spans are there`);
    }
    return ms;
  },

  /** Where a word that is in one piece begins and ends, just within its first and last character: [[x, y], [x, y]]. */
  ends(word) {
    const walker = document.createTreeWalker(window.stage.root(), NodeFilter.SHOW_TEXT);
    let node;
    do {
      node = walker.nextNode();
    } while (node && !node.data.includes(word));
    const range = document.createRange();
    const start = node.data.indexOf(word);
    range.setStart(node, start);
    range.setEnd(node, start + word.length);
    const { left, right, top, height } = range.getBoundingClientRect();
    return [[left + 1, top + height / 2], [right - 1, top + height / 2]];
  },

  /** Makes `added` the time from the next release of the mouse until the frame with a span more is done. */
  expectSpan() {
    const before = window.stage.drawn();
    this.added = new Promise((resolve) => addEventListener("pointerup", async (event) => {
      let doneMs;
      do {
        doneMs = await this.frameDone();
      } while (window.stage.drawn() <= before);
      resolve(doneMs - event.timeStamp);
    }, { capture: true, once: true }));
  },

  /** Scrolls a little in every frame: the intervals between them, in milliseconds. */
  async scroll() {
    const page = document.scrollingElement;
    const scrolls = (box) => box.scrollHeight > box.clientHeight && /auto|scroll/.test(getComputedStyle(box).overflowY);
    let box = window.stage.root();
    while (box !== page && !scrolls(box)) {
      box = box.parentElement ?? page;
    }
    const [from, intervals] = [box.scrollTop, []];
    let last = await new Promise(requestAnimationFrame);
    for (let frame = 0; frame < scrollFrames; ++frame) {
      box.scrollTop += scrollStep;
      const now = await new Promise(requestAnimationFrame);
      intervals.push(now - last);
      last = now;
    }
    if (box.scrollTop - from < (scrollFrames * scrollStep) / 2) {
      throw new Error(`scrolled by ${box.scrollTop - from} pixels only`);
    }
    return intervals;
  },
});
