// The box of an editor says what it waits for, until the editor itself can speak.

export function showWaiting(editor) {
  const waiting = document.querySelector("#waiting");
  if (!customElements.get("cartouche-editor")) {
    waiting.textContent = "The editor's script /dist/cartouche.js is not there.";
    return;
  }
  // A promise rather than the event, which may have come before this module.
  const done = () => waiting.remove();
  editor.ready.then(done, done);
}
