window.calls = [];
const note = (name) => (...args) => window.calls.push({ name, args: args.length });

window.instance = new LabelStudio("label-studio", {
  config: `<View>
    <Choices name="Pets" toName="Image" choice="single"><Choice value="Cat"/><Choice value="Dog"/></Choices>
    <Image name="Image" value="$image_url"/>
  </View>`,
  interfaces: ["panel", "update", "submit", "controls", "edit-history", "side-column"],
  user: { pk: 1, firstName: "James", lastName: "Dean" },
  task: { id: 1, annotations: [], predictions: [], data: { image_url: "/samples/chelsea.png" } },
  onLabelStudioLoad(store) {
    note("labelStudioLoad")(store);
    const annotation = store.annotationStore.addAnnotation({ userGenerate: true });
    store.annotationStore.selectAnnotation(annotation.id);
  },
  onSubmitAnnotation(store, annotation) {
    note("submitAnnotation")(store, annotation);
    window.result = annotation.serializeAnnotation();
  },
});
window.instance.on("storageInitialized", note("storageInitialized"));
window.instance.on("updateAnnotation", note("updateAnnotation"));
