// What the pages have in common: a config, a photo, and a log of what the front end calls.

window.heard = [];
window.errors = [];
window.note = (name, ...what) => window.heard.push([name, ...what]);
window.config = `<View>
  <Image name="image" value="$image"/>
  <RectangleLabels name="tag" toName="image"><Label value="Hello"/><Label value="World"/></RectangleLabels>
  <Choices name="mood" toName="image" choice="single"><Choice value="Calm"/><Choice value="Cross"/></Choices>
</View>`;
window.task = { annotations: [], predictions: [], id: 1, data: { image: "/samples/chelsea.png" } };
window.interfaces = ["panel", "update", "submit", "skip", "controls", "infobar", "topbar", "instruction", "side-column",
  "annotations:history", "annotations:tabs", "annotations:menu", "annotations:current", "annotations:add-new", "annotations:delete",
  "annotations:view-all", "predictions:tabs", "predictions:menu", "auto-annotation", "edit-history"];
window.mood = (choice, id = "m1") => ({ id, from_name: "mood", to_name: "image", type: "choices", value: { choices: [choice] } });
window.box = (id) => ({
  id, from_name: "tag", to_name: "image", type: "rectanglelabels", original_width: 451, original_height: 300, image_rotation: 0,
  value: { x: 10, y: 10, width: 20, height: 30, rotation: 0, rectanglelabels: ["Hello"] },
});
window.startAnnotation = (LS) => {
  const annotation = LS.annotationStore.addAnnotation({ userGenerate: true });
  LS.annotationStore.selectAnnotation(annotation.id);
};
