// The site without a network: what the service worker keeps, that a new version is seen at once, and that it can be installed.

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectFolders, startServer } from "../site/serve.mjs";
import { begin, download, labelChoice, openFiles, progressIs } from "./support/project.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { Visit } from "./support/visit.mjs";
import { zipOf } from "./support/zip.mjs";

const texts = JSON.stringify([{ text: "Fine" }, { text: "Bad" }, { text: "So so" }]);
/** On a busy machine it takes its time to pack nine megabytes for a first visitor, and to keep them. */
const patiently = (visit, ...asked) => visit.until(...asked).catch(() => visit.until(...asked)).catch(() => visit.until(...asked));
const isKept = (visit) => patiently(visit, "the site is kept", () => document.querySelector("#offline-note")?.textContent.startsWith("Works without a network"));
const shownText = (visit, text) => visit.until(`“${text}” is shown`, (text) => document.querySelector("cartouche-editor")?.task?.data.text === text, text);

/** A server of its own, which can be stopped, and a page of it: `use(visit, server)`. */
async function withServer(visit, use, folders = projectFolders) {
  let server = await startServer({ folders });
  const { port } = server;
  const page = await visit.page.browserContext().newPage();
  await page.setViewport({ width: 1000, height: 800, deviceScaleFactor: 1 });
  const own = new Visit(visit.browserName, page, server);
  const stop = async () => {
    await server?.close();
    server = null;
  };
  const start = async () => (server = await startServer({ port, folders }));
  try {
    await use(own, { stop, start });
    equal(own.problems, [], "what the page complained of");
  } finally {
    await stop();
  }
}

/** The addresses in the caches, without what tells their contents, by the name of the cache. */
const keptPaths = (visit) => visit.page.evaluate(async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) =>
  [name, (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).origin + new URL(url).pathname).sort()]))));

test("without a network the project page opens, and labeling goes on where it was", (visit) => withServer(visit, async (own, server) => {
  await openFiles(own, { "reviews.json": texts });
  await begin(own);
  await labelChoice(own, "Positive", "Fine");
  await shownText(own, "Bad");
  await isKept(own);
  await server.stop();
  await own.page.reload();
  await labelChoice(own, "Negative", "Bad");
  await shownText(own, "So so");
  await progressIs(own, "2 of 3 labeled");
  const tasks = JSON.parse(await download(own, "export-json", "reviews.json"));
  equal(tasks.map(({ annotations }) => annotations[0].result[0].value.choices), [["Positive"], ["Negative"]], "annotations");
  await openFiles(own, { "more.zip": await zipOf({ "a.txt": "one\ntwo\n" }) }); // also what is fetched only when it is needed
  await begin(own);
  await labelChoice(own, "Neutral", "one");
  await own.open("guide.html");
  ok(await own.page.evaluate(() => document.querySelector("h1") !== null), "other pages open, too");
}));

test("what is kept without a network is the site’s own files, each once, and nothing else", (visit) => withServer(visit, async (own) => {
  await own.open("project.html");
  await isKept(own);
  const { files, version } = JSON.parse((await (await fetch(`${own.server.url}offline-files.js`)).text()).replace(/^self.offlineFiles = |;\s*$/g, ""));
  const origin = own.server.url.slice(0, -1);
  equal(await keptPaths(own), { [`cartouche site ${version}`]: Object.keys(files).map((path) => origin + path).sort() }, "what is kept");
  for (const path of ["/project.html", "/project.js", "/dist/cartouche.js", "/dist/cartouche.wasm", "/dist/cartouche-zip.mjs", "/dist/pdf/pdf.mjs", "/index.html"]) {
    ok(path in files, path);
  }
  ok(!Object.keys(files).some((path) => path.endsWith("serve.mjs") || path === "/service-worker.js"), "tools are not kept");
  // What is on no list is the network's business, and of another origin none of the worker's.
  equal(await own.page.evaluate(async () => (await fetch("/not-there.json")).status), 404, "another address");
  own.expectProblem(/404/);
}));

test("a new version of the site is seen at once, and takes the place of what was kept", async (visit) => {
  const site = await mkdtemp(join(tmpdir(), "cartouche-site-"));
  try {
    await cp(projectFolders["/"], site, { recursive: true });
    const page = await readFile(join(site, "project.html"), "utf8");
    await withServer(visit, async (own, server) => {
      await own.open("project.html");
      await isKept(own);
      const [before] = await own.page.evaluate(() => caches.keys());
      await writeFile(join(site, "project.html"), page.replace("Label your own files</h1>", "The next version</h1>"));
      await own.page.reload();
      const heading = () => own.page.evaluate(() => document.querySelector("h1").textContent);
      equal(await heading(), "The next version", "at once");
      await patiently(own, "only the next version is kept", async (before) => {
        const names = await caches.keys();
        return names.length === 1 && names[0] !== before;
      }, before);
      await server.stop();
      await own.page.reload();
      equal(await heading(), "The next version", "without a network");
      await server.start();
      await writeFile(join(site, "project.html"), page);
      await own.page.reload();
      equal(await heading(), "Label your own files", "the version after that");
    }, { ...projectFolders, "/": site });
  } finally {
    await rm(site, { recursive: true });
  }
});

test("a server that fails, or says nothing, is as good as none", async (visit) => {
  let mood = "well";
  const page = await visit.page.browserContext().newPage();
  const server = await startServer({
    handle: (request, response) => {
      if (mood === "failing") {
        response.writeHead(503).end();
      }
      return mood !== "well"; // of one that is silent, nothing ever comes
    },
  });
  try {
    const own = new Visit(visit.browserName, page, server);
    await own.open("project.html");
    await isKept(own);
    for (mood of ["failing", "silent"]) {
      await own.page.reload();
      await own.until(`the page is there while the server is ${mood}`, () => document.querySelector("site-header nav") && document.querySelector("#gather").checkVisibility());
    }
  } finally {
    await server.close();
  }
});

test("Chromium would install the site", async (visit) => {
  await visit.open("project.html");
  await isKept(visit);
  const session = await visit.page.createCDPSession();
  const { errors, data, url } = await session.send("Page.getAppManifest");
  equal([errors, url], [[], `${visit.server.url}project.webmanifest`], "manifest");
  for (const { src, sizes, type } of JSON.parse(data).icons) {
    const response = await fetch(new URL(src, visit.server.url));
    equal([response.status, response.headers.get("content-type")], [200, type], src);
    if (type === "image/png") { // its header has the width and height
      const header = Buffer.from(await response.arrayBuffer());
      equal(`${header.readUInt32BE(16)}x${header.readUInt32BE(20)}`, sizes, src);
    }
  }
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  equal(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), [], "what keeps it from being installed"); // as tests are
}, { only: "chromium" });
