// Makes the pictures of the playground's templates of their drawings; editors show no SVG:
// ./dev shell node site/pictures/render.mjs

import { globSync, readFileSync } from "node:fs";
import { launchers } from "../../wasm-tests/support/browsers.mjs";

const here = new URL("./", import.meta.url).pathname;

const { browser, close } = await launchers.chromium();
const page = await browser.newPage();
for (const file of globSync(`${here}*.svg`)) {
  const drawing = readFileSync(file, "utf8");
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(drawing);
  await page.setViewport({ width: Number(width), height: Number(height), deviceScaleFactor: 1 });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
  await page.screenshot({ path: file.replace(/svg$/, "png") });
}
await close();
