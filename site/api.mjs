// Makes build/assets/reference/api.html, the reference of the programming interface, from shell/cartouche.d.ts and what
// its comments say: node site/api.mjs

import { mkdir, writeFile } from "node:fs/promises";
import { SyntaxKind } from "typescript/unstable/ast";
import { API } from "typescript/unstable/sync";
import { escaped, pageOf } from "./page.mjs";

const root = new URL("../", import.meta.url).pathname;
const out = `${root}build/assets/reference/`;
const file = `${root}shell/cartouche.d.ts`;

/** The order of the page; what is declared and stands nowhere here comes last. */
const order = [
  ["The editor", ["CartoucheEditor", "createEditor", "EditorOptions", "EditorEvents", "RegionDetail", "version"]],
  ["Tasks and results", ["Task", "Result", "Annotation", "AnnotationInfo", "Diagnostic"]],
  ["Saving", ["Host", "Submission", "Neighbors", "SaveDetail", "SaveError", "restHost", "RestOptions", "labelStudioHost", "LabelStudioServerOptions"]],
  ["Files", ["tasksFromFiles", "filesFromDrop", "filesFromZip", "FileOptions"]],
  ["Storage", ["Cipher", "Lock", "Sealed"]],
  ["Settings", ["Theme", "Keymap", "Assist", "Expression", "PrivateDataMode", "MediaCredentials", "ResolveMedia"]],
  ["For pages of the Label Studio front end", [
    "LabelStudio", "LabelStudioOptions", "LabelStudioStore", "LabelStudioAnnotationStore", "LabelStudioAnnotation", "LabelStudioRegion", "LabelStudioInitial", "LabelStudioTaskPlace",
  ]],
];

const kinds = new Map([
  [SyntaxKind.InterfaceDeclaration, "interface"], [SyntaxKind.ClassDeclaration, "class"],
  [SyntaxKind.TypeAliasDeclaration, "type"], [SyntaxKind.FunctionDeclaration, "function"], [SyntaxKind.VariableStatement, "constant"],
]);

/** The words of the last comment before a node. */
function commentOf(text, node) {
  const before = text.slice(node.pos, node.getStart());
  const [last] = [...before.matchAll(/\/\*\*([^]*?)\*\//g)].slice(-1);
  return (last?.[1] ?? "").replace(/^\s*\* ?/gm, "").trim();
}

/** Code between backquotes; names of what is on this page are links. */
function prose(text, names) {
  return escaped(text).replace(/`([^`]+)`/g, (_, code) => `<code>${names.has(code) ? `<a href="#${code}">${code}</a>` : code}</code>`);
}

/** As it is declared, with links to the types of this page. */
function code(text, names, self) {
  return escaped(text).replace(/\b[A-Z]\w+\b/g, (word) => (names.has(word) && word !== self ? `<a href="#${word}">${word}</a>` : word));
}

const sourceOf = (node) => node.getText().replace(/;$/, "").replace(/^export (declare )?/, "");

function members(declaration, text, names) {
  const rows = declaration.members.map((member) => {
    const about = commentOf(text, member);
    return `<dt><code>${code(sourceOf(member), names, "")}</code></dt><dd>${prose(about, names)}</dd>`;
  });
  return rows.length > 0 ? `<dl>${rows.join("\n")}</dl>` : "";
}

function section({ name, node }, text, names) {
  const hasMembers = node.kind === SyntaxKind.InterfaceDeclaration || node.kind === SyntaxKind.ClassDeclaration;
  const body = hasMembers ? members(node, text, names) : `<pre class="type" tabindex="0"><code>${code(sourceOf(node), names, name)}</code></pre>`;
  return `<section id="${name}" aria-labelledby="${name}-title"><h3 id="${name}-title">${name}<span class="kind">${kinds.get(node.kind)}</span></h3>
    <p>${prose(commentOf(text, node), names)}</p>${body}</section>`;
}

/** Everything that is exported, by its name. */
function declarationsIn(source) {
  const found = new Map();
  for (const node of source.statements) {
    const name = node.name?.text ?? node.declarationList?.declarations[0]?.name.text;
    if (kinds.has(node.kind) && name) {
      found.set(name, { name, node });
    }
  }
  return found;
}

const compiler = new API({ cwd: root });
try {
  const project = compiler.updateSnapshot({ openProject: `${root}tsconfig.json` }).getProjects()[0];
  const source = project.program.getSourceFile(file);
  const declarations = declarationsIn(source);
  const others = [...declarations.keys()].filter((name) => !order.some(([, list]) => list.includes(name)));
  const groups = [...order, ["More", others]].map(([group, list]) => [group, list.filter((name) => declarations.has(name))]).filter(([, list]) => list.length > 0);
  const names = new Set(declarations.keys());
  const contents = groups.map(([group, list]) => `<h2>${group}</h2><p>${list.map((name) => `<a href="#${name}">${name}</a>`).join(" ")}</p>`).join("");
  const sections = groups.map(([group, list]) => `<h2>${group}</h2>${list.map((name) => section(declarations.get(name), source.text, names)).join("\n")}`);
  await mkdir(out, { recursive: true });
  await writeFile(`${out}api.html`, pageOf({
    title: "The programming interface",
    about: "Every property, method, event and type of Cartouche, as its declarations have them.",
    main: `<div class="reference api"><h1>The programming interface</h1>
    <p>Made from <code>cartouche.d.ts</code>, which comes with the package: what is declared there is what is built.
      The <a href="/guide.html">guide</a> shows how it is used.</p>
    <nav aria-label="Declarations">${contents}</nav>
    ${sections.join("\n")}</div>`,
  }));
} finally {
  compiler.close();
}
