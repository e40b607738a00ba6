/**
 * Small pictures for strips of images and pages: of those in sight, a few at a time. Images are decoded off the
 * main thread and made small as they are.
 */

import type { Core } from "./core.js";
import type { Images } from "./images.js";
import { nameOf } from "./media/failure.js";
import type { Media } from "./media/media.js";
import { decodePicture, type Resize } from "./picture.js";
import { uploadPicture } from "./texture.js";

/** Device pixels; the strip has 54 by 70 CSS pixels for each. */
const height = 108;
const mostWidth = 140;
/** The other side follows the picture's form. */
const resize: Resize = { resizeHeight: height, resizeQuality: "medium" };
const mostAtOnce = 2;

export class Thumbnails {
  readonly #core: Core;
  readonly #gl: WebGL2RenderingContext;
  readonly #base: string;
  readonly #media: Media;
  readonly #images: Images;
  readonly #onChange: () => void;
  readonly #loads = new Map<string, AbortController>();
  #wishes: string[] = [];

  /** `base`: where the decoder's files lie. */
  constructor(core: Core, gl: WebGL2RenderingContext, base: string, media: Media, images: Images, onChange: () => void) {
    this.#core = core;
    this.#gl = gl;
    this.#base = base;
    this.#media = media;
    this.#images = images;
    this.#onChange = onChange;
  }

  /** Makes those of the images at these addresses, and gives up what else is under way. */
  show(addresses: string[]): void {
    this.#wishes = addresses;
    for (const [address, load] of this.#loads) {
      if (!addresses.includes(address)) {
        load.abort();
        this.#loads.delete(address);
      }
    }
    this.#loadNext();
  }

  cancel(): void {
    this.show([]);
  }

  #loadNext(): void {
    for (const address of this.#wishes) {
      if (this.#loads.size < mostAtOnce && !this.#loads.has(address)) {
        const load = new AbortController();
        this.#loads.set(address, load);
        void this.#load(address, load.signal);
      }
    }
  }

  async #load(address: string, signal: AbortSignal): Promise<void> {
    const picture = await this.#make(address, signal).catch(() => null);
    if (!signal.aborted && this.#core.isUsable) {
      const { width, height } = picture ?? { width: 0, height: 0 };
      const texture = picture ? this.#upload(picture) : 0;
      this.#loads.delete(address);
      this.#wishes = this.#wishes.filter((wish) => wish !== address);
      this.#core.request("thumbnail", { url: address, texture, width, height });
      this.#onChange();
      this.#loadNext();
    }
    picture?.close();
  }

  async #make(address: string, signal: AbortSignal): Promise<ImageBitmap> {
    const picture = (await this.#images.smallPage(address, height, signal)) ?? (await this.#decode(address, signal));
    if (picture.width <= mostWidth) {
      return picture;
    }
    const resizeWidth = mostWidth;
    const resizeHeight = Math.max(1, Math.round((picture.height * mostWidth) / picture.width));
    try {
      return await createImageBitmap(picture, { resizeWidth, resizeHeight, resizeQuality: "medium", premultiplyAlpha: "premultiply" });
    } finally {
      picture.close();
    }
  }

  async #decode(address: string, signal: AbortSignal): Promise<ImageBitmap> {
    const file = await this.#media.download("image", address, signal);
    return decodePicture(file, this.#base, nameOf(address), signal, resize);
  }

  /** 0: there is no memory for it. */
  #upload(picture: ImageBitmap): number {
    try {
      return uploadPicture(this.#core, this.#gl, picture);
    } catch {
      return 0;
    }
  }
}
