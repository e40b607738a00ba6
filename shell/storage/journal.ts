/** What is kept of the annotations of one task: of each what it was loaded with, and what was changed since. */

import type { AnnotationInfo, Result } from "../cartouche.js";
import type { ChangedArea, ChangedRelation, JournalEntry } from "../protocol.js";
import type { Changes, DraftPart, Place } from "./database.js";
import { newKey } from "./keys.js";
import { mergeResults } from "./merge.js";
import type { Vault } from "./vault.js";

/** The part `about` of a draft. */
export interface About {
  pk: string | null;
  parentPrediction: number | string | null;
  parentAnnotation: number | string | null;
  isSubmitted: boolean;
  leadTime: number; // seconds
  /** Milliseconds since 1970. */
  lastStep: number;
}

/** A draft as it was found. */
export interface Draft {
  entry: string;
  about: About;
  steps: number;
  result: Result[];
  /** JSON text of the results that the host's annotation had when the draft was begun. */
  host: string;
}

/** What was found of a task. */
export interface Found {
  parts: DraftPart[];
  drafts: Draft[];
  /** Does not open. */
  damaged: DraftPart[];
}

/** Of an annotation of this session. */
interface Known {
  entry: string;
  steps: number;
  /** Whether what it was loaded with is kept: what changes is then enough. */
  hasBase: boolean;
  /** What the host has of it, if that is not what it was loaded with here. */
  host: string | null;
}

export class Journal {
  readonly #vault: Vault;
  readonly #task: string;
  readonly #known = new Map<string, Known>();

  constructor(vault: Vault, task: string) {
    this.#vault = vault;
    this.#task = task;
  }

  /** The parts as they are, and the drafts that they make. */
  async read(): Promise<Found> {
    const { intact, damaged } = await this.#vault.drafts(this.#task);
    const entries = [...Map.groupBy([...intact, ...damaged], ({ entry }) => entry).keys()];
    const of = (parts: DraftPart[], wanted: string) => parts.filter(({ entry }) => entry === wanted);
    const drafts = entries.flatMap((entry) => readDraft(entry, of(intact, entry), of(damaged, entry)) ?? []);
    return { parts: intact, damaged, drafts: drafts.sort((a, b) => a.about.lastStep - b.about.lastStep) };
  }

  /** Annotations of which only changes need to be told. */
  get known(): string[] {
    return [...this.#known].filter(([, { hasBase }]) => hasBase).map(([id]) => id);
  }

  /** The annotation goes on with what was found. */
  resume(id: string, draft: Draft): void {
    this.#known.set(id, { entry: draft.entry, steps: draft.steps, hasBase: false, host: draft.host });
  }

  /**
   * One step, or none: what failed before. The request is made at once; rejects if it is not kept, and tells all of it
   * with the next.
   */
  async write(entries: JournalEntry[], infos: AnnotationInfo[], steps: 0 | 1): Promise<void> {
    const changes: Required<Pick<Changes, "forget" | "parts">> = { forget: [], parts: [] };
    for (const entry of entries) {
      this.#addEntry(entry, infos.find(({ id }) => id === entry.id), steps, changes);
    }
    try {
      await this.#vault.write(changes);
    } catch (error) {
      entries.forEach(({ id }) => this.#known.has(id) && (this.#known.get(id)!.hasBase = false));
      throw error;
    }
  }

  /** What was kept may be gone: the next step of each annotation writes all of it. */
  lost(): void {
    this.#known.forEach((known) => (known.hasBase = false));
  }

  /** Whether anything of the annotation was kept. */
  has(id: string): boolean {
    return this.#known.has(id);
  }

  /** Nothing is kept any more. */
  clear(): void {
    this.#known.clear();
  }

  /** The annotation of this session that is kept so. */
  sessionOf(entry: string): string | null {
    return [...this.#known].find(([, known]) => known.entry === entry)?.[0] ?? null;
  }

  /** What the host has of it from now on. If that is all, nothing of it is kept any more. */
  async settle(sent: Place, saved: Result[]): Promise<void> {
    const host = JSON.stringify(saved);
    const known = this.#known.get(this.sessionOf(sent.entry) ?? "");
    if (known) {
      known.host = host;
      if (known.steps === sent.steps) {
        Object.assign(known, { entry: newKey(), steps: 0, hasBase: false });
      }
    }
    await this.#vault.confirm(sent, host);
  }

  /** Where the draft of an annotation is, and how many steps it has; of one without a step, where it would be. */
  placeOf(id: string): { project: string; task: string; entry: string; steps: number } {
    const known = this.#known.get(id);
    return { ...this.#keyOf(known?.entry ?? ""), steps: known?.steps ?? 0 };
  }

  /** The annotation is not what was kept of it any more: it was deleted, or the host gave it other results. */
  async drop(id: string): Promise<void> {
    const known = this.#known.get(id);
    this.#known.delete(id);
    if (known) {
      await this.forget([known.entry]);
    }
  }

  forget(entries: string[]): Promise<void> {
    return this.#vault.write({ forget: entries.map((entry) => this.#keyOf(entry)) });
  }

  /** Puts back what read() gave. */
  rewrite(parts: DraftPart[]): Promise<void> {
    return this.#vault.write({ parts });
  }

  #addEntry(entry: JournalEntry, info: AnnotationInfo | undefined, steps: 0 | 1, changes: Required<Pick<Changes, "forget" | "parts">>): void {
    const known = this.#known.get(entry.id) ?? { entry: newKey(), steps: 0, hasBase: false, host: null };
    this.#known.set(entry.id, known);
    known.steps += steps;
    const put = (part: string, value: unknown) => changes.parts.push({ ...this.#keyOf(known.entry), part, value });
    if (entry.base !== null) {
      changes.forget.push(this.#keyOf(known.entry));
      put("base", entry.base);
      known.hasBase = true;
      if (known.host !== null) {
        put("host", known.host);
      }
    }
    const about: About = {
      pk: info?.pk ?? null,
      parentPrediction: info?.parentPrediction ?? null,
      parentAnnotation: info?.parentAnnotation ?? null,
      isSubmitted: info?.isSubmitted ?? false,
      leadTime: entry.leadTime,
      lastStep: Date.now(),
    };
    changes.parts.push({ ...this.#keyOf(known.entry), part: "about", value: about, steps: known.steps });
    entry.areas.forEach((area) => put(`area ${area.handle}`, area));
    entry.relations.forEach((relation) => put(`relation ${relation.handle}`, relation));
  }

  #keyOf(entry: string): { project: string; task: string; entry: string } {
    return { project: this.#vault.project, task: this.#task, entry };
  }
}

const nothingAbout: About = { pk: null, parentPrediction: null, parentAnnotation: null, isSubmitted: false, leadTime: 0, lastStep: 0 };

/** Without what is damaged: then what it was loaded with may be missing, or what is said about it. */
function readDraft(entry: string, parts: DraftPart[], damaged: DraftPart[]): Draft | null {
  const named = new Map(parts.map(({ part, value }) => [part, value]));
  const isDamaged = (name: string) => damaged.some(({ part }) => part === name);
  const about = (named.get("about") as About | undefined) ?? (isDamaged("about") ? nothingAbout : undefined);
  const base = (named.get("base") as string | undefined) ?? (isDamaged("base") ? "[]" : undefined);
  if (parts.length === 0 || !about || base === undefined) {
    return null;
  }
  const those = <T>(kind: string) => parts.filter(({ part }) => part.startsWith(kind)).map(({ value }) => value as T);
  const loaded: unknown = JSON.parse(base);
  const result = mergeResults(
    Array.isArray(loaded) ? (loaded as Result[]) : [], those<ChangedArea>("area "), those<ChangedRelation>("relation "));
  const steps = [...parts, ...damaged].find(({ part }) => part === "about")?.steps ?? 0;
  return { entry, about, steps, result, host: (named.get("host") as string | undefined) ?? base };
}
