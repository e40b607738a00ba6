// A page as a host would write it: asks its host for a task, keeps what is labeled, sends it, and asks for the next.

const editor = document.querySelector("cartouche-editor");
const { host, passphrase } = Object.fromEntries(new URLSearchParams(location.search));
const choices = Array.from({ length: 9 }, (_, index) => `<Choice value="c${index + 1}"/>`).join("");

editor.config = `<View><Choices name="c" toName="t" choice="multiple">${choices}</Choices><Text name="t" value="$text"/></View>`;
editor.passphrase = passphrase || null;
editor.setAttribute("journal", "kills");
editor.setAttribute("submit-url", `${host}/annotations`);

/** How many answers the annotation has: each step adds one. */
const countOf = (annotation) => annotation?.result.flatMap(({ value }) => value.choices).length ?? 0;

async function next() {
  for (;;) {
    try {
      return (await (await fetch(`${host}/next`)).json()).id;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100)); // it is down
    }
  }
}

/** Tasks whose annotations were saved since the host was asked for the next one: a page before may have left them on their way. */
const saved = new Set();

async function showNext() {
  window.current = null;
  saved.clear();
  const id = await next();
  if (!saved.has(id)) {
    editor.task = { id, data: { text: `Task ${id}` } };
    await editor.restored;
  }
  if (saved.has(id)) {
    return showNext();
  }
  window.current = { id };
}

/** What the test asks. */
window.state = () => ({
  id: window.current?.id ?? 0, isReady: window.current !== null, count: countOf(editor.annotation), unsaved: editor.unsavedCount,
  isSubmitted: editor.annotations.some(({ isSubmitted }) => isSubmitted),
});

editor.addEventListener("cartouche-change", () => {
  if (window.current) {
    void window.noteStep?.(window.current.id, countOf(editor.annotation));
  }
});
editor.addEventListener("cartouche-save", (event) => {
  if (event.detail.state === "saved") {
    saved.add(event.detail.annotation.task);
    if (event.detail.annotation.task === window.current?.id) {
      void showNext();
    }
  }
});
void showNext();
