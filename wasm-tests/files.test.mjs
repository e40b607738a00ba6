// Tasks out of files: of every kind, in folders, with media, and what is said of those that cannot be read.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as images from "./support/image_files.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { datas, read } from "./support/task_files.mjs";

test("tasks are read out of JSON, JSON lines, tables and texts", async (visit) => {
  const task = { id: 5, data: { text: "a" }, annotations: [{ result: [] }] };
  equal(await read(visit, { "a.json": JSON.stringify([task, { text: "b", n: 1.5 }]) }), [task, { data: { text: "b", n: 1.5 } }], "a list");
  equal(await read(visit, { "a.json": JSON.stringify(task) }), [task], "one task");
  equal(await read(visit, { "a.jsonl": '{"text": "a"}\r\n\n{"id": 2, "data": {"text": "b"}}\n' }), [{ data: { text: "a" } }, { id: 2, data: { text: "b" } }], "lines");
  equal(datas(await read(visit, { "a.csv": 'text,n\n"a, ""b""\nc",007\n\nd,\n' })), [{ text: 'a, "b"\nc', n: "007" }, { text: "d", n: "" }], "a table");
  equal(datas(await read(visit, { "a.csv": "text;n\r\na,b;1\r\n" })), [{ text: "a,b", n: "1" }], "a table with semicolons");
  equal(datas(await read(visit, { "a.csv": "text\na\nb" })), [{ text: "a" }, { text: "b" }], "one column");
  equal(datas(await read(visit, { "a.tsv": "text\tn\na, b\t1\n" })), [{ text: "a, b", n: "1" }], "tabs");
  equal(datas(await read(visit, { "a.txt": "\ufeffone\n\n two \r\n" })), [{ text: "one" }, { text: " two " }], "lines of a text");
  equal(datas(await read(visit, { "a.csv": Buffer.from("\ufefftext\tn\r\nä\t1\r\n", "utf16le") })), [{ text: "ä", n: "1" }], "Unicode text of a spreadsheet");
});

test("several files are read in the order of their names, and what systems put beside them is passed over", async (visit) => {
  const tasks = await read(visit, { "p/10.txt": "ten", "p/2.txt": "two", "p/.DS_Store": "x", "p/Thumbs.db": "x", "p/notes.docx": "x" });
  equal(datas(tasks), [{ text: "two" }, { text: "ten" }], "data");
});

test("the config says under which name a file is shown", async (visit) => {
  const config = `<View><Header value="A & B"/><Text name="t" value="$letter"/><Image name="i" value="$photo"/><HyperText name="h" value="$page"/></View>`;
  equal(datas(await read(visit, { "a.txt": "Hello" }, config)), [{ letter: "Hello" }], "a line");
  equal(await read(visit, { "a.html": "<b>x</b>" }, config), [{ id: "a.html", data: { page: "<b>x</b>" } }], "HTML as text");
  const [image] = await read(visit, { "a.png": "x" }, config);
  ok(image.id === "a.png" && image.data.photo.startsWith("blob:"), JSON.stringify(image));
  const [text, ...others] = await read(visit, { "a.txt": "one\ntwo" }, config.replace("<Text", '<Text valueType="url"'));
  ok(text.data.letter.startsWith("blob:") && others.length === 0, "a text as a whole");
  equal((await read(visit, { "a.mp4": "x" }, config)).message,
    'a.mp4 is a video, and nothing in the config shows one. Add a tag such as <Video name="video" value="$video"/>, or leave the file out.', "message");
  equal((await read(visit, { "a.txt": "x" }, "<View>")).code, "files-config", "a broken config");
});

test("tasks find the media that were chosen with them; those that no task names are tasks themselves", async (visit) => {
  const tasks = await read(visit, {
    "pets/tasks.csv": "image,who\nphotos/1.png,Ada\nelsewhere.png,Bob\n", "pets/photos/1.png": "x", "pets/photos/2.png": "x",
    "more.json": '[{"id": 9, "data": {"pages": ["pets/photos/1.png"]}}]',
  });
  const shapes = JSON.parse(JSON.stringify(tasks).replace(/"blob:[^"]*"/g, '"blob"'));
  equal(shapes, [
    { id: 9, data: { pages: ["blob"] } }, { data: { image: "blob", who: "Ada" }, id: "pets/tasks.csv:2" },
    { data: { image: "elsewhere.png", who: "Bob" } }, { id: "pets/photos/2.png", data: { image: "blob" } },
  ], "tasks");
  equal(tasks[0].data.pages[0], tasks[1].data.image, "one file has one address");
  const twins = await read(visit, { "x/a.png": "1" });
  equal(twins[0].id, "x/a.png", "id");
});

test("of a file that cannot be read, its name, the line and what to do are told", async (visit) => {
  const says = async (files, start, line, pointer) => {
    const { message, ...rest } = await read(visit, files);
    ok(message?.startsWith(start), `of ${JSON.stringify(files)} it is said: ${message}`);
    equal([rest.line, rest.pointer, rest.source], [line, pointer, "task"], `place of ${start}`);
  };
  await says({ "a.json": '[\n{"text": "a"},\n{"text" "b"}\n]' }, "a.json, line 3: this is no valid JSON (", 3);
  await says({ "a.json": '[{"text": "a"}\n' }, "a.json, line 2: this is no valid JSON (", 2);
  await says({ "a.jsonl": '{"text": "a"}\n{"text"}\n' }, "a.jsonl, line 2: this is no valid JSON (", 2);
  await says({ "a.jsonl": '{"text": "a"}\n[1]\n' }, "a.jsonl: line 2 is a list, where a task is expected. A task is ", 2);
  await says({ "a.json": '[{"text": "a"}, "b"]' }, "a.json: element 2 of its list is a text, where a task is expected.", undefined, "/1");
  await says({ "a.json": '{"data": 5}' }, "a.json: its content is a number, where the data of a task is expected.");
  await says({ "a.csv": 'text,n\n"a\nb",1\nc,d,e\n' }, "a.csv, line 4: the number of cells is 3, and the first line names 2.", 4);
  await says({ "a.csv": 'text,n\na,1\n"b,2\n' }, "a.csv, line 3: the quotes of a cell are wrong (", 3);
  await says({ "a.csv": "text,text\na,b" }, "a.csv, line 1: two columns are called “text”.", 1);
  await says({ "a.csv": "text,\na,b" }, "a.csv, line 1: column 2 has no name.", 1);
  await says({ "a.csv": Buffer.from("text,n\nK\xf6ln,1\n", "latin1") }, "a.csv, line 2: this is not UTF-8. Save the file as UTF-8", 2);
  await says({ "a.json": " " }, "a.json holds no task.");
  await says({ "a.docx": "x" }, "a.docx holds nothing that can be labeled.");
  await says({ "p/notes.md": "x" }, "There is nothing to label in what was chosen.");
});

test("files that a person chooses are labeled one after the other", async (visit) => {
  const folder = await mkdtemp(join(tmpdir(), "cartouche-files-"));
  try {
    await writeFile(join(folder, "b.png"), images.deepPng());
    await writeFile(join(folder, "a.json"), JSON.stringify([{ image: "b.png" }]));
    await visit.open("pages/editor.html");
    await visit.page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<input type="file" id="open" multiple>'));
    const input = await visit.page.$("#open");
    await input.uploadFile(join(folder, "a.json"), join(folder, "b.png"));
    const ids = await visit.page.evaluate(async () => {
      const config = `<View><Choices name="c" toName="image"><Choice value="Yes"/></Choices><Image name="image" value="$image"/></View>`;
      const tasks = await window.Cartouche.tasksFromFiles(document.querySelector("#open").files, config);
      Object.assign(document.querySelector("cartouche-editor"), { config, task: tasks[0] });
      return tasks.map(({ id }) => id);
    });
    equal(ids, ["a.json:1"], "tasks");
    await visit.until("the picture is shown", () => {
      const box = document.querySelector("cartouche-editor").shadowRoot.querySelector("[role=img]")?.getBoundingClientRect();
      return box && Math.abs(box.width / box.height / 2 - 1) < 0.02;
    });
    await visit.click("radio", "Yes");
    await visit.click("button", "Submit");
    equal((await visit.events("cartouche-submit")).at(-1).annotation.task, "a.json:1", "task");
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("a folder that is dropped is read with all that is in it", async (visit) => {
  const folder = await mkdtemp(join(tmpdir(), "cartouche-drop-"));
  try {
    await mkdir(join(folder, "pets", "deep"), { recursive: true });
    await writeFile(join(folder, "pets", "tasks.jsonl"), '{"image": "deep/1.png"}\n');
    await Promise.all(Array.from({ length: 120 }, (_, index) => writeFile(join(folder, "pets", "deep", `${index}.png`), "x")));
    await visit.open("pages/editor.html");
    await visit.page.evaluate(() => {
      document.addEventListener("dragover", (event) => event.preventDefault());
      document.addEventListener("drop", async (event) => {
        event.preventDefault();
        window.tasks = await window.Cartouche.tasksFromFiles(await window.Cartouche.filesFromDrop(event.dataTransfer));
      });
    });
    const session = await visit.page.createCDPSession();
    for (const type of ["dragEnter", "dragOver", "drop"]) {
      await session.send("Input.dispatchDragEvent", { type, x: 100, y: 20, data: { items: [], files: [join(folder, "pets")], dragOperationsMask: 1 } });
    }
    const ids = await visit.until("it is read", () => window.tasks?.map(({ id }) => id));
    equal([ids.length, ...ids.slice(0, 3), ids.at(-1)], [120, "pets/tasks.jsonl:1", "pets/deep/0.png", "pets/deep/2.png", "pets/deep/119.png"], "tasks");
  } finally {
    await rm(folder, { recursive: true });
  }
}, { only: "chromium" }); // by its protocol real folders can be dropped

test("a page with a loader of AMD modules is left alone", async (visit) => {
  await visit.page.evaluateOnNewDocument(() => {
    window.defined = 0;
    window.define = Object.assign(() => (window.defined += 1), { amd: {} });
  });
  equal(datas(await read(visit, { "a.csv": "text\na" })), [{ text: "a" }], "a table");
  equal(await visit.page.evaluate(() => window.defined), 0, "modules that were defined");
});
