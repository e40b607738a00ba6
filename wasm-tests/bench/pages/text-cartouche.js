const editor = document.querySelector("cartouche-editor");
const config = `<View><Labels name="ner" toName="text"><Label value="Person"/><Label value="Place"/></Labels>
  <Text name="text" value="$text"/></View>`;

const layer = () => editor.shadowRoot.querySelector(".text");

window.stage = {
  start: () => editor.ready,
  async load({ text, spans }) {
    const result = spans.map(({ id, start, end, label }) => ({
      id, from_name: "ner", to_name: "text", type: "labels", value: { start, end, labels: [label] },
    }));
    editor.config = config;
    editor.task = { id: 1, data: { text }, annotations: [{ id: 1, result }] };
    while (!layer()?.querySelector(spans.length > 0 ? ".mark" : ".block")) {
      await new Promise(requestAnimationFrame);
    }
  },
  root: layer,
  count: () => editor.annotation.result.length,
  drawn: () => layer().getElementsByClassName("mark").length,
  key: "1", // arms the first label
};
