// The form of the results of each control, as the specification of results states it.

const isNumber = (value) => typeof value === "number" && Number.isFinite(value);
const isText = (value) => typeof value === "string" && value !== "";
const isList = (value, isItem) => Array.isArray(value) && value.length > 0 && value.every(isItem);
const areNumbers = (value, ...keys) => keys.every((key) => isNumber(value[key]));
const isPercent = (value) => isNumber(value) && value >= -0.01 && value <= 100.01;
const arePercents = (value, ...keys) => keys.every((key) => isPercent(value[key]));
const isPoint = (point) => Array.isArray(point) && point.length === 2 && point.every(isPercent);
const isWhole = (value) => Number.isInteger(value) && value >= 0;

/** What makes the place of a region, by the kind of region. */
const places = {
  rectangle: (value) => arePercents(value, "x", "y", "width", "height") && isNumber(value.rotation) && value.width > 0 && value.height > 0,
  ellipse: (value) => arePercents(value, "x", "y", "radiusX", "radiusY") && isNumber(value.rotation),
  keypoint: (value) => arePercents(value, "x", "y") && value.width > 0 && !("height" in value),
  polygon: ({ points, closed }) => isList(points, isPoint) && points.length >= 3 && closed === true,
  brush: ({ format, rle }) => format === "rle" && isList(rle, (byte) => isWhole(byte) && byte < 256) && rle[4] === 57 && rle[5] === 27,
  span: ({ start, end, text }) => isWhole(start) && isWhole(end) && end > start && isText(text),
  hypertext: ({ start, end, startOffset, endOffset, globalOffsets, text }) => isText(start) && isText(end) && start.startsWith("/") &&
    isWhole(startOffset) && isWhole(endOffset) && isWhole(globalOffsets?.start) && globalOffsets.end > globalOffsets.start && isText(text),
  paragraph: ({ start, end, startOffset, endOffset, text }) => /^\d+$/.test(start) && /^\d+$/.test(end) && typeof start === "string" &&
    isWhole(startOffset) && isWhole(endOffset) && isText(text),
  page: (value) => areNumbers(value, "x", "y", "width", "height", "rotation") && Number.isInteger(value.pageIndex) && value.pageIndex >= 1 &&
    ["x", "y", "width", "height"].every((key) => value[key] >= 0 && value[key] <= 1),
  message: ({ chatmessage }) => isText(chatmessage?.content) && isText(chatmessage.role) && isWhole(chatmessage.createdAt),
};

/** The kind of region that a value is the place of, or null. */
export function placeOf(value) {
  return Object.keys(places).find((kind) => places[kind](value)) ?? null;
}

const isImagePlace = (value) => ["rectangle", "ellipse", "keypoint", "polygon", "brush"].some((kind) => places[kind](value));
const labelsAre = (value, key, { values }) => isList(value[key], (label) => values.some(([known]) => known === label));
const labels = (kind) => (value, control, type) => places[kind](value) && labelsAre(value, type, control);
const isPath = (path, { values }) => isList(path, isText) && values.some(([known]) => known === path.at(-1));

/** For each tag whether a value is of its form. */
const forms = {
  Choices: ({ choices }, control) => isList(choices, (choice) => (control.attributes.allownested === "true"
    ? isPath(choice, control) : control.values.some(([known]) => known === choice))),
  Taxonomy: ({ taxonomy }, control) => isList(taxonomy, (path) => isPath(path, control)),
  TextArea: ({ text }) => isList(text, isText),
  Rating: ({ rating }, { attributes }) => Number.isInteger(rating) && rating >= 1 && rating <= Number(attributes.maxrating ?? 5),
  Pairwise: ({ selected }) => selected === "left" || selected === "right",
  Ranker: ({ ranker }, { name, buckets }) => {
    const isColumn = (ids) => Array.isArray(ids) && ids.every(isText);
    const columns = buckets.length === 0 ? [name] : ["_", ...buckets.map((bucket) => bucket.name)];
    return JSON.stringify(Object.keys(ranker).sort()) === JSON.stringify(columns.sort()) && Object.values(ranker).every(isColumn);
  },
  Chat: places.message,
  Labels: (value, control) => (control.objects.includes("Image") ? isImagePlace(value) : places.span(value)) && labelsAre(value, "labels", control),
  RectangleLabels: labels("rectangle"),
  KeyPointLabels: labels("keypoint"),
  PolygonLabels: labels("polygon"),
  BrushLabels: labels("brush"),
  HyperTextLabels: labels("hypertext"),
  ParagraphLabels: labels("paragraph"),
  OcrLabels: labels("page"),
  Rectangle: places.rectangle,
  Polygon: places.polygon,
};

const typeOf = ({ tag }) => (tag === "Chat" ? "chatmessage" : tag.toLowerCase());

/** What is wrong with the results for a control that was answered with `texts`: sentences, none if all is well. */
export function faultsOf(control, results, texts) {
  if (control.tag === "Relations") {
    return relationFaults(control, results);
  }
  const own = results.filter(({ from_name: name }) => name === control.name);
  const values = JSON.stringify(own.map(({ value }) => value));
  const missing = texts.filter((text) => !values.includes(text) && !values.includes(JSON.stringify(text)));
  return own.length === 0 ? ["it has no result"] : [
    ...own.flatMap((result) => resultFaults(control, result, results)),
    ...missing.map((text) => `what was answered, ${text}, is not in ${values.slice(0, 300)}`),
  ];
}

function resultFaults(control, result, results) {
  const { id, type, to_name: toName, origin, value } = result;
  const told = JSON.stringify(value).slice(0, 300);
  const isRegion = placeOf(value) !== null && control.tag !== "Chat";
  return [
    [isText(id), `its id is ${id}`],
    [type === typeOf(control), `its type is ${type}`],
    [control.tag === "Pairwise" ? toName === control.name : control.toName.includes(toName), `its to_name is ${toName}`],
    [["manual", "prediction", "prediction-changed"].includes(origin), `its origin is ${origin}`],
    [forms[control.tag]?.(value, control, type), `its value is ${told}`],
    [!isRegion || !control.objects.includes("Image") || (isWhole(result.original_width) && isWhole(result.original_height) && result.original_width > 0),
      `the size of the image is ${result.original_width} × ${result.original_height}`],
    [result.parentID !== id, "it is its own parent"],
    [control.attributes.perregion !== "true" || results.some((other) => other !== result && other.id === id), "it has no region"],
  ].filter(([isRight]) => !isRight).map(([, what]) => what);
}

function relationFaults({ values }, results) {
  const relations = results.filter(({ type }) => type === "relation");
  const isThere = (id) => results.some((result) => result.id === id);
  const isRight = ({ from_id: from, to_id: to, direction, labels: given }) => isThere(from) && isThere(to) && from !== to &&
    ["left", "right", "bi"].includes(direction) && isList(given, (label) => values.some(([known]) => known === label));
  return relations.length === 0 ? ["there is no relation"]
    : relations.filter((relation) => !isRight(relation)).map((relation) => `a relation is ${JSON.stringify(relation)}`);
}
