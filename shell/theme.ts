/** Light or dark: what the attribute says or, for `auto`, what the system does. */

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
