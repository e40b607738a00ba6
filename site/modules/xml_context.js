// What is being written at the caret of a config: a tag, an attribute, a value, or what stands between tags.

/** Comments, CDATA and instructions, which are passed over: how they begin and end. */
const passages = [["<!--", "-->"], ["<![CDATA[", "]]>"], ["<?", "?>"], ["<!", ">"]];

const namePattern = /[\w:.-]*/y;
const attributePattern = /[^\s=<>/"']+/y;
const spacePattern = /\s*/y;

function endOf(pattern, text, at) {
  pattern.lastIndex = at;
  pattern.exec(text);
  return Math.max(at, pattern.lastIndex);
}

/** Where a passage that begins here ends; null: there is none. */
function endOfPassage(text, start) {
  const found = passages.find(([opening]) => text.startsWith(opening, start));
  if (!found) {
    return null;
  }
  const end = text.indexOf(found[1], start + found[0].length);
  return end < 0 ? Infinity : end + found[1].length;
}

/**
 * {kind: "text" | "tag" | "close" | "attribute" | "value", from, to, prefix, …}, or null in a comment: what stands from `from` up to `to` is what
 * a suggestion replaces, `prefix` is what of it is before the caret. `parents`: the elements that are open, outermost first.
 * An attribute and a value have `tag` and `used` (attributes that it has), a value its `attribute`.
 */
export function contextAt(text, caret) {
  const parents = [];
  for (let at = text.indexOf("<"); at >= 0 && at < caret; at = text.indexOf("<", at)) {
    const end = endOfPassage(text, at);
    if (end !== null) {
      if (caret < end) {
        return null;
      }
      at = end;
      continue;
    }
    const tag = readTag(text, at, caret);
    if (tag.context) {
      return { ...tag.context, parents };
    }
    if (tag.isClosing) {
      parents.splice(Math.max(0, parents.lastIndexOf(tag.name)));
    } else if (!tag.isEmpty && tag.isWhole) {
      parents.push(tag.name);
    }
    at = tag.end;
  }
  return { kind: "text", from: caret, to: caret, prefix: "", parents };
}

/** The tag that begins at `start`: with `context` if the caret is in it, else with where it ends. */
function readTag(text, start, caret) {
  const isClosing = text[start + 1] === "/";
  const from = start + (isClosing ? 2 : 1);
  let at = endOf(namePattern, text, from);
  const name = text.slice(from, at);
  if (caret >= from && caret <= at) {
    return { context: { kind: isClosing ? "close" : "tag", from, to: at, prefix: text.slice(from, caret) } };
  }
  const used = [];
  for (;;) {
    const next = endOf(spacePattern, text, at);
    if (caret > at && caret <= next && !isClosing) {
      return { context: { kind: "attribute", from: caret, to: caret, prefix: "", tag: name, used } };
    }
    at = next;
    if (at >= text.length || text[at] === "<" || text[at] === ">" || text.startsWith("/>", at)) {
      const isEmpty = text.startsWith("/>", at);
      const isWhole = isEmpty || text[at] === ">";
      return { name, isClosing, isEmpty, isWhole, end: isEmpty ? at + 2 : at + (isWhole ? 1 : 0) };
    }
    const attribute = readAttribute(text, at, caret);
    if (attribute.context) {
      return { context: { ...attribute.context, tag: name, used } };
    }
    used.push(attribute.name.toLowerCase());
    at = attribute.end;
  }
}

function readAttribute(text, start, caret) {
  let at = endOf(attributePattern, text, start);
  const name = text.slice(start, at);
  if (name !== "" && caret > start && caret <= at) {
    return { context: { kind: "attribute", from: start, to: at, prefix: text.slice(start, caret) } };
  }
  const equals = endOf(spacePattern, text, at);
  if (text[equals] !== "=") {
    return { name, end: Math.max(at, start + 1) };
  }
  at = endOf(spacePattern, text, equals + 1);
  const quote = text[at];
  if (quote !== '"' && quote !== "'") {
    return { name, end: at };
  }
  const from = at + 1;
  const line = text.slice(from).search(/[\n<]/);
  const closing = text.indexOf(quote, from);
  const isOpen = closing < 0 || (line >= 0 && closing > from + line); // it is being written
  const to = isOpen ? Math.max(from, Math.min(caret, line < 0 ? text.length : from + line)) : closing;
  if (caret >= from && caret <= to) {
    return { context: { kind: "value", from, to, prefix: text.slice(from, caret), attribute: name } };
  }
  return { name, end: isOpen && closing < 0 ? to : closing + 1 };
}
