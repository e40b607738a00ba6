/**
 * One finger scrolls the editor where it has something to scroll that way, and else the page, as it
 * does with any scrolling part of a page. Which of the two is settled by the finger's first move.
 */

export interface FingerScrollTarget {
  /** Scrolls at this place of the element, by CSS pixels; false if there is nothing to scroll that way. */
  scroll(x: number, y: number, deltaX: number, deltaY: number): boolean;
  /** The finger scrolls: it presses nothing when it is lifted. */
  cancelPress(): void;
}

type Gesture = "undecided" | "editor" | "page";

export class FingerScroll {
  readonly #target: FingerScrollTarget;
  #gesture: Gesture = "page";
  #x = 0;
  #y = 0;

  constructor(element: HTMLElement, target: FingerScrollTarget, signal: AbortSignal) {
    this.#target = target;
    element.addEventListener("touchstart", (event) => this.#start(event), { signal, passive: true });
    element.addEventListener("touchmove", (event) => this.#move(event, element), { signal, passive: false });
  }

  #start(event: TouchEvent): void {
    const touch = event.touches[0];
    const isNative = event.target instanceof Element && event.target.closest("[data-native]") !== null;
    this.#gesture = event.touches.length === 1 && !isNative ? "undecided" : "page"; // two fingers zoom the page
    this.#x = touch?.clientX ?? 0;
    this.#y = touch?.clientY ?? 0;
  }

  #move(event: TouchEvent, element: HTMLElement): void {
    const touch = event.touches[0];
    if (!touch || this.#gesture === "page") {
      return;
    }
    const box = element.getBoundingClientRect();
    const hasScrolled = this.#target.scroll(
      touch.clientX - box.left, touch.clientY - box.top, this.#x - touch.clientX, this.#y - touch.clientY);
    if (this.#gesture === "undecided") {
      this.#gesture = hasScrolled ? "editor" : "page";
      if (hasScrolled) {
        this.#target.cancelPress();
      }
    }
    if (this.#gesture === "editor") {
      event.preventDefault(); // the browser would scroll the page, too
    }
    this.#x = touch.clientX;
    this.#y = touch.clientY;
  }
}
