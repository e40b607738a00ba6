const { stageProbe } = window;
const config = (tool) => `<View><${tool}Labels name="label" toName="image"><Label value="Car"/></${tool}Labels>
  <Image name="image" value="$image" zoom="true" zoomControl="true"/></View>`;
const interfaces = ["submit", "update", "controls", "side-column", "annotations:current"];

function resultOf(region) {
  const shared = {
    id: region.id, from_name: "label", to_name: "image",
    original_width: stageProbe.picture.width, original_height: stageProbe.picture.height, image_rotation: 0,
  };
  const { x, y, width, height, points } = region;
  return points
    ? { ...shared, type: "polygonlabels", value: { points, polygonlabels: ["Car"] } }
    : { ...shared, type: "rectanglelabels", value: { x, y, width, height, rotation: 0, rectanglelabels: ["Car"] } };
}

const annotation = () => window.Htx?.annotationStore?.selected;
const object = () => annotation()?.names.get("image");
const drawn = (kind) => object()?.stageRef?.find((node) => node.getClassName() === kind).length ?? 0;

async function until(isSo) {
  while (!isSo()) {
    await new Promise(requestAnimationFrame);
  }
}

let loaded = [];

window.stage = {
  async load(regions) {
    loaded = regions;
    document.querySelector("#root").innerHTML = '<div id="label-studio"></div>';
    const isPolygon = Boolean(regions[0]?.points);
    new LabelStudio("label-studio", {
      config: config(isPolygon ? "Polygon" : "Rectangle"),
      interfaces,
      user: { pk: 1, firstName: "A", lastName: "B" },
      task: {
        id: 1, predictions: [], data: { image: stageProbe.picture.url },
        annotations: [{ id: 1001, result: regions.map(resultOf) }],
      },
      onLabelStudioLoad: () => setTimeout(() => {
        const store = window.Htx.annotationStore;
        if (!store.selected) {
          store.selectAnnotation(store.annotations[0].id);
        }
      }),
    });
    await until(() => object()?.stageRef && drawn(isPolygon ? "Line" : "Rect") >= regions.length);
  },
  place(x, y) {
    const box = document.querySelector("#label-studio .konvajs-content").getBoundingClientRect();
    const { stageWidth, stageHeight } = object();
    return [box.x + (x / 100) * stageWidth, box.y + (y / 100) * stageHeight];
  },
  setTool(name) {
    annotation().unselectAll(); // a label would be given to what is selected
    for (const label of annotation().names.get("label").children) {
      if (label.selected !== (name === "draw")) {
        label.toggleSelected();
      }
    }
  },
  count: () => annotation().regions.length,
  target() {
    const { value } = annotation().regions.find(({ cleanId }) => cleanId === loaded.at(-1).id).serialize();
    return JSON.stringify(value.points ?? [value.x, value.y]);
  },
  view: () => JSON.stringify([object().zoomScale, object().zoomingPositionX, object().zoomingPositionY]),
};
