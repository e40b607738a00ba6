import { Component, CUSTOM_ELEMENTS_SCHEMA, EventEmitter, Input, Output, signal } from "@angular/core";
import "cartouche"; // defines <cartouche-editor>
import type { Annotation, Task } from "cartouche";

/** Labels one task after the other. */
@Component({
  selector: "app-labeling",
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    @if (tasks[at()]; as task) {
      <cartouche-editor
        wasm-url="/dist/cartouche.wasm" [config]="config" [task]="task"
        (cartouche-submit)="next($event.detail.annotation)"></cartouche-editor>
    } @else {
      <p>All tasks are labeled.</p>
    }`,
})
export class Labeling {
  @Input() config = "";
  @Input() tasks: Task[] = [];
  @Output() annotation = new EventEmitter<Annotation>();
  at = signal(0);

  next(annotation: Annotation) {
    this.annotation.emit(annotation);
    this.at.update((at) => at + 1);
  }
}
