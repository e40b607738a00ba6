const { argv } = process;

/** Where tests put what they build: a folder for each browser, as these run side by side. */
export const builtFolder = new URL(`../../build/wasm-tests/built-${argv[argv.indexOf("--browser") + 1]}/`, import.meta.url).pathname;
