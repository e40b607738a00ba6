// What comes as an image: files of every format, upright, large ones, and what cannot be shown.

import * as files from "./support/image_files.mjs";
import { pets } from "./support/pets.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { colorsAt, colorsBecome } from "./support/screenshot.mjs";
import { serve, serveWithoutEnd, wasAsked } from "./support/served.mjs";

const picture = `<View><Image name="image" value="$image_url"/></View>`;
const boxes = `<View><Rectangle name="box" toName="image"/><Image name="image" value="$image_url" smoothing="false"/></View>`;

async function show(visit, url, config = picture, attributes = { style: "height: 500px" }) {
  await visit.label(config, { image_url: url }, attributes);
}

/** The picture's box in the page once it has these proportions. */
async function shown(visit, proportion) {
  await visit.until(`an image ${proportion} times as wide as high is shown`, (wanted) => {
    const box = document.querySelector("cartouche-editor").shadowRoot.querySelector("[role=img]")?.getBoundingClientRect();
    return box && Math.abs(box.width / box.height / wanted - 1) < 0.02;
  }, proportion);
  return visit.find("img", "image");
}

function isNear(actual, expected, what, tolerance = 12) {
  ok(actual.every((part, channel) => Math.abs(part - expected[channel]) <= tolerance), `${what} is ${actual}, expected ${expected}`);
}

async function showsHalves(visit, name) {
  const { x, y, width } = await shown(visit, 2);
  await colorsBecome(visit, [[x - width / 4, y], [x + width / 4, y]], [files.left, files.right], name);
}

/** What the page's own browser makes of the two halves. */
async function encodeInPage(visit, type) {
  const base64 = await visit.page.evaluate(async (type, { width, height }, left, right) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    context.fillStyle = `rgb(${left})`;
    context.fillRect(0, 0, width / 2, height);
    context.fillStyle = `rgb(${right})`;
    context.fillRect(width / 2, 0, width / 2, height);
    const blob = await canvas.convertToBlob({ type, quality: 1 });
    return blob.type === type ? btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer()))) : "";
  }, type, files.size, files.left, files.right);
  return Buffer.from(base64, "base64");
}

test("images of every format are shown: those of browsers and those that are decoded here", async (visit) => {
  await visit.open("pages/editor.html");
  const all = {
    "a.png": await encodeInPage(visit, "image/png"), "a.jpg": await encodeInPage(visit, "image/jpeg"),
    "a.webp": await encodeInPage(visit, "image/webp"), "deep.png": files.deepPng(), "a.bmp": files.bitmap(),
    "a.psd": files.photoshop(), "a.hdr": files.radiance(), "a.tga": files.targa(), "a.ppm": files.pixmap(), "deep.ppm": files.deepPixmap(),
  };
  serve(all);
  for (const name of Object.keys(all).filter((name) => all[name].length > 0)) {
    await show(visit, `/served/${name}`);
    await showsHalves(visit, name);
  }
});

test("an image is decoded in the page where that may have no worker", async (visit) => {
  serve({ "a.psd": files.photoshop() });
  await visit.page.evaluateOnNewDocument(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException("no workers here", "SecurityError");
      }
    };
  });
  await show(visit, "/served/a.psd");
  await showsHalves(visit, "a.psd");
});

test("a strict policy lets the worker decode", async (visit) => {
  serve({ "a.psd": files.photoshop() });
  await visit.open("pages/strict.html");
  await visit.find("radio", "Cat"); // the files that the page names have come
  await visit.page.evaluate((config) => {
    Object.assign(document.querySelector("cartouche-editor"), { config, task: { data: { image_url: "/served/a.psd" } } });
  }, picture);
  await shown(visit, 2);
  ok(wasAsked("/dist/cartouche-decoder.js"), "the worker was loaded");
});

test("the decoder is loaded only for images that need it", async (visit) => {
  serve({});
  await show(visit, "/samples/chelsea.png");
  await shown(visit, 451 / 300);
  ok(!wasAsked("/dist/cartouche-decoder"), "no decoder was loaded");
});

test("a photo taken sideways is upright, and labeled as it is seen", async (visit) => {
  await visit.open("pages/editor.html");
  const jpeg = await encodeInPage(visit, "image/jpeg");
  serve({ "turned.jpg": files.withOrientation(jpeg, 6), "flipped.jpg": files.withOrientation(jpeg, 3) });
  await show(visit, "/served/flipped.jpg");
  const { x, y, width } = await shown(visit, 2);
  await colorsBecome(visit, [[x - width / 4, y], [x + width / 4, y]], [files.right, files.left], "upside down");

  await show(visit, "/served/turned.jpg", boxes);
  await visit.find("toolbar", "Image tools");
  await visit.click("button", "Rectangle");
  const stage = await visit.find("img", "image");
  const side = Math.min((stage.height - 4) / 40, (stage.width - 4) / 20);
  await colorsBecome(visit, [[stage.x, stage.y - side * 10], [stage.x, stage.y + side * 10]], [files.left, files.right], "turned");
  await visit.page.mouse.move(stage.x - side * 5, stage.y - side * 10);
  await visit.page.mouse.down();
  await visit.page.mouse.move(stage.x + side * 5, stage.y);
  await visit.page.mouse.up();
  await visit.click("button", "Submit");
  const [result] = await visit.submitted();
  equal([result.original_width, result.original_height], [20, 40], "the size");
  isNear([result.value.x, result.value.y, result.value.width, result.value.height], [25, 25, 50, 25], "the region", 1);
});

test("an image of which a half has come says so", async (visit) => {
  const slow = serveWithoutEnd("slow.png", 500_000);
  await show(visit, "/served/slow.png");
  await slow.asked;
  await visit.until("half of it is there", () => document.querySelector("cartouche-editor").shadowRoot.querySelector("[role=img]")
    ?.getAttribute("aria-description") === "Loading the image: 50 %");
});

test("a shrunk image is the mean of its pixels, whichever way it is magnified", async (visit) => {
  await visit.open("pages/editor.html");
  serve({ "striped.png": files.stripedPng(3000, 1500) });
  const mean = [0, 1, 2].map((channel) => files.stripes.reduce((sum, color) => sum + color[channel] / files.stripes.length, 0));
  for (const smoothing of ["true", "false"]) {
    await show(visit, "/served/striped.png", `<View><Image name="image" value="$image_url" smoothing="${smoothing}"/></View>`);
    const { x, y } = await shown(visit, 2);
    const places = Array.from({ length: 9 }, (_, at) => [Math.round(x) - 40 + 11 * at, Math.round(y) + at]);
    await colorsBecome(visit, places, places.map(() => mean), `smoothing="${smoothing}"`, 16);
  }
});

test("the next task gives up the image of the one before", async (visit) => {
  serve({ "a.tga": files.targa() });
  const slow = serveWithoutEnd("slow.png");
  await show(visit, "/served/slow.png");
  await slow.asked;
  await visit.page.evaluate(() => {
    document.querySelector("cartouche-editor").task = { data: { image_url: "/served/a.tga" } };
  });
  await slow.givenUp;
  await showsHalves(visit, "a.tga");
});

test("an image of which nothing comes any more is said to be missing", async (visit) => {
  serveWithoutEnd("stuck.png");
  await visit.open("pages/editor.html");
  await visit.page.evaluate(() => { // a minute passes within a blink
    const wait = window.setTimeout;
    window.setTimeout = (action, ms, ...rest) => wait(action, ms === 60_000 ? 200 : ms, ...rest);
    Object.assign(document.querySelector("cartouche-editor"), {
      config: '<View><Image name="image" value="$image_url"/></View>', task: { data: { image_url: "/served/stuck.png" } },
    });
  });
  await visit.find("alert", "sent nothing for 60 seconds");
});

test("a picture that is ready too late is not shown", async (visit) => {
  serve({ "a.tga": files.targa(), "late.png": files.stripedPng(100, 100) });
  await visit.open("pages/editor.html");
  await visit.page.evaluate(() => {
    const decode = window.createImageBitmap;
    window.createImageBitmap = async (source, ...rest) => {
      const picture = await decode(source, ...rest);
      if (picture.width === 100) {
        await new Promise((resolve) => (window.goOn = resolve));
        window.latePicture = picture;
      }
      return picture;
    };
  });
  await visit.page.evaluate((config) => {
    Object.assign(document.querySelector("cartouche-editor"), { config, task: { data: { image_url: "/served/late.png" } } });
  }, picture);
  await visit.until("the first is decoded", () => typeof window.goOn === "function");
  await visit.page.evaluate(() => {
    document.querySelector("cartouche-editor").task = { data: { image_url: "/served/a.tga" } };
    window.goOn();
  });
  await showsHalves(visit, "a.tga");
  equal(await visit.page.evaluate(() => window.latePicture.width), 0, "width of the late picture, which is closed");
});

/** Zooms in at a place of the page until a pixel of the image is `scale` CSS pixels wide. */
async function zoomIn(visit, x, y, steps) {
  await visit.page.mouse.move(x, y);
  await visit.page.keyboard.down("Control");
  for (let step = 0; step < steps; ++step) {
    await visit.page.mouse.wheel({ deltaY: -300 });
  }
  await visit.page.keyboard.up("Control");
}

/** In a row of the screen, how many places have one of the stripes' colours, and how often it changes. */
async function stripesAt(visit, x, y, length) {
  const places = Array.from({ length }, (_, at) => [Math.round(x) + at, Math.round(y)]);
  const numbers = (await colorsAt(visit, places)).map((color) =>
    files.stripes.findIndex((stripe) => stripe.every((part, channel) => Math.abs(part - color[channel]) < 12)));
  const changes = numbers.filter((number, at) => at > 0 && number !== numbers[at - 1]).length;
  const inTurn = numbers.every((number, at) => at === 0 || number === numbers[at - 1] || number === (numbers[at - 1] + 1) % 4);
  return { pure: numbers.filter((number) => number >= 0).length, changes, inTurn };
}

async function becomesSharp(visit, x, y) {
  const start = Date.now();
  for (;;) {
    const seen = await stripesAt(visit, x, y, 200);
    if (seen.pure === 200 && seen.changes > 2 && seen.inTurn) {
      return;
    }
    ok(Date.now() - start < 15_000, `the stripes are not sharp: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Decoding 400 million pixels may take longer than anything else may. */
async function patiently(wait) {
  return wait().catch(wait).catch(wait);
}

async function opensAndPans(visit, width, height) {
  serve({ "large.png": files.stripedPng(width, height) });
  await show(visit, "/served/large.png", boxes, { style: "height: 600px" });
  await patiently(() => visit.find("toolbar", "Image tools"));
  const stage = await visit.find("img", "image");
  const grey = [0, 1, 2].map((channel) => files.stripes.reduce((sum, stripe) => sum + stripe[channel], 0) / 4);
  await colorsBecome(visit, [[stage.x, stage.y], [stage.x + 100, stage.y]], [grey, grey], "the overview", 30);
  await zoomIn(visit, stage.x, stage.y, 14);
  await becomesSharp(visit, stage.x - 100, stage.y);
  await visit.page.mouse.down({ button: "middle" });
  for (let step = 1; step <= 10; ++step) {
    await visit.page.mouse.move(stage.x - 20 * step, stage.y - 10 * step);
  }
  await visit.page.mouse.up({ button: "middle" });
  await becomesSharp(visit, stage.x - 100, stage.y);
}

test("an image too wide for a texture is sharp where one looks closely", async (visit) => {
  await opensAndPans(visit, 12_000, 600);
});

test("the magic wand reads the pixels of an image in tiles", async (visit) => {
  serve({ "large.png": files.stripedPng(8000, 5000, 1000) });
  await show(visit, "/served/large.png", `<View><Labels name="label" toName="image"><Label value="Stripe"/></Labels>
    <MagicWand name="wand" toName="image" blurRadius="1"/><Image name="image" value="$image_url"/></View>`, { style: "height: 600px" });
  await visit.find("toolbar", "Image tools");
  const stage = await visit.find("img", "image");
  const stripe = Math.min((stage.width - 4) / 8, (stage.height - 4) / 5);
  await visit.click("radio", "Stripe");
  await visit.page.mouse.click(stage.x + stripe / 2, stage.y); // in the middle of the fifth of eight
  const region = await visit.find("img", "Stripe, brush");
  isNear([region.x, region.width, region.height], [stage.x + stripe / 2, stripe, 5 * stripe], "the box of the mask", 2);
  await visit.click("button", "Submit");
  const [mask] = await visit.submitted();
  equal([mask.original_width, mask.original_height], [8000, 5000], "the size");
});

test("an image of 20,000 x 20,000 pixels opens and pans", async (visit) => {
  await opensAndPans(visit, 20_000, 20_000);
  await visit.click("button", "Rectangle");
  const stage = await visit.find("img", "image");
  await visit.page.mouse.move(stage.x - 60, stage.y - 60);
  await visit.page.mouse.down();
  await visit.page.mouse.move(stage.x + 60, stage.y + 60);
  await visit.page.mouse.up();
  await visit.click("button", "Submit");
  const [result] = await visit.submitted();
  equal([result.original_width, result.original_height], [20_000, 20_000], "the size");
});

test("an image that no browser can hold says how large it is", async (visit) => {
  serve({ "huge.png": files.png(60_000, 60_000, 8, 2, [0]) });
  await show(visit, "/served/huge.png", pets);
  await visit.find("alert", "has 60000 x 60000 pixels, which take 14.4 GB, and this browser has no room for them");
});

test("a file that is no image, and one that is broken, say so and what can be read", async (visit) => {
  const broken = files.photoshop();
  broken[23] = 4; // bits a channel
  serve({ "a.tif": Buffer.from("II*\0\x08\0\0\0 no more than a beginning"), "b.psd": broken, "c.ppm": files.pixmap().subarray(0, 100) });
  await show(visit, "/served/a.tif", pets);
  await visit.find("alert", "is not an image that can be shown: it is 33 bytes of an unknown kind. PNG, JPEG, WebP, AVIF, GIF, BMP, PSD, HDR, PNM and TGA can be.");
  await show(visit, "/served/b.psd", pets);
  await visit.find("alert", "is an image that cannot be read: it is a PSD image of a kind that is not decoded, or its header is broken");
  await show(visit, "/served/c.ppm", pets);
  await visit.find("alert", "is an image that cannot be read: it ends before its last pixel");
});
