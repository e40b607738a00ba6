// A small static server for the demo, the tests and the benchmarks. From the command line:
// node site/serve.mjs [--port N] [--host H]

import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompress, constants, gzip } from "node:zlib";
import { promisify } from "node:util";
import { projectFolders } from "./folders.mjs";
import { offlineScript } from "./offline.mjs";

export { projectFolders };

const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8", ".json": "application/json", ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json", ".png": "image/png", ".jpg": "image/jpeg", ".svg": "image/svg+xml", ".otf": "font/otf", ".txt": "text/plain; charset=utf-8",
  ".ts": "text/plain; charset=utf-8", ".xml": "text/xml; charset=utf-8",
};
const compressible = new Set([".html", ".css", ".js", ".mjs", ".json", ".wasm", ".svg", ".otf", ".xml", ".ts", ".txt"]);
const encoders = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};
const compressed = new Map(); // "encoding path mtime" -> promise of bytes

/**
 * Serves `folders` (URL prefix -> folder) on `host`. `headers(path)` gives further headers for a path;
 * `handle(request, response)` may answer a request itself by returning true (or a promise of it).
 * Resolves with {url, port, close}. Port 0: any free one.
 */
export async function startServer({ port = 0, host = "127.0.0.1", folders = projectFolders, headers, handle } = {}) {
  const server = createServer(async (request, response) => {
    try {
      if (!(await handle?.(request, response)) && !(await serveOfflineFiles(request, response, folders))) {
        await serveFile(request, response, folders, headers);
      }
    } catch (error) {
      response.writeHead(error.code === "ENOENT" || error.code === "EISDIR" ? 404 : 500, { "Content-Type": "text/plain" });
      response.end(`${request.url}: ${error.code ?? error.message}\n`);
    }
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const actual = server.address().port;
  return {
    port: actual,
    url: `http://${host}:${actual}/`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

/** What the service worker keeps: as the files are at this moment. */
async function serveOfflineFiles({ url }, response, folders) {
  const isAsked = new URL(url, "http://host").pathname === "/offline-files.js";
  if (isAsked) {
    const script = await offlineScript(Object.fromEntries(Object.entries(folders).filter(([prefix]) => prefix in projectFolders)));
    response.writeHead(200, { "Content-Type": types[".js"], "Cache-Control": "no-cache" }).end(script);
  }
  return isAsked;
}

/** The file of a URL path by the longest prefix that fits; never outside its folder. */
function locate(path, folders) {
  const prefix = Object.keys(folders).filter((candidate) => path.startsWith(candidate)).sort((a, b) => b.length - a.length)[0];
  const inside = normalize(`/${path.slice(prefix.length)}`);
  return join(folders[prefix], inside.endsWith("/") ? `${inside}index.html` : inside);
}

async function serveFile(request, response, folders, headers) {
  const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
  const file = locate(path, folders);
  const { mtimeMs, size } = await stat(file);
  const extension = extname(file);
  const etag = `"${createHash("sha1").update(`${file} ${mtimeMs} ${size}`).digest("hex").slice(0, 16)}"`;
  const all = {
    "Content-Type": types[extension] ?? "application/octet-stream", "Cache-Control": "no-cache", ETag: etag,
    Vary: "Accept-Encoding",
    // A frame sandboxed without allow-same-origin has an origin of its own, and may use these, too.
    ...(/^\/(dist|samples)\//.test(path) && { "Access-Control-Allow-Origin": "*" }),
    // It has a policy of its own, and may ask for nothing but files of this site.
    ...(path === "/service-worker.js" && { "Content-Security-Policy": "default-src 'none'; script-src 'self'; connect-src 'self'" }),
    ...headers?.(path),
  };
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, all).end();
    return;
  }
  const encoding = compressible.has(extension) ? pickEncoding(request.headers["accept-encoding"] ?? "") : null;
  const bytes = encoding ? await encode(file, mtimeMs, encoding) : await readFile(file);
  response.writeHead(200, { ...all, "Content-Length": bytes.length, ...(encoding && { "Content-Encoding": encoding }) });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function pickEncoding(accepted) {
  return ["br", "gzip"].find((encoding) => accepted.includes(encoding)) ?? null;
}

function encode(file, mtimeMs, encoding) {
  const key = `${encoding} ${file} ${mtimeMs}`;
  if (!compressed.has(key)) {
    compressed.set(key, readFile(file).then(encoders[encoding]));
  }
  return compressed.get(key);
}

function option(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

if (import.meta.filename === process.argv[1]) {
  const asked = option("--port");
  const host = option("--host") ?? "127.0.0.1";
  const start = (port) => startServer({ port, host });
  // The usual port, or any other if somebody has it; one that was asked for must be that one.
  const server = await start(Number(asked ?? 8317)).catch((error) => {
    if (!asked) {
      return start(0);
    }
    console.error(`error: port ${asked} cannot be used (${error.code ?? error.message}); choose another with --port N`);
    process.exit(1);
  });
  console.log(`\n  Cartouche is at  ${server.url}\n\n  Ctrl+C ends it.`);
}
