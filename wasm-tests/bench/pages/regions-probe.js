// Injected before any script of a page on which regions are drawn. The page sets window.stage, with
// promises and places in percent of the image:
//
//   start()           resolves when it can be given work; absent: it can
//   load(regions)     shows them; resolves when they are drawn. [{id, x, y, width, height}], or
//                     [{id, points: [[x, y], …]}]
//   place(x, y)       where that is in the page: [x, y] in CSS pixels
//   setTool(name)     "select" or "draw"
//   count()           how many regions there are
//   target()          a text that changes when the last region that was loaded changes its place
//   view()            one that changes when the image is zoomed or moved; absent: it cannot be
//   finish()          waits for the graphics process, where the page hands its work to it

const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

window.stageProbe = {
  latencies: [],

  /** Milliseconds until the regions are drawn. */
  async load(regions) {
    await twoFrames();
    const start = performance.now();
    await window.stage.load(regions);
    await twoFrames();
    window.stage.finish?.();
    return performance.now() - start;
  },

  /** From now on, the time from each event of these types until the frame after it is done. */
  watch(types) {
    for (const type of types) {
      addEventListener(type, (event) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          // It arrives once the frame's style, layout and paint are done.
          channel.port1.onmessage = () => {
            window.stage.finish?.();
            this.latencies.push(performance.now() - event.timeStamp);
          };
          channel.port2.postMessage(null);
        });
      }, { capture: true, passive: true });
    }
  },
};
