// It has no choices: the nearest small work is the photo with one box on it that can be selected.

const photo = document.querySelector("#photo");
const annotator = Annotorious.createImageAnnotator(photo);
const box = { x: 100, y: 60, w: 150, h: 120 };
const bounds = { minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h };

annotator.setAnnotations([
  {
    id: "cat",
    bodies: [],
    target: { annotation: "cat", selector: { type: "RECTANGLE", geometry: { ...box, bounds } } },
  },
]);

window.subject = {
  choice: () => document.querySelector(".a9s-annotation"),
  isShown: () => photo.complete && photo.naturalWidth > 0,
  isChosen: () => annotator.getSelected().length === 1,
};
