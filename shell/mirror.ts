/**
 * The accessibility tree as real elements over the canvas, each where its widget is drawn. They have
 * the focus, so Tab, screen readers and tests treat the editor as any part of the page.
 */

import type { SemanticsNode } from "./protocol.js";
import { MirrorField } from "./mirror_field.js";

export interface MirrorListener {
  /** The focus moved to a widget, or left (0). */
  onFocus(id: number, isVisible: boolean): void;
  onText(id: number, text: string): void;
  onStep(id: number, by: number): void;
  onCommit(id: number): void;
  /** The element of a text, which has its own content. */
  makeText(id: number): HTMLElement;
}

interface Entry {
  node: SemanticsNode;
  element: HTMLElement;
  field: MirrorField | null;
}

/** Groups in which the arrow keys move, and Tab finds one stop. */
const rovingRoles = new Set(["radiogroup", "toolbar", "listbox", "tablist"]);
const steps: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

export class Mirror {
  readonly #root: HTMLElement;
  readonly #listener: MirrorListener;
  readonly #abort = new AbortController();
  #entries = new Map<number, Entry>();
  /** Null: as the browser judges, by what moved the focus. */
  #isRingWanted: boolean | null = null;

  constructor(root: HTMLElement, listener: MirrorListener) {
    this.#root = root;
    this.#listener = listener;
    const signal = this.#abort.signal;
    root.addEventListener("focusin", (event) => this.#focusIn(event.target as HTMLElement), { signal });
    root.addEventListener("focusout", () => listener.onFocus(0, false), { signal });
    root.addEventListener("keydown", (event) => this.#key(event), { signal });
  }

  /** Makes the elements what the nodes say; an element stays the same as long as its widget does. */
  update(nodes: SemanticsNode[]): void {
    const active = this.#active();
    const before = this.#entries;
    this.#entries = new Map(nodes.map((node) => [node.id, this.#keep(before.get(node.id), node)]));
    this.#removeGone(before, active);
    const last = new Map<HTMLElement, Element>();
    for (const entry of this.#entries.values()) {
      const parent = this.#entries.get(entry.node.parent);
      describe(entry.element, entry.node, parent?.node);
      entry.field?.update(entry.node);
      place(entry.element, parent?.element ?? this.#root, last);
    }
    if (active?.isConnected && this.#active() !== active) {
      active.focus({ preventScroll: true }); // it was moved, which takes the focus away
    }
    this.#enclose();
    this.#joinComboboxes();
    this.#rove();
  }

  /** What is behind a dialog can have neither focus nor pointer. */
  #enclose(): void {
    const dialog = this.#root.querySelector(":scope > [role=dialog]");
    for (const element of this.#root.children) {
      (element as HTMLElement).inert = dialog !== null && element !== dialog;
    }
  }

  /** The list beside a combobox is that of its options. */
  #joinComboboxes(): void {
    for (const element of this.#root.querySelectorAll<HTMLElement>("[role=combobox]")) {
      const list = element.parentElement?.querySelector(":scope > [role=listbox]");
      setAttribute(element, "aria-expanded", String(Boolean(list)));
      setAttribute(element, "aria-controls", list?.id);
    }
  }

  /** `isVisible`: with the ring that shows where the keyboard is, which a press of the mouse does not want. */
  focus(id: number, isVisible: boolean): void {
    this.#isRingWanted = isVisible;
    this.#entries.get(id)?.element.focus({ preventScroll: true });
    this.#isRingWanted = null;
  }

  /** Puts a text into a field, which gets the focus. */
  insert(id: number, text: string): void {
    this.#entries.get(id)?.field?.insert(text);
  }

  idOf(element: HTMLElement): number {
    return Number(element.dataset["widget"] ?? 0);
  }

  destroy(): void {
    this.#abort.abort();
    this.#root.replaceChildren();
    this.#entries.clear();
  }

  #keep(old: Entry | undefined, node: SemanticsNode): Entry {
    const isSame = old?.node.role === node.role && (old.field?.fits(old.node, node) ?? true);
    return old && isSame ? { ...old, node } : this.#create(node);
  }

  #create(node: SemanticsNode): Entry {
    const isField = node.role === "textbox" || node.role === "searchbox" || node.role === "combobox";
    const field = isField ? new MirrorField(node, this.#listener) : null;
    const isText = node.role === "document";
    const element = field?.element ?? (isText ? this.#listener.makeText(node.id) : document.createElement("div"));
    element.dataset["widget"] = String(node.id);
    element.id = idFor(node.id);
    if (node.role !== "textbox") {
      element.setAttribute("role", node.role);
    }
    if (node.role === "tree") {
      element.setAttribute("aria-multiselectable", "true");
    } else if (node.role === "dialog") {
      element.setAttribute("aria-modal", "true");
    } else if (node.role === "separator") {
      element.setAttribute("aria-orientation", "vertical");
    }
    return { node, element, field };
  }

  #removeGone(before: Map<number, Entry>, active: HTMLElement | null): void {
    for (const [id, entry] of before) {
      if (this.#entries.get(id)?.element !== entry.element) {
        // Focus on what disappears would fall to the page's body, far from where the labeler was.
        if (entry.element.contains(active)) {
          this.#root.parentElement?.focus({ preventScroll: true });
        }
        entry.element.remove();
      }
    }
  }

  #active(): HTMLElement | null {
    const active = (this.#root.getRootNode() as ShadowRoot).activeElement;
    return active instanceof HTMLElement && this.#root.contains(active) ? active : null;
  }

  /** One tab stop in each roving group: what has the focus, else what is chosen, else the first. */
  #rove(): void {
    const active = this.#active();
    for (const group of this.#entries.values()) {
      if (rovingRoles.has(group.node.role)) {
        const members = this.#members(group);
        const stop =
          members.find((member) => member.element === active) ??
          members.find((member) => member.node.checked) ??
          members.find((member) => !member.node.disabled);
        for (const member of members) {
          member.element.tabIndex = member === stop ? 0 : -1;
        }
      }
    }
  }

  #members(group: Entry): Entry[] {
    return [...this.#entries.values()].filter((entry) => entry.node.parent === group.node.id && entry.node.focusable);
  }

  #focusIn(element: HTMLElement): void {
    this.#listener.onFocus(this.idOf(element), this.#isRingWanted ?? element.matches(":focus-visible"));
    this.#rove();
  }

  #slide(node: SemanticsNode, event: KeyboardEvent): void {
    const by = (node.role === "separator" ? borderSteps : slides)[this.#turned(event.key)];
    if (by !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey) {
      this.#listener.onStep(node.id, by);
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** Where the interface is read from the right, what comes next lies on the left. */
  #turned(key: string): string {
    const isTurned = this.#root.closest<HTMLElement>("[dir]")?.dir === "rtl";
    return (isTurned ? { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[key] : undefined) ?? key;
  }

  #key(event: KeyboardEvent): void {
    const entry = this.#entries.get(this.idOf(event.target as HTMLElement));
    const group = entry && this.#entries.get(entry.node.parent);
    const step = steps[this.#turned(event.key)];
    if (entry?.node.role === "slider" || entry?.node.role === "separator") {
      return this.#slide(entry.node, event);
    }
    if (!group || step === undefined || !rovingRoles.has(group.node.role) || event.ctrlKey || event.altKey) {
      return;
    }
    const members = this.#members(group).filter((member) => !member.node.disabled);
    const at = members.indexOf(entry);
    members[(at + step + members.length) % members.length]?.element.focus({ preventScroll: true });
    event.preventDefault();
    event.stopPropagation();
  }
}

/** By how many steps keys move a slider, or to an end. */
const slides: Record<string, number> = {
  ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10, Home: -100, End: 100,
};

/** How keys move the border of what lies to the right of it: by steps, or to an end. */
const borderSteps: Record<string, number> = { ArrowLeft: 1, ArrowRight: -1, Home: -100, End: 100 };

/** What a widget is called that is chosen, by its role. */
const chosenAttributes: Record<string, string> = {
  button: "aria-pressed", option: "aria-selected", treeitem: "aria-selected", tab: "aria-selected",
};

/** Of the element of a widget, for those that refer to it. */
function idFor(widget: number): string {
  return `widget-${widget}`;
}

/** Puts the element behind the last one that was placed in the same holder. */
function place(element: HTMLElement, holder: HTMLElement, last: Map<HTMLElement, Element>): void {
  const previous = last.get(holder);
  const next = previous ? previous.nextElementSibling : holder.firstElementChild;
  if (next !== element) {
    holder.insertBefore(element, next);
  }
  last.set(holder, element);
}

function describe(element: HTMLElement, node: SemanticsNode, parent: SemanticsNode | undefined): void {
  element.style.left = `${node.x - (parent?.x ?? 0)}px`;
  element.style.top = `${node.y - (parent?.y ?? 0)}px`;
  element.style.width = `${node.width}px`;
  element.style.height = `${node.height}px`;
  setName(element, node);
  setAttribute(element, "aria-description", node.description);
  setAttribute(element, chosenAttributes[node.role] ?? "aria-checked", node.checked?.toString());
  setAttribute(element, "aria-disabled", node.disabled?.toString());
  setAttribute(element, "aria-required", node.required?.toString());
  setAttribute(element, "aria-level", node.level?.toString());
  if (node.role !== "combobox") {
    setAttribute(element, "aria-expanded", node.expanded?.toString());
  }
  setAttribute(element, "aria-posinset", node.position?.toString());
  setAttribute(element, "aria-setsize", node.setSize?.toString());
  setAttribute(element, "aria-keyshortcuts", node.keyShortcuts);
  setAttribute(element, "aria-valuenow", node.fraction === undefined ? undefined : String(Number(node.fraction.toFixed(4)))); // of single precision
  setAttribute(element, "aria-valuemin", node.fraction === undefined ? undefined : "0");
  setAttribute(element, "aria-valuemax", node.fraction === undefined ? undefined : "1");
  setAttribute(element, "aria-valuetext", node.fraction === undefined ? undefined : node.value);
  setAttribute(element, "aria-activedescendant", node.activeDescendant ? idFor(node.activeDescendant) : undefined);
  if (node.focusable && !(parent && rovingRoles.has(parent.role))) {
    element.tabIndex = 0;
  }
}

/** Live regions speak when their content changes, so their name is their text. */
function setName(element: HTMLElement, node: SemanticsNode): void {
  const isText = ["alert", "status", "heading"].includes(node.role);
  if (!isText) {
    setAttribute(element, "aria-label", node.name);
  } else if (element.textContent !== node.name) {
    element.textContent = node.name;
  }
}

function setAttribute(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined || value === "") {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}
