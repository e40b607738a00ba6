// The examples of the site's pages, out of their HTML, and pages in which each runs as it stands.

import { readFile } from "node:fs/promises";
import * as esbuild from "esbuild";
import { serve } from "./served.mjs";

const root = new URL("../../", import.meta.url).pathname;

/** What the examples call `config` and `task`. */
export const config = `<View>
  <Choices name="pet" toName="photo"><Choice value="Cat"/><Choice value="Dog"/></Choices>
  <Image name="photo" value="$image"/>
</View>`;
export const task = { id: 1, data: { image: "cat.jpg" } };

const entities = { lt: "<", gt: ">", amp: "&", quot: '"' };
const plain = (html) => html.replace(/&(\w+);/g, (_, name) => entities[name]);

/** [{name, kind, needs, code}] of a page of the site. */
export async function readSnippets(page) {
  const html = await readFile(`${root}site/${page}.html`, "utf8");
  return [...html.matchAll(/<pre[^>]*><code([^>]*)>([^]*?)<\/code><\/pre>/g)].map(([, attributes, code]) => {
    const { kind, run, needs = "" } = Object.fromEntries([...attributes.matchAll(/data-(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
    return { name: run, kind, needs, code: plain(code) };
  });
}

const prelude = `const config = ${JSON.stringify(config)};\nconst task = ${JSON.stringify(task)};\n`;
const makeEditor = `import { createEditor } from "./dist/cartouche.mjs";
const editor = await createEditor(document.querySelector("#here"), { config, task });
`;

/** The page that a reader would put the example into. */
function bodyOf({ kind, needs, code }) {
  const script = `<script type="module">\n${prelude}${needs === "editor" ? makeEditor : ""}${kind === "js" ? code : ""}\nwindow.isDone = true;\n</script>`;
  const element = `<script src="dist/cartouche.js" defer></script>\n<cartouche-editor config-src="pets.xml" task-src="task.json"></cartouche-editor>`;
  switch (kind) {
    case "js":
      return `<div id="here"></div>\n<button id="log-out">Log out</button>\n<button id="leave">Leave</button>\n${script}`;
    case "html":
      return code.startsWith("<!doctype") ? code : `<script src="dist/cartouche.js"></script>\n${code}`;
    case "css":
      return `<style>${code}</style>\n${element}`;
    case "http":
      return element;
  }
}

async function bundled({ code }) {
  const { outputFiles } = await esbuild.build({
    stdin: { contents: prelude + code, resolveDir: root }, alias: { cartouche: `${root}dist/cartouche.mjs` },
    bundle: true, format: "esm", write: false, logLevel: "silent",
  });
  return outputFiles[0].contents;
}

const types = { html: "text/html; charset=utf-8", js: "text/javascript", mjs: "text/javascript", wasm: "application/wasm", json: "application/json" };

/** `headers`: further ones, by their names. */
function file(name, bytes, headers = {}) {
  return [name, (response) => {
    const type = types[name.split(".").at(-1)];
    response.writeHead(200, { "Access-Control-Allow-Origin": "*", ...(type && { "Content-Type": type }), ...headers }).end(bytes);
  }];
}

/** What was sent to `annotations`, as {headers, body}, and is answered with an id. */
function inbox(received) {
  return ["annotations", (response) => {
    const parts = [];
    response.req.on("data", (part) => parts.push(part));
    response.req.on("end", () => {
      received.push({ headers: response.req.headers, body: JSON.parse(Buffer.concat(parts).toString("utf8")) });
      response.writeHead(201, { "Content-Type": "application/json" }).end(JSON.stringify({ id: 40 + received.length }));
    });
  }];
}

/** Serves the example as served/NAME.html beside what it names; gives what it sends. `others`: examples that it names, by file. */
export async function serveSnippet(snippet, others = {}) {
  const received = [];
  const names = ["cartouche.js", "cartouche.mjs", "cartouche.wasm", "fonts/inter-regular.otf", "fonts/inter-semibold.otf", "locales/de.json"];
  const page = snippet.name === "bundler"
    ? `<!doctype html><meta charset="utf-8"><title>Bundled</title><div id="here"></div><script type="module" src="bundle.js"></script>`
    : bodyOf(snippet);
  const start = page.startsWith("<!doctype") ? "" : `<!doctype html>\n<meta charset="utf-8">\n<title>${snippet.name}</title>\n`;
  const [policyName, policy] = snippet.kind === "http" ? snippet.code.split(/: (.*)/s) : [];
  serve(Object.fromEntries([
    file(`${snippet.name}.html`, start + page, policyName ? { [policyName]: policy.trim() } : {}),
    ...await Promise.all(names.map(async (name) => file(`dist/${name}`, await readFile(`${root}dist/${name}`)))),
    file("cat.jpg", await readFile(`${root}build/assets/samples/chelsea.png`)),
    file("pets.xml", config),
    file("task.json", JSON.stringify(task)),
    ...(snippet.name === "bundler" ? [file("bundle.js", await bundled(snippet))] : []),
    ...Object.entries(others).map(([name, { code }]) => file(name, code)),
    inbox(received),
  ]));
  return received;
}
