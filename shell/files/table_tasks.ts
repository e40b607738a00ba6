/** Tasks in tables: a row each, of which the first line names the columns. */

import Papa from "papaparse";
import { say } from "../language.js";
import { failAt, lineAt } from "./file_text.js";
import type { Found } from "./json_tasks.js";

interface Row {
  cells: string[];
  line: number;
  problem: string | undefined;
}

/** Spreadsheets write what is usual in their country. */
const separators = [",", ";", "\t", "|"] as const;
type Separator = (typeof separators)[number];

/** Cells are texts, to the letter. Without a separator, it is the one that the first line has most of. */
export function tableTasks(text: string, file: string, separator: Separator = separatorOf(text)): Found[] {
  const [head, ...rows] = rowsOf(text, separator);
  if (!head) {
    return [];
  }
  const columns = columnsOf(head, file);
  return rows.map(({ cells, line, problem }) => {
    if (problem) {
      failAt("file-quotes", file, { reason: problem }, { line });
    }
    if (cells.length !== columns.length) {
      failAt("file-cells", file, { cells: cells.length, columns: columns.length }, { line });
    }
    return { task: { data: Object.fromEntries(cells.map((cell, index) => [columns[index], cell])) }, place: line };
  });
}

function separatorOf(text: string): Separator {
  const [head = ""] = /^(?:"[^"]*"|[^"\r\n])*/.exec(text.replace(/^[\r\n]+/, "")) ?? [];
  const count = (separator: Separator) => head.replace(/"[^"]*"/g, "").split(separator).length;
  return separators.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** Those that are not empty. */
function rowsOf(text: string, separator: Separator): Row[] {
  const rows: Row[] = [];
  let line = 1;
  let start = 0;
  Papa.parse(text, {
    delimiter: separator,
    step: ({ data, errors, meta: { cursor } }) => {
      const problem = errors.find(({ code }) => code.endsWith("Quotes"))?.message;
      if (data.length > 1 || data[0]?.trim() || problem) {
        rows.push({ cells: data, line, problem });
      }
      line += lineAt(text.slice(start, cursor)) - 1;
      start = cursor;
    },
  });
  return rows;
}

function columnsOf({ cells, line, problem }: Row, file: string): string[] {
  if (problem) {
    failAt("file-quotes", file, { reason: problem }, { line });
  }
  const columns = cells.map((cell) => cell.trim());
  columns.forEach((name, index) => {
    if (name === "" || columns.indexOf(name) !== index) {
      const problem = name === "" ? say("page.files.column-without-name", { number: index + 1 }) : say("page.files.columns-of-one-name", { name });
      failAt("file-columns", file, { problem }, { line });
    }
  });
  return columns;
}
