// The files that a person gives a project: chosen, dropped, a folder, an archive.

/** Within the folder or the archive that it came with. */
export const pathOf = (file) => file.webkitRelativePath || file.name;

/** Archives give way to what is in them. `say` is told which is at work. Rejects with an Error that says what is wrong. */
export async function unpackAll(files, say) {
  const lists = [];
  for (const file of files) {
    const isArchive = /\.zip$/i.test(file.name);
    if (isArchive) {
      say(`Unpacking ${file.name}…`);
    }
    lists.push(isArchive ? await Cartouche.filesFromZip(file) : [file]);
  }
  return lists.flat();
}

/** All files of a folder of the File System Access API, with their paths as an input for folders gives them. */
export async function filesOfFolder(folder, path = folder.name) {
  const lists = [];
  for await (const entry of folder.values()) {
    const whole = `${path}/${entry.name}`;
    if (entry.kind === "directory") {
      lists.push(await filesOfFolder(entry, whole));
    } else {
      lists.push([Object.defineProperty(await entry.getFile(), "webkitRelativePath", { value: whole })]);
    }
  }
  return lists.flat();
}

/**
 * `take` gets a promise of the files, whichever way they come. `root` holds the inputs .files and .folder and the button
 * .pick-folder, of which the browser gets the one that it can do more with.
 */
export function startGathering(root, take) {
  const [files, folder, pick] = ["files", "folder", "pick-folder"].map((name) => root.querySelector(`.${name}`));
  for (const input of [files, folder]) {
    input.addEventListener("change", () => {
      if (input.files.length > 0) {
        take(Promise.resolve([...input.files]));
        input.value = ""; // the same ones can be chosen again
      }
    });
  }
  const canPick = "showDirectoryPicker" in window;
  pick.hidden = !canPick;
  folder.parentElement.hidden = canPick || !("webkitdirectory" in folder);
  pick.addEventListener("click", async () => {
    const chosen = await showDirectoryPicker({ id: "cartouche" }).catch(() => null); // nothing was chosen
    if (chosen) {
      take(filesOfFolder(chosen));
    }
  });
  startDrop(root, take);
}

/** Anywhere in the page, while `root` is to be seen, and `isOpen`. */
export function startDrop(root, take, isOpen = () => true) {
  const isWanted = (event) => root.checkVisibility() && isOpen() && event.dataTransfer?.types.includes("Files");
  const mark = (isOver) => root.classList.toggle("over", isOver);
  addEventListener("dragover", (event) => {
    if (isWanted(event)) {
      event.preventDefault();
      mark(true);
    }
  });
  addEventListener("dragleave", (event) => event.relatedTarget === null && mark(false));
  addEventListener("drop", (event) => {
    mark(false);
    if (isWanted(event)) {
      event.preventDefault();
      take(Cartouche.filesFromDrop(event.dataTransfer));
    }
  });
}
