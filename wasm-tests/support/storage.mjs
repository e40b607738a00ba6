// Pages that keep what is labeled in their storage, and what is in there.

import { Visit } from "./visit.mjs";

export const boxes = `<View>
  <RectangleLabels name="box" toName="image"><Label value="Car"/></RectangleLabels>
  <Choices name="day" toName="image"><Choice value="Sun"/><Choice value="Rain"/></Choices>
  <Choices name="place" toName="image" choice="multiple"><Choice value="Town"/><Choice value="Sea"/></Choices>
  <Image name="image" value="$image"/>
</View>`;

const photo = { image: "/samples/chelsea.png" };

/** Opens the test page with a task that is kept, or opens it once more. */
export async function labelKept(visit, { task = { id: 7, data: photo }, project = "test", config = boxes, attributes = {}, properties = {} } = {}) {
  await visit.open("pages/editor.html");
  await visit.page.evaluate((xml, given, all, others) => {
    const editor = document.querySelector("cartouche-editor");
    for (const [name, value] of Object.entries(all)) {
      editor.setAttribute(name, value);
    }
    Object.assign(editor, { config: xml, task: given, ...others });
  }, config, task, { journal: project, ...attributes }, properties);
  await visit.find("radio", "Sun");
}

export const annotatedTask = (result) => ({ id: 7, data: photo, annotations: [{ id: 31, result }] });

/** Everything in the page's storage. */
export function storedParts(visit) {
  return visit.page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.open("cartouche");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const stores = [...request.result.objectStoreNames];
      const all = stores.map((store) => new Promise((done) => {
        const reading = request.result.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => done(reading.result);
      }));
      Promise.all(all).then((lists) => (request.result.close(), resolve(lists.flat())));
    };
  }));
}

/** Every byte of what the page keeps (databases with the files in them, its own file system, Web Storage) as text, where one byte is one character. */
export const everyByte = (visit) => visit.page.evaluate(async () => {
  const ask = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const textOf = async (value) => {
    if (value instanceof Blob) {
      return `${value.name} ${value.type} ${await textOf(await value.arrayBuffer())}`;
    }
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      return new TextDecoder("latin1").decode(value);
    }
    if (value === null || typeof value !== "object") {
      return String(value);
    }
    return (await Promise.all(Object.entries(value).map(async ([name, part]) => name + (await textOf(part))))).join(" ");
  };
  const filesIn = async (folder) => {
    const texts = [];
    for await (const entry of folder.values()) {
      texts.push(entry.name, entry.kind === "file" ? await textOf(await entry.getFile()) : await filesIn(entry));
    }
    return texts.join(" ");
  };
  const texts = [JSON.stringify([localStorage, sessionStorage]), await filesIn(await navigator.storage.getDirectory())];
  for (const { name } of await indexedDB.databases()) {
    const database = await ask(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const reading = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([ask(reading.getAllKeys()), ask(reading.getAll())]);
      texts.push(name, store, await textOf(keys), await textOf(values));
    }
    database.close();
  }
  return texts.join(" ");
});

/** Waits until a step that was made is in the storage. */
export async function storedPart(visit, word) {
  const start = Date.now();
  for (;;) {
    const found = (await storedParts(visit)).find((part) => JSON.stringify(part).includes(word));
    if (found || Date.now() - start > 10_000) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Another tab of the same browser. */
export async function secondTab(visit) {
  const page = await visit.page.browserContext().newPage();
  await page.setViewport({ width: 1000, height: 800, deviceScaleFactor: 1 });
  return new Visit(visit.browserName, page, visit.server);
}

/** Changes what is stored and is meant, without the page knowing; `change` null: deletes it. How much there was. */
export function changeStored(visit, store, isMeant, change, database = "cartouche") {
  return visit.page.evaluate((database, name, condition, changing) => new Promise((resolve) => {
    const [isMeant, change] = [(0, eval)(`(${condition})`), (0, eval)(`(${changing})`)];
    const request = indexedDB.open(database);
    request.onsuccess = () => {
      let count = 0;
      const transaction = request.result.transaction(name, "readwrite");
      transaction.objectStore(name).openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (cursor && isMeant(cursor.value)) {
          count += 1;
          const { value } = cursor;
          change?.(value);
          change ? cursor.update(value) : cursor.delete();
        }
        cursor?.continue();
      };
      transaction.oncomplete = () => (request.result.close(), resolve(count));
    };
  }), database, store, String(isMeant), String(change));
}
