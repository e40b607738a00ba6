/** The listeners of one instance, by the names of their events (spec/embedding.md 3). */

export type Listener = (...args: never[]) => unknown;

export class Events {
  readonly byName = new Map<string, Set<Listener>>();

  /** Each option `onXxx` listens to the event `xxx`. */
  addOptions(options: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(options)) {
      if (/^on[A-Z]/.test(name) && typeof value === "function") {
        this.add(name.charAt(2).toLowerCase() + name.slice(3), value as Listener);
      }
    }
  }

  add(event: string, listener: Listener): void {
    this.byName.set(event, (this.byName.get(event) ?? new Set()).add(listener));
  }

  /** Without a listener: all of them. */
  remove(event: string, listener?: Listener): void {
    if (listener) {
      this.byName.get(event)?.delete(listener);
    } else {
      this.byName.delete(event);
    }
  }

  has(event: string): boolean {
    return (this.byName.get(event)?.size ?? 0) > 0;
  }

  /** Calls all of them at once; what they return, once all have settled well. */
  invoke(event: string, ...args: unknown[]): Promise<unknown[]> {
    const listeners = [...(this.byName.get(event) ?? [])];
    return Promise.all(listeners.map((listener) => (listener as (...args: unknown[]) => unknown)(...args)));
  }

  /** Of drafts only the first listener hears. */
  async invokeFirst(event: string, ...args: unknown[]): Promise<unknown> {
    const [first] = this.byName.get(event) ?? [];
    return (first as ((...args: unknown[]) => unknown) | undefined)?.(...args);
  }
}
