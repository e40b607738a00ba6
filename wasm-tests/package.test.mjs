// The package as it is installed: packed, put into an empty project without a network, used by its script, as a module and by its types.

import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { builtFolder } from "./support/built.mjs";
import { isOneAnswer, pets } from "./support/pets.mjs";
import { equal, ok, test } from "./support/registry.mjs";

const run = promisify(execFile);
const root = new URL("../", import.meta.url).pathname;
/** The test server has it under /installed/. */
const project = `${builtFolder}installed`;

let installed = null;

/** Once for all tests. */
function install() {
  installed ??= (async () => {
    await rm(project, { recursive: true, force: true });
    await mkdir(project, { recursive: true });
    const { stdout } = await run("npm", ["pack", `${root}dist`, "--json", "--offline"], { cwd: project });
    const [{ filename, files }] = Object.values(JSON.parse(stdout)); // a list or, of newer npms, an object
    await writeFile(`${project}/package.json`, JSON.stringify({ name: "empty", version: "1.0.0", type: "module" }));
    await run("npm", ["install", `./${filename}`, "--offline", "--no-audit", "--no-fund"], { cwd: project });
    return files.map(({ path }) => path);
  })();
  return installed;
}

const strictly = {
  target: "es2022", module: "nodenext", moduleResolution: "nodenext", strict: true, exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true, skipLibCheck: false, noEmit: true, types: [], lib: ["es2022", "dom", "dom.iterable"],
};

/** Everything that is declared, as pages use it. */
const consumer = `
import { createEditor, labelStudioHost, LabelStudio, restHost, SaveError, tasksFromFiles, filesFromDrop, filesFromZip, Cipher, version, type Host, type Submission } from "cartouche";

const place: Element = document.body;
const mine: Host = {
  async save({ annotation, key, isRepeated }: Submission, signal: AbortSignal) {
    if (isRepeated && signal.aborted) {
      throw new SaveError("logged out", { isFinal: true });
    }
    return { pk: annotation.pk ?? key };
  },
};
const editor = await createEditor(place, { config: "<View/>", task: { data: {} }, journal: "mine", host: mine, theme: "dark" });
editor.addEventListener("cartouche-submit", (event) => console.log(event.detail.annotation.result.length));
editor.addEventListener("cartouche-save", ({ detail: { state, unsaved } }) => console.log(state === "saved", unsaved + 1));
editor.addEventListener("cartouche-restore", ({ detail }) => console.log(detail.steps));
editor.addEventListener("cartouche-region-change", ({ detail: { annotation, region, isHistory, result } }) =>
  console.log(annotation + region, !isHistory, result.length));
editor.addEventListener("cartouche-skip", ({ detail }) => console.log(detail.annotation.comment?.length));
const deleted: number = editor.selectRegions(["a"]) + editor.hideRegions(["a"]) + editor.deleteRegions(["a"]);
const isUpdated: boolean = editor.updateRegion("a", editor.regionOf("a") ?? []);
editor.setTheme("dark");
await Promise.all([editor.setKeymap({ "annotation:undo": { key: "ctrl+u" } }), editor.setLocale("de")]);
editor.host = restHost("/annotations", { headers: { "X-Token": "t" } });
editor.host = labelStudioHost({ url: "/", project: 5 });
editor.passphrase = "typed";
const cipher = await Cipher.make("mine", "typed");
const opened = await (await Cipher.open([cipher.lock], "typed")).unseal(await cipher.seal({ a: 1 }, ["here"]), ["here"]);
console.log(opened?.value);
place.addEventListener("drop", async (event) => {
  const { dataTransfer } = event as DragEvent;
  editor.task = (await tasksFromFiles(await filesFromDrop(dataTransfer!), editor.config))[0] ?? null;
});
const kept = new Map<string, File>();
const unpacked: File[] = await filesFromZip(new File([], "pets.zip"));
await tasksFromFiles(unpacked, editor.config, { addressOf: (file, path) => (kept.set(path, file), path) });
editor.mediaCredentials = "include";
editor.resolveMedia = async (url, reason) => (reason === "expired" ? url + "?anew" : url);
await editor.restored;
await editor.forgetData();
editor.download("task.json");
const created: HTMLElement = document.createElement("cartouche-editor");
document.querySelector("cartouche-editor")?.undo();

const labelStudio = new LabelStudio("here", {
  config: "<View/>", interfaces: ["submit"], task: { id: 1, data: {} },
  onSubmitAnnotation: (store, annotation) => console.log(store.task?.dataObj, annotation.serializeAnnotation()),
  onEntityCreate: (region) => console.log(region.labels),
});
labelStudio.on("updateAnnotation", () => undefined);
labelStudio.store?.annotationStore.selected?.history.undo();
labelStudio.store?.annotationStore.selected?.selectArea({ id: "a" });
console.log(created, deleted, isUpdated, version.length, window.Cartouche.restHost);
// @ts-expect-error: a host has to save
editor.host = {};
// @ts-expect-error: what a region had cannot be changed in an event
editor.addEventListener("cartouche-region-delete", ({ detail }) => (detail.result = []));
// @ts-expect-error: there is no such theme
editor.theme = "blue";
`;

test("the package installs into an empty project without a network, and runs nothing while it does", async () => {
  const files = await install();
  const manifest = JSON.parse(await readFile(`${project}/node_modules/cartouche/package.json`, "utf8"));
  equal([manifest.scripts, manifest.dependencies], [undefined, undefined], "scripts and dependencies");
  for (const name of ["cartouche.js", "cartouche.mjs", "cartouche.wasm", "cartouche.d.ts", "cartouche-decoder.js", "cartouche-decoder.wasm", "pdf/pdf.mjs", "pdf/pdf.worker.mjs", "LICENSE", "THIRD_PARTY_NOTICES.txt"]) {
    ok(files.includes(name), `${name} is not in the package`);
  }
}, { only: "chromium" });

test("the installed types hold under tsc --strict", async () => {
  await install();
  await writeFile(`${project}/consumer.ts`, consumer);
  await writeFile(`${project}/tsconfig.json`, JSON.stringify({ compilerOptions: strictly, files: ["consumer.ts"] }));
  await run(`${root}node_modules/.bin/tsc`, ["-p", project]).catch(({ stdout }) => ok(false, stdout));
}, { only: "chromium" });

const task = `{ id: 1, data: { image_url: "/samples/chelsea.png" } }`;
const pages = {
  script: `<script src="node_modules/cartouche/cartouche.js"></script>
<div id="here"></div>
<script>Cartouche.createEditor(document.querySelector("#here"), { config: ${JSON.stringify(pets)}, task: ${task} });</script>`,
  module: `<script type="importmap">{"imports": {"cartouche": "./node_modules/cartouche/cartouche.mjs"}}</script>
<div id="here"></div>
<script type="module">import { createEditor } from "cartouche";
createEditor(document.querySelector("#here"), { config: ${JSON.stringify(pets)}, task: ${task} });</script>`,
};

for (const [name, body] of Object.entries(pages)) {
  test(`the installed package labels a photo by its ${name}`, async (visit) => {
    await install();
    await writeFile(`${project}/${name}.html`, `<!doctype html>\n<meta charset="utf-8">\n<title>${name}</title>\n<script src="/pages/record.js"></script>\n${body}\n`);
    await visit.open(`installed/${name}.html`);
    await visit.click("radio", "Cat");
    await visit.checked("radio", "Cat");
    await visit.click("button", "Submit");
    isOneAnswer(await visit.submitted(), "Cat");
  });
}
