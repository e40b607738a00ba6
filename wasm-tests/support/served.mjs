// Files that a test makes, under /served/, and what was asked of the server since they were put there.

let files = {};
let asked = [];

/** In place of those of the test before. Resolve at addresses /served/NAME. */
export function serve(byName) {
  files = byName;
  asked = [];
}

/** Adds a file of 1 MB of which so many bytes come and no more; resolves `asked` and `givenUp` when the page does that. */
export function serveWithoutEnd(name, bytes = 1000) {
  const events = {};
  const promises = Object.fromEntries(["asked", "givenUp"].map((event) => [event, new Promise((resolve) => (events[event] = resolve))]));
  files[name] = (response) => {
    response.writeHead(200, { "Content-Type": "image/png", "Content-Length": 1_000_000 });
    response.write(Buffer.alloc(bytes));
    response.on("close", events.givenUp);
    events.asked();
  };
  return promises;
}

/** Whether a path that begins so was asked for. */
export function wasAsked(start) {
  return asked.some((path) => path.startsWith(start));
}

/** True if the request is for one of these files. */
export function answerServed(path, response) {
  asked.push(path);
  const file = files[path.replace("/served/", "")];
  if (!path.startsWith("/served/") || file === undefined) {
    return false;
  }
  if (typeof file === "function") {
    file(response);
  } else {
    response.writeHead(200, { "Content-Length": file.length }).end(file);
  }
  return true;
}
