// Makes the package in dist/ from what CMake and assets/build.mjs left in build/.

import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import * as esbuild from "esbuild";

const root = new URL("../", import.meta.url).pathname;
const dist = `${root}dist`;

const cmake = await readFile(`${root}CMakeLists.txt`, "utf8");
const version = /project\(cartouche VERSION ([\d.]+)/.exec(cmake)[1];

// English is in the script; what the shell says of it is little, and the core has its own.
const { messages } = JSON.parse(await readFile(`${root}assets/locales/en.json`, "utf8"));
const messagesOfPage = Object.fromEntries(Object.entries(messages).filter(([key]) => key.startsWith("page.")));

const common = {
  bundle: true,
  minify: true,
  target: "es2022",
  legalComments: "none",
  define: {
    CARTOUCHE_VERSION: JSON.stringify(version),
    CARTOUCHE_MESSAGES: JSON.stringify(messagesOfPage),
    define: "undefined", // Papa Parse would give itself to a page's loader of modules (AMD), rather than to us
  },
  logLevel: "warning",
};

await rm(dist, { recursive: true, force: true });
await mkdir(`${dist}/fonts`, { recursive: true });
await esbuild.build({ ...common, entryPoints: [`${root}shell/module.ts`], format: "esm", outfile: `${dist}/cartouche.mjs` });
await esbuild.build({
  ...common,
  entryPoints: [`${root}shell/classic.ts`],
  format: "iife",
  outfile: `${dist}/cartouche.js`,
  // Only Emscripten's glue asks, to guess where its wasm is; we always tell it.
  define: { ...common.define, "import.meta.url": '""' },
});
await esbuild.build({
  ...common,
  entryPoints: [`${root}shell/decoder_worker.ts`],
  format: "iife",
  outfile: `${dist}/cartouche-decoder.js`,
});
await esbuild.build({ ...common, entryPoints: [`${root}shell/files/zip_archive.ts`], format: "esm", outfile: `${dist}/cartouche-zip.mjs` });
await cp(`${root}build/web/cartouche_decoder.wasm`, `${dist}/cartouche-decoder.wasm`);
await cp(`${root}build/web/cartouche_core.wasm`, `${dist}/cartouche.wasm`);
// pdf.js as it comes, in the build for browsers that are not the newest; loaded when a document is shown.
const pdfJs = `${root}node_modules/pdfjs-dist`;
await mkdir(`${dist}/pdf`);
await cp(`${pdfJs}/legacy/build/pdf.min.mjs`, `${dist}/pdf/pdf.mjs`);
await cp(`${pdfJs}/legacy/build/pdf.worker.min.mjs`, `${dist}/pdf/pdf.worker.mjs`);
await cp(`${pdfJs}/LICENSE`, `${dist}/pdf/LICENSE`);
for (const folder of ["cmaps", "iccs", "standard_fonts", "wasm"]) { // with their licenses
  await cp(`${pdfJs}/${folder}`, `${dist}/pdf/${folder}`, { recursive: true, filter: (path) => !path.includes("quickjs-eval") });
}
await cp(`${root}shell/cartouche.d.ts`, `${dist}/cartouche.d.ts`);
await cp(`${root}assets/locales`, `${dist}/locales`, { recursive: true });
await cp(`${root}build/assets/fonts`, `${dist}/fonts`, { recursive: true });
await cp(`${root}LICENSE`, `${dist}/LICENSE`);
await cp(`${root}build/assets/THIRD_PARTY_NOTICES.txt`, `${dist}/THIRD_PARTY_NOTICES.txt`);
await writeFile(`${dist}/package.json`, JSON.stringify(manifest(), null, 2) + "\n");

function manifest() {
  const entry = { types: "./cartouche.d.ts", import: "./cartouche.mjs", default: "./cartouche.mjs" };
  return {
    name: "cartouche",
    version,
    description: "A labeling editor for any web page: Label Studio configs, WebAssembly, no server.",
    license: "Apache-2.0",
    type: "module",
    main: "./cartouche.mjs",
    module: "./cartouche.mjs",
    types: "./cartouche.d.ts",
    unpkg: "./cartouche.js",
    jsdelivr: "./cartouche.js",
    exports: {
      ".": entry,
      "./cartouche.js": "./cartouche.js",
      "./cartouche.wasm": "./cartouche.wasm",
      "./cartouche-zip.mjs": "./cartouche-zip.mjs",
      "./cartouche-decoder.js": "./cartouche-decoder.js",
      "./cartouche-decoder.wasm": "./cartouche-decoder.wasm",
      "./fonts/*": "./fonts/*",
      "./locales/*": "./locales/*",
      "./pdf/*": "./pdf/*",
      "./package.json": "./package.json",
    },
    sideEffects: ["./cartouche.mjs", "./cartouche.js"],
    files: ["*.js", "*.mjs", "*.wasm", "*.d.ts", "*.txt", "fonts", "locales", "pdf"],
  };
}
