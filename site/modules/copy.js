// Copying to the clipboard, also where the asynchronous clipboard is forbidden.

/** False: the browser does not let it. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "heard";
  const focused = document.activeElement;
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  focused?.focus();
  return isCopied;
}

/** A button that copies what `text()` gives and says so; `what` completes its name. */
export function copyButton(what, text) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet copy";
  button.textContent = "Copy";
  button.setAttribute("aria-label", `Copy ${what}`);
  button.addEventListener("click", async () => {
    button.textContent = (await copy(text())) ? "Copied" : "Not copied";
    setTimeout(() => (button.textContent = "Copy"), 1600);
  });
  return button;
}

/** Gives every `<pre data-copy>` of the page its button. */
export function addCopyButtons() {
  for (const block of document.querySelectorAll("pre[data-copy]")) {
    const frame = document.createElement("div");
    frame.className = "snippet";
    block.replaceWith(frame);
    block.tabIndex = 0;
    frame.append(block, copyButton(`the ${block.dataset.copy} example`, () => block.textContent));
  }
}
