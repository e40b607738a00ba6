/** HTML of a task, made harmless: it can run nothing, fetch nothing from elsewhere, and leave its place nowhere. */

import purifier from "dompurify";
import { parse } from "marked";

import { say } from "../language.js";
import type { MarkupTree } from "../protocol.js";
import { replaceEmbedded } from "./embedded_pages.js";
import { isOwnAddress } from "./own_address.js";

/** Deeper than anyone nests what is to be read, and as deep as a message may be. */
const deepest = 500;

const rules = {
  RETURN_DOM_FRAGMENT: true as const,
  USE_PROFILES: { html: true },
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ADD_TAGS: ["embed"], // until replaceEmbedded()
  FORBID_TAGS: ["audio", "button", "datalist", "dialog", "input", "meter", "option", "picture", "progress", "select", "slot", "source", "style", "textarea", "track", "video"],
  // What could be taken for ours, take the focus, or lead away.
  FORBID_ATTR: ["accesskey", "action", "autofocus", "background", "class", "contenteditable", "draggable", "for", "href", "id", "name", "slot", "srcset", "tabindex"],
};

/** Of Markdown as GitHub writes it; to be cleaned. */
export function htmlOf(markdown: string): string {
  return parse(markdown, { async: false, gfm: true });
}

/** A copy of its own for each call. Comments, scripts, style sheets and controls are not in it. */
export function cleanMarkup(html: string): DocumentFragment {
  const fragment = purifier.sanitize(html, rules);
  for (const element of fragment.querySelectorAll<HTMLElement>("[style]")) {
    cleanStyle(element);
  }
  for (const image of fragment.querySelectorAll("img")) {
    cleanImage(image);
  }
  replaceEmbedded(fragment);
  prune(fragment, deepest);
  return fragment;
}

function prune(node: ParentNode, levels: number): void {
  if (levels === 0) {
    node.replaceChildren();
  }
  for (const child of node.children) {
    prune(child, levels - 1);
  }
}

/** Set one by one, as a page's policy may forbid inline styles as a whole. */
function cleanStyle(element: HTMLElement): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`a{${element.getAttribute("style") ?? ""}}`);
  element.removeAttribute("style");
  const [rule, ...others] = sheet.cssRules;
  if (!(rule instanceof CSSStyleRule) || others.length > 0) {
    return;
  }
  for (const name of rule.style) {
    const value = rule.style.getPropertyValue(name);
    const isHarmless = name !== "position" && !name.startsWith("--") && !/url\(|image-set\(|src\(/i.test(value);
    if (isHarmless) {
      element.style.setProperty(name, value, rule.style.getPropertyPriority(name));
    }
  }
}

/** Images come with the HTML, or from where the page itself is from. */
function cleanImage(image: HTMLImageElement): void {
  const source = image.getAttribute("src") ?? "";
  const isOwn = /^data:image\//i.test(source) || isOwnAddress(source);
  if (!isOwn) {
    image.removeAttribute("src");
    image.alt ||= say("page.text.image");
    image.title ||= say("page.text.image-elsewhere", { source });
  }
}

/** As the core has it. */
export function treeOf(node: Node): MarkupTree {
  if (node instanceof Text) {
    return node.data;
  }
  const name = node instanceof Element ? node.localName : "body";
  const children = [...node.childNodes].filter((child) => child instanceof Text || child instanceof Element);
  return [name, ...children.map(treeOf)];
}
