// Compiles an app of Angular before it is in a page, as its own tools do: nothing is compiled in the page, whose policy may forbid that.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const root = new URL("../../", import.meta.url).pathname;
/** Of its compiler, which stands apart with a TypeScript of its own (./dev). */
const { resolve } = createRequire(`${root}node_modules/.angular/`);

/** Writes JavaScript of the app, and of what it imports of this repository, into a folder. Rejects with what the compiler says. */
export async function compileAngular(app, folder) {
  const compiler = resolve("@angular/compiler-cli").replace(/index\.js$/, "src/bin/ngc.js");
  await promisify(execFile)(process.execPath, [compiler, "-p", `${app}tsconfig.json`, "--outDir", folder]).catch(({ stdout, stderr }) => {
    throw new Error(`ngc: ${stdout}${stderr}`);
  });
}

/** For esbuild: Angular's packages are half compiled, so that they go with different versions; their linker does the rest. */
export const angularLinker = {
  name: "angular-linker",
  async setup(build) {
    const load = (name) => import(pathToFileURL(resolve(name)).href);
    const [{ transformAsync }, { default: linker }] = await Promise.all([load("@babel/core"), load("@angular/compiler-cli/linker/babel")]);
    build.onLoad({ filter: /node_modules\/@angular\/.*\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const { code } = await transformAsync(source, { filename: path, plugins: [linker], babelrc: false, configFile: false, compact: false });
      return { contents: code, loader: "js" };
    });
  },
};
