// Makes the pictures of the playground's templates, and the icons of the installed site, of their drawings; editors show
// no SVG, and systems want icons in pixels: ./dev shell node site/pictures/render.mjs

import { globSync, readFileSync } from "node:fs";
import { launchers } from "../../wasm-tests/support/browsers.mjs";

const here = new URL("./", import.meta.url).pathname;
const icons = new URL("../icons/", import.meta.url).pathname;

const { browser, close } = await launchers.chromium();
const page = await browser.newPage();

/** A drawing of this size in pixels, into the PNG at `path`. */
async function render(drawing, width, height, path) {
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${width}px; height: ${height}px }</style>${drawing}`);
  await page.screenshot({ path, omitBackground: true });
}

for (const file of globSync(`${here}*.svg`)) {
  const drawing = readFileSync(file, "utf8");
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(drawing);
  await render(drawing, Number(width), Number(height), file.replace(/svg$/, "png"));
}
for (const [name, size] of [["icon", 192], ["icon", 512], ["maskable", 512]]) {
  await render(readFileSync(`${icons}${name}.svg`, "utf8"), size, size, `${icons}${name}-${size}.png`);
}
await close();
