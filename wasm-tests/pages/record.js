// Keeps every event of the editors in the page, for the tests to read.
window.received = [];
for (const type of ["ready", "change", "submit", "update", "skip", "cancel-skip", "accept", "reject", "next-task", "previous-task", "error", "save", "annotations", "delete", "restore"]) {
  document.addEventListener(`cartouche-${type}`, (event) => {
    window.received.push({ type: event.type, detail: event.detail, from: event.target.id });
  });
}
