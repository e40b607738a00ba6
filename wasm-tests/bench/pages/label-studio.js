const config = `
<View>
  <Choices name="Pets" toName="Image" choice="single">
    <Choice value="Cat"></Choice>
    <Choice value="Dog"></Choice>
  </Choices>
  <Image name="Image" value="$image_url"></Image>
</View>`;

new LabelStudio("label-studio", {
  config,
  interfaces: ["submit", "update", "controls", "edit-history"],
  user: { pk: 1, firstName: "A", lastName: "B" },
  task: { id: 1, annotations: [], predictions: [], data: { image_url: "/samples/chelsea.png" } },
  onLabelStudioLoad: ({ annotationStore }) => {
    const annotation = annotationStore.addAnnotation({ userGenerate: true });
    annotationStore.selectAnnotation(annotation.id);
  },
});

const find = (selector) => document.querySelector(`#label-studio ${selector}`);

window.subject = {
  choice: () => find("input[type=checkbox], input[type=radio]"),
  isShown: () => [...document.images].some((image) => image.complete && image.naturalWidth > 400),
  isChosen: () => Boolean(find("input:checked")),
};
