// A project that was there before its passphrase, or is there after it: piece by piece it is kept as it is written from then on.

import { answer, existing, within } from "./database.js";
import { filesOf, isSameVersion, nextVersion } from "./records.js";
import { isSameLock } from "./sealing.js";

const atOnce = 50;

/** Goes on where it was interrupted, and may be done in two tabs at once. What is damaged stays as it is. */
export async function convert(database, project, sealing) {
  for await (const records of database.batches(project.id, atOnce)) {
    await convertTasks(database, project, sealing, records.filter((record) => sealing.isDue(record)));
  }
  for (const key of await database.read("files", (store) => store.getAllKeys(within(project.id)))) {
    await convertFile(database, project, sealing, key);
  }
}

async function convertTasks(database, project, sealing, records) {
  const made = await Promise.all(records.map((record) => orNull(async () => (
    { ...record, task: await sealing.task(record.place, await sealing.readTask(record)), ...nextVersion(record) }))));
  await write(database, project, async (tasks) => {
    for (const [at, record] of records.entries()) {
      const now = await answer(tasks.get([record.project, record.place]));
      if (now && made[at] && isSameVersion(now, record)) { // else it was written as it is to be when it was changed
        tasks.put(made[at]);
      }
    }
  });
}

async function convertFile(database, project, sealing, key) {
  const record = await database.read("files", (store) => store.get(key));
  const made = record && sealing.isDue(record)
    && (await orNull(async () => (await filesOf(sealing, project.id, [[await sealing.readPath(record), await sealing.readFile(record)]]))[0]));
  if (made) {
    await write(database, project, async (tasks, files) => {
      files.delete(key);
      files.put(made);
    });
  }
}

/** Nothing, if it has another lock by now. */
function write(database, project, change) {
  return database.write(async (projects, tasks, files) => {
    if (isSameLock(await existing(projects, project.id), project)) {
      await change(tasks, files);
    }
  });
}

/** What is damaged gives null. */
const orNull = (make) => make().catch(() => null);
