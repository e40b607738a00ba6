// The host of the kill test, a process of its own that is killed like any server: what it has taken stands in a file
// before it answers. It gives tasks one after the other, and takes each key once. It takes its time before it writes
// and before it answers, so that kills come in between.
//
//   GET /next             {id}: the first task of which it has no annotation
//   POST /annotations     takes an annotation; {id} of it
//   GET /taken            {taken, repeats}: all that it has, and how often it got one that it had

import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { randomNumbers } from "./random_numbers.mjs";

const [file, port, seed] = process.argv.slice(2);
const lines = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").filter(Boolean).map((line) => JSON.parse(line)) : [];
const random = randomNumbers(Number(seed) + lines.length);
const pause = () => new Promise((resolve) => setTimeout(resolve, random() ** 2 * 150));

const cors = {
  "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*", "Access-Control-Allow-Methods": "*",
  "Content-Type": "application/json",
};

const taken = () => lines.filter(({ annotation }) => annotation);

function write(line) {
  appendFileSync(file, `${JSON.stringify(line)}\n`);
  lines.push(line);
}

async function take(request) {
  const key = request.headers["idempotency-key"];
  let body = "";
  for await (const part of request) {
    body += part;
  }
  const annotation = JSON.parse(body);
  await pause();
  const at = taken().findIndex((one) => one.key === key);
  if (at < 0 && annotation.pk !== undefined) {
    return { id: annotation.pk }; // an update, of which this labeler makes none
  }
  write(at < 0 ? { key, annotation } : { repeated: key });
  const id = at < 0 ? taken().length : at + 1;
  await pause();
  return { id };
}

async function answer(request) {
  if (request.url === "/next") {
    const done = new Set(taken().map(({ annotation }) => annotation.task));
    let id = 1;
    for (; done.has(id); ++id);
    return { id };
  }
  if (request.url === "/taken") {
    return { taken: taken(), repeats: lines.length - taken().length };
  }
  return request.method === "POST" ? take(request) : {};
}

createServer(async (request, response) => {
  const reply = await answer(request).catch(() => null); // cut off in the middle of a body
  if (reply) {
    response.writeHead(200, cors).end(JSON.stringify(reply));
  } else {
    response.destroy();
  }
}).listen(Number(port), "127.0.0.1", () => process.send?.("listening"));
