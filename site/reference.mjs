// Makes build/assets/reference/index.html, the reference of the labeling language, and tags.json, what the playground
// suggests, from what the native tool says of itself: node site/reference.mjs

import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { escaped, pageOf } from "./page.mjs";

const root = new URL("../", import.meta.url).pathname;
const out = `${root}build/assets/reference/`;

const headings = {
  object: "Objects: what is labeled",
  control: "Controls: what labels it",
  part: "Parts of objects and controls",
  visual: "Layout and text",
};

function attributeRow({ name, type, default: value, allowed, required, help }) {
  const values = allowed ? allowed.map((one) => `<code>${escaped(one)}</code>`).join(", ") : escaped(type);
  return `<tr><th scope="row"><code>${name}</code>${required ? " <b>required</b>" : ""}</th><td>${values}</td>
    <td data-head="Default">${value ? `<code>${escaped(value)}</code>` : ""}</td><td data-head="Meaning">${escaped(help)}</td></tr>`;
}

function tagSection({ name, help, children, resultType, attributes }) {
  const links = children.map((child) => `<a href="#${child}">${child}</a>`).join(" ");
  return `<section id="${name}" aria-labelledby="${name}-title"><h3 id="${name}-title"><code>&lt;${name}&gt;</code></h3>
    <p>${escaped(help[0].toUpperCase() + help.slice(1))}.${resultType ? ` Results have the type <code>${resultType}</code>.` : ""}</p>
    ${attributes.length > 0 ? `<div class="table stack" tabindex="0" role="region" aria-label="Attributes of ${name}"><table><thead><tr><th scope="col">Attribute</th><th scope="col">Values</th><th scope="col">Default</th>
    <th scope="col">Meaning</th></tr></thead><tbody>${attributes.map(attributeRow).join("")}</tbody></table></div>` : ""}
    ${links ? `<details><summary>What may stand in it</summary><p>${links}</p></details>` : ""}</section>`;
}

/** How a value is suggested: out of a list, by the names in the config, or by the names in the task. */
const kinds = { "name of a tag": "tag", "text or $variable": "variable" };

function suggested({ name, type, default: standard, allowed, required, help }) {
  const values = allowed ?? (type === "true or false" ? ["true", "false"] : null);
  return { name, help, ...(required && { required }), ...(values ? { kind: "values", values, default: standard } : { kind: kinds[type] ?? "text" }) };
}

const { stdout } = await promisify(execFile)(`${root}build/native/cartouche`, ["tags", "--json"], { maxBuffer: 1 << 24 });
const tags = JSON.parse(stdout);
const groups = Object.entries(headings).map(([role, heading]) => ({ heading, tags: tags.filter((tag) => tag.role === role) }));

await mkdir(out, { recursive: true });
await writeFile(`${out}tags.json`, JSON.stringify(tags.map(({ name, role, help, children, attributes }) =>
  ({ name, role, help, children, attributes: attributes.map(suggested) }))));
await writeFile(`${out}index.html`, pageOf({
  title: "The labeling language",
  about: "Every tag and attribute of the labeling language that Cartouche reads.",
  main: `<div class="reference">
    <h1>The labeling language</h1>
    <p>Every tag and attribute that Cartouche understands. Names match in any case; unknown attributes are
      ignored. What this version does not draw yet stands as a named place, and its results are kept.
      <a href="/playground.html">Try it</a>.</p>
    <nav aria-label="Tags">${groups.map((group) => `<h2>${group.heading}</h2><p>${group.tags.map(({ name }) => `<a href="#${name}">${name}</a>`).join(" ")}</p>`).join("")}</nav>
    ${groups.map((group) => `<h2>${group.heading}</h2>${group.tags.map(tagSection).join("\n")}`).join("\n")}
  </div>`,
}));
