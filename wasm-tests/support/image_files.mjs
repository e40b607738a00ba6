// Writers of the simplest file of each image format: left half one colour, right half another.

import { crc32, deflateSync } from "node:zlib";

export const size = { width: 40, height: 20 };
export const left = [200, 40, 20];
export const right = [20, 60, 220];

const pixels = Array.from({ length: size.width * size.height }, (_, at) => (at % size.width < size.width / 2 ? left : right));
const u16 = (number) => [number & 255, number >> 8];
const u32 = (number) => [...u16(number & 65535), ...u16(number >>> 16)];
const big16 = (number) => u16(number).reverse();
const big32 = (number) => u32(number).reverse();
const file = (...parts) => Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))));
const bgr = ([red, green, blue]) => [blue, green, red];

export const pixmap = () => file(`P6\n${size.width} ${size.height}\n255\n`, pixels.flat());
export const deepPixmap = () => file(`P6 ${size.width} ${size.height} 65535\n`, pixels.flat().flatMap((value) => [value, 0x55]));
export const targa = () => file([0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0], u16(size.width), u16(size.height), [24, 0x20], pixels.flatMap(bgr));
export const bitmap = () => file(
  "BM", u32(54 + pixels.length * 3), u32(0), u32(54), u32(40), u32(size.width), u32(size.height), u16(1), u16(24),
  u32(0), u32(pixels.length * 3), u32(2835), u32(2835), u32(0), u32(0), pixels.flatMap(bgr));
export const photoshop = () => file(
  "8BPS", big16(1), [0, 0, 0, 0, 0, 0], big16(3), big32(size.height), big32(size.width), big16(8), big16(3),
  big32(0), big32(0), big32(0), big16(0), [0, 1, 2].flatMap((channel) => pixels.map((pixel) => pixel[channel])));
/** Channels are powers of 2.2 in parts of 256. */
export const radiance = () => file(
  "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n", `-Y ${size.height} +X ${size.width}\n`,
  pixels.flatMap((pixel) => [...pixel.map((value) => Math.round((value / 255) ** 2.2 * 255)), 128]));
export const deepPng = () => png(size.width, size.height, 16, 2, Array.from({ length: size.height }, (_, row) =>
  [0, ...pixels.slice(row * size.width, (row + 1) * size.width).flat().flatMap((value) => [value, 0x55])]).flat());

/** A PNG of these bits a channel and colour type; `rows` each begin with their filter. */
export function png(width, height, depth, colorType, rows, palette = null) {
  return file(
    [137, 80, 78, 71, 13, 10, 26, 10], chunk("IHDR", [...big32(width), ...big32(height), depth, colorType, 0, 0, 0]),
    palette ? chunk("PLTE", palette) : [], chunk("IDAT", deflateSync(Buffer.from(rows), { level: 1 })), chunk("IEND", []));
}

function chunk(kind, data) {
  const body = file(kind, data);
  return file(big32(data.length), body, big32(crc32(body)));
}

/** Colours of the large picture's pixels, which take turns from left to right. */
export const stripes = [[230, 30, 30], [30, 200, 30], [40, 40, 230], [240, 240, 240]];

/** A picture of any size with a stripe of each colour in turn, `stripe` pixels wide (1, or a multiple of 4). */
export function stripedPng(width, height, stripe = 1) {
  const bytes = Math.ceil(width / 4);
  const row = Buffer.alloc(1 + bytes);
  for (let at = 0; at < bytes; ++at) {
    row[1 + at] = stripe === 1 ? 0b00011011 : 0x55 * (Math.floor((at * 4) / stripe) % 4);
  }
  const rows = Buffer.alloc(row.length * height);
  for (let y = 0; y < height; ++y) {
    row.copy(rows, y * row.length);
  }
  return png(width, height, 2, 3, rows, stripes.flat());
}

/** A JPEG with this EXIF orientation (1 to 8) in place of what it says of itself. */
export function withOrientation(jpeg, orientation) {
  const exif = file(
    "Exif\0\0", "MM\0*", big32(8), big16(1), big16(0x0112), big16(3), big32(1), big16(orientation), big16(0), big32(0));
  return file(jpeg.subarray(0, 2), [0xff, 0xe1], big16(exif.length + 2), exif, jpeg.subarray(2));
}
