// Who is measured: one row each. `page`, of a cold start, and `loads` are paths under the server's root;
// `package` holds what a page has to transfer, as [name, file]; `folders` is what the server has to serve.

import { peerFolder } from "./peers.mjs";

const root = new URL("../../", import.meta.url).pathname;
const pages = new URL("pages/", import.meta.url).pathname;

const labelStudio = {
  id: "label-studio",
  name: "Label Studio front end 1.4.0",
  npm: "@heartexlabs/label-studio@1.4.0", // the newest on npm that holds code
};
const annotorious = {
  id: "annotorious",
  name: "Annotorious 3.8.10",
  npm: "@annotorious/annotorious@3.8.10",
};
const recogito = {
  id: "recogito",
  name: "Recogito Text Annotator 4.1.1",
  npm: "@recogito/text-annotator@4.1.1",
};
const labelStudioFolder = `${peerFolder(labelStudio)}/build/static`;
const annotoriousFolder = `${peerFolder(annotorious)}/dist`;
const recogitoFolder = `${peerFolder(recogito)}/dist`;

export const subjects = [
  {
    id: "blank",
    name: "Blank page with a radio button",
    page: "blank.html",
    loads: ["blank.js"],
    package: [],
    folders: {},
  },
  {
    id: "cartouche",
    name: "Cartouche",
    drawsRegions: true, // pages/regions-cartouche.html
    showsTexts: true, // pages/text-cartouche.html
    page: "cartouche.html",
    loads: [
      "cartouche.js", "dist/cartouche.js", "dist/cartouche.wasm", "dist/fonts/inter-regular.otf",
      "dist/fonts/inter-semibold.otf", "samples/chelsea.png",
    ],
    package: [
      ["cartouche.js", `${root}dist/cartouche.js`],
      ["cartouche.wasm", `${root}dist/cartouche.wasm`],
      ["first font", `${root}dist/fonts/inter-regular.otf`],
    ],
    folders: { "/dist/": `${root}dist` },
  },
  {
    ...labelStudio,
    drawsRegions: true,
    showsTexts: true,
    page: "label-studio.html",
    loads: [
      "label-studio.js", "label-studio/js/main.js", "label-studio/css/main.css", "samples/chelsea.png",
    ],
    package: [
      ["main.js", `${labelStudioFolder}/js/main.js`],
      ["main.css", `${labelStudioFolder}/css/main.css`],
    ],
    folders: { "/label-studio/": labelStudioFolder },
  },
  {
    ...annotorious,
    drawsRegions: true,
    page: "annotorious.html",
    loads: [
      "annotorious.js", "annotorious/annotorious.js", "annotorious/annotorious.css", "samples/chelsea.png",
    ],
    package: [
      ["annotorious.js", `${annotoriousFolder}/annotorious.js`],
      ["annotorious.css", `${annotoriousFolder}/annotorious.css`],
    ],
    folders: { "/annotorious/": annotoriousFolder },
  },
  {
    ...recogito,
    showsTexts: true,
    package: [
      ["text-annotator.umd.js", `${recogitoFolder}/text-annotator.umd.js`],
      ["text-annotator.css", `${recogitoFolder}/text-annotator.css`],
    ],
    folders: { "/recogito/": recogitoFolder },
  },
];

/** What the server of a run serves. */
export function foldersOf(present) {
  const shared = { "/": pages, "/samples/": `${root}build/assets/samples` };
  return Object.assign(shared, ...present.map(({ folders }) => folders));
}
