// What could be written at a place of a config, from the table of tags that the editor itself has.

import { contextAt } from "./xml_context.js";

const same = (one, other) => one.toLowerCase() === other.toLowerCase();

export class Suggestions {
  #tags;

  /** `tags`: as reference/tags.json has them. */
  constructor(tags) {
    this.#tags = tags;
  }

  /**
   * {from, to, prefix, items: [{text, help, insert, caret}]} or null. `insert` takes the place of what stands from `from`
   * up to `to`; `caret` is where in it the caret goes. `variables`: the names in the task's data. Between tags there is
   * something only if it `isAsked` for.
   */
  at(text, caret, variables, isAsked = false) {
    const context = contextAt(text, caret);
    const all = context && (context.kind !== "text" || isAsked) ? this.#itemsOf(context, text, variables) : [];
    const wanted = context?.prefix.toLowerCase() ?? "";
    const items = [...all.filter((item) => item.text.toLowerCase().startsWith(wanted)),
      ...all.filter((item) => wanted.length > 1 && item.text.toLowerCase().includes(wanted, 1) && !item.text.toLowerCase().startsWith(wanted))];
    return items.length > 0 ? { ...context, items } : null;
  }

  #itemsOf(context, text, variables) {
    switch (context.kind) {
      case "text":
        return this.#children(context.parents.at(-1)).map(({ name, help }) => ({ text: name, help, insert: `<${name}`, caret: name.length + 1 }));
      case "tag":
        return this.#children(context.parents.at(-1)).map(({ name, help }) => plain(name, help));
      case "close":
        return context.parents.slice(-1).map((name) => plain(name, "is to be closed", text[context.to] === ">" ? "" : ">"));
      case "attribute":
        return this.#attributes(context).map(({ name, help }) => attributeItem(name, help, text.slice(context.to)));
      case "value":
        return this.#values(context, text, variables);
    }
  }

  #tag(name) {
    return this.#tags.find((tag) => same(tag.name, name));
  }

  /** What may stand in this one; anything, in one that is not known. Parts of others come last in what only lays out. */
  #children(parent) {
    const holder = this.#tag(parent ?? "");
    if (!holder) {
      return parent === undefined ? [this.#tag("View")] : this.#tags;
    }
    const children = holder.children.flatMap((name) => this.#tag(name) ?? []);
    const isPart = ({ role }) => role === "part" && holder.role === "visual";
    return [...children.filter((tag) => !isPart(tag)), ...children.filter(isPart)];
  }

  /** Those that it must have come first. */
  #attributes({ tag, used, prefix }) {
    const all = this.#tag(tag)?.attributes ?? [];
    const free = all.filter(({ name }) => !used.includes(name.toLowerCase()) || same(name, prefix));
    return [...free.filter(({ required }) => required), ...free.filter(({ required }) => !required)];
  }

  #values({ tag, attribute }, text, variables) {
    const found = this.#tag(tag)?.attributes.find(({ name }) => same(name, attribute));
    switch (found?.kind) {
      case "values":
        return found.values.map((value) => valueItem(value, value === found.default ? "the default" : ""));
      case "text":
        return this.#children(context.parents.at(-1)).map(({ name, help }) => ({ text: name, help, insert: `<${name}`, caret: name.length + 1 }));
      case "tag":
        return namesIn(text, this.#tags, same(attribute, "toName") ? "object" : null).map(([name, of]) => valueItem(name, `<${of}>`));
      case "variable":
        return variables.map((name) => valueItem(`$${name}`, "of the task"));
      default:
        return [];
    }
  }
}

const plain = (text, help, after = "") => ({ text, help, insert: text + after, caret: text.length + after.length });

/** With quotes for its value, unless it has one. */
function attributeItem(name, help, after) {
  if (/^\s*=/.test(after)) {
    return plain(name, help);
  }
  return { text: name, help, insert: `${name}=""${/^[\w:]/.test(after) ? " " : ""}`, caret: name.length + 2 };
}

/** The caret goes behind the quote, if there is one. */
const valueItem = (text, help) => ({ text, help, insert: text, caret: text.length, isValue: true });

/** [name, tag] of what has a name in the config, by its role. */
function namesIn(text, tags, role) {
  const roles = new Map(tags.map((tag) => [tag.name.toLowerCase(), tag.role]));
  return [...text.matchAll(/<([\w.-]+)\s[^<>]*?\bname\s*=\s*"([^"]*)"/g)]
    .filter(([, tag]) => role === null || roles.get(tag.toLowerCase()) === role)
    .map(([, tag, name]) => [name, tag]);
}
