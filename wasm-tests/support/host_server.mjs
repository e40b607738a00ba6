// What the test server does besides serving files: it plays the host that annotations are sent to, and
// sends the headers and the broken files that some tests are about.

import { readFile } from "node:fs/promises";
import { answerLabelStudio } from "./label_studio_server.mjs";
import { answerServed } from "./served.mjs";

const strictPolicy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
/** Pages that people take as an example: the strictest policy suffices for each. */
const examples = /^\/((embed|frame|framed|label-studio|pages\/strict)|apps\/\w+\/index)\.html$/;

function policyOf(path) {
  return examples.test(path) ? strictPolicy : path === "/pages/no_wasm.html" ? "default-src 'self'; script-src 'self'" : null;
}

/** Options for startServer. `/save/<name>/<statuses>` answers POSTs with the statuses, the last one for good; a name that begins with `pause-` asks for one. */
export function answerTestRequests() {
  const received = new Map(); // name -> [{at, key, body}]
  const handle = async (request, response) => {
    const path = new URL(request.url, "http://host").pathname;
    if (answerServed(path, response) || (await answerLabelStudio(request, response, readBody))) {
      return true;
    }
    const [, first, name, statuses] = path.split("/");
    if (first === "save" && request.method === "POST") {
      const list = received.get(name) ?? [];
      received.set(name, list);
      list.push({ at: Date.now(), key: request.headers["idempotency-key"], body: JSON.parse(await readBody(request)) });
      const wanted = statuses.split(",");
      response.writeHead(Number(wanted[Math.min(list.length, wanted.length) - 1]), name.startsWith("pause-") ? { "Retry-After": "2" } : {}).end();
      return true;
    }
    if (first === "received") {
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(received.get(name) ?? []));
      return true;
    }
    if (first === "login-first") {
      response.writeHead(302, { Location: "/pages/no_wasm.html" }).end();
      return true;
    }
    if (path === "/readme.html") {
      response.writeHead(200, { "Content-Type": "text/html" }).end(await readmeExample());
      return true;
    }
    if (path === "/favicon.ico") {
      response.writeHead(204).end();
      return true;
    }
    if (path === "/not-an-image.png") {
      response.writeHead(200, { "Content-Type": "image/png" }).end("<!doctype html><title>Log in</title>");
      return true;
    }
    return false;
  };
  const headers = (path) => (policyOf(path) ? { "Content-Security-Policy": policyOf(path) } : {});
  return { handle, headers };
}

/** The page of the README's first example, with a photo that is here. */
async function readmeExample() {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  return /```html\n([\s\S]*?)```/.exec(readme)[1].replace("cat.jpg", "samples/chelsea.png");
}

async function readBody(request) {
  const parts = [];
  for await (const part of request) {
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
