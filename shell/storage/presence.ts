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

/** What others are told: that one has opened a task, that it is one's turn, that a project was deleted. */
type Message = { task: string } | { holder: string } | { forgotten: string };

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
  const tell = (message: Message) => channel.postMessage(message);
  const turn = new Turn(listener, () => tell({ holder: task }), signal);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if ("task" in data && data.task === task) {
      turn.tellIfMine();
      listener.onOther();
    } else if ("holder" in data && data.holder === task) {
      turn.otherHolds();
    } else if ("forgotten" in data && data.forgotten === project) {
      listener.onForgotten();
    }
  };
  tell({ task });
  signal.addEventListener("abort", () => channel.close(), { once: true });
  if (navigator.locks) {
    void turn.take(`cartouche ${task}`);
  } else {
    listener.onTurn();
  }
}

/** A tab that is loaded anew gives its turn back a moment after it asks for it again. */
const patienceMs = 400;
/** One that died has its turn until the browser notices, seconds on a busy machine; one that lives says that it has it, if it is not asleep. */
const longestMs = 5000;

class Turn {
  readonly #listener: PresenceListener;
  readonly #tellMine: () => void;
  readonly #signal: AbortSignal;
  #isMine = false;
  #isHeld = false;
  #isPatient = true;
  #isWaitTold = false;

  constructor(listener: PresenceListener, tellMine: () => void, signal: AbortSignal) {
    this.#listener = listener;
    this.#tellMine = tellMine;
    this.#signal = signal;
  }

  tellIfMine(): void {
    if (this.#isMine) {
      this.#tellMine();
    }
  }

  /** Somebody who lives has it. */
  otherHolds(): void {
    this.#isHeld = true;
    this.#tellWait();
  }

  async take(name: string): Promise<void> {
    const timers = [
      setTimeout(() => {
        this.#isPatient = false;
        this.#tellWait();
      }, patienceMs),
      setTimeout(() => this.otherHolds(), longestMs),
    ];
    const stop = () => timers.forEach((timer) => clearTimeout(timer));
    const hold = (): Promise<void> => {
      stop();
      this.#isMine = true;
      this.#tellMine();
      this.#listener.onTurn();
      return new Promise((release) => this.#signal.addEventListener("abort", () => release(), { once: true }));
    };
    await navigator.locks.request(name, { signal: this.#signal }, hold).catch(() => undefined); // closed while it waited
    stop();
  }

  #tellWait(): void {
    if (this.#isHeld && !this.#isPatient && !this.#isMine && !this.#isWaitTold && !this.#signal.aborted) {
      this.#isWaitTold = true;
      this.#listener.onWait();
    }
  }
}
