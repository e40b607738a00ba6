const { stageProbe } = window;
const editor = document.querySelector("cartouche-editor");
const config = (tool) => `<View><${tool}Labels name="label" toName="image"><Label value="Car"/></${tool}Labels>
  <Image name="image" value="$image"/></View>`;

const widgets = (selector) => [...editor.shadowRoot.querySelectorAll(selector)];
const imageBox = () => widgets("[role=img]").find((element) => element.ariaLabel === "image")?.getBoundingClientRect();
const isShown = () => widgets("[role=toolbar]").some((element) => element.ariaLabel === "Image tools");
const regionsShown = () => widgets("[role=img]").length - 1;
const results = () => editor.annotation.result;

async function until(isSo) {
  while (!isSo()) {
    await new Promise(requestAnimationFrame);
  }
}

function resultOf(region) {
  const shared = {
    id: region.id, from_name: "label", to_name: "image", origin: "manual",
    original_width: stageProbe.picture.width, original_height: stageProbe.picture.height, image_rotation: 0,
  };
  const { x, y, width, height, points } = region;
  return points
    ? { ...shared, type: "polygonlabels", value: { points, closed: true, polygonlabels: ["Car"] } }
    : { ...shared, type: "rectanglelabels", value: { x, y, width, height, rotation: 0, rectanglelabels: ["Car"] } };
}

let loaded = [];

window.stage = {
  start: () => window.stage.load([]),
  async load(regions) {
    loaded = regions;
    editor.config = config(regions[0]?.points ? "Polygon" : "Rectangle");
    editor.task = { id: 1, data: { image: stageProbe.picture.url }, annotations: [{ id: 1, result: regions.map(resultOf) }] };
    await until(() => isShown() && (regions.length === 0 || regionsShown() > 0));
  },
  place(x, y) {
    const box = imageBox();
    const { picture: image } = stageProbe;
    const scale = Math.min((box.width - 4) / image.width, (box.height - 4) / image.height);
    return [box.x + box.width / 2 + (x / 100 - 0.5) * image.width * scale,
      box.y + box.height / 2 + (y / 100 - 0.5) * image.height * scale];
  },
  keys: { select: "v", draw: "1" },
  count: () => results().length,
  target: () => JSON.stringify(results().find(({ id }) => id === loaded.at(-1).id).value),
  view: () => JSON.stringify(widgets("[role=img]")[1].getBoundingClientRect()),
  finish() {
    const gl = editor.shadowRoot.querySelector("canvas").getContext("webgl2");
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  },
};
