// A config out of results that tasks bring: whoever exported them used one like it.

/** By the type of results: the tag of the control, of what stands in it, and how it belongs. */
const controls = {
  choices: ["Choices", "Choice"], labels: ["Labels", "Label"], hypertextlabels: ["HyperTextLabels", "Label"], paragraphlabels: ["ParagraphLabels", "Label"],
  rectanglelabels: ["RectangleLabels", "Label"], ellipselabels: ["EllipseLabels", "Label"], polygonlabels: ["PolygonLabels", "Label"],
  keypointlabels: ["KeyPointLabels", "Label"], brushlabels: ["BrushLabels", "Label"], rectangle: ["Rectangle"], ellipse: ["Ellipse"],
  polygon: ["Polygon"], keypoint: ["KeyPoint"], brush: ["Brush"], textarea: ["TextArea"], rating: ["Rating"], number: ["Number"], datetime: ["DateTime"],
};
const needs = { rectanglelabels: "Image", ellipselabels: "Image", polygonlabels: "Image", keypointlabels: "Image", brushlabels: "Image", rectangle: "Image",
  ellipse: "Image", polygon: "Image", keypoint: "Image", brush: "Image", labels: "Text", hypertextlabels: "HyperText", paragraphlabels: "Paragraphs" };

const attribute = (text) => String(text).replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`);

/** Of each control: {name, type, object, values, isMultiple, isPerRegion}; null if one is of a type that is not known here. */
function controlsOf(results) {
  const found = new Map();
  const regions = new Set(results.filter(({ type }) => needs[type]).map(({ id }) => id));
  for (const { id, from_name: name, to_name: object, type, value } of results) {
    if (!name || !object || !value) {
      continue; // a relation, which needs no control
    }
    if (!controls[type]) {
      return null;
    }
    const known = found.get(name) ?? { name, type, object, values: new Set(), isMultiple: false, isPerRegion: false };
    const given = Array.isArray(value[type]) ? value[type] : [];
    given.forEach((one) => known.values.add(String(one)));
    known.isMultiple ||= type === "choices" && given.length > 1;
    known.isPerRegion ||= !needs[type] && regions.has(id);
    found.set(name, known);
  }
  return [...found.values()];
}

/** XML, or null if the results do not say enough. `variables` are those of the data, {name, tag}, the likeliest first. */
export function configOfResults(results, variables) {
  const found = controlsOf(results);
  const objects = found?.length > 0 ? [...new Set(found.map(({ object }) => object))].map((object) => objectOf(object, found, variables)) : [null];
  if (objects.includes(null)) {
    return null;
  }
  return `<View>\n${[...found.map(controlOf), ...objects].join("\n")}\n</View>`;
}

function objectOf(object, found, variables) {
  const wanted = found.filter((one) => one.object === object).map(({ type }) => needs[type]).find(Boolean);
  const variable = variables.find(({ tag }) => !wanted || tag === wanted);
  return variable ? `  <${variable.tag} name="${attribute(object)}" value="$${variable.name}"/>` : null;
}

function controlOf({ name, type, object, values, isMultiple, isPerRegion }) {
  const [tag, child] = controls[type];
  const further = `${isMultiple ? ` choice="multiple"` : ""}${isPerRegion ? ` perRegion="true"` : ""}`;
  const start = `  <${tag} name="${attribute(name)}" toName="${attribute(object)}"${further}`;
  return child ? `${start}>\n${[...values].map((value) => `    <${child} value="${attribute(value)}"/>\n`).join("")}  </${tag}>` : `${start}/>`;
}
