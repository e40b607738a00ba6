const element = document.querySelector("#text");
const drawn = () => document.getElementsByClassName("r6o-annotation").length;
let annotator = null;

window.stage = {
  async load({ text, spans }) {
    element.textContent = text;
    annotator = RecogitoJS.createTextAnnotator(element);
    annotator.setAnnotations(spans.map(({ id, start, end, label }) => ({
      id,
      bodies: [{ id: `${id}-label`, annotation: id, purpose: "tagging", value: label }],
      target: { annotation: id, selector: [{ start, end, quote: text.slice(start, end) }] },
    })), true);
    while (drawn() < Math.min(spans.length, 1)) {
      await new Promise(requestAnimationFrame);
    }
  },
  root: () => element,
  count: () => annotator.getAnnotations().length,
  drawn,
};
