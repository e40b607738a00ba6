// The steps that the editor keeps of a project, by themselves: while no editor has them open.

export const journalOf = (id) => `project ${id}`;

/** Deletes them, whether they can be opened or not. */
export const forgetJournal = (id) => closedEditor(id).forgetData();

/** Rejects with a LockedError if neither opens them. */
export function changeJournalPassphrase(id, from, to) {
  return Object.assign(closedEditor(id), { passphrase: from }).changePassphrase(to);
}

function closedEditor(id) {
  const editor = document.createElement("cartouche-editor");
  editor.setAttribute("journal", journalOf(id));
  return editor;
}
