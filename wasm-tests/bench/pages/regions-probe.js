// Injected after stage-probe.js into a page on which regions are drawn. Places are in percent of the image;
// window.stage has, besides:
//
//   load(regions)     [{id, x, y, width, height}], or [{id, points: [[x, y], …]}], on stageProbe.picture
//   place(x, y)       where that is in the page: [x, y] in CSS pixels
//   setTool(name)     "select" or "draw"
//   keys              {name: the key that selects a tool}
//   target()          a text that changes when the last region that was loaded changes its place
//   view()            one that changes when the image is zoomed or moved; absent: it cannot be

Object.assign(window.stageProbe, {
  picture: null, // {url, width, height}

  /** Makes the picture: as large as a screen, with something to see everywhere. */
  async prepare() {
    const [width, height] = [1920, 1080];
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    const pixels = context.createImageData(width, height);
    for (let at = 0; at < pixels.data.length; at += 4) {
      const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
      pixels.data.set([128 + 60 * Math.sin(x / 37), 128 + 60 * Math.cos(y / 23), (x * 7 + y * 13) % 97 + 60, 255], at);
    }
    context.putImageData(pixels, 0, 0);
    this.picture = { url: URL.createObjectURL(await canvas.convertToBlob({ type: "image/jpeg" })), width, height };
  },

  frames: 0, // done, each after an event
  awaited: null, // who waits for how many of them

  /** Once there are so many frames; it asks nothing of the page meanwhile. */
  reached(count) {
    return this.frames >= count ? null : new Promise((resolve) => (this.awaited = { count, resolve }));
  },

  /** From now on, the frame after each event of these types is counted. */
  watch(types) {
    for (const type of types) {
      addEventListener(type, async () => {
        await this.frameDone();
        if (++this.frames >= this.awaited?.count) {
          this.awaited.resolve();
          this.awaited = null;
        }
      }, { capture: true, passive: true });
    }
  },
});
