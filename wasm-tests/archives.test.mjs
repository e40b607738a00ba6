// Tasks out of ZIP archives, unpacked in the page, and what is said of those that cannot be.

import * as images from "./support/image_files.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { datas, read } from "./support/task_files.mjs";
import { dataOf, withMethod, withSize, zipOf } from "./support/zip.mjs";

const withoutAddresses = (tasks) => JSON.parse(JSON.stringify(tasks).replace(/"blob:[^"]*"/g, '"blob"'));

test("an archive is read as a folder of its name", async (visit) => {
  const zip = await zipOf({
    "tasks.csv": "image,who\nphotos/1.png,Ada\n", "photos/1.png": images.deepPng(), "photos/größe.png": images.deepPng(),
    "more/lines.jsonl": '{"text": "a"}\n', "__MACOSX/photos/._1.png": "x", "notes.docx": "x", "inner.zip": await zipOf({ "a.txt": "x" }),
  });
  const tasks = await read(visit, { "pets.zip": zip, "last.txt": "one" });
  equal(withoutAddresses(tasks), [
    { data: { text: "one" } }, { data: { text: "a" } }, { data: { image: "blob", who: "Ada" }, id: "pets.zip/tasks.csv:2" },
    { id: "pets.zip/photos/größe.png", data: { image: "blob" } },
  ], "tasks");
  const [type, size] = await visit.page.evaluate(async (address) => {
    const blob = await (await fetch(address)).blob();
    return [blob.type, blob.size];
  }, tasks[2].data.image);
  equal([type, size], ["image/png", images.deepPng().length], "the picture");
});

test("tasks hold what the page says in place of media", async (visit) => {
  await visit.open("pages/editor.html");
  const [tasks, asked] = await visit.page.evaluate(async () => {
    const files = ["tasks.json", "a.png", "b.png"].map((name) => new File(['[{"image": "a.png"}, {"image": "a.png"}]'], name));
    const asked = [];
    const addressOf = (file, path) => (asked.push([file === files[1] || file === files[2], path]), `kept/${path}`);
    return [await window.Cartouche.tasksFromFiles(files, "", { addressOf }), asked];
  });
  equal(tasks.map(({ data }) => data.image), ["kept/a.png", "kept/a.png", "kept/b.png"], "data");
  equal(asked, [[true, "a.png"], [true, "b.png"]], "what was asked");
});

test("archives are read that are not compressed, of the large kind, and with names that do not say how they are written", async (visit) => {
  const files = { "ä/1.txt": "one" };
  equal(datas(await read(visit, { "a.zip": await zipOf(files, { level: 0 }) })), [{ text: "one" }], "stored");
  equal(datas(await read(visit, { "a.zip": await zipOf(files, { zip64: true }) })), [{ text: "one" }], "zip64");
  const plain = await zipOf({ "ä.png": "x" });
  for (const header of ["PK\x03\x04", "PK\x01\x02"]) { // takes away the flag for UTF-8
    const flags = plain.indexOf(header, 0, "latin1") + (header.endsWith("\x04") ? 6 : 8);
    plain.writeUInt16LE(plain.readUInt16LE(flags) & ~0x800, flags);
  }
  equal((await read(visit, { "a.zip": plain }))[0].id, "a.zip/ä.png", "a name");
});

test("of an archive that cannot be unpacked, its name, why, and what to do are told", async (visit) => {
  const says = async (zip, code, start, source = "task") => {
    const told = await read(visit, { "pets.zip": zip });
    equal([told.code, told.source], [code, source], `of ${start} it is told`);
    ok(told.message.startsWith(start), told.message);
  };
  const good = await zipOf({ "1.txt": "one ".repeat(100) });
  await says("no archive at all", "file-zip-broken", "pets.zip cannot be unpacked: it is broken, or no ZIP archive (");
  await says(good.subarray(0, good.length - 40), "file-zip-broken", "pets.zip cannot be unpacked: ");
  const damaged = Buffer.from(good);
  damaged.fill(0xff, dataOf(good), dataOf(good) + 4);
  await says(damaged, "file-zip-broken", "pets.zip/1.txt cannot be unpacked: ");
  await says(withSize(good, 10), "file-zip-broken", "pets.zip/1.txt cannot be unpacked: ");
  await says(await zipOf({ "1.txt": "one" }, { password: "secret" }), "file-zip-encrypted", "pets.zip/1.txt is encrypted. Unpack it with its password");
  await says(await zipOf({ "1.txt": "one" }, { password: "secret", zipCrypto: true }), "file-zip-encrypted", "pets.zip/1.txt is encrypted.");
  await says(withMethod(good, 14), "file-zip-method", "pets.zip/1.txt is packed by a method that is not known here.");
  await says(await zipOf({ "notes.docx": "x" }), "files-empty", "There is nothing to label in what was chosen.");
  await says(await zipOf({ "1.csv": "a,b\n1\n" }), "file-cells", "pets.zip/1.csv, line 2: ");
});

test("an archive that would fill the disk is not unpacked", async (visit) => {
  const bomb = await zipOf({ "1.txt": Buffer.alloc(300_000_000) });
  const told = await read(visit, { "pets.zip": bomb });
  equal([told.code, told.message], ["file-zip-large", "pets.zip is not unpacked: its 1 MB say that they hold 300 MB. If that is meant, unpack it yourself and choose the folder, or a part of it."], "told");
  const many = await zipOf({ "1.txt": "x" });
  equal((await read(visit, { "pets.zip": withSize(many, 4_100_000_000) })).code, "file-zip-large", "4 GB");
});

test("without its script an archive is not unpacked, and it is told where that belongs", async (visit) => {
  visit.expectProblem(/blocked|ERR_|404|import|NetworkError|Loading|failed/i);
  await visit.page.setRequestInterception(true);
  visit.page.on("request", (request) => (request.url().endsWith("cartouche-zip.mjs") ? request.abort() : request.continue()));
  const told = await read(visit, { "pets.zip": await zipOf({ "1.txt": "x" }) });
  equal([told.code, told.source], ["file-zip-unavailable", "page"], "told");
  ok(told.message.includes("/dist/cartouche-zip.mjs could not be loaded ("), told.message);
});

test("the script for archives may lie elsewhere", async (visit) => {
  await visit.open("pages/editor.html");
  const zip = (await zipOf({ "1.txt": "x" })).toString("base64");
  const names = await visit.page.evaluate(async (zip) => {
    const file = new File([await (await fetch(`data:;base64,${zip}`)).arrayBuffer()], "a.zip");
    const asked = await window.Cartouche.tasksFromFiles([file], "", { zipUrl: "/nowhere.mjs" }).catch(({ message }) => message);
    return [asked, (await window.Cartouche.filesFromZip(file, { zipUrl: "../dist/cartouche-zip.mjs" })).map(({ name }) => name)];
  }, zip);
  visit.expectProblem(/404|nowhere|import|Loading/);
  ok(names[0].startsWith(`a.zip cannot be unpacked, because ${visit.server.url}nowhere.mjs could not be loaded (`), names[0]);
  equal(names[1], ["1.txt"], "files");
});
