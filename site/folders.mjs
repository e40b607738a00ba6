// Where the files of the site lie, by the prefixes of their addresses.

const root = new URL("../", import.meta.url).pathname;

export const projectFolders = {
  "/": `${root}site`,
  "/dist/": `${root}dist`,
  "/samples/": `${root}build/assets/samples`,
  "/reference/": `${root}build/assets/reference`,
};
