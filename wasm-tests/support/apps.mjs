// Bundles the small apps in wasm-tests/apps, each in its framework, as whoever uses that would.

import { readFile } from "node:fs/promises";
import * as esbuild from "esbuild";
import { compileScript, parse } from "vue/compiler-sfc";
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
  // Templates are compiled in the page: the compiler that does it beforehand does not work with our version of TypeScript.
  angular: {
    entryPoints: ["main.ts"], define: { ngDevMode: "false", ngServerMode: "false", ngI18nClosureMode: "false", ngJitMode: "true" },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  },
};

const built = new Map();

/** Once for all tests; the test server has it as /built-apps/NAME.js. */
export function buildApp(name) {
  if (!built.has(name)) {
    const { entryPoints, ...options } = apps[name];
    built.set(name, esbuild.build({
      ...options, entryPoints: entryPoints.map((file) => `${root}wasm-tests/apps/${name}/${file}`),
      alias: { cartouche: `${root}dist/cartouche.mjs` }, bundle: true, minify: true, format: "esm", target: "es2022",
      outfile: `${builtFolder}apps/${name}.js`, logLevel: "error",
    }));
  }
  return built.get(name);
}
