/**
 * Cuts parts out of a large picture, reduced where they are wanted coarser. By a canvas that is kept in
 * memory: a bitmap's own crops cost some browsers a copy of the whole picture, and so does uploading a
 * part of it.
 */

export interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** More halvings would need surfaces as large as the picture; beyond them, pixels are left out. */
const mostHalvings = 4;
const rowsAtOnce = 256;

export class TileCutter {
  readonly #picture: ImageBitmap;
  /** By how often what is drawn on them is still to be halved. */
  readonly #surfaces: OffscreenCanvasRenderingContext2D[] = [];

  constructor(picture: ImageBitmap) {
    this.#picture = picture;
  }

  /**
   * An area of the picture in so many pixels, on a canvas that is good until the next call. Halved again
   * and again, so that each pixel is the mean of all that it stands for.
   */
  cut({ left, top, width, height }: Area, widthPx: number, heightPx: number): OffscreenCanvas {
    const reduction = Math.max(width / widthPx, height / heightPx);
    let halvings = Math.min(Math.max(Math.ceil(Math.log2(reduction) - 0.01), 1), mostHalvings) - 1;
    let surface = this.#surface(halvings, widthPx, heightPx);
    surface.drawImage(this.#picture, left, top, width, height, 0, 0, surface.canvas.width, surface.canvas.height);
    while (halvings > 0) {
      halvings -= 1;
      const next = this.#surface(halvings, widthPx, heightPx);
      next.drawImage(surface.canvas, 0, 0, next.canvas.width, next.canvas.height);
      surface = next;
    }
    return surface.canvas;
  }

  /** All pixels, with alpha not multiplied in, some rows at a time from the top. */
  read(write: (rows: Uint8ClampedArray, firstPixel: number) => void): void {
    const { width, height } = this.#picture;
    for (let top = 0; top < height; top += rowsAtOnce) {
      const rows = Math.min(rowsAtOnce, height - top);
      this.cut({ left: 0, top, width, height: rows }, width, rows);
      write(this.#surface(0, width, rows).getImageData(0, 0, width, rows).data, top * width);
    }
  }

  #surface(halvings: number, widthPx: number, heightPx: number): OffscreenCanvasRenderingContext2D {
    const width = widthPx << halvings;
    const height = heightPx << halvings;
    let surface = this.#surfaces[halvings];
    if (surface?.canvas.width !== width || surface.canvas.height !== height) {
      // Read often: in memory, not on the graphics processor, which would take the whole picture with it.
      surface = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
      surface.globalCompositeOperation = "copy";
      this.#surfaces[halvings] = surface;
    }
    return surface;
  }
}
