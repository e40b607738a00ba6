const { stageProbe } = window;
const photo = document.querySelector("#photo");
let annotator = null;
let loaded = [];

const toPixels = ([x, y]) => [(x / 100) * stageProbe.picture.width, (y / 100) * stageProbe.picture.height];

function annotationOf(region) {
  const corners = (region.points ?? [[region.x, region.y], [region.x + region.width, region.y + region.height]]).map(toPixels);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const bounds = { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) };
  const { minX: x, minY: y, maxX, maxY } = bounds;
  const selector = region.points
    ? { type: "POLYGON", geometry: { points: corners, bounds } }
    : { type: "RECTANGLE", geometry: { x, y, w: maxX - x, h: maxY - y, bounds } };
  return { id: region.id, bodies: [], target: { annotation: region.id, selector } };
}

window.stage = {
  async load(regions) {
    loaded = regions;
    annotator?.destroy();
    photo.src = stageProbe.picture.url;
    await photo.decode();
    annotator = Annotorious.createImageAnnotator(photo, { drawingEnabled: false, drawingMode: "drag" });
    annotator.setDrawingTool("rectangle");
    annotator.setAnnotations(regions.map(annotationOf), true);
  },
  place(x, y) {
    const box = photo.getBoundingClientRect();
    return [box.x + (x / 100) * box.width, box.y + (y / 100) * box.height];
  },
  setTool(name) {
    annotator.setSelected();
    annotator.setDrawingEnabled(name === "draw");
  },
  isClickedFirst: true, // only what is selected can be dragged
  count: () => annotator.getAnnotations().length,
  target: () => JSON.stringify(annotator.getAnnotationById(loaded.at(-1).id).target.selector.geometry),
};
