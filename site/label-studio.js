// Code as it is written for the Label Studio front end; only the script tag of the page is ours.

const config = `
<View>
  <Choices name="Pets" toName="Image" choice="single">
    <Choice value="Cat"></Choice>
    <Choice value="Dog"></Choice>
  </Choices>
  <Image name="Image" value="$image_url"></Image>
</View>`;

function show(store, annotation) {
  const received = { task: store.task.id, result: annotation.serializeAnnotation() };
  document.querySelector("#received").textContent = JSON.stringify(received, null, 2);
}

new LabelStudio("label-studio", {
  config,
  interfaces: ["panel", "update", "submit", "controls", "edit-history"],
  user: { pk: 1, firstName: "Ada", lastName: "Lovelace" },
  task: {
    id: 1,
    annotations: [],
    predictions: [],
    data: { image_url: "/samples/chelsea.png" },
  },
  onLabelStudioLoad: ({ annotationStore }) => {
    const annotation = annotationStore.addAnnotation({ userGenerate: true });
    annotationStore.selectAnnotation(annotation.id);
  },
  onSubmitAnnotation: show,
  onUpdateAnnotation: show,
});
