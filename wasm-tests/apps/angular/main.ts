// A page that shows the labeling, or not, and says what came of it.

import { Component, provideZonelessChangeDetection, signal } from "@angular/core";
import { bootstrapApplication } from "@angular/platform-browser";
import type { Annotation } from "cartouche";
import { config, tasks } from "../pets.js";
import { Labeling } from "./labeling";

@Component({
  selector: "#app",
  imports: [Labeling],
  template: `
    <button (click)="isShown.set(!isShown())">{{ isShown() ? "Leave" : "Come back" }}</button>
    @if (isShown()) {
      <app-labeling [config]="config" [tasks]="tasks" (annotation)="keep($event)" />
    }
    <ol>
      @for (one of annotations(); track one.id) {
        <li>{{ one.task }}: {{ choiceOf(one) }}</li>
      }
    </ol>`,
})
class App {
  config = config;
  tasks = tasks;
  isShown = signal(true);
  annotations = signal<Annotation[]>([]);

  keep(annotation: Annotation) {
    this.annotations.update((before) => [...before, annotation]);
  }

  choiceOf({ result }: Annotation) {
    return (result[0]?.value["choices"] as string[])[0];
  }
}

bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
