// The string and template literals of TypeScript, without what only looks like one: comments, regular expressions.

/** A regular expression may stand behind this; behind anything else, a slash divides. */
const beforeRegex = /(^|[(,=:[!&|?{};]|=>|\breturn)$/;

/**
 * Each literal with its line, its text (as it is written; `{}` in place of what a template computes), and the code before
 * it, in which earlier literals are empty.
 */
export function literalsOf(source) {
  const reader = new Reader(source);
  reader.readCode();
  return reader.found;
}

class Reader {
  found = [];
  #source;
  #at = 0;
  #code = "";

  constructor(source) {
    this.#source = source;
  }

  /** To the end or, within a template, to the brace that ends it. */
  readCode(isWithinTemplate = false) {
    for (let depth = 0; this.#at < this.#source.length; ) {
      const [character, next] = [this.#source[this.#at], this.#source[this.#at + 1]];
      if (character === "/" && next === "/") {
        this.#skipTo("\n");
      } else if (character === "/" && next === "*") {
        this.#skipTo("*/");
      } else if (character === "/" && beforeRegex.test(this.#code.trimEnd())) {
        this.#skipRegex();
      } else if (character === '"' || character === "'") {
        this.#readString(character);
      } else if (character === "`") {
        this.#readTemplate();
      } else {
        depth += character === "{" ? 1 : character === "}" ? -1 : 0;
        if (depth < 0 && isWithinTemplate) {
          return;
        }
        this.#code += character;
        this.#at += 1;
      }
    }
  }

  #skipTo(end) {
    const found = this.#source.indexOf(end, this.#at + 2);
    this.#at = found < 0 ? this.#source.length : found + end.length;
  }

  #skipRegex() {
    for (let isInClass = false, at = this.#at + 1; ; ++at) {
      const character = this.#source[at];
      if (character === "\\") {
        at += 1;
      } else if (character === undefined || character === "\n" || (character === "/" && !isInClass)) {
        this.#at = at + 1;
        this.#code += "/ /";
        return;
      } else {
        isInClass = character === "[" || (isInClass && character !== "]");
      }
    }
  }

  #readString(quote) {
    const start = this.#at;
    let text = "";
    for (this.#at += 1; this.#at < this.#source.length && this.#source[this.#at] !== quote; this.#at += 1) {
      text += this.#character();
    }
    this.#add(start, text);
  }

  #readTemplate() {
    const start = this.#at;
    const before = this.#code;
    let text = "";
    for (this.#at += 1; this.#at < this.#source.length && this.#source[this.#at] !== "`"; this.#at += 1) {
      if (this.#source.startsWith("${", this.#at)) {
        this.#at += 2;
        this.#code += "{";
        this.readCode(true);
        text += "{}";
      } else {
        text += this.#character();
      }
    }
    this.#code = before;
    this.#add(start, text);
  }

  /** What is escaped stays escaped, and ends nothing. */
  #character() {
    const isEscape = this.#source[this.#at] === "\\";
    this.#at += isEscape ? 1 : 0;
    return (isEscape ? "\\" : "") + this.#source[this.#at];
  }

  #add(start, text) {
    this.found.push({ line: this.#source.slice(0, start).split("\n").length, text, before: this.#code });
    this.#code += '""';
    this.#at += 1;
  }
}
