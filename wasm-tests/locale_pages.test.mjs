// What the shell says: in which language, and that all of it comes from the catalogue. What the core says, native-tests/language tests.

import { readdir, readFile } from "node:fs/promises";
import * as esbuild from "esbuild";
import { literalsOf } from "./support/literals.mjs";
import { pets } from "./support/pets.mjs";
import { equal, ok, test } from "./support/registry.mjs";

const root = new URL("../", import.meta.url);
const locales = Object.fromEntries(await Promise.all(["en", "de", "ar"].map(async (name) =>
  [name, await readFile(new URL(`assets/locales/${name}.json`, root), "utf8")])));
const messagesIn = (name) => JSON.parse(locales[name]).messages;
const isOfPage = (key) => key.startsWith("page.");

// --- Where the words are --------------------------------------------------------------------------

/** What the shell has of words that are not for labelers: file, how the literal begins (empty: all of the file), why. */
const exceptions = [
  ["decoder.ts", "HTTP {}", "the same in all languages"],
  ["locale.ts", "HTTP {}", "the same in all languages"],
  ["sources.ts", "HTTP {}", "the same in all languages"],
  ["input.ts", "", "keys, as browsers call them"],
  ["mirror_field.ts", "", "keys, as browsers call them"],
  ["text/layer.ts", "E", "keys, as browsers call them"],
  ["styles.ts", "", "CSS"],
  ["text/styles.ts", "", "CSS"],
  ["text/arcs.ts", "arc pointed", "CSS classes"],
  ["text/body.ts", "auto {}px", "CSS"],
  ["text/marks.ts", "mark {} {}", "CSS classes"],
  ["text/player.ts", "author nobody", "CSS classes"],
  ["surface.ts", "(resolution: {}dppx)", "CSS"],
  ["theme.ts", "(prefers-color-scheme: dark)", "CSS"],
  ["typesetter.ts", "system-ui, sans-serif", "CSS"],
  ["files/kinds.ts", "", "endings of names of files"],
  ["files/shown_variable.ts", "", "tags"],
  ["files/table_tasks.ts", "Quotes", "a code of Papa Parse"],
  ["media/basic_auth.ts", "Basic {}", "a header of a request"],
  ["media/probe.ts", "Access-Control-Allow-Headers: {}", "a header of an answer"],
  ["hosts/label_studio_server.ts", "Token {}", "a header of a request"],
  ["hosts/outgoing.ts", "cartouche sends {}", "the name of a lock"],
  ["storage/presence.ts", "cartouche {}", "the name of a lock"],
  ["storage/journal.ts", "", "keys of what is kept"],
  ["storage/task_name.ts", "", "keys of what is kept"],
  ["label_studio/constructor.ts", "Root element not found", "for who writes the page"],
];

const twoWords = /\p{L}[,:;.]? \p{L}/u;
const wordAndValue = /\p{L}{3}[,:;.]? \{\}|\{\} \p{L}{3}/u;
const oneWord = /^\p{Lu}\p{Ll}+…?$/u;
const isForProgrammers = (before) => /\b(ProtocolError|RangeError|TypeError|console\.\w+)\($/.test(before.trimEnd());

/** The literals of a source that read as words for people. */
function wordsIn(source) {
  return literalsOf(source).filter(({ text, before }) =>
    (twoWords.test(text) || wordAndValue.test(text) || oneWord.test(text)) && !isForProgrammers(before));
}

async function shellSources() {
  const folder = new URL("shell/", root);
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));
  return Promise.all(files.sort().map(async (file) => [file, await readFile(new URL(file, folder), "utf8")]));
}

test("no words for people stand in the shell, but those of the locale files", async () => {
  const unused = new Set(exceptions);
  const found = [];
  for (const [file, source] of await shellSources()) {
    for (const { line, text } of wordsIn(source)) {
      const exception = exceptions.find(([where, start]) => where === file && text.startsWith(start));
      unused.delete(exception);
      if (!exception) {
        found.push(`shell/${file}:${line}: "${text}"`);
      }
    }
  }
  equal(found, [], "what belongs into assets/locales/en.json");
  equal([...unused], [], "exceptions that are none any more");
});

test("words that belong into the locale files are told from the rest of a source", async () => {
  const words = (source) => wordsIn(source).map(({ line, text }) => `${line}: ${text}`);
  equal(words('panel.text = "Save all";'), ["1: Save all"]);
  equal(words("\n\nf('it does not answer');"), ["3: it does not answer"]);
  equal(words("notify({ text: `Saving, attempt ${attempt}…` });"), ["1: Saving, attempt {}…"]);
  equal(words('f(`${count} ${count === 1 ? "step is gone" : "steps"}`);'), ["1: step is gone"]);
  equal(words("f(`${count} steps`); g(`${a} ${b}`);"), ["1: {} steps"]);
  equal(words('action: "Retry", other: "retry"'), ["1: Retry"]);
  equal(words('f(a / b, "the first /*", c / d); g("the second");'), ["1: the first /*", "1: the second"]);
  equal(words('f("\\""); f("two words");'), ["1: two words"]);
  equal(words('// "not this"\n/* nor "this one" */ f(/the "next one"/, x.replace(/[/"] a/, ""));'), []);
  equal(words('throw new ProtocolError("it has been closed"); console.warn("do not do this");'), []);
  equal(words('say("page.kept.gave-up"); say(`page.trouble.${code}`); element.role = "group";'), []);
});

test("every message of the locale files that is the page's is said by the shell", async () => {
  const literals = new Set((await shellSources()).flatMap(([, source]) => literalsOf(source).map(({ text }) => text)));
  const stems = [...literals].filter((text) => isOfPage(text) && text.endsWith("{}")).map((text) => text.slice(0, -2));
  const isSaid = (key) => literals.has(key) || stems.some((stem) => key.startsWith(stem) && literals.has(key.slice(stem.length)));
  equal(Object.keys(messagesIn("en")).filter((key) => isOfPage(key) && !isSaid(key)), [], "messages that nothing says");
});

test("every locale file has all messages of the page in order, with their placeholders and forms", async () => {
  const placeholders = (message) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g))].sort();
  const english = messagesIn("en");
  for (const name of Object.keys(locales)) {
    const { messages, plurals } = JSON.parse(locales[name]);
    const keys = Object.keys(messages);
    equal(keys, [...keys].sort(), `keys of ${name}`); // they are ASCII
    equal(keys.filter(isOfPage), Object.keys(english).filter(isOfPage), `messages of ${name}`);
    for (const [key, message] of Object.entries(messages).filter(([key]) => isOfPage(key))) {
      equal(placeholders(message), placeholders(english[key]), `placeholders of ${key} in ${name}`);
      ok(typeof message === "string" || placeholders(english[key]).includes("{count}"), `${key} in ${name} is counted`);
      if (typeof message === "object") {
        equal(Object.keys(message), [...Object.keys(plurals), "other"], `forms of ${key} in ${name}`);
      }
    }
    equal(locales[name].split("\n").filter((line) => /^ {4}"[^"]+\.[^"]+": /.test(line)).length, keys.length, `lines of ${name}`);
  }
});

// --- How it is said -------------------------------------------------------------------------------

/** The module alone, with these messages as its English. */
async function language(messages) {
  const { outputFiles: [{ text }] } = await esbuild.build({
    entryPoints: [new URL("shell/language.ts", root).pathname], bundle: true, write: false, format: "esm",
    define: { CARTOUCHE_MESSAGES: JSON.stringify(messages) },
  });
  return import(`data:text/javascript,${encodeURIComponent(`${text}//${Math.random()}`)}`);
}

test("a message takes the plural form of its locale, and is English where that has none", async () => {
  const { say, speak } = await language({ a: "{count} of {name}", b: { one: "{count} step", other: "{count} steps" }, c: "done" });
  const counted = (counts) => counts.map((count) => say("b", { count }));
  equal([say("a", { count: 2, name: "{count}" }), say("a", { count: 2 })], ["2 of {count}", "2 of {name}"], "placeholders");
  equal(counted([0, 1, 2]), ["0 steps", "1 step", "2 steps"], "English");
  const arabic = { language: "ar", direction: "rtl", messages: { b: { zero: "z", one: "o", two: "t", few: "f {count}", many: "m", other: "r" } } };
  speak(arabic);
  equal(counted([0, 1, 2, 3, 11, 100]), ["z", "o", "t", "f 3", "m", "r"], "Arabic");
  equal(say("c"), "done", "what it has not");
  speak({ language: "pl", messages: { b: { few: "kilka" }, c: 5 } });
  equal(counted([1, 3]), ["1 step", "kilka"], "forms that a locale leaves out");
  equal(say("c"), "done", "what is no text");
  for (const odd of [{ language: "no tag", messages: { b: { other: "some" } } }, { messages: { b: { other: "some" } } }]) {
    speak(odd);
    equal(counted([1]), ["some"], `by ${JSON.stringify(odd)}`);
  }
  speak({ language: "de" });
  equal(counted([1]), ["1 step"], "a locale without messages");
  speak(null);
  equal(counted([1]), ["1 step"], "English again");
});

// --- In an editor ---------------------------------------------------------------------------------

/** What stands in the stage's attributes. */
const stageOf = (visit) => visit.page.evaluate(() => {
  const stage = document.querySelector("cartouche-editor").shadowRoot.querySelector(".stage");
  return [stage.lang, stage.dir, stage.getAttribute("aria-label")];
});

/** An editor that has these attributes when it comes into the page, in place of the page's own. */
async function start(visit, attributes, data = { image_url: "/samples/chelsea.png" }) {
  await visit.open("pages/editor.html");
  await visit.page.evaluate((attributes, config, data) => {
    const editor = document.createElement("cartouche-editor");
    Object.entries(attributes).forEach(([name, value]) => editor.setAttribute(name, value));
    Object.assign(editor, { config, task: { id: 7, data } });
    document.querySelector("cartouche-editor").replaceWith(editor);
  }, attributes, pets, data);
}

const messagesTold = async (visit) => (await visit.events("cartouche-error")).map(({ message }) => message);

test("with a locale, what is said of an image that is not there is in its language", async (visit) => {
  visit.expectProblem(/404/);
  await start(visit, { locale: "de" }, { image_url: "/no-such.png" });
  const words = `Das Bild ${visit.server.url}no-such.png lässt sich nicht anzeigen: An dieser Adresse ist nichts (HTTP 404 Not Found). Bitte die Adresse in der Aufgabe prüfen.`;
  await visit.find("alert", words);
  equal(await messagesTold(visit), [words], "what the host is told");
  equal(await stageOf(visit), ["de", "ltr", "Labeling-Editor"], "the stage");
});

test("with a locale, what is said of saving is in its language", async (visit) => {
  visit.expectProblem(/400/);
  await start(visit, { "locale": "de-AT", "submit-url": `/save/locale-${visit.browserName}/400,200` });
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  await visit.click("button", "Absenden");
  await visit.find("status", "Nicht gespeichert: der Server antwortete mit HTTP 400");
  await visit.click("button", "Erneut versuchen");
  await visit.find("status", "Gespeichert");
});

test("with a locale, what keeps an editor from starting is said in its language", async (visit) => {
  visit.expectProblem(/404/);
  await start(visit, { "locale": "ar", "wasm-url": "/no-such.wasm" });
  await visit.find("alert", messagesIn("ar")["page.trouble.wasm-missing"].split("{url}")[0]);
  const panel = await visit.page.evaluate(() => {
    const { lang, dir } = document.querySelector("cartouche-editor").shadowRoot.querySelector(".trouble");
    return [lang, dir];
  });
  equal(panel, ["ar", "rtl"], "the panel");
});

test("a host's own locale is spoken as far as it goes, and the rest is English", async (visit) => {
  visit.expectProblem(/404/);
  await visit.open("pages/editor.html");
  await visit.page.evaluate((config) => {
    const editor = document.querySelector("cartouche-editor");
    editor.locale = { language: "nds", messages: { "page.media.cause.missing": "dor is nix ({status}, {address})." } };
    Object.assign(editor, { config, task: { data: { image_url: "/no-such.png" } } });
  }, pets);
  await visit.find("alert", "/no-such.png cannot be shown: dor is nix (404 Not Found, {address}).");
  await visit.find("button", "Submit");
  equal(await stageOf(visit), ["nds", "ltr", "Labeling editor"], "the stage");
});

test("an unknown locale is told once, and the editor goes on in English", async (visit) => {
  await start(visit, { locale: "xx" });
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  await visit.find("button", "Submit");
  const told = (await visit.events("cartouche-error")).map(({ code, severity, source, message }) => [code, severity, source, message]);
  equal(told, [["locale-unknown", "error", "host",
    "There is no locale xx, so that the interface stays as it is. The package has ar, de, en; others can be set as the property locale."]]);
  equal(await stageOf(visit), ["en", "ltr", "Labeling editor"], "the stage");
});

test("a locale that changes while one labels changes the stage, and what is said from then on", async (visit) => {
  visit.expectProblem(/404/);
  await visit.label(pets);
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  const editorNames = { de: "Labeling-Editor", ar: messagesIn("ar")["page.editor"], en: "Labeling editor" };
  for (const [name, label] of Object.entries(editorNames)) {
    await visit.page.evaluate((name) => (document.querySelector("cartouche-editor").locale = name), name);
    await visit.until(`the stage is in ${name}`, (name) =>
      document.querySelector("cartouche-editor").shadowRoot.querySelector(".stage").lang === name, name);
    equal(await stageOf(visit), [name, name === "ar" ? "rtl" : "ltr", label], "the stage");
    await visit.checked("radio", "Cat");
    const { messages } = JSON.parse(locales[name]);
    await visit.page.evaluate((name) => (document.querySelector("cartouche-editor").task = { data: { image_url: `/no-such-${name}.png` } }), name);
    await visit.find("alert", messages["page.media.cause.missing"].split("{")[0]);
    await visit.page.evaluate(() => (document.querySelector("cartouche-editor").task = { data: { image_url: "/samples/chelsea.png" } }));
    await visit.click("radio", "Cat");
    await visit.checked("radio", "Cat");
  }
});

test("a locale that changes names the buttons of a conversation anew", async (visit) => {
  await visit.label(`<View><Paragraphs name="p" value="$talk" audioUrl="$at" showPlayer="true"/></View>`, {
    talk: [{ author: "Guest", text: "Two, please.", start: 0, end: 2 }], at: "data:audio/wav;base64,",
  });
  const label = (selector, name) => visit.until(`${selector} is called ${name}`, (selector, name) =>
    document.querySelector("cartouche-editor").shadowRoot.querySelector(selector)?.getAttribute("aria-label") === name, selector, name);
  await label("button.play", "Play phrase 1");
  await visit.page.evaluate(() => (document.querySelector("cartouche-editor").locale = "de"));
  await label("button.play", "Äußerung 1 abspielen");
});
