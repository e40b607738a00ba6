/** Light or dark: what the attribute says or, for `auto`, what the system does. */

import type { Theme } from "./cartouche.js";

const themes: readonly Theme[] = ["auto", "light", "dark"];

/** Throws of a theme that there is not. */
export function checkTheme(theme: Theme): Theme {
  if (!themes.includes(theme)) {
    throw new RangeError(`setTheme: ${String(theme)} is none of ${themes.join(", ")}`);
  }
  return theme;
}

export class ThemeWatch {
  constructor(element: HTMLElement & { theme: string }, apply: (theme: "light" | "dark") => void, signal: AbortSignal) {
    const system = matchMedia("(prefers-color-scheme: dark)");
    const update = () => {
      const wanted = element.theme;
      apply(wanted === "dark" || (wanted === "auto" && system.matches) ? "dark" : "light");
    };
    system.addEventListener("change", update, { signal });
    const attributes = new MutationObserver(update);
    attributes.observe(element, { attributeFilter: ["theme"] });
    signal.addEventListener("abort", () => attributes.disconnect());
    update();
  }
}
