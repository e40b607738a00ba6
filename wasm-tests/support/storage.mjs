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
export function changeStored(visit, store, isMeant, change) {
  return visit.page.evaluate((name, condition, changing) => new Promise((resolve) => {
    const [isMeant, change] = [(0, eval)(`(${condition})`), (0, eval)(`(${changing})`)];
    const request = indexedDB.open("cartouche");
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
  }), store, String(isMeant), String(change));
}
