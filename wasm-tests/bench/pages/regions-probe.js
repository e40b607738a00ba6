// Injected after stage-probe.js into a page on which regions are drawn. Places are in percent of the image;
// window.stage has, besides:
//
//   load(regions)     [{id, x, y, width, height}], or [{id, points: [[x, y], …]}]
//   place(x, y)       where that is in the page: [x, y] in CSS pixels
//   setTool(name)     "select" or "draw"
//   target()          a text that changes when the last region that was loaded changes its place
//   view()            one that changes when the image is zoomed or moved; absent: it cannot be

Object.assign(window.stageProbe, {
  latencies: [],
  awaited: null, // who waits for how many there are

  /** Once there are so many latencies; it asks nothing of the page meanwhile. */
  reached(count) {
    return this.latencies.length >= count ? null : new Promise((resolve) => (this.awaited = { count, resolve }));
  },

  /** From now on, the time from each event of these types until the frame after it is done. */
  watch(types) {
    for (const type of types) {
      addEventListener(type, async (event) => {
        this.latencies.push((await this.frameDone()) - event.timeStamp);
        if (this.latencies.length >= this.awaited?.count) {
          this.awaited.resolve();
          this.awaited = null;
        }
      }, { capture: true, passive: true });
    }
  },
});
