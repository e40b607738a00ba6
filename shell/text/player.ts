/** The audio of a conversation: played as a whole or phrase by phrase, and the phrase that is heard stands out. */

import type { Diagnostic } from "../cartouche.js";
import { trouble } from "../errors.js";
import { say } from "../language.js";
import { nameOf } from "../media/failure.js";
import type { Media } from "../media/media.js";
import { Sound } from "../media/sound.js";
import type { ConversationAudio, Phrase } from "../protocol.js";
import type { BlockView } from "./body.js";

interface Turn {
  element: HTMLElement;
  from: number;
  to: number;
  button: HTMLButtonElement;
}

const signs = { play: "▶", pause: "⏸" };

export interface PlayerHost {
  readonly media: Media;
  report(diagnostic: Diagnostic): void;
}

export class PhrasePlayer {
  /** Above the phrases. */
  readonly element = document.createElement("div");
  readonly #host: PlayerHost;
  #audio: HTMLAudioElement | null = null;
  #sound: Sound | null = null;
  #turns: Turn[] = [];
  /** The one that was asked for: it plays to its end only. */
  #asked: Turn | null = null;
  #isFollowed = false;
  /** Before, it is nowhere, and not at its first phrase. */
  #isStarted = false;
  readonly #reveal: (element: HTMLElement) => void;

  /** `reveal` brings a phrase into sight. */
  constructor(host: PlayerHost, reveal: (element: HTMLElement) => void) {
    this.#host = host;
    this.element.className = "player";
    this.#reveal = reveal;
    for (const type of ["pointerdown", "keydown"]) {
      this.element.addEventListener(type, (event) => event.stopPropagation()); // they are the player's own
    }
  }

  /** In place of what it played before; null: nothing. `blocks` are those of the phrases. */
  set(audio: ConversationAudio | null, phrases: Phrase[] | null, blocks: BlockView[]): void {
    this.#stop();
    this.element.hidden = true;
    if (!audio || !phrases) {
      return;
    }
    const player = document.createElement("audio");
    player.preload = "metadata";
    player.controls = audio.hasPlayer;
    this.element.hidden = !audio.hasPlayer;
    this.element.replaceChildren(player);
    this.#audio = player;
    this.#isFollowed = audio.isFollowed;
    this.#turns = phrases.flatMap(({ from, to }, index) => (from === null ? [] : [this.#turn(index, from, to, blocks[index]!.element)]));
    player.addEventListener("timeupdate", () => this.#tick());
    for (const type of ["play", "pause", "seeked", "ended"]) {
      player.addEventListener(type, () => this.#show());
    }
    this.rename();
    this.#sound = new Sound(this.#host.media, player, audio.url, {
      onFailure: ({ message }) => this.#fail(message),
      onPlain: (host) => this.#host.report({ ...trouble("audio-without-cors", { address: nameOf(audio.url), host }), severity: "warning" }),
    });
  }

  /** Goes to where the phrase begins that holds an element. */
  seekTo(element: Node): void {
    const turn = this.#turns.find((turn) => turn.element.contains(element));
    if (turn && this.#audio) {
      this.#asked = null;
      this.#isStarted = true;
      this.#audio.currentTime = turn.from;
    }
  }

  /** The language is another one. */
  rename(): void {
    this.#audio?.setAttribute("aria-label", say("page.audio.player"));
    for (const { button } of this.#turns) {
      button.textContent = "";
    }
    this.#show();
  }

  destroy(): void {
    this.#stop();
  }

  #stop(): void {
    this.#sound?.stop();
    this.#sound = null;
    this.#audio = null;
    this.#asked = null;
    this.#turns = [];
    this.#isStarted = false;
    this.element.replaceChildren();
  }

  #turn(index: number, from: number, to: number | null, element: HTMLElement): Turn {
    const button = document.createElement("button");
    button.className = "play";
    const turn: Turn = { element, from, to: to ?? Infinity, button };
    button.addEventListener("click", () => this.#toggle(turn));
    for (const type of ["pointerdown", "keydown"]) {
      button.addEventListener(type, (event) => event.stopPropagation()); // no press on the text
    }
    let head = element.querySelector(":scope > .author");
    if (!head) {
      head = document.createElement("div");
      head.className = "author nobody";
      element.prepend(head);
    }
    head.append(button);
    name(button, index, false);
    button.dataset["phrase"] = String(index);
    return turn;
  }

  #toggle(turn: Turn): void {
    const audio = this.#audio!;
    if (this.#asked === turn && !audio.paused) {
      audio.pause();
      return;
    }
    const isWithin = this.#asked === turn && audio.currentTime > turn.from && audio.currentTime < turn.to;
    this.#asked = turn;
    if (!isWithin) {
      audio.currentTime = turn.from;
    }
    audio.play().catch(() => this.#show()); // what is wrong with it is told by its error
  }

  #tick(): void {
    const audio = this.#audio!;
    if (this.#asked && audio.currentTime >= this.#asked.to) {
      this.#asked = null;
      audio.pause();
    }
    this.#show();
  }

  #show(): void {
    const audio = this.#audio;
    if (!audio) {
      return;
    }
    this.#isStarted ||= !audio.paused || audio.currentTime > 0;
    for (const turn of this.#turns) {
      const isHeard = this.#isStarted && turn.from <= audio.currentTime && audio.currentTime < turn.to;
      const isNew = isHeard && !turn.element.classList.contains("heard");
      turn.element.classList.toggle("heard", isHeard);
      name(turn.button, Number(turn.button.dataset["phrase"]), this.#asked === turn && !audio.paused);
      if (isNew && this.#isFollowed && !audio.paused) {
        this.#reveal(turn.element);
      }
    }
  }

  #fail(reason: string): void {
    const diagnostic = trouble("audio-unplayable", { reason });
    const message = document.createElement("p");
    message.setAttribute("role", "alert");
    message.textContent = diagnostic.message;
    this.element.hidden = false;
    this.element.replaceChildren(message);
    for (const { button } of this.#turns) {
      button.disabled = true;
    }
    this.#host.report(diagnostic);
  }
}

function name(button: HTMLButtonElement, index: number, isPlaying: boolean): void {
  const text = isPlaying ? signs.pause : signs.play;
  if (button.textContent !== text) {
    button.textContent = text;
    button.setAttribute("aria-label", say(isPlaying ? "page.audio.pause" : "page.audio.play", { number: index + 1 }));
  }
}
