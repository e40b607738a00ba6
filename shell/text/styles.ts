/** The look of texts, their spans and what is selected in them. */

export const textCss = `
.mirror .text {
  overflow: hidden auto; color: var(--cartouche-text); cursor: text; user-select: text; -webkit-user-select: text;
  font: 15px/1.75 Inter, system-ui, sans-serif; overscroll-behavior: auto; touch-action: pan-y pinch-zoom;
  scrollbar-width: thin;
}
.mirror .text.named { line-height: 2.3; }
.mirror .text.shaded { opacity: 0.5; pointer-events: none; }
.text .body { padding: 10px 16px; }
.text .block {
  position: relative; isolation: isolate; content-visibility: auto; white-space: pre-wrap; overflow-wrap: anywhere;
  unicode-bidi: plaintext; text-align: start; margin: 0 -16px; padding: 0 16px;
}
.text .block[dir] { unicode-bidi: isolate; }
.text .author {
  font: 600 12px/1.5 Inter, system-ui, sans-serif; color: var(--cartouche-muted); user-select: none; -webkit-user-select: none;
}
.text .author::before {
  content: ""; display: inline-block; width: 9px; height: 9px; border-radius: 50%; margin-inline-end: 6px; background: var(--author);
}
.text .author.nobody::before { content: none; }
.text .play {
  margin-inline-start: 8px; padding: 0; width: 24px; height: 24px; border: 1px solid var(--cartouche-muted); border-radius: 50%;
  background: none; color: inherit; font: 10px/1 system-ui, sans-serif; cursor: pointer;
}
.text .play:disabled { opacity: 0.4; cursor: default; }
.text .block.heard { outline: 2px solid var(--cartouche-accent, #3b6fd8); outline-offset: -2px; }
.text .player { position: sticky; top: 0; z-index: 2; padding: 6px 16px; background: var(--cartouche-ground); }
.text .player[hidden] { display: none; }
.text .player audio { display: block; width: 100%; height: 36px; }
.text .player p { margin: 0; font-size: 13px; }
.text.dialogue .block {
  margin: 0 0 8px; padding: 6px 12px; border-radius: 8px; width: fit-content; min-width: 40%; max-width: 100%; box-sizing: border-box;
  background: color-mix(in srgb, var(--author) 14%, transparent); box-shadow: inset 3px 0 var(--author);
}
.text .markup { position: relative; isolation: isolate; contain: layout; overflow-wrap: anywhere; line-height: 1.5; }
.mirror .text.named .markup { line-height: 2; }
.text .markup :is(table, td, th) { border-color: var(--cartouche-muted); }
.text .markup :is(img, canvas) { max-width: 100%; }
.text .markup .marks { z-index: 1; mix-blend-mode: multiply; }
:host([data-theme="dark"]) .text .markup .marks { mix-blend-mode: screen; }
.text .marks { position: absolute; inset: 0; z-index: -1; white-space: normal; user-select: none; -webkit-user-select: none; pointer-events: none; }
.text .mark {
  position: absolute; box-sizing: border-box; border-radius: 3px; background: var(--fill);
  border-bottom: 2px solid var(--stroke);
}
.text .mark.pointed { background: linear-gradient(var(--fill), var(--fill)), var(--fill); }
.text .mark.selected { background: linear-gradient(var(--fill), var(--fill)), var(--fill); box-shadow: 0 0 0 2px var(--stroke); }
.text .mark.offered { background: color-mix(in srgb, var(--fill) 45%, transparent); border: 1px dashed var(--stroke); }
.text .mark.private { background: none; border-bottom: 2px dotted var(--stroke); border-radius: 0; }
.text .mark.found, .text .mark.spot { border-bottom-width: 0; border-radius: 2px; }
.mirror .text.related .body { padding-right: 40px; padding-top: calc(12px + 9px * var(--lanes)); }
.mirror .text.related :is(.block, .markup) { line-height: calc(34px + 9px * var(--lanes)); }
.text .body { position: relative; }
.text .arcs { position: absolute; left: 0; top: 0; width: 100%; height: 100%; overflow: visible; pointer-events: none; }
.text .arc { fill: none; stroke: var(--cartouche-muted); stroke-width: 1.25; }
.text .arc.pointed { stroke: var(--cartouche-accent, #3b6fd8); stroke-width: 2.25; }
.text .arcs text {
  font: 600 10px Inter, system-ui, sans-serif; text-anchor: middle; fill: var(--cartouche-text); paint-order: stroke;
  stroke: var(--cartouche-ground); stroke-width: 4px; stroke-linejoin: round;
}
.text .name {
  position: absolute; translate: 0 -70%; padding: 0 4px; border-radius: 3px; max-width: 160px; overflow: hidden;
  text-overflow: ellipsis; white-space: nowrap; direction: ltr; font: 600 10px/12px Inter, system-ui, sans-serif;
}
.text .caret { position: absolute; width: 2px; margin-left: -1px; background: var(--cartouche-text); pointer-events: none; }
.text .handle {
  position: absolute; width: 24px; height: 24px; margin: 0 -12px; cursor: ew-resize; touch-action: none; pointer-events: auto;
}
.text .handle::after {
  content: ""; position: absolute; left: 6px; top: -2px; width: 12px; height: 12px; border-radius: 50%;
  background: var(--stroke); box-shadow: 0 0 0 2px var(--cartouche-ground);
}
`;
