// Bundles the small apps in wasm-tests/apps, each in its framework, as whoever uses that would.

import { readFile } from "node:fs/promises";
import * as esbuild from "esbuild";
import { compileScript, parse } from "vue/compiler-sfc";
import { angularLinker, compileAngular } from "./angular.mjs";
import { builtFolder } from "./built.mjs";

const root = new URL("../../", import.meta.url).pathname;

/** The build step of Vue, for components of a script and a template. */
const singleFileComponents = {
  name: "single-file-components",
  setup(build) {
    build.onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor } = parse(await readFile(path, "utf8"), { filename: path });
      const compilerOptions = { isCustomElement: (tag) => tag.startsWith("cartouche-") };
      const { content } = compileScript(descriptor, { id: path, inlineTemplate: true, templateOptions: { compilerOptions } });
      return { contents: content, loader: "js" };
    });
  },
};

const apps = {
  react: { entryPoints: ["main.jsx"], jsx: "automatic", define: { "process.env.NODE_ENV": '"production"' } },
  vue: {
    entryPoints: ["main.js"], plugins: [singleFileComponents],
    define: { __VUE_OPTIONS_API__: "false", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false", "process.env.NODE_ENV": '"production"' },
  },
  angular: {
    compile: compileAngular, entryPoints: ["angular/main.js"], plugins: [angularLinker],
    define: { ngDevMode: "false", ngServerMode: "false", ngI18nClosureMode: "false", ngJitMode: "false" },
  },
};

const built = new Map();

/** Once for all tests; the test server has it as /built-apps/NAME.js. */
export function buildApp(name) {
  if (!built.has(name)) {
    built.set(name, build(name, apps[name]));
  }
  return built.get(name);
}

/** `compile` makes JavaScript of it first. */
async function build(name, { compile, entryPoints, ...options }) {
  const app = `${root}wasm-tests/apps/${name}/`;
  const compiled = `${builtFolder}compiled/${name}/`;
  await compile?.(app, compiled);
  await esbuild.build({
    ...options, entryPoints: entryPoints.map((file) => (compile ? compiled : app) + file),
    alias: { cartouche: `${root}dist/cartouche.mjs` }, bundle: true, minify: true, format: "esm", target: "es2022",
    outfile: `${builtFolder}apps/${name}.js`, logLevel: "error",
  });
}
