// Injected before any script of a page that is measured at work. The page sets window.stage, with promises:
//
//   start()      resolves when it can be given work; absent: it can
//   load(work)   shows it; resolves when it is drawn
//   count()      how many regions or spans there are
//   finish()     waits for the graphics process, where the page hands its work to it; absent: it does not
//
// and what regions-probe.js or text-probe.js, injected next, ask of it.

const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

window.stageProbe = {
  /** Resolves when the style, layout and paint of the next frame are done, with the time. */
  frameDone() {
    return new Promise((resolve) => requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(null);
    }));
  },

  /** Milliseconds until the work is drawn. */
  async load(work) {
    await twoFrames();
    const start = performance.now();
    await window.stage.load(work);
    await twoFrames();
    window.stage.finish?.();
    return performance.now() - start;
  },
};
