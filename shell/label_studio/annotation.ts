/** One annotation or prediction as integrations of the front end see it (spec/embedding.md 4). */

import type * as api from "../cartouche.js";
import type { CartoucheEditor } from "../element.js";
import { newKey } from "../storage/keys.js";
import { type FacadeRegion, regionsOf } from "./regions.js";

/** What an annotation asks of its store. */
export interface Owner {
  readonly editor: CartoucheEditor;
  canUndo(): boolean;
  canRedo(): boolean;
  submitDraft(annotation: FacadeAnnotation, params: unknown): Promise<unknown>;
}

export class FacadeAnnotation implements api.LabelStudioAnnotation {
  sentUserGenerate = false;
  draftId = 0;
  draftSaved: string | undefined = undefined;
  versions: { result?: api.Result[]; draft?: api.Result[] } = {};
  editable = true;
  readonly loadedDate = new Date();
  readonly history: api.LabelStudioAnnotation["history"];
  #pk: string | undefined;

  constructor(
    private readonly owner: Owner,
    readonly id: string,
    pk: string | undefined,
    readonly type: "annotation" | "prediction",
    public userGenerate: boolean,
    private readonly wasLoaded = false,
  ) {
    this.#pk = pk;
    const nothing = () => undefined; // a step of ours is whole, and never waits
    this.history = {
      undo: () => this.undo(),
      redo: () => this.redo(),
      reset: () => this.#execute("annotation:reset"),
      freeze: nothing,
      unfreeze: nothing,
      safeUnfreeze: nothing,
      get canUndo() { return owner.canUndo(); },
      get canRedo() { return owner.canRedo(); },
      get hasChanges() { return owner.canUndo(); },
    };
  }

  get pk(): string | undefined { return this.#pk; }
  /** The server has it. */
  get exists(): boolean { return this.#pk !== undefined && (this.sentUserGenerate || this.wasLoaded); }
  get lead_time(): number { return this.#annotation?.lead_time ?? 0; }
  get leadTime(): number { return this.lead_time; }
  get ground_truth(): boolean { return this.#info?.isGroundTruth ?? false; }
  get skipped(): boolean { return this.#info?.isSkipped ?? false; }
  get parent_prediction(): number | string | undefined { return this.#annotation?.parent_prediction; }
  get parent_annotation(): number | string | undefined { return this.#annotation?.parent_annotation; }
  get selected(): boolean { return this.owner.editor.selectedAnnotation === this.id; }
  get results(): api.Result[] { return this.serializeAnnotation(); }
  get regions(): FacadeRegion[] { return regionsOf(this.results); }
  get areas(): Map<string, FacadeRegion> { return new Map(this.regions.map((region) => [region.id, region])); }
  get regionStore(): { regions: FacadeRegion[] } { return { regions: this.regions }; }
  get relationStore(): { relations: api.Result[] } {
    return { relations: this.results.filter(({ type }) => (type as string) === "relation") };
  }

  serializeAnnotation(): api.Result[] {
    return this.#annotation?.result ?? [];
  }
  deserializeResults(results: api.Result[] | string): void {
    this.owner.editor.setResults(this.id, typeof results === "string" ? (JSON.parse(results) as api.Result[]) : results);
  }
  deserializeAnnotation(results: api.Result[] | string): void {
    this.deserializeResults(results);
  }
  /** Under new ids, which relations and parents follow. */
  appendResults(results: api.Result[]): FacadeRegion[] {
    const ids = new Map(results.map(({ id }) => [id, newKey().slice(0, 10)]));
    const renamed = results.map((result) => {
      const copy: Record<string, unknown> = { ...result };
      for (const name of ["id", "parentID", "from_id", "to_id"]) {
        copy[name] = ids.get(String(copy[name])) ?? copy[name];
      }
      return JSON.parse(JSON.stringify(copy)) as api.Result; // without what is undefined
    });
    this.deserializeResults([...this.serializeAnnotation(), ...renamed]);
    return regionsOf(renamed);
  }
  deleteAllRegions(): void {
    const regions = this.areas;
    this.deserializeResults(this.serializeAnnotation().filter(({ id }) => !regions.has(id)));
  }

  undo(): void { this.#execute("annotation:undo"); }
  redo(): void { this.#execute("annotation:redo"); }
  setGroundTruth(value: boolean): void { this.owner.editor.setGroundTruth(this.id, value); }
  setSuggestions(results: api.Result[]): void {
    if (this.selected) {
      this.owner.editor.setSuggestions(results);
    }
  }
  /** What the server calls it, from now on. */
  updatePersonalKey(pk: string): void {
    this.#pk = String(pk);
    this.owner.editor.markSaved(this.id, this.#pk);
  }
  sendUserGenerate(): void { this.sentUserGenerate = true; }
  setEditable(value: boolean): void { this.editable = value; }
  setDraftId(id: number): void { this.draftId = Number(id) || 0; }
  setDraftSaved(date: string | undefined): void { this.draftSaved = date; }
  addVersions(versions: { result?: api.Result[]; draft?: api.Result[] }): void { Object.assign(this.versions, versions); }
  dropDraft(): void {
    this.draftId = 0;
    this.draftSaved = undefined;
  }
  saveDraft(params: unknown = {}): Promise<unknown> { return this.owner.submitDraft(this, params); }
  saveDraftImmediately(): Promise<unknown> { return this.saveDraft(); }
  saveDraftImmediatelyWithResults(params?: unknown): Promise<unknown> { return this.saveDraft(params); }
  /** These exist for the sake of pages that call them: nothing waits to be done. */
  beforeSend(): void {}
  reinitHistory(): void {}
  updateObjects(): void {}
  setLocalUpdate(): void {}
  unselectAll(): void { this.#execute("region:unselect"); }
  selectArea(region: { id: string }): void {
    if (this.selected) {
      this.owner.editor.selectRegions([region.id]);
    }
  }

  get #annotation(): api.Annotation | null { return this.owner.editor.annotationOf(this.id); }
  get #info(): api.AnnotationInfo | undefined { return this.owner.editor.annotations.find(({ id }) => id === this.id); }
  #execute(command: string): void {
    if (this.selected) {
      void this.owner.editor.execute(command);
    }
  }
}
