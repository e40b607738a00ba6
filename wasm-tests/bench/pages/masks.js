// Shows an image of 2000 x 2000 pixels with masks or rectangles on it, and measures in the page.

const size = 2000;
const editor = document.querySelector("cartouche-editor");
const config = `<View><BrushLabels name="brush" toName="image"><Label value="Car"/></BrushLabels>
  <RectangleLabels name="box" toName="image"><Label value="Tree"/></RectangleLabels>
  <Image name="image" value="$image"/></View>`;

function imageAddress() {
  const canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
  const context = canvas.getContext("2d");
  const sky = context.createLinearGradient(0, 0, size, size);
  sky.addColorStop(0, "#7fb2d9");
  sky.addColorStop(1, "#4c6b3f");
  context.fillStyle = sky;
  context.fillRect(0, 0, size, size);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(URL.createObjectURL(blob)), "image/png"));
}

/** The runs of a mask as brushes have them: words of 8 bits, of which four are a pixel. */
class RunWriter {
  #bytes = [];
  #bits = 0;
  #count = 0;

  constructor(pixels) {
    this.write(pixels * 4, 32);
    this.write(7, 5);
    [2, 3, 7, 15].forEach((bits) => this.write(bits, 4));
  }

  write(value, bits) {
    for (let bit = bits - 1; bit >= 0; --bit) {
      this.#bits = (this.#bits << 1) | (Math.floor(value / 2 ** bit) & 1);
      if (++this.#count === 8) {
        this.#bytes.push(this.#bits);
        this.#bits = this.#count = 0;
      }
    }
  }

  run(pixels, opacity) {
    for (let left = pixels * 4; left > 0; left -= 65536) {
      this.write(0b111, 3); // a run, its length in 16 bits
      this.write(Math.min(left, 65536) - 1, 16);
      this.write(opacity, 8);
    }
  }

  end() {
    if (this.#count > 0) {
      this.write(0, 8 - this.#count);
    }
    return this.#bytes;
  }
}

/** A disc. */
function maskAt(centerX, centerY, radius) {
  const writer = new RunWriter(size * size);
  let done = 0;
  for (let y = Math.max(centerY - radius, 0); y < Math.min(centerY + radius, size); ++y) {
    const half = Math.floor(Math.sqrt(radius ** 2 - (y - centerY) ** 2));
    const [from, to] = [Math.max(centerX - half, 0), Math.min(centerX + half, size)];
    if (to > from) {
      writer.run(y * size + from - done, 0);
      writer.run(to - from, 255);
      done = y * size + to;
    }
  }
  writer.run(size * size - done, 0);
  return writer.end();
}

const shared = { to_name: "image", original_width: size, original_height: size, image_rotation: 0, origin: "manual" };

const makers = {
  masks: (index) => ({
    ...shared, id: `m${index}`, from_name: "brush", type: "brushlabels",
    value: { format: "rle", rle: maskAt((index * 379) % size, (index * 547) % size, 100 + ((index * 37) % 250)), brushlabels: ["Car"] },
  }),
  rectangles: (index) => ({
    ...shared, id: `b${index}`, from_name: "box", type: "rectanglelabels",
    value: { x: (index * 0.379) % 97, y: (index * 0.547) % 97, width: 1, height: 1, rotation: 0, rectanglelabels: ["Tree"] },
  }),
};

const widgets = (selector) => [...editor.shadowRoot.querySelectorAll(selector)];
const frame = () => new Promise(requestAnimationFrame);
let image = null;
let observed = [];

window.masks = {
  /** Milliseconds from the task until the regions are drawn. */
  async load(kind, count) {
    image ??= await imageAddress();
    const result = Array.from({ length: count }, (_, index) => makers[kind](index));
    editor.config = config;
    const start = performance.now();
    editor.task = { id: 1, data: { image }, annotations: [{ id: 1, result }] };
    while (widgets("[role=img]").length < Math.min(count, 1) + 1 || !widgets("[role=toolbar]").some(({ ariaLabel }) => ariaLabel === "Image tools")) {
      await frame();
    }
    await frame();
    const gl = editor.shadowRoot.querySelector("canvas").getContext("webgl2");
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4)); // waits for the graphics process
    return performance.now() - start;
  },
  /** Where the label of masks is. */
  label() {
    const { x, y, width, height } = widgets("[role=radio]").find(({ ariaLabel }) => ariaLabel === "Car").getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  },
  room() {
    const { left, top, right, bottom } = widgets("[role=img]").find(({ ariaLabel }) => ariaLabel === "image").getBoundingClientRect();
    return [left, top, right, bottom];
  },
  watchTasks() {
    observed = [];
    new PerformanceObserver((list) => observed.push(...list.getEntries())).observe({ type: "longtask" });
  },
  /** Milliseconds; 0 if none took 50. */
  longestTask: () => Math.max(0, ...observed.map(({ duration }) => duration)),
  /** Milliseconds from the command until the host has what is submitted. */
  async submit(count) {
    const submitted = new Promise((resolve) => {
      for (const type of ["cartouche-submit", "cartouche-update"]) {
        editor.addEventListener(type, ({ detail }) => resolve(detail.annotation.result), { once: true });
      }
    });
    const start = performance.now();
    widgets("[role=button]").find(({ ariaLabel }) => ariaLabel === "Update").click();
    const result = await submitted;
    if (result.length !== count) {
      throw new Error(`${result.length} results were submitted, and ${count} should be`);
    }
    return performance.now() - start;
  },
};
