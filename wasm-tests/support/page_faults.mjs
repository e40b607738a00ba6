// What keeps somebody from reading a page or using it, as far as it can be told without taste. Both run in the page.

/** Runs in the page: what keeps somebody from using it, by rules that can be told without taste. */
export function faultsOfPage() {
  const faults = [];
  const seen = (element) => element.checkVisibility() && !element.closest("dialog:not([open])");
  const nameOf = (element) => (element.getAttribute("aria-label") ?? "").trim()
    || (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim()
    || [...(element.labels ?? [])].map((label) => label.textContent).join(" ").trim() || element.textContent.trim();
  const levels = [...document.querySelectorAll("h1, h2, h3, h4")].filter((heading) => !heading.closest("dialog")).map(({ localName }) => Number(localName[1]));
  if (levels.filter((level) => level === 1).length !== 1 || levels[0] !== 1) {
    faults.push(`headings begin with ${levels.slice(0, 3)}`);
  }
  levels.forEach((level, at) => at > 0 && level > levels[at - 1] + 1 && faults.push(`a heading of level ${level} follows one of level ${levels[at - 1]}`));
  for (const element of document.querySelectorAll("a[href], button, input, textarea, select, [role=region], section[aria-labelledby], nav, dialog, iframe")) {
    if (seen(element) && nameOf(element) === "") {
      faults.push(`no name: ${element.outerHTML.slice(0, 80)}`);
    }
  }
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  faults.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `two elements have the id ${id}`));
  for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls", "for"]) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      faults.push(...element.getAttribute(attribute).split(" ").filter((id) => !document.getElementById(id)).map((id) => `${attribute} names ${id}`));
    }
  }
  for (const box of document.querySelectorAll("main *")) {
    const style = getComputedStyle(box);
    const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY) && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1);
    if (scrolls && seen(box) && box.tabIndex < 0 && !box.querySelector("a, button, textarea, input")) {
      faults.push(`scrolls and is out of reach of the keyboard: ${box.outerHTML.slice(0, 60)}`);
    }
  }
  if (!document.documentElement.lang || !document.title || document.querySelectorAll("main").length !== 1) {
    faults.push("language, title or main");
  }
  return [...new Set(faults)];
}

/** Runs in the page: texts with less contrast than WCAG 2 asks for (AA). */
export function faintTexts() {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const overlaid = (colors) => {
    context.clearRect(0, 0, 1, 1);
    for (const color of colors) {
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
    }
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
  };
  const luminance = (rgb) => rgb.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const groundsOf = (element) => {
    const above = [];
    for (let one = element; one; one = one.parentElement) {
      above.unshift(getComputedStyle(one).backgroundColor);
    }
    return above;
  };
  const faint = [];
  for (const element of document.querySelectorAll("body *")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
    if (!hasText || !element.checkVisibility() || element.closest("[aria-hidden=true], :disabled, dialog:not([open]), .heard, .skip, textarea, script")) {
      continue;
    }
    const style = getComputedStyle(element);
    const grounds = groundsOf(element);
    const [text, ground] = [luminance(overlaid([...grounds, style.color])), luminance(overlaid(grounds))];
    const contrast = (Math.max(text, ground) + 0.05) / (Math.min(text, ground) + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 600);
    if (contrast < (isLarge ? 3 : 4.5)) {
      faint.push(`${contrast.toFixed(2)}: ${element.outerHTML.slice(0, 70)}`);
    }
  }
  return [...new Set(faint)].slice(0, 8);
}
