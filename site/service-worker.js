// Keeps the files of this site in the browser, so that its pages work without a network. While there is one, everything comes
// from the server: a new version is seen at once, and what is kept follows it, all of it or nothing. Of other addresses,
// and of what is not on the list, this worker knows nothing.

importScripts("/offline-files.js");

const { version, files } = self.offlineFiles;
const prefix = "cartouche site ";
const cacheName = prefix + version;
const atOnce = 6;
/** A page does not wait longer than this for a network that says nothing. */
const patienceMs = 4000;
/** Pages that were kept: what belongs to them is of the same version, and comes from here, too. */
const keptPages = new Set();

/** By its contents, too: what is the same in the next version is not fetched again. */
const keyOf = (path) => new URL(`${path}?${encodeURIComponent(files[path])}`, location.origin).href;

addEventListener("install", (event) => event.waitUntil(fill().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(dropOthers().then(() => clients.claim())));
addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path !== null) {
    event.respondWith(answer(event, path));
  }
});

/** Exactly the files of the list, or a failure, after which the browser tries again. */
async function fill() {
  const cache = await caches.open(cacheName);
  const paths = Object.keys(files);
  const work = async () => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      const kept = (await caches.match(keyOf(path))) ?? (await fetch(path, { cache: "no-cache", integrity: files[path], redirect: "error" }));
      if (!kept.ok) {
        throw new Error(`${path}: HTTP ${kept.status}`);
      }
      await cache.put(keyOf(path), kept);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)));
}

/** Of the list; null: it is none of our business. */
function pathOf({ method, url }) {
  const { origin, pathname } = new URL(url);
  const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
  return method === "GET" && origin === location.origin && Object.hasOwn(files, path) ? path : null;
}

async function answer({ request, clientId, resultingClientId }, path) {
  const isPage = request.mode === "navigate"; // which some browsers say that the page before asks for
  if (!isPage && keptPages.has(clientId)) {
    return (await keptFile(path)) ?? fetch(request);
  }
  try {
    const response = await (isPage ? fetchPage(request) : fetch(request));
    if (response.status < 500) {
      return response;
    }
    return (await keptFile(path)) ?? response;
  } catch (error) {
    const kept = await keptFile(path);
    if (kept && isPage) {
      keptPages.add(resultingClientId);
    }
    return kept ?? Promise.reject(error);
  }
}

async function fetchPage(request) {
  const silent = new AbortController();
  const timer = setTimeout(() => silent.abort(), patienceMs);
  try {
    return await fetch(request, { signal: silent.signal });
  } finally {
    clearTimeout(timer); // its contents may take longer
  }
}

/** Its key says its contents: what a newer version kept, which has dropped this one's, is the same file. */
function keptFile(path) {
  return caches.match(keyOf(path));
}
