// The frame of the pages that are made when the site is built; the others are written by hand.

/** The policy of the site's pages, which its editors can live with. */
export const policy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' data: blob:; img-src 'self' data: blob:";

export const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.codePointAt(0)};`);

/** HTML of a page; `main` is the HTML of what it is about. */
export function pageOf({ title, about, main, scripts = "" }) {
  return `<!doctype html>
<html lang="en" data-theme="auto">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <title>${escaped(title)}: Cartouche</title>
  <meta name="description" content="${escaped(about)}">
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/style.css">
  <link rel="stylesheet" href="/workbench.css">
  <link rel="stylesheet" href="/pages.css">
  <script src="/theme.js"></script>
  <script src="/header.js"></script>${scripts}
</head>
<body>
  <a class="skip" href="#main">Skip to the text</a>
  <site-header></site-header>
  <main id="main" class="page wide">
${main}
  </main>
</body>
</html>
`;
}
