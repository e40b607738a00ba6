/** Two fingers on an image move it and spread it. Elsewhere they are the page's. */

export interface PinchTarget {
  /**
   * The fingers, now around this place of the element, moved by CSS pixels and spread by a factor.
   * False if there is nothing that follows them.
   */
  pinch(x: number, y: number, deltaX: number, deltaY: number, factor: number): boolean;
}

interface Fingers {
  x: number; // of the middle between them
  y: number;
  distance: number;
}

/** Nearer to each other, fingers are one place and not a measure. */
const leastDistancePx = 10;

export class Pinch {
  readonly #target: PinchTarget;
  #last: Fingers | null = null; // null: nothing follows

  constructor(element: HTMLElement, target: PinchTarget, signal: AbortSignal) {
    this.#target = target;
    element.addEventListener("touchstart", (event) => this.#start(event, element), { signal, passive: false });
    element.addEventListener("touchmove", (event) => this.#move(event, element), { signal, passive: false });
    for (const end of ["touchend", "touchcancel"] as const) {
      element.addEventListener(end, () => { this.#last = null; }, { signal, passive: true });
    }
  }

  #start(event: TouchEvent, element: HTMLElement): void {
    const fingers = measure(event, element);
    this.#last = fingers && this.#target.pinch(fingers.x, fingers.y, 0, 0, 1) ? fingers : null;
    if (this.#last) {
      event.preventDefault(); // the browser would zoom the page
    }
  }

  #move(event: TouchEvent, element: HTMLElement): void {
    const fingers = measure(event, element);
    if (fingers && this.#last) {
      event.preventDefault();
      this.#target.pinch(fingers.x, fingers.y, fingers.x - this.#last.x, fingers.y - this.#last.y,
        fingers.distance / this.#last.distance);
      this.#last = fingers;
    }
  }
}

function measure(event: TouchEvent, element: HTMLElement): Fingers | null {
  const [one, other] = event.touches;
  if (!one || !other || event.touches.length !== 2) {
    return null;
  }
  const box = element.getBoundingClientRect();
  return {
    x: (one.clientX + other.clientX) / 2 - box.left,
    y: (one.clientY + other.clientY) / 2 - box.top,
    distance: Math.max(Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY), leastDistancePx),
  };
}
