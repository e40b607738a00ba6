// What was labeled, as a file that Label Studio imports.

/** How many texts are put together at once. */
const piece = 1000;

/** Of tasks that have annotations; `isLines`: one a line (JSONL) instead of a list. Gives the Blob, and how many tasks are damaged, and not in it. */
export async function exportOf(store, id, isLines) {
  const [start, separator, end] = isLines ? ["", "\n", "\n"] : ["[\n", ",\n", "\n]\n"];
  const parts = [start];
  let some = [];
  let isFirst = true;
  const damaged = await store.eachTask(id, (task, place) => {
    if (task.annotations?.length > 0) {
      some.push(isFirst ? "" : separator, JSON.stringify({ ...task, id: task.id ?? place }));
      isFirst = false;
    }
    if (some.length > piece) {
      parts.push(new Blob(some)); // out of the memory of the page
      some = [];
    }
  });
  return { blob: new Blob([...parts, ...some, end], { type: isLines ? "application/jsonl" : "application/json" }), damaged };
}

/**
 * By the browser's own dialog, where there is one, else as a download. `make` gives the Blob once it is known that it is
 * wanted: the dialog opens only right after a click. False: the person thought better of it.
 */
export async function saveAs(name, make) {
  if ("showSaveFilePicker" in window) {
    return saveByDialog(name, make);
  }
  const address = URL.createObjectURL(await make());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the download may begin later
  return true;
}

async function saveByDialog(name, make) {
  try {
    const file = await showSaveFilePicker({ suggestedName: name, id: "cartouche" });
    await (await make()).stream().pipeTo(await file.createWritable());
    return true;
  } catch (error) {
    if (error.name === "AbortError") {
      return false;
    }
    throw error;
  }
}
