/** The look of the elements around the canvas, as one style sheet that strict policies allow. */

import { textCss } from "./text/styles.js";

const css = `
:host {
  display: block;
  position: relative;
  height: min(80vh, 640px);
  min-height: 240px;
  overflow: hidden;
  contain: strict;
  color-scheme: light;
  background: #fff;
  --cartouche-ground: #fff;
  --cartouche-text: #1f1b14;
  --cartouche-muted: #6a6355;
  --cartouche-danger-soft: #fdf0ee;
  --cartouche-danger: #a3211b;
}
:host([hidden]) { display: none; }
:host([data-theme="dark"]) {
  color-scheme: dark;
  background: #191a1f;
  --cartouche-ground: #191a1f;
  --cartouche-text: #f0ede6;
  --cartouche-muted: #a9a598;
  --cartouche-danger-soft: #3a2321;
  --cartouche-danger: #ff9c92;
}
.stage { position: absolute; inset: 0; outline: none; overflow: clip; touch-action: pan-x pan-y pinch-zoom; }
canvas { display: block; width: 100%; height: 100%; }
.mirror { position: absolute; inset: 0; overflow: clip; }
.mirror :where([data-widget]) {
  position: absolute; box-sizing: border-box; margin: 0; padding: 0; border: 0; outline: none;
  overflow: clip; color: transparent; background: transparent; font: 15px Inter, system-ui, sans-serif;
  user-select: none; -webkit-user-select: none; cursor: inherit;
}
.mirror :is(input, textarea) { padding: 0 10px; cursor: text; user-select: text; -webkit-user-select: text; caret-color: transparent; }
.mirror :is(input, textarea) { unicode-bidi: plaintext; text-align: left; }
.stage[dir="rtl"] :is(input, textarea) { text-align: right; }
.mirror textarea { padding: 9px 10px; resize: none; overflow: auto; line-height: 21px; }
.mirror input:is([role="searchbox"], [role="combobox"]) { padding: 0 12px; padding-inline-start: 38px; }
.mirror :is(input, textarea)::placeholder { color: transparent; }
.mirror :is(input, textarea):focus { color: var(--cartouche-text); caret-color: var(--cartouche-text); }
.mirror :is(input, textarea):focus::placeholder { color: var(--cartouche-muted); opacity: 1; }
${textCss}
.trouble {
  position: absolute; inset: 0; display: grid; place-items: center; padding: 24px; box-sizing: border-box;
  font: 15px/1.5 Inter, system-ui, sans-serif; color: var(--cartouche-text);
}
.trouble > div { max-width: 560px; padding: 16px 20px; border-radius: 8px; background: var(--cartouche-danger-soft); overflow-wrap: anywhere; }
.trouble code { display: block; margin-top: 4px; font: 13px Inter, system-ui, sans-serif; color: var(--cartouche-danger); }
`;

let sheet: CSSStyleSheet | null = null;

export function styleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}
