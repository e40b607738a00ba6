/** The canvas: its size in device pixels, and frames when something asks for them. */

import { fail } from "./errors.js";

export interface SurfaceListener {
  onResize(widthPx: number, heightPx: number, pixelRatio: number): void;
  /** Draws; true: wants another frame. */
  onFrame(nowMs: number): boolean;
  onContextLost(): void;
  /** It was not given back within a time in which browsers do so. */
  onContextGone(): void;
  onContextRestored(): void;
}

const restoreTimeoutMs = 5000;

export class Surface {
  readonly gl: WebGL2RenderingContext;
  readonly #canvas: HTMLCanvasElement;
  readonly #listener: SurfaceListener;
  readonly #abort = new AbortController();
  readonly #sizes: ResizeObserver;
  readonly #views: IntersectionObserver;
  #density: MediaQueryList | null = null;
  #isVisible = true;
  #isMeasured = false;
  #isWanted = false;
  #request = 0;
  #loss = 0;

  /**
   * The context that the core draws with: opaque and plain, all smoothing is in the shapes. It keeps what
   * was drawn, so that a frame need only draw what changed.
   */
  static context(canvas: HTMLCanvasElement): WebGL2RenderingContext {
    const options: WebGLContextAttributes = {
      alpha: false,
      antialias: false,
      depth: false,
      stencil: false,
      preserveDrawingBuffer: true,
    };
    return canvas.getContext("webgl2", options) ?? fail("webgl2-missing");
  }

  constructor(canvas: HTMLCanvasElement, gl: WebGL2RenderingContext, listener: SurfaceListener) {
    this.gl = gl;
    this.#canvas = canvas;
    this.#listener = listener;
    const signal = this.#abort.signal;
    canvas.addEventListener("webglcontextlost", (event) => this.#lose(event), { signal });
    canvas.addEventListener("webglcontextrestored", () => this.#regain(), { signal });
    this.#sizes = new ResizeObserver((entries) => this.#measure(entries.at(-1)));
    this.#views = new IntersectionObserver((entries) => this.#look(entries.at(-1)));
    this.#observe();
    this.#views.observe(canvas);
  }

  /** Asks for a frame; many asks are one frame, and none is drawn while the canvas is out of sight. */
  draw(): void {
    this.#isWanted = true;
    if (this.#request === 0 && this.#isVisible && this.#isMeasured) {
      this.#request = requestAnimationFrame((now) => this.#frame(now));
    }
  }

  /**
   * Draws now, within an event, and not with the next frame of the page: for what must follow a press at
   * once, such as a mobile keyboard, and for what takes long to draw.
   */
  drawNow(): void {
    if (!this.#isVisible || !this.#isMeasured) {
      this.draw();
    } else if (this.#listener.onFrame(performance.now())) {
      this.draw();
    }
  }

  destroy(): void {
    this.#abort.abort();
    this.#sizes.disconnect();
    this.#views.disconnect();
    this.#density?.removeEventListener("change", this.#densityChanged);
    cancelAnimationFrame(this.#request);
    clearTimeout(this.#loss);
    this.#request = -1;
    this.gl.getExtension("WEBGL_lose_context")?.loseContext();
  }

  #frame(now: number): void {
    this.#request = 0;
    this.#isWanted = false;
    if (this.#listener.onFrame(now)) {
      this.draw();
    }
  }

  /** Device pixels where the browser tells them, so that a pixel of ours is one of the screen's. */
  #observe(): void {
    try {
      this.#sizes.observe(this.#canvas, { box: "device-pixel-content-box" });
    } catch {
      this.#sizes.observe(this.#canvas);
    }
    this.#watchDensity();
  }

  /** A window that moves to another screen, or a zoomed page, keeps the CSS size and changes this. */
  #watchDensity(): void {
    this.#density?.removeEventListener("change", this.#densityChanged);
    this.#density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.#density.addEventListener("change", this.#densityChanged);
  }

  #densityChanged = (): void => {
    this.#sizes.unobserve(this.#canvas);
    this.#observe();
  };

  #measure(entry: ResizeObserverEntry | undefined): void {
    const css = entry?.contentBoxSize[0];
    if (!css || css.inlineSize === 0 || css.blockSize === 0) {
      return;
    }
    const device = entry.devicePixelContentBoxSize?.[0];
    const width = pixels(css.inlineSize, device?.inlineSize);
    const height = pixels(css.blockSize, device?.blockSize);
    this.#canvas.width = width;
    this.#canvas.height = height;
    this.#isMeasured = true;
    this.#listener.onResize(css.inlineSize, css.blockSize, width / css.inlineSize);
    // Resizing emptied the canvas; drawing before the browser paints keeps it from flickering.
    this.drawNow();
  }

  #look(entry: IntersectionObserverEntry | undefined): void {
    this.#isVisible = entry?.isIntersecting ?? true;
    if (this.#isVisible && this.#isWanted) {
      this.draw();
    }
  }

  #lose(event: Event): void {
    event.preventDefault();
    this.#listener.onContextLost();
    this.#loss = setTimeout(() => this.#listener.onContextGone(), restoreTimeoutMs);
  }

  #regain(): void {
    clearTimeout(this.#loss);
    this.#listener.onContextRestored();
  }
}

/**
 * Whole device pixels of a length. What the browser measured is exact where the page is zoomed by a
 * fraction; under an emulated pixel ratio it is the unscaled length, and only the ratio is right.
 */
function pixels(css: number, measured: number | undefined): number {
  const computed = css * devicePixelRatio;
  return measured !== undefined && Math.abs(measured - computed) <= 1 ? measured : Math.round(computed);
}
