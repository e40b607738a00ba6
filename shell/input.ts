/**
 * Mouse, touch, pen, wheel and keys, taken from one element and nothing else: the container of the
 * canvas and of the accessibility mirror above it. What the editor does not use stays the page's.
 */

import type { Core } from "./core.js";
import { FingerScroll } from "./finger_scroll.js";
import { isInDialog, isTextElement, type TextElement } from "./mirror_field.js";
import { Pinch } from "./pinch.js";
import { Modifier, PointerDevice, PointerKind } from "./protocol.js";

export interface InputListener {
  /** Something happened that the next frame may show. `isPress`: it may move the focus. */
  onInput(isPress: boolean): void;
  /** Enter or Space on the widget that has the focus, or a press by assistive technology. */
  onActivate(widget: HTMLElement): void;
}

const devices: Record<string, PointerDevice> = { touch: PointerDevice.Touch, pen: PointerDevice.Pen };

/** Wheel deltas in CSS pixels, whatever the browser counts in. */
const pixelsPerStep: Record<number, number> = { 0: 1, 1: 18, 2: 400 };

export class Input {
  readonly #target: HTMLElement;
  readonly #core: Core;
  readonly #listener: InputListener;
  readonly #abort = new AbortController();
  #hasPointer = false; // an image does
  #pressed: PointerEvent | null = null; // the press of the pointer that is down

  constructor(target: HTMLElement, core: Core, listener: InputListener) {
    this.#target = target;
    this.#core = core;
    this.#listener = listener;
    const signal = this.#abort.signal;
    const kinds = { pointermove: PointerKind.Move, pointerdown: PointerKind.Down, pointerup: PointerKind.Up,
      pointerleave: PointerKind.Leave, pointercancel: PointerKind.Cancel };
    for (const [name, kind] of Object.entries(kinds)) {
      target.addEventListener(name, (event) => this.#pointer(kind, event as PointerEvent), { signal });
    }
    target.addEventListener("wheel", (event) => this.#wheel(event), { signal, passive: false });
    new FingerScroll(target, {
      scroll: (x, y, deltaX, deltaY) => this.#hasPointer || this.#scroll(x, y, deltaX, deltaY, false),
      cancelPress: () => {
        if (!this.#hasPointer) {
          this.#cancelPress();
        }
      },
    }, signal);
    new Pinch(target, {
      pinch: (x, y, deltaX, deltaY, factor) => this.#pinch(x, y, deltaX, deltaY, factor),
    }, signal);
    target.addEventListener("keydown", (event) => this.#key(event), { signal });
    target.addEventListener("keyup", (event) => this.#holdSpace(event, false), { signal });
    target.addEventListener("click", (event) => this.#click(event), { signal });
    target.addEventListener("mousedown", (event) => this.#mouseDown(event), { signal });
    for (const name of ["mouseup", "auxclick"] as const) {
      target.addEventListener(name, (event) => this.#middleUp(event), { signal });
    }
  }

  destroy(): void {
    this.#abort.abort();
  }

  #pointer(kind: PointerKind, event: PointerEvent): void {
    if (kind === PointerKind.Down && event.pointerType === "pen" && this.#pressed?.pointerType === "touch") {
      this.#cancelPress(); // of the palm that came before the pen
    }
    if (isNative(event) && kind !== PointerKind.Move && kind !== PointerKind.Leave) {
      return;
    }
    const isOther = this.#pressed !== null && event.pointerId !== this.#pressed.pointerId; // the palm beside a pen
    if (!event.isPrimary || isOther) {
      return;
    }
    if (kind !== PointerKind.Move) {
      this.#pressed = kind === PointerKind.Down ? event : null;
    }
    const isField = isTextElement(event.target);
    if (kind === PointerKind.Down && !isField) {
      this.#target.setPointerCapture(event.pointerId);
    }
    const box = this.#target.getBoundingClientRect();
    const device = devices[event.pointerType] ?? PointerDevice.Mouse;
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    this.#hasPointer = this.#core.pointer(
      kind, x, y, Math.max(event.button, 0), device, modifiersOf(event), event.pressure, event.timeStamp);
    this.#listener.onInput(kind === PointerKind.Down || kind === PointerKind.Up);
  }

  #cancelPress(): void {
    this.#pressed = null;
    this.#core.pointer(PointerKind.Cancel, 0, 0, 0, PointerDevice.Touch, 0, 0, 0);
  }

  /** The browser would move the focus to the element under the mouse; the editor knows better where. */
  #mouseDown(event: MouseEvent): void {
    if (!isTextElement(event.target) && !isNative(event)) {
      event.preventDefault();
      const root = this.#target.getRootNode() as ShadowRoot;
      if (!root.activeElement) {
        this.#target.focus({ preventScroll: true });
      }
    }
  }

  /** It has moved the image; on Linux the browser would paste what is selected anywhere, too. */
  #middleUp(event: MouseEvent): void {
    if (event.button === 1 && !isTextElement(event.target) && !isNative(event)) {
      event.preventDefault();
    }
  }

  #wheel(event: WheelEvent): void {
    if (isNative(event) && (event.ctrlKey || scrolls(event.target as Element, event.deltaY))) {
      return;
    }
    const step = pixelsPerStep[event.deltaMode] ?? 1;
    const box = this.#target.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    const isZoom = event.ctrlKey || event.metaKey;
    if (this.#scroll(x, y, event.deltaX * step, event.deltaY * step, isZoom)) {
      event.preventDefault();
    }
  }

  #scroll(x: number, y: number, deltaX: number, deltaY: number, isZoom: boolean): boolean {
    const hasScrolled = this.#core.wheel(x, y, deltaX, deltaY, isZoom);
    if (hasScrolled) {
      this.#listener.onInput(false);
    }
    return hasScrolled;
  }

  #pinch(x: number, y: number, deltaX: number, deltaY: number, factor: number): boolean {
    const isImages = this.#core.pinch(x, y, deltaX, deltaY, factor);
    if (isImages) {
      this.#listener.onInput(false);
    }
    return isImages;
  }

  #key(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    const isTyping = isTextElement(target);
    if (event.defaultPrevented || event.isComposing || event.key === "Tab") {
      return;
    }
    if (isTyping && !isCommandKey(event) && !isKeyOfOthers(target, event)) {
      if (isNoCharacter(event)) {
        this.#press(event, true);
      }
      return;
    }
    const isPress = (event.key === "Enter" || event.key === " ") && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isPress && target instanceof HTMLElement && isPressable(target)) {
      event.preventDefault();
      this.#listener.onActivate(target);
      return;
    }
    if (event.key === " " && !isCommandSpace(event) && roleOf(target) !== "tree") {
      this.#holdSpace(event, true);
      return;
    }
    this.#press(event, false);
  }

  #press(event: KeyboardEvent, typing: boolean): void {
    const { handled } = this.#core.request("key", {
      key: keyOf(event),
      control: event.ctrlKey,
      shift: event.shiftKey,
      alt: event.altKey,
      meta: event.metaKey,
      typing,
    });
    if (handled) {
      event.preventDefault();
      event.stopPropagation();
      this.#listener.onInput(true);
    }
  }

  /** Space that presses no widget lets the pointer drag an image. */
  #holdSpace(event: KeyboardEvent, held: boolean): void {
    if (event.key === " " && this.#core.request("holdSpace", { held }).handled) {
      event.preventDefault();
      this.#listener.onInput(false);
    }
  }

  /** A click without a pointer: a screen reader, or the page calling click(). */
  #click(event: MouseEvent): void {
    const target = event.composedPath()[0];
    if (event.detail === 0 && target instanceof HTMLElement && !isTextElement(target)) {
      this.#listener.onActivate(target);
    }
  }
}

/** Whether the event is of an element that does by itself what a browser does with text. */
export function isNative(event: Event): boolean {
  return nativeOf(event.target) !== null;
}

function nativeOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest("[data-native]") : null;
}

/** Whether the element itself scrolls that way. */
function scrolls(target: Element, deltaY: number): boolean {
  const element = nativeOf(target);
  return element !== null &&
    (deltaY < 0 ? element.scrollTop > 0 : element.scrollTop + element.clientHeight < element.scrollHeight - 1);
}

/** The key as hotkeys name it: with Shift a digit stays one, and with Alt a letter, whatever it would type. */
function keyOf(event: KeyboardEvent): string {
  const digit = event.shiftKey ? /^Digit(\d)$/.exec(event.code)?.[1] : undefined;
  const letter = event.altKey ? /^Key([A-Z])$/.exec(event.code)?.[1] : undefined;
  return (digit ?? letter ?? event.key).toLowerCase();
}

function modifiersOf(event: PointerEvent): number {
  return (event.ctrlKey || event.metaKey ? Modifier.Control : 0) |
    (event.shiftKey ? Modifier.Shift : 0) | (event.altKey ? Modifier.Alt : 0);
}

/** An image has the focus while it is worked on, and its keys are tools; a tree and a text have keys of their own. */
function isPressable(element: HTMLElement): boolean {
  return element.hasAttribute("data-widget") && !["img", "tree", "document"].includes(roleOf(element));
}

function roleOf(element: EventTarget | undefined): string {
  return element instanceof HTMLElement ? (element.getAttribute("role") ?? "") : "";
}

const listKeys = new Set(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Escape"]);

/** In a combobox these are not for the text, but for the list that it chooses from; in a dialog Escape is for that. */
function isKeyOfOthers(field: TextElement, event: KeyboardEvent): boolean {
  return (field.getAttribute("role") === "combobox" && listKeys.has(event.key)) || (event.key === "Escape" && isInDialog(field));
}

/** Space with a modifier is a hotkey. */
function isCommandSpace(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.altKey || event.metaKey;
}

/** Whether it may be a key of its own while something is typed. */
function isNoCharacter(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.altKey || event.metaKey || /^F\d+$/.test(event.key);
}

/** Submitting works while typing; undo there is the field's own. */
function isCommandKey(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && event.key === "Enter";
}
