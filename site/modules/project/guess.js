// A config to begin with, from what the data of tasks look like.

import { configOfResults } from "./results_config.js";

const mostLooked = 50;
const longText = 300;

/** By the tag that shows it: what a value looks like. The first that fits is taken. */
const looks = [
  ["Image", /^data:image\/|^[^\s<>]+\.(png|jpe?g|jfif|webp|avif|gif|bmp|svg|psd|hdr|p[nbgp]m|tga)([?#]\S*)?$/i],
  ["Video", /^[^\s<>]+\.(mp4|m4v|webm|mov|mkv|ogv|avi)([?#]\S*)?$/i],
  ["Audio", /^[^\s<>]+\.(mp3|wav|ogg|oga|opus|flac|m4a|aac|weba)([?#]\S*)?$/i],
  ["Pdf", /^[^\s<>]+\.pdf([?#]\S*)?$/i],
  ["HyperText", /^\s*<(!doctype|[a-z][^<>]*>[^]*<\/[a-z])/i],
  ["Text", /\S/],
];
const order = [...looks.map(([tag]) => tag).slice(0, -2), "Paragraphs", "HyperText", "Text"];

/** Which tag shows a value; null: none does. Names of files may have spaces, which addresses have not. */
function tagOf(value, files) {
  if (typeof value === "string") {
    const look = files.has(value) ? value.replaceAll(/\s/g, "_") : value;
    return looks.find(([, pattern]) => pattern.test(look))?.[0] ?? null;
  }
  const isTalk = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one?.text === "string" || typeof one?.content === "string");
  return isTalk ? "Paragraphs" : null;
}

/** Of the first tasks: {name, tag, value}. */
function variablesOf(tasks, files) {
  const found = new Map();
  for (const { data } of tasks.slice(0, mostLooked)) {
    for (const [name, value] of Object.entries(data)) {
      const tag = /^\w+$/.test(name) ? tagOf(value, files) : null;
      if (tag && !found.has(name)) {
        found.set(name, { name, tag, value });
      }
    }
  }
  return [...found.values()];
}

/** The likeliest thing to be labeled comes first: media before texts, long texts before short ones. */
function ranked(variables) {
  const length = ({ value }) => (typeof value === "string" ? value.length : 0);
  return variables.toSorted((one, other) => order.indexOf(one.tag) - order.indexOf(other.tag) || length(other) - length(one));
}

const choices = (object, ...values) => `  <Choices name="answer" toName="${object}">
${values.map((value) => `    <Choice value="${value}"/>\n`).join("")}  </Choices>`;
const labels = (tag, object, ...values) => `  <${tag} name="label" toName="${object}">
${values.map((value) => `    <Label value="${value}"/>\n`).join("")}  </${tag}>`;

function controlFor({ name, tag, value }) {
  const isLong = typeof value === "string" && value.length > longText;
  switch (tag) {
    case "Image":
      return labels("RectangleLabels", name, "Object", "Other");
    case "HyperText":
      return labels("HyperTextLabels", name, "Person", "Place", "Organization");
    case "Paragraphs":
      return labels("ParagraphLabels", name, "Question", "Answer");
    case "Text":
      return isLong ? labels("Labels", name, "Person", "Place", "Organization") : choices(name, "Positive", "Neutral", "Negative");
    default:
      return choices(name, "Yes", "No");
  }
}

function objectFor({ name, tag, value }) {
  const isModel = tag === "Paragraphs" && typeof value[0].content === "string";
  const talk = tag !== "Paragraphs" ? "" : isModel ? ` nameKey="role" textKey="content" layout="dialogue"` : ` layout="dialogue"`;
  return `  <${tag} name="${name}" value="$${name}"${talk}/>`;
}

/**
 * XML: a config that shows the likeliest of the data and asks something of it; by the results that tasks bring, if they do.
 * `files` has the paths of files that tasks may name.
 */
export function guessConfig(tasks, files = new Set()) {
  const variables = ranked(variablesOf(tasks, files));
  const results = tasks.slice(0, mostLooked).flatMap(({ annotations = [], predictions = [] }) => [...annotations, ...predictions].flatMap(({ result }) => result ?? []));
  const known = configOfResults(results, variables);
  if (known) {
    return known;
  }
  const [main] = variables;
  if (!main) {
    return `<View>\n  <Header value="Nothing of the data was recognized: name it here, as in value=&quot;$name&quot;"/>\n</View>`;
  }
  // Files of several kinds are several kinds of tasks, and each needs what shows it.
  const shown = [main, ...variables.filter(({ tag, name }) => tag !== main.tag && isOfFile(tag, name))];
  return `<View>\n${controlFor(main)}\n${shown.map(objectFor).join("\n")}\n</View>`;
}

/** As files are called where no config says otherwise. */
function isOfFile(tag, name) {
  return { Image: "image", Audio: "audio", Video: "video", Pdf: "pdf", HyperText: "html" }[tag] === name;
}

/** The same config, with names of variables that the data has in place of those that it lacks. */
export function fitConfig(config, tasks, files = new Set()) {
  const variables = ranked(variablesOf(tasks, files));
  const names = new Set(tasks.slice(0, mostLooked).flatMap(({ data }) => Object.keys(data)));
  return config.replace(/<(\w+)\b([^<>]*?)\svalue="\$(\w+)"/g, (whole, tag, before, name) => {
    const alike = names.has(name) ? null : variables.find((one) => one.tag === tag);
    return alike ? `<${tag}${before} value="$${alike.name}"` : whole;
  });
}
