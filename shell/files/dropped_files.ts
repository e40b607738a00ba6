/** The files of a drop, those within folders included, with their paths as a chosen folder has them. */

/** See cartouche.d.ts. What was dropped is asked for at once, since it is gone when the listener returns. */
export async function filesFromDrop(transfer: DataTransfer): Promise<File[]> {
  const items = [...transfer.items].filter(({ kind }) => kind === "file");
  const dropped = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const lists = await Promise.all(dropped.map((one) => (one === null ? [] : one instanceof File ? [one] : filesIn(one))));
  return lists.flat();
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    const path = entry.fullPath.replace(/^\//, "");
    if (path.includes("/")) {
      Object.defineProperty(file, "webkitRelativePath", { value: path });
    }
    return [file];
  }
  const lists: File[][] = [];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) { // it gives a hundred at a time
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) {
      return lists.flat();
    }
    lists.push(...(await Promise.all(some.map(filesIn))));
  }
}
