const config = `<View><Labels name="ner" toName="text"><Label value="Person"/><Label value="Place"/></Labels>
  <Text name="text" value="$text"/></View>`;
const interfaces = ["submit", "update", "controls", "side-column", "annotations:current"];

const annotation = () => window.Htx?.annotationStore?.selected;
const layer = () => document.querySelector("#label-studio [class*=richtext]");
const drawn = () => document.getElementsByClassName("htx-highlight").length;

window.stage = {
  async load({ text, spans }) {
    const result = spans.map(({ id, start, end, label }) => ({
      id, from_name: "ner", to_name: "text", type: "labels", value: { start, end, text: text.slice(start, end), labels: [label] },
    }));
    document.querySelector("#root").innerHTML = '<div id="label-studio"></div>';
    new LabelStudio("label-studio", {
      config,
      interfaces,
      user: { pk: 1, firstName: "A", lastName: "B" },
      task: { id: 1, predictions: [], data: { text }, annotations: [{ id: 1001, result }] },
      onLabelStudioLoad: () => setTimeout(() => {
        const store = window.Htx.annotationStore;
        if (!store.selected) {
          store.selectAnnotation(store.annotations[0].id);
        }
      }),
    });
    while (!(annotation() && layer()?.textContent && drawn() >= spans.length)) {
      await new Promise(requestAnimationFrame);
    }
  },
  root: layer,
  count: () => annotation().regions.length,
  drawn,
  key: "1",
};
