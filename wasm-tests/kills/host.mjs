// The host of the kill test, a process of its own that is killed like any server: what it has taken stands in a file
// before it answers. It gives tasks one after the other, and takes each key once.
//
//   GET /next             {id}: the first task of which it has no annotation
//   POST /annotations     takes an annotation; {id} of it
//   GET /taken            all that it has

import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";

const [file, port] = process.argv.slice(2);
const taken = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").filter(Boolean).map((line) => JSON.parse(line)) : [];

const cors = {
  "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*", "Access-Control-Allow-Methods": "*",
  "Content-Type": "application/json",
};

async function take(request) {
  const key = request.headers["idempotency-key"];
  let body = "";
  for await (const part of request) {
    body += part;
  }
  const at = taken.findIndex((one) => one.key === key);
  if (at >= 0) {
    return { id: at + 1 };
  }
  const one = { key, annotation: JSON.parse(body) };
  if (one.annotation.pk !== undefined) {
    return { id: one.annotation.pk }; // an update, of which this labeler makes none
  }
  appendFileSync(file, `${JSON.stringify(one)}\n`);
  taken.push(one);
  return { id: taken.length };
}

async function answer(request) {
  if (request.url === "/next") {
    const done = new Set(taken.map(({ annotation }) => annotation.task));
    let id = 1;
    for (; done.has(id); ++id);
    return { id };
  }
  return request.url === "/taken" ? taken : request.method === "POST" ? take(request) : {};
}

createServer(async (request, response) => {
  const reply = await answer(request).catch(() => null); // cut off in the middle of a body
  if (reply) {
    response.writeHead(200, cors).end(JSON.stringify(reply));
  } else {
    response.destroy();
  }
}).listen(Number(port), "127.0.0.1", () => process.send?.("listening"));
