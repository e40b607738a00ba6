// How the media of a task are asked for: by which credentials, at which addresses, and what is said when there are none.

import { readFile } from "node:fs/promises";
import { deadHost, silentWav, withMediaServer, withSecureServer } from "./support/media_server.mjs";
import { pdfOf } from "./support/pdf_file.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { serve } from "./support/served.mjs";

const photo = await readFile(new URL("../build/assets/samples/chelsea.png", import.meta.url));
const document = pdfOf([{ width: 300, height: 200, box: [0, 0, 300, 100], color: [9, 9, 9] }]);
const page = { type: "text/html", body: "<!doctype html><title>Log in</title>" };
const text = { type: "text/plain", body: "Good evening" };
const wav = { type: "audio/wav", body: silentWav(4) };

const tags = {
  image: `<View><Image name="i" value="$at"/></View>`,
  document: `<View><Pdf name="d" value="$at"/></View>`,
  text: `<View><Text name="t" value="$at" valueType="url"/></View>`,
  audio: `<View><Paragraphs name="p" value="$talk" audioUrl="$at" showPlayer="true"/></View>`,
};
const talk = [{ author: "Guest", text: "Two, please.", start: 0, end: 2 }];

/** What browsers write into the console about requests that fail, and that another host was asked at all. */
function expectTrouble(visit) {
  visit.expectProblem(/request to|Failed to load|status of|blocked|CORS|Cross-Origin|Mixed|Content.Security.Policy|NetworkError|upgraded|insecure|scheme/i);
}

/** Shows what stands at an address; `options` are properties of the editor. A function among them is given as text. */
async function show(visit, kind, address, options = {}) {
  await visit.page.evaluate(async (config, data, options) => {
    const editor = window.document.querySelector("cartouche-editor");
    await editor.ready;
    Object.assign(editor, options, { config, task: { data } });
  }, tags[kind], { at: address, talk }, options);
}

const isShown = {
  image: (visit) => visit.find("img", "i"),
  document: (visit) => visit.find("img", "d"),
  text: (visit) => visit.until("the text is shown", () =>
    window.document.querySelector("cartouche-editor").shadowRoot.querySelector(".text")?.textContent.includes("Good evening")),
  audio: (visit) => visit.until("the audio is there", () =>
    window.document.querySelector("cartouche-editor").shadowRoot.querySelector("audio")?.readyState > 0),
};

/** Waits for what the labeler is told about an address, and gives it. */
async function said(visit, address) {
  const words = await visit.until(`something is said about ${address}`, (address) => {
    const root = window.document.querySelector("cartouche-editor").shadowRoot;
    return [...root.querySelectorAll("[role=alert]")].map((alert) => alert.getAttribute("aria-label") ?? alert.textContent).find((words) => words.includes(address));
  }, address);
  const told = await visit.until("the host is told the same", (address) =>
    window.received.filter(({ type }) => type === "cartouche-error").map(({ detail }) => detail.message).find((message) => message.includes(address)), address);
  ok(told.includes(words) || words.includes(told), `the host was told ${told}, the labeler ${words}`);
  return told;
}

/** The problems that the host was told, by severity and code. */
const errors = (visit) => visit.page.evaluate(() =>
  window.received.filter(({ type }) => type === "cartouche-error").map(({ detail: { code, severity } }) => `${severity} ${code}`));

test("media are asked for with the cookies that the host wants to go along", async (visit) => {
  expectTrouble(visit);
  await visit.open("pages/editor.html");
  await visit.page.evaluate(() => (window.document.cookie = "who=ada; path=/"));
  const allowed = visit.server.url.slice(0, -1);
  const files = { "/a.png": { body: photo }, "/a.pdf": { body: document, type: "application/pdf" }, "/a.txt": text, "/a.wav": wav };
  await withMediaServer(Object.fromEntries(Object.entries(files).map(([path, file]) => [path, { ...file, cors: allowed }])), async (url, asked) => {
    const places = { image: "/a.png", document: "/a.pdf", text: "/a.txt", audio: "/a.wav" };
    for (const [mode, cookie] of Object.entries({ omit: "", "same-origin": "", include: "who=ada", nonsense: "" })) {
      for (const [kind, path] of Object.entries(places)) {
        asked.length = 0;
        await show(visit, kind, `${url}${path}?${mode}`, { mediaCredentials: mode });
        await isShown[kind](visit);
        equal([...new Set(asked.map(({ cookie }) => cookie))], [cookie], `cookies of the ${kind} with ${mode}`);
      }
    }
  });
});

test("the page's own host gets its cookies with media, unless they are omitted", async (visit) => {
  await visit.open("pages/editor.html");
  const modes = await visit.page.evaluate(async (config) => {
    const editor = window.document.querySelector("cartouche-editor");
    await editor.ready;
    const asked = [];
    const { fetch } = window;
    window.fetch = (address, options) => (asked.push(options.credentials), fetch(address, options));
    for (const mode of ["omit", "include", "same-origin"]) {
      editor.setAttribute("media-credentials", mode);
      Object.assign(editor, { config, task: { data: { at: `/samples/chelsea.png?${mode}` } } });
      await editor.restored;
    }
    return [asked, editor.mediaCredentials];
  }, tags.image);
  equal(modes, [["omit", "include", "same-origin"], "same-origin"], "modes");
});

test("the page gives the addresses of media, and new ones when they have expired, once", async (visit) => {
  expectTrouble(visit);
  await visit.open("pages/editor.html");
  const signed = (file, status) => (request) => (request.url.endsWith("signed=2") ? { ...file, cors: true } : { status, cors: status !== 403 });
  await withMediaServer({
    "/a.png": signed({ body: photo }, 401), "/a.pdf": signed({ body: document }, 410), "/a.txt": signed(text, 403), "/a.wav": signed(wav, 403),
  }, async (url, asked) => {
    await visit.page.evaluate((url) => {
      window.calls = [];
      window.document.querySelector("cartouche-editor").resolveMedia = async (address, reason) => {
        window.calls.push([address, reason]);
        return `${url}/${address.slice(5)}?signed=${reason === "first" ? 1 : 2}`;
      };
    }, url);
    for (const [kind, name] of Object.entries({ image: "a.png", document: "a.pdf", text: "a.txt", audio: "a.wav" })) {
      await show(visit, kind, `s3://${name}`);
      await isShown[kind](visit);
      equal(await visit.page.evaluate(() => window.calls.splice(0)), [[`s3://${name}`, "first"], [`s3://${name}`, "expired"]], `what was asked about the ${kind}`);
    }
    ok(asked.some(({ path }) => path === "/a.png?signed=1"), "the first address was tried");
  });
  await show(visit, "image", `data:image/png;base64,${photo.toString("base64")}`);
  await isShown.image(visit);
  equal(await visit.page.evaluate(() => window.calls), [], "what was asked about an image that is its own address");
});

test("an address that was renewed and is still refused is told, as is a page that gives none", async (visit) => {
  expectTrouble(visit);
  await visit.open("pages/editor.html");
  await withMediaServer({ "/a.png": { status: 403, cors: true } }, async (url, asked) => {
    await visit.page.evaluate((url) => {
      window.document.querySelector("cartouche-editor").resolveMedia = (address) => `${url}/a.png?secret`;
    }, url);
    await show(visit, "image", "s3://x/a.png");
    const words = await said(visit, "s3://x/a.png");
    ok(words.includes("refuses it (HTTP 403 Forbidden)") && !words.includes("secret"), words);
    equal(asked.filter(({ method }) => method === "GET").length, 2, "requests");
  });
  await visit.page.evaluate(() => {
    window.document.querySelector("cartouche-editor").resolveMedia = () => Promise.reject(new Error("the signer is away"));
  });
  await show(visit, "text", "s3://x/b.txt");
  equal(await said(visit, "s3://x/b.txt"), "The text s3://x/b.txt cannot be shown: the page around the editor gave no address for it (the signer is away).", "message");
  await visit.page.evaluate(() => {
    window.document.querySelector("cartouche-editor").resolveMedia = () => undefined;
  });
  await show(visit, "audio", "s3://x/c.wav");
  ok((await said(visit, "s3://x/c.wav")).includes("resolveMedia returned none"), "it is told");
});

test("why an image cannot be had is told apart", async (visit) => {
  expectTrouble(visit);
  await visit.open("pages/editor.html");
  const dead = await deadHost();
  const own = visit.server.url.slice(0, -1);
  const files = {
    "/no-cors.png": { body: photo }, "/login.png": { status: 401, cors: true }, "/forbidden.png": { status: 403, cors: true },
    "/gone.png": { status: 410, cors: true }, "/failed.png": { status: 503, cors: true }, "/odd.png": { status: 418, cors: true },
    "/page.png": { ...page, cors: true }, "/led.png": { status: 302, headers: { Location: "/page.png" }, cors: true },
    "/noise.png": { body: "noise", cors: true },
  };
  await withMediaServer(files, async (url) => {
    const host = new URL(url).host;
    serve({
      "elsewhere.png": (response) => response.writeHead(302, { Location: `${url}/no-cors.png` }).end(),
      "broken.png": (response) => {
        response.writeHead(200, { "Content-Type": "image/png", "Content-Length": photo.length });
        response.write(photo.subarray(0, 1000), () => response.destroy());
      },
    });
    for (const [address, words] of Object.entries({
      [`${dead}/a.png`]: `${new URL(dead).host} does not answer, or answers only to pages of its own`,
      [`${url}/no-cors.png`]: `${host} answers, but does not let pages of ${own} read it. It must send the header Access-Control-Allow-Origin`,
      [`${url}/login.png`]: `${host} wants a login (HTTP 401 Unauthorized)`,
      [`${url}/forbidden.png`]: `${host} refuses it (HTTP 403 Forbidden). The address may have expired`,
      [`${url}/gone.png`]: "it was at this address, and is there no more (HTTP 410 Gone)",
      [`${url}/failed.png`]: `${host} failed (HTTP 503 Service Unavailable). Load the task again later`,
      [`${url}/odd.png`]: `${host} answered HTTP 418 I'm a Teapot`,
      [`${url}/page.png`]: "it is a web page (an error page or a login, perhaps)",
      [`${url}/led.png`]: `it is a web page, ${url}/page.png, to which the server led`,
      [`${url}/noise.png`]: "it is 5 bytes of image/png",
      [`${own}/served/elsewhere.png`]: `leads to another host, which does not let pages of ${own} read it`,
      [`${own}/served/broken.png`]: `the connection to ${new URL(own).host} broke off`,
      "s3://pets/a.png": "browsers fetch nothing from s3 addresses. The page around the editor has to turn it into one of https (resolveMedia)",
      [`blob:${own}/0`]: "what this address named is gone",
      "http://[": "this is no address",
    })) {
      await show(visit, "image", address);
      const message = await said(visit, address);
      ok(message.includes(words), `of ${address} it is said: ${message}`);
    }
    await visit.page.evaluate(() => Object.defineProperty(navigator, "onLine", { value: false }));
    await show(visit, "image", `${dead}/b.png`);
    ok((await said(visit, `${dead}/b.png`)).includes("does not answer"), "a host of this machine needs no network");
    const codes = (await errors(visit)).filter((code) => code.startsWith("error image"));
    equal(codes.map((code) => code === "error image-undecodable"), [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0].map(Boolean), "whether they came and are no image");
  });
});

test("documents, texts and audio say the same", async (visit) => {
  expectTrouble(visit);
  await visit.open("pages/editor.html");
  const own = visit.server.url.slice(0, -1);
  await withMediaServer({ "/open": { ...text, cors: true } }, async (url) => {
    await show(visit, "text", `${url}/open`, { mediaCredentials: "include" });
    ok((await said(visit, `${url}/open`)).includes(`It must send Access-Control-Allow-Origin: ${own} and Access-Control-Allow-Credentials: true`), "what cookies take");
    await show(visit, "text", `${url}/open`, { mediaCredentials: "same-origin" });
    await isShown.text(visit);
  });
  await withMediaServer({ "/a": { status: 403, cors: true }, "/page": { ...page, cors: true } }, async (url) => {
    for (const [kind, head] of Object.entries({ document: "The document", text: "The text", audio: "The audio" })) {
      await show(visit, kind, `${url}/a?${kind}`);
      const message = await said(visit, `${url}/a?${kind}`);
      ok(message.startsWith(`${head} ${url}/a?${kind} cannot be ${kind === "audio" ? "played" : "shown"}: ${new URL(url).host} refuses it (HTTP 403 Forbidden)`), message);
    }
    await show(visit, "audio", `${url}/page`);
    ok((await said(visit, `${url}/page`)).includes("sent a web page in its place"), "a page is no audio");
    await show(visit, "document", `${url}/page?d`);
    ok((await said(visit, `${url}/page?d`)).includes("is no PDF document that can be read"), "nor a document");
  });
});

test("the page's policy is named when it forbids media", async (visit) => {
  expectTrouble(visit);
  await visit.open("pages/strict.html");
  await visit.find("radio", "Cat");
  await withMediaServer({ "/a.png": { body: photo, cors: true }, "/a.wav": { ...wav, cors: true } }, async (url, asked) => {
    await show(visit, "image", `${url}/a.png`);
    ok((await said(visit, `${url}/a.png`)).includes(`the Content Security Policy of this page forbids it. Its connect-src must name ${url}.`), "connect-src");
    await show(visit, "audio", `${url}/a.wav`);
    ok((await said(visit, `${url}/a.wav`)).includes(`Its media-src must name ${url}.`), "media-src");
    equal(asked, [], "what was asked for");
  });
});

test("a page of https is told that it may have nothing from http", async (visit) => {
  expectTrouble(visit);
  await withSecureServer(visit.server.url, async (url) => {
    await visit.page.goto(`${url}/pages/editor.html`, { waitUntil: "load" });
    await show(visit, "image", "http://media.example/a.png");
    ok((await said(visit, "http://media.example/a.png")).includes("browsers give a page of https nothing from there. Offer it by https."), "it is told");
    await show(visit, "image", "/samples/chelsea.png");
    await isShown.image(visit);
  });
});

test("audio of a host that lets no page read it is played, unless cookies are omitted, and the host is warned", async (visit) => {
  expectTrouble(visit);
  await visit.open("pages/editor.html");
  const aboutAudio = async () => (await errors(visit)).filter((code) => code.includes("audio"));
  await withMediaServer({ "/a.wav": wav, "/none.wav": { status: 404 } }, async (url) => {
    await show(visit, "audio", `${url}/a.wav`);
    await isShown.audio(visit);
    await visit.until("the host is warned", () => window.received.some(({ detail }) => detail.code === "audio-without-cors"));
    equal(await aboutAudio(), ["warning audio-without-cors"], "what the host is told");
    await show(visit, "audio", `${url}/none.wav`);
    ok((await said(visit, `${url}/none.wav`)).includes("sends nothing that can be played, and does not let this page see what it is"), "what is said");
    await show(visit, "audio", `${url}/a.wav?omit`, { mediaCredentials: "omit" });
    ok((await said(visit, `${url}/a.wav?omit`)).includes("answers, but does not let pages of"), "what is said without cookies");
    equal(await aboutAudio(), ["warning audio-without-cors", "error audio-unplayable", "error audio-unplayable"], "what the host is told");
  });
});
