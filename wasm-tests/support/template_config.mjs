// What a config asks for: its controls, what they are about, and when they are shown.

/** Tags that show something and ask nothing. A Chat does both and is a control. */
const objectTags = ["Image", "Text", "HyperText", "Paragraphs", "Audio", "AudioPlus", "Video", "TimeSeries", "Pdf", "Table", "List"];

/**
 * The controls of a config, in its order: {tag, name, toName, values, attributes, conditions}. `values` are those of its
 * Labels or Choices, each [value, what it is called where it is drawn, how many choices it is
 * within]; `conditions` are the attributes of the tag and of what it stands in if they have `visibleWhen`; `objects` says
 * the tag of each of `toName`.
 */
export function readControls(visit, { config, task }) {
  return visit.page.evaluate(readInPage, config, task.data, objectTags);
}

function readInPage(config, data, objectTags) {
  const tree = new DOMParser().parseFromString(config, "text/xml");
  const objects = new Map([...tree.querySelectorAll("[name]")].map((tag) => [tag.getAttribute("name"), tag.tagName]));
  const attributesOf = (tag) => Object.fromEntries([...tag.attributes].map(({ name, value }) => [name.toLowerCase(), value]));
  const onlyObject = [...objects].filter(([, tag]) => objectTags.includes(tag)).map(([name]) => name); // where no toName is given
  const ancestors = (tag) => (tag ? [tag, ...ancestors(tag.parentElement)] : []);
  // Of HTML its words are shown, a line for each block.
  const shownOf = (html, value) => (html ?? "").replaceAll(/<\/?(?:div|h\d|p|br|li)\b[^>]*>/g, "\n").replaceAll(/<[^>]*>/g, "")
    .split("\n").map((line) => line.trim().replaceAll(/\s+/g, " ")).filter(Boolean).join("\n") || value;
  const fromData = (list, level = 0) => (list ?? []).flatMap((item) => [[item.alias ?? item.value, shownOf(item.html, item.value), level], ...fromData(item.children, level + 1)]);
  const levelOf = (tag) => ancestors(tag.parentElement).filter(({ tagName }) => tagName === "Choice").length;
  const valuesOf = (tag, { value }) => [
    ...[...tag.querySelectorAll("Label, Choice, Relation")].map((each) =>
      [each.getAttribute("alias") ?? each.getAttribute("value"), shownOf(each.getAttribute("html"), each.getAttribute("value")), levelOf(each)]),
    ...(value?.startsWith("$") ? fromData(data[value.slice(1)]) : []),
  ];
  const read = (tag) => {
    const attributes = attributesOf(tag);
    const name = attributes.name ?? "";
    const toName = attributes.toname?.split(",") ?? (tag.tagName === "Chat" ? [name] : onlyObject.slice(0, 1));
    return {
      tag: tag.tagName, name, attributes, toName, objects: toName.map((each) => objects.get(each)), values: valuesOf(tag, attributes),
      conditions: ancestors(tag).map(attributesOf).filter(({ visiblewhen }) => visiblewhen),
      buckets: [...tag.querySelectorAll("Bucket")].map(attributesOf),
    };
  };
  const isControl = (tag) => tag.tagName === "Relations" || (tag.hasAttribute("name") && !["Bucket", "Header", ...objectTags].includes(tag.tagName));
  return [...tree.querySelectorAll("*")].filter(isControl).map(read);
}
