// Another host than that of the page, with media that are refused, missing, moved, or allowed; and the page's own host by https.

import { execFile } from "node:child_process";
import { createServer, request as ask } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const listening = (server) => new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server.address().port)));

/** Runs `action` with a real server that answers by `answer`, and ends it. */
async function during(server, protocol, action) {
  const port = await listening(server);
  try {
    await action(`${protocol}://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/**
 * A host with these files: by path, {status, type, body, headers}, or a function of the request that gives one. Whatever has
 * `cors` is allowed to all; or, if that is a text, to the pages of that origin with their cookies. `action` gets the
 * address, and what was asked for: [{path, method, cookie}].
 */
export function withMediaServer(files, action) {
  const asked = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://host");
    asked.push({ path: request.url, method: request.method, cookie: request.headers.cookie ?? "" });
    const file = typeof files[pathname] === "function" ? files[pathname](request) : files[pathname];
    const { status = file ? 200 : 404, type = "image/png", body = "", headers = {}, cors } = file ?? {};
    const allowed = cors === true ? { "Access-Control-Allow-Origin": "*" }
      : cors ? { "Access-Control-Allow-Origin": cors, "Access-Control-Allow-Credentials": "true" } : {};
    response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store", ...allowed, ...headers });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  return during(server, "http", (url) => action(url, asked));
}

/** A host at which nobody answers. */
export async function deadHost() {
  let url;
  await during(createServer(), "http", (was) => (url = was));
  return url;
}

/** `action` gets an https address at which all of a plain server is, by a certificate that nobody signed. */
export async function withSecureServer(plain, action) {
  const folder = await mkdtemp(join(tmpdir(), "cartouche-https-"));
  const [key, cert] = ["key.pem", "cert.pem"].map((name) => join(folder, name));
  await promisify(execFile)("openssl", [
    "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "2", "-subj", "/CN=127.0.0.1",
    "-addext", "subjectAltName=IP:127.0.0.1",
  ]);
  const options = { key: await readFile(key), cert: await readFile(cert) };
  await rm(folder, { recursive: true });
  const server = createSecureServer(options, (request, response) => {
    const forward = ask(new URL(request.url, plain), { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    request.pipe(forward);
  });
  return during(server, "https", action);
}

/** Silence of so many seconds: a WAV file of 8 bits and 8 kHz. */
export function silentWav(seconds) {
  const samples = seconds * 8000;
  const bytes = Buffer.alloc(44 + samples, 128);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + samples, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20); // not compressed
  bytes.writeUInt16LE(1, 22); // one channel
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(8000, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(samples, 40);
  return bytes;
}
