// One visit to a page of ours in a real browser: what a test sees and does there.

import { ok } from "./registry.mjs";

const patienceMs = 15_000;

export class Visit {
  #expected = [];
  #problems = [];

  constructor(browserName, page, server) {
    this.browserName = browserName;
    this.page = page;
    this.server = server;
    page.on("console", (message) => {
      if (["error", "warn", "warning"].includes(message.type())) {
        this.#problem(`console: ${message.text()}`);
      }
    });
    page.on("pageerror", (error) => this.#problem(`page error: ${error.message ?? error}`));
    page.on("request", (request) => {
      if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(server.url)) {
        this.#problem(`request to ${request.url()}`);
      }
    });
  }

  /** A console message or page error that this test brings about on purpose. */
  expectProblem(pattern) {
    this.#expected.push(pattern);
  }

  get problems() {
    return this.#problems.filter((problem) => !this.#expected.some((pattern) => pattern.test(problem)));
  }

  #problem(text) {
    this.#problems.push(text);
  }

  async open(path) {
    await this.page.goto(this.server.url + path, { waitUntil: "load" });
  }

  /** Opens the plain test page and gives its editor a config and a task. */
  async label(config, data = { image_url: "/samples/chelsea.png" }, attributes = {}) {
    await this.open("pages/editor.html");
    await this.page.evaluate((xml, task, given) => {
      const editor = document.querySelector("cartouche-editor");
      for (const [name, value] of Object.entries(given)) {
        editor.setAttribute(name, value);
      }
      editor.config = xml;
      editor.task = task;
    }, config, { id: 7, data }, attributes);
  }

  /** From now on the page gets no frame, as on a machine that is busy. */
  async stopFrames() {
    await this.page.evaluate(() => (window.requestAnimationFrame = () => 1));
  }

  /** Asks the page until the answer is true. */
  async until(what, condition, ...args) {
    const start = Date.now();
    for (;;) {
      const answer = await this.page.evaluate(condition, ...args);
      if (answer) {
        return answer;
      }
      if (Date.now() - start > patienceMs) {
        throw new Error(`waited in vain until ${what}; the page shows ${JSON.stringify(await this.outline())}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  /** The widget with this role and name: its box in the page, its state. Waits for it, and until it stays where it is. */
  find(role, name, index = 0) {
    return this.until(`there is a ${role} "${name}" that stays where it is`, async (wantedRole, wantedName, editorIndex) => {
      const look = () => {
        const root = document.querySelectorAll("cartouche-editor")[editorIndex]?.shadowRoot;
        for (const element of root?.querySelectorAll("[data-widget], [role=alert]") ?? []) {
          const role = element.getAttribute("role") ?? "textbox";
          const name = element.getAttribute("aria-label") ?? element.textContent;
          if (role === wantedRole && name.includes(wantedName) && (name !== "" || wantedName === "")) {
            const box = element.getBoundingClientRect();
            return {
              x: box.left + box.width / 2, y: box.top + box.height / 2, width: box.width, height: box.height, name,
              checked: element.getAttribute("aria-checked") === "true",
              disabled: element.getAttribute("aria-disabled") === "true",
              description: element.getAttribute("aria-description"),
            };
          }
        }
        return null;
      };
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const before = look();
      if (!before) {
        return null;
      }
      await frame(); // the first may come before the editor's own
      await frame();
      const after = look();
      return JSON.stringify(after) === JSON.stringify(before) ? after : null;
    }, role, name, index);
  }

  async has(role, name) {
    return (await this.outline()).some((line) => line === `${role} ${name}`);
  }

  /** Every widget as "role name". */
  outline() {
    return this.page.evaluate(() => {
      const roots = [...document.querySelectorAll("cartouche-editor")].map((editor) => editor.shadowRoot);
      return roots.flatMap((root) => [...root.querySelectorAll("[data-widget]")].map((element) =>
        `${element.getAttribute("role") ?? "textbox"} ${element.getAttribute("aria-label") ?? element.textContent}`));
    });
  }

  async click(role, name, index = 0) {
    const widget = await this.find(role, name, index);
    await this.page.mouse.click(widget.x, widget.y);
  }

  /** Waits until the widget is (not) chosen. */
  async checked(role, name, expected = true, index = 0) {
    await this.until(`${role} "${name}" is ${expected ? "" : "not "}chosen`, (role, name, expected, index) => {
      const root = document.querySelectorAll("cartouche-editor")[index].shadowRoot;
      const element = root.querySelector(`[role="${role}"][aria-label="${name}"]`);
      return element?.getAttribute("aria-checked") === String(expected);
    }, role, name, expected, index);
  }

  async press(key, ...modifiers) {
    for (const modifier of modifiers) {
      await this.page.keyboard.down(modifier);
    }
    await this.page.keyboard.press(key);
    for (const modifier of modifiers.reverse()) {
      await this.page.keyboard.up(modifier);
    }
  }

  /** The details of the events of this type that the page has received; waits for the first. */
  events(type) {
    return this.until(`a ${type} event comes`, (type) => {
      const found = window.received.filter((event) => event.type === type).map((event) => event.detail);
      return found.length > 0 ? found : null;
    }, type);
  }

  async submitted() {
    const events = await this.events("cartouche-submit");
    return events.at(-1).annotation.result;
  }

  /** The role and name of what has the focus within the editor, or "" if the focus is elsewhere. */
  focused() {
    return this.page.evaluate(() => {
      const active = document.activeElement?.shadowRoot?.activeElement;
      return active ? `${active.getAttribute("role") ?? "textbox"} ${active.getAttribute("aria-label") ?? ""}` : "";
    });
  }

  async focusedIs(expected) {
    const start = Date.now();
    for (let now = ""; Date.now() - start < patienceMs; ) {
      now = await this.focused();
      if (now === expected) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    ok(false, `the focus is on "${await this.focused()}", expected "${expected}"`);
  }
}
