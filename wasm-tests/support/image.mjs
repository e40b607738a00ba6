// The sample image as tests use it: where its points are, and pointers over it.

import { ok } from "./registry.mjs";

/** The sample's size in pixels. */
const size = { width: 451, height: 300 };

/** Where a point in percent of the image is in the page. */
export async function placer(visit) {
  const stage = await visit.find("img", "image");
  const box = { left: stage.x - stage.width / 2 + 2, top: stage.y - stage.height / 2 + 2, width: stage.width - 4, height: stage.height - 4 };
  const scale = Math.min(box.width / size.width, box.height / size.height);
  return (x, y) => [
    box.left + box.width / 2 + (x / 100 - 0.5) * size.width * scale,
    box.top + box.height / 2 + (y / 100 - 0.5) * size.height * scale,
  ];
}

export async function drag(visit, from, to) {
  const { mouse } = visit.page;
  await mouse.move(...from);
  await mouse.down();
  await mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
  await mouse.move(...to);
  await mouse.up();
}

/** Two presses within 400 ms at one place would be a double click. */
export const pause = () => new Promise((resolve) => setTimeout(resolve, 450));

/** Whether numbers are right to a CSS pixel; mice are that exact. */
export function near(actual, expected, what) {
  for (const [key, number] of Object.entries(expected)) {
    ok(Math.abs(actual[key] - number) < 0.4, `${what}: ${key} is ${actual[key]}, expected ${number}`);
  }
}
