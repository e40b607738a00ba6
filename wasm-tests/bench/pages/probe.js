// Injected before any script of a measured page. The page sets window.subject: {choice(): the element
// whose middle is the choice's, or null; isShown(): whether the photo is; isChosen(): whether the
// choice looks chosen}.

let pressedMs = 0;
addEventListener("pointerdown", (event) => (pressedMs = event.timeStamp), { capture: true });

window.probe = {
  /** Resolves after the paint of the first frame in which `isSo` is true, with its time. */
  painted(isSo, mostMs) {
    return new Promise((resolve, reject) => {
      const channel = new MessageChannel();
      // A message sent from an animation frame arrives once that frame's style, layout and paint are done.
      channel.port1.onmessage = () => resolve(performance.now());
      const look = () => {
        if (isSo()) {
          channel.port2.postMessage(null);
        } else if (performance.now() > mostMs) {
          reject(new Error(`not within ${mostMs} ms: ${isSo}`));
        } else {
          requestAnimationFrame(look);
        }
      };
      requestAnimationFrame(look);
    });
  },

  /** Milliseconds from the start of the navigation to the first frame with the choice in it. */
  interactive(mostMs) {
    return (this.whenInteractive ??= this.painted(() => window.subject?.choice(), mostMs));
  },

  /** The same for the photo. */
  photo(mostMs) {
    return (this.whenPhoto ??= this.painted(() => window.subject?.isShown(), mostMs));
  },

  target() {
    const box = window.subject.choice().getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  },

  /** The frame that shows the choice as chosen: ms since the navigation, and since the button's press. */
  async chosen(mostMs) {
    const answeredMs = await this.painted(() => window.subject.isChosen(), performance.now() + mostMs);
    return { answeredMs, clickMs: answeredMs - pressedMs };
  },

  transferred() {
    const entries = [...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")];
    return entries.reduce((sum, entry) => sum + (entry.transferSize ?? 0), 0);
  },
};

// Starts to look at once, not when the driver gets round to asking.
probe.interactive(60_000).catch(() => undefined);
probe.photo(60_000).catch(() => undefined);
