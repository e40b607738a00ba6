/** Tasks in JSON: one, a list of them, or one a line. */

import type { Task } from "../cartouche.js";
import { reasonOf } from "../errors.js";
import { say } from "../language.js";
import { failAt, lineAt, linesOf } from "./file_text.js";

/** `place` tells it from the others of its file. */
export interface Found {
  task: Task;
  place: number;
}

export function jsonTasks(text: string, file: string): Found[] {
  const value = parse(text, file, 1);
  if (!Array.isArray(value)) {
    return [{ task: taskOf(value, file, say("page.files.content"), {}), place: 1 }];
  }
  return value.map((one: unknown, index) => ({
    task: taskOf(one, file, say("page.files.element", { number: index + 1 }), { pointer: `/${index}` }),
    place: index + 1,
  }));
}

export function jsonLinesTasks(text: string, file: string): Found[] {
  return linesOf(text).flatMap((text, index) => {
    const line = index + 1;
    return text.trim() === "" ? [] : [{ task: taskOf(parse(text, file, line), file, say("page.files.line", { line }), { line }), place: line }];
  });
}

/** As Label Studio takes it: what has no `data` is its data. */
function taskOf(value: unknown, file: string, where: string, place: { line?: number; pointer?: string }): Task {
  const data = isObject(value) && "data" in value ? value["data"] : value;
  if (!isObject(value) || !isObject(data)) {
    const what = say(isObject(value) ? "page.files.data" : "page.files.task");
    return failAt("file-no-task", file, { where, what, found: nameOf(data) }, place);
  }
  return data === value ? { data } : { ...value, data };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
  return Array.isArray(value) ? say("page.files.list") : value === null ? "null" : say(`page.files.${typeof value as "string" | "number" | "boolean"}`);
}

function parse(text: string, file: string, firstLine: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = reasonOf(error);
    const words = reason.replace(/^JSON\.parse: | (in JSON )?at (position|line) .*$/g, "");
    return failAt("file-no-json", file, { reason: words }, { line: firstLine - 1 + lineOf(reason, text) });
  }
}

/** Each browser tells the place in its own way, or not where it is the end. */
function lineOf(reason: string, text: string): number {
  const [, line] = /line (\d+) column/.exec(reason) ?? [];
  const [, position] = /position (\d+)/.exec(reason) ?? [];
  return line ? Number(line) : lineAt(position ? text.slice(0, Number(position)) : text.trimEnd());
}
