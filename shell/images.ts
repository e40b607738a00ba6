/**
 * The pictures of a task: fetched with progress, decoded off the main thread, and uploaded straight into
 * the core's textures. Of one too large for a texture, an overview is; the core asks for what it shows of
 * it in tiles, which are cut from the picture as it lies decoded. The pages of documents are pictures, too.
 */

import type { Core } from "./core.js";
import { Documents, type PagePicture } from "./documents.js";
import { reasonOf } from "./errors.js";
import { MediaError, nameOf } from "./media/failure.js";
import type { Media } from "./media/media.js";
import { decodePicture } from "./picture.js";
import type { TileWish } from "./protocol.js";
import { createTexture, uploadPicture } from "./texture.js";
import { TileCutter } from "./tile_cutter.js";

/** What fits into one texture of any graphics processor, its levels of detail included. */
const mostOfOneTexture = { side: 8192, pixels: 32 << 20 };
const overviewSide = 4096;
const overviewPiece = 512;
/** How long tiles are cut before the page has its turn. */
const sliceMs = 8;

interface Load {
  /** As the core names it. */
  address: string;
  /** As the task has it. */
  place: string;
  /** Of a document, from 1; 0: it is an image. */
  page: number;
  abort: AbortController;
  /** Of an image in tiles. */
  large: { picture: ImageBitmap; cutter: TileCutter } | null;
  wishes: TileWish[];
  isCutting: boolean;
}

export interface ImagesListener {
  /** There is more to show than before. */
  onChange(): void;
  /** There is a picture, which somebody waits for. */
  onShown(): void;
}

/** Behind the address of a document, as in links to it. */
const pageMark = "#page=";

export class Images {
  readonly #core: Core;
  readonly #gl: WebGL2RenderingContext;
  readonly #base: string;
  readonly #media: Media;
  readonly #listener: ImagesListener;
  readonly #loads = new Map<string, Load>();
  #documents: Documents;

  /** `base`: the address of the package's folder, with what decodes. */
  constructor(core: Core, gl: WebGL2RenderingContext, base: string, media: Media, listener: ImagesListener) {
    this.#core = core;
    this.#gl = gl;
    this.#base = base;
    this.#media = media;
    this.#listener = listener;
    this.#documents = new Documents(this.#base);
  }

  /**
   * Starts to load the image at an address, or a page of a document, whose mark ends the address; a load
   * that is under way for it is given up.
   */
  load(address: string, page: number): void {
    this.#drop(address);
    const place = page > 0 ? address.slice(0, address.lastIndexOf(pageMark)) : address;
    const load: Load = { address, place, page, abort: new AbortController(), large: null, wishes: [], isCutting: false };
    this.#loads.set(address, load);
    this.#show(load).catch((error: unknown) => {
      load.large?.picture.close();
      load.large = null;
      if (!load.abort.signal.aborted && this.#core.isUsable) {
        const code = error instanceof MediaError ? "image-unreachable" : "image-undecodable";
        this.#core.request("image", { url: address, state: "failed", code, message: reasonOf(error) });
        this.#listener.onChange();
      }
    });
  }

  /** What the core shows of an image in tiles now, most wanted first, in place of what it wished before. */
  cutTiles(address: string, tiles: TileWish[]): void {
    const load = this.#loads.get(address);
    if (load?.large) {
      load.wishes = tiles;
      if (!load.isCutting) {
        void this.#cutWishes(load, load.large.cutter);
      }
    }
  }

  /** Hands over all pixels of an image in tiles; false if it is not there. */
  readPixels(address: string, write: (rows: Uint8ClampedArray, firstPixel: number) => void): boolean {
    const cutter = this.#loads.get(address)?.large?.cutter;
    cutter?.read(write);
    return cutter !== undefined;
  }

  /** A page of a document that is shown, `height` pixels high; null if the address is none of such a page. */
  async smallPage(address: string, height: number, signal: AbortSignal): Promise<ImageBitmap | null> {
    const end = address.lastIndexOf(pageMark);
    const number = Number(address.slice(end + pageMark.length));
    return end < 0 ? null : this.#documents.smallPage(address.slice(0, end), number, height, signal);
  }

  cancel(): void {
    for (const address of [...this.#loads.keys()]) {
      this.#drop(address);
    }
    this.#documents.close();
    this.#documents = new Documents(this.#base);
  }

  #drop(address: string): void {
    const load = this.#loads.get(address);
    load?.abort.abort();
    load?.large?.picture.close();
    this.#loads.delete(address);
  }

  async #show(load: Load): Promise<void> {
    const { address } = load;
    const { signal } = load.abort;
    const tell = (progress: number) => {
      this.#core.request("image", { url: address, state: "loading", progress });
      this.#listener.onChange();
    };
    const { picture, pages } = await this.#read(load, tell);
    try {
      signal.throwIfAborted();
      const { width, height } = picture;
      const reduction = this.#reductionOf(picture);
      const texture = reduction === 1 ? uploadPicture(this.#core, this.#gl, picture) : await this.#uploadOverview(load, picture, reduction);
      this.#core.request("image", { url: address, state: "ready", texture, width, height, reduction, pages });
      this.#listener.onShown();
    } finally {
      if (!load.large) {
        picture.close();
      }
    }
  }

  async #read({ place, page, abort: { signal } }: Load, tell: (progress: number) => void): Promise<PagePicture> {
    if (page > 0) {
      const { signal: whole } = this.#documents;
      return this.#documents.page(place, page, () => this.#readDocument(place, whole, tell), signal);
    }
    const file = await this.#media.download("image", place, signal, tell);
    return { picture: await decodePicture(file, this.#base, nameOf(place), signal), pages: 0 };
  }

  async #readDocument(place: string, signal: AbortSignal, tell: (progress: number) => void): Promise<Blob> {
    return (await this.#media.download("document", place, signal, tell)).content;
  }

  /** 1: it fits into a texture; else the power of two by which its overview is smaller. */
  #reductionOf({ width, height }: ImageBitmap): number {
    const largest = this.#gl.getParameter(this.#gl.MAX_TEXTURE_SIZE) as number;
    const side = Math.max(width, height);
    if (side <= Math.min(largest, mostOfOneTexture.side) && width * height <= mostOfOneTexture.pixels) {
      return 1;
    }
    let reduction = 2;
    while (side / reduction > Math.min(largest, overviewSide)) {
      reduction *= 2;
    }
    return reduction;
  }

  /** Piece by piece, so that the page goes on; the picture is kept for the tiles to be cut from. */
  async #uploadOverview(load: Load, picture: ImageBitmap, reduction: number): Promise<number> {
    const gl = this.#gl;
    const cutter = new TileCutter(picture);
    load.large = { picture, cutter };
    const width = Math.ceil(picture.width / reduction);
    const height = Math.ceil(picture.height / reduction);
    const image = createTexture(this.#core, width, height);
    const [scaleX, scaleY] = [picture.width / width, picture.height / height];
    for (let top = 0; top < height; top += overviewPiece) {
      for (let left = 0; left < width; left += overviewPiece) {
        const size = { width: Math.min(overviewPiece, width - left), height: Math.min(overviewPiece, height - top) };
        const area = { left: left * scaleX, top: top * scaleY, width: size.width * scaleX, height: size.height * scaleY };
        this.#uploadPart(image.texture, left, top, cutter.cut(area, size.width, size.height));
        await pause();
        load.abort.signal.throwIfAborted();
      }
    }
    gl.bindTexture(gl.TEXTURE_2D, image.texture);
    gl.generateMipmap(gl.TEXTURE_2D);
    return image.name;
  }

  async #cutWishes(load: Load, cutter: TileCutter): Promise<void> {
    load.isCutting = true;
    while (load.wishes.length > 0 && !load.abort.signal.aborted && this.#core.isUsable) {
      const end = performance.now() + sliceMs;
      for (let wish = load.wishes.shift(); wish; wish = performance.now() < end ? load.wishes.shift() : undefined) {
        const texture = this.#core.textureOf(wish.texture);
        if (texture) {
          this.#uploadPart(texture, 0, 0, cutter.cut(wish, wish.widthPx, wish.heightPx));
          this.#core.request("imageTile", { url: load.address, texture: wish.texture });
        }
      }
      this.#listener.onChange();
      await pause();
    }
    load.isCutting = false;
  }

  #uploadPart(texture: WebGLTexture, left: number, top: number, part: OffscreenCanvas): void {
    const gl = this.#gl;
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true); // as it is in the canvas already
    gl.texSubImage2D(gl.TEXTURE_2D, 0, left, top, gl.RGBA, gl.UNSIGNED_BYTE, part);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false); // as the core expects it
  }
}

/** The page's turn. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
