// A list of suggestions under the caret of a text area, by mouse and keyboard. The text area keeps the focus; the list
// is told to screen readers as its active descendant.

const mostShown = 50;

export class Completion {
  #pane;
  #text;
  #suggest;
  #list = document.createElement("ul");
  #status = document.createElement("p");
  #found = null;
  #active = -1;

  /** `suggest(text, caret, isAsked)` gives what Suggestions.at() does. */
  constructor(pane, suggest) {
    this.#pane = pane;
    this.#text = pane.textArea;
    this.#suggest = suggest;
    this.#list.id = `${this.#text.id}-suggestions`;
    this.#list.className = "suggestions";
    this.#list.hidden = true;
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", "Suggestions");
    this.#status.className = "heard";
    this.#status.setAttribute("role", "status");
    this.#text.setAttribute("aria-autocomplete", "list");
    this.#text.setAttribute("aria-haspopup", "listbox");
    this.#text.setAttribute("aria-controls", this.#list.id);
    this.#text.parentElement.append(this.#list, this.#status);
    this.#text.addEventListener("keydown", (event) => this.#key(event));
    this.#text.addEventListener("input", (event) => this.#typed(event));
    for (const name of ["blur", "scroll", "pointerdown"]) {
      this.#text.addEventListener(name, () => this.#close());
    }
    addEventListener("scroll", () => this.#close(), { passive: true });
    addEventListener("resize", () => this.#close());
    // The text area is not to lose the focus.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) {
        this.#accept([...this.#list.children].indexOf(option));
      }
    });
  }

  get isOpen() {
    return this.#found !== null;
  }

  /** What is pasted, deleted or taken back is not being written. */
  #typed({ inputType = "" }) {
    if (inputType === "insertText" || (this.isOpen && inputType.startsWith("delete"))) {
      this.#show(false);
    } else {
      this.#close();
    }
  }

  /** Without a letter to go by, Enter is a new line until an arrow key chooses; unless the list was asked for. */
  #show(isAsked) {
    const { selectionStart, selectionEnd, value } = this.#text;
    const found = selectionStart === selectionEnd ? this.#suggest(value, selectionStart, isAsked) : null;
    const isComplete = found?.items.some(({ text }) => text === found.prefix);
    if (!found || (isComplete && !isAsked)) {
      this.#close();
      return;
    }
    this.#found = { ...found, items: found.items.slice(0, mostShown) };
    this.#list.replaceChildren(...this.#found.items.map((item, index) => this.#option(item, index)));
    this.#list.hidden = false;
    this.#place(found.from);
    this.#choose(found.prefix || isAsked || found.kind === "close" ? 0 : -1);
    const count = found.items.length;
    this.#status.textContent = `${count} ${count === 1 ? "suggestion" : "suggestions"}`;
  }

  #option({ text, help }, index) {
    const option = document.createElement("li");
    option.id = `${this.#list.id}-${index}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    const name = document.createElement("b");
    name.textContent = text;
    const about = document.createElement("span");
    about.textContent = help ?? "";
    option.append(name, " ", about);
    return option;
  }

  /** Under the line, or above it if there is more room. */
  #place(offset) {
    const caret = this.#pane.boxAt(offset);
    const { offsetWidth: width, offsetHeight: height } = this.#list;
    const isBelow = caret.bottom + height + 8 <= innerHeight || caret.top < height + 8;
    this.#list.style.left = `${Math.max(8, Math.min(caret.left - 12, document.documentElement.clientWidth - width - 8))}px`;
    this.#list.style.top = `${isBelow ? caret.bottom + 4 : caret.top - height - 4}px`;
  }

  #choose(index) {
    this.#active = index;
    [...this.#list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const active = this.#list.children[index];
    if (active) {
      this.#text.setAttribute("aria-activedescendant", active.id);
      active.scrollIntoView({ block: "nearest" });
    } else {
      this.#text.removeAttribute("aria-activedescendant");
    }
  }

  #close() {
    this.#found = null;
    this.#list.hidden = true;
    this.#status.textContent = "";
    this.#text.removeAttribute("aria-activedescendant");
  }

  #key(event) {
    if (event.isComposing) {
      return;
    }
    const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    if (event.ctrlKey && event.key === " ") {
      event.preventDefault();
      this.#show(true);
    } else if (this.isOpen && isPlain && this.#act(event.key)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (this.isOpen && /^(Arrow(Left|Right)|Home|End|Page)/.test(event.key)) {
      this.#close();
    }
  }

  /** True if the list has the key. */
  #act(key) {
    const count = this.#found.items.length;
    switch (key) {
      case "ArrowDown":
        this.#choose((this.#active + 1) % count);
        return true;
      case "ArrowUp":
        this.#choose((Math.max(this.#active, 0) + count - 1) % count);
        return true;
      case "Enter":
      case "Tab":
        return this.#active >= 0 && this.#accept(this.#active);
      case "Escape":
        this.#close();
        return true;
      default:
        return false;
    }
  }

  /** An attribute goes on with its value. */
  #accept(index) {
    const { from, to, kind, items } = this.#found;
    const { insert, caret, isValue } = items[index];
    this.#close();
    this.#text.focus();
    this.#text.setSelectionRange(from, to);
    // The old command is the one way to write so that the browser's own undo takes it back.
    if (!document.execCommand("insertText", false, insert)) {
      this.#text.setRangeText(insert, from, to, "end");
      this.#text.dispatchEvent(new Event("input"));
    }
    const isQuoted = isValue && /["']/.test(this.#text.value[from + caret] ?? "");
    this.#text.setSelectionRange(from + caret + (isQuoted ? 1 : 0), from + caret + (isQuoted ? 1 : 0));
    if (kind === "attribute") {
      this.#show(false);
    } else {
      this.#close();
    }
    return true;
  }
}
