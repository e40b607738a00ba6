// Colours source text: each language is a table of token kinds; what no row matches stays plain.

const languages = {
  xml: [
    ["comment", /<!--[^]*?(?:-->|$)/],
    ["tag", /<[/?!]?[\w:.-]+|[/?]?>/],
    ["string", /"[^"]*"|'[^']*'/],
    ["name", /[\w:.-]+(?=\s*=\s*["'])/],
  ],
  json: [
    ["name", /"(?:[^"\\]|\\.)*"(?=\s*:)/],
    ["string", /"(?:[^"\\]|\\.)*"/],
    ["number", /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/],
  ],
  js: [
    ["comment", /\/\/[^\n]*/],
    ["string", /"(?:[^"\\]|\\.)*"/],
    ["tag", /\b(?:import|from|const|await|new)\b/],
    ["number", /\b\d+\b/],
  ],
};

const patterns = Object.fromEntries(
  Object.entries(languages).map(([language, rows]) => [
    language,
    new RegExp(rows.map(([kind, pattern]) => `(?<${kind}>${pattern.source})`).join("|"), "g"),
  ]),
);

/** The text as nodes, tokens in spans of class `token-KIND`; the same text, character by character. */
export function painted(text, language) {
  const nodes = document.createDocumentFragment();
  let end = 0;
  for (const match of text.matchAll(patterns[language])) {
    const kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
    const span = document.createElement("span");
    span.className = `token-${kind}`;
    span.textContent = match[0];
    nodes.append(text.slice(end, match.index), span);
    end = match.index + match[0].length;
  }
  nodes.append(text.slice(end));
  return nodes;
}

/** Colours every `<code data-language>` of the page. */
export function paintAll() {
  for (const code of document.querySelectorAll("code[data-language]")) {
    code.replaceChildren(painted(code.textContent, code.dataset.language));
  }
}
