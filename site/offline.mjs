// Which files the service worker keeps, and what is in them. The server gives this as /offline-files.js; for another one:
// node site/offline.mjs > offline-files.js

import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { projectFolders } from "./folders.mjs";

/** What pages of the site do not ask for. */
const leftOut = [/^\/[^/]*\.mjs$/, /^\/pictures\/.*\.(mjs|svg)$/, /^\/service-worker\.js$/, /^\/dist\/(cartouche\.mjs|cartouche\.d\.ts|package\.json)$/, /\/LICENSE[^/]*$/];
const hashes = new Map(); // "file mtime size" -> promise of its integrity

function integrityOf(file, { mtimeMs, size }) {
  const key = `${file} ${mtimeMs} ${size}`;
  if (!hashes.has(key)) {
    hashes.set(key, readFile(file).then((bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`));
  }
  return hashes.get(key);
}

/** Of folders by the prefixes of their addresses: a script that sets `offlineFiles` to {version, bytes, files: {path: integrity}}. */
export async function offlineScript(folders) {
  const paths = Object.entries(folders).flatMap(([prefix, folder]) =>
    globSync("**", { cwd: folder }).map((path) => [prefix + path, `${folder}/${path}`]));
  const wanted = await Promise.all(paths.filter(([path]) => !leftOut.some((pattern) => pattern.test(path))).sort().map(async ([path, file]) => {
    const status = await stat(file);
    return status.isFile() ? [{ path, size: status.size, integrity: await integrityOf(file, status) }] : [];
  }));
  const all = wanted.flat();
  const version = createHash("sha256").update(JSON.stringify(all)).digest("hex").slice(0, 16);
  const files = Object.fromEntries(all.map(({ path, integrity }) => [path, integrity]));
  return `self.offlineFiles = ${JSON.stringify({ version, bytes: all.reduce((sum, { size }) => sum + size, 0), files }, null, 1)};\n`;
}

if (import.meta.filename === process.argv[1]) {
  process.stdout.write(await offlineScript(projectFolders));
}
