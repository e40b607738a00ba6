/** Textures of the core that pictures are uploaded into. */

import type { Core } from "./core.js";
import { say } from "./language.js";
import { PictureError } from "./picture.js";

/** By the core's name for it and as WebGL knows it. Throws a PictureError if there is no memory for it. */
export function createTexture(core: Core, width: number, height: number): { name: number; texture: WebGLTexture } {
  const image = core.createImage(width, height);
  if (!image) {
    throw new PictureError(say("page.image.no-graphics-memory", { width, height }));
  }
  return image;
}

/** The core's name of a texture with the picture, whose alpha is multiplied in. */
export function uploadPicture(core: Core, gl: WebGL2RenderingContext, picture: ImageBitmap): number {
  const image = createTexture(core, picture.width, picture.height);
  gl.bindTexture(gl.TEXTURE_2D, image.texture);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false); // the decoder did it
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, gl.RGBA, gl.UNSIGNED_BYTE, picture);
  gl.generateMipmap(gl.TEXTURE_2D);
  return image.name;
}
