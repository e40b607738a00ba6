/** Whether other tabs (or other editors of this page) have the same task, and whose turn it is to keep it. */

export interface PresenceListener {
  /** Somebody else has it first; what is done here is not kept until it is this one's turn. */
  onWait(): void;
  onTurn(): void;
  /** Somebody else opened it, too. */
  onOther(): void;
  /** Somebody deleted all that was kept of the project. */
  onForgotten(): void;
}

type Message = { task: string } | { forgotten: string };

const channelName = "cartouche";

/** Tells other tabs, and other editors of this page, that nothing is kept of the project any more. */
export function tellForgotten(project: string): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ forgotten: project } satisfies Message);
  channel.close();
}

/** Until the signal is aborted. Without Web Locks (pages without https) it is everybody's turn. */
export function watchPresence(project: string, taskName: string, listener: PresenceListener, signal: AbortSignal): void {
  if (signal.aborted) {
    return;
  }
  const task = `${project} ${taskName}`;
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if ("task" in data && data.task === task) {
      listener.onOther();
    } else if ("forgotten" in data && data.forgotten === project) {
      listener.onForgotten();
    }
  };
  channel.postMessage({ task } satisfies Message);
  signal.addEventListener("abort", () => channel.close(), { once: true });
  if (navigator.locks) {
    void takeTurn(`cartouche ${task}`, listener, signal);
  } else {
    listener.onTurn();
  }
}

/** A tab that is loaded anew gives its turn back a moment after it asks for it again. */
const patienceMs = 400;

async function takeTurn(name: string, listener: PresenceListener, signal: AbortSignal): Promise<void> {
  const waiting = setTimeout(() => !signal.aborted && listener.onWait(), patienceMs);
  const hold = (): Promise<void> => {
    clearTimeout(waiting);
    listener.onTurn();
    return new Promise((release) => signal.addEventListener("abort", () => release(), { once: true }));
  };
  await navigator.locks.request(name, { signal }, hold).catch(() => undefined); // closed while it waited
  clearTimeout(waiting);
}
