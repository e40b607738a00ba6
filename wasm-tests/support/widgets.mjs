// Widgets within the widget of a control, which may be anywhere in a content that is higher than the editor.

/** How far from the edge of what is shown a widget is used. */
const margin = 4;

/** Runs in the page: the box of the widget at the end of a path of {roles, name}, and of what is shown of the content. */
function look(path) {
  const editor = document.querySelector("cartouche-editor");
  const root = editor.shadowRoot;
  const role = (element) => element.getAttribute("role") ?? "textbox";
  const step = (holder, { roles, name, nth = 0 }) => [...(holder?.querySelectorAll("[data-widget]") ?? [])].filter((element) =>
    roles.includes(role(element)) && (name === undefined || element.getAttribute("aria-label") === name))[nth];
  const element = path.reduce(step, root);
  if (!element) {
    return null;
  }
  const box = element.getBoundingClientRect();
  const frame = editor.getBoundingClientRect();
  const bar = root.querySelector("[data-widget][aria-label=History]").getBoundingClientRect();
  return {
    left: box.left, top: box.top, width: box.width, height: box.height, bottom: box.bottom, right: box.right,
    x: box.left + box.width / 2, y: box.top + box.height / 2, edge: frame.left + 8,
    shownTop: Math.max(frame.top, 0), shownBottom: Math.min(bar.top, innerHeight),
    isBlock: element instanceof HTMLTextAreaElement,
  };
}

/** The widget or null, as it is once what was done before is drawn. */
export async function glimpse(visit, ...path) {
  await drawn(visit);
  return visit.page.evaluate(look, path);
}

/** Two frames: the first may come before the editor's own. */
const drawn = (visit) => visit.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** The widget, once it is there and stays where it is. */
export async function widget(visit, ...path) {
  let before = null;
  for (let attempt = 0; attempt < 150; ++attempt) {
    const now = await glimpse(visit, ...path);
    if (now && JSON.stringify(now) === JSON.stringify(before)) {
      return now;
    }
    before = now;
  }
  throw new Error(`there is no ${path.map(({ roles, name, nth }) => `${roles.join("|")} "${name ?? nth ?? ""}"`).join(" > ")}`);
}

/** Scrolls with the wheel until the upper `height` pixels of the widget are shown, as far as they fit in, and gives it. */
export async function reveal(visit, path, height = Infinity) {
  let found = await widget(visit, ...path);
  for (let turn = 0; turn < 20; ++turn) {
    const fits = Math.min(found.height, height, found.shownBottom - found.shownTop - 2 * margin);
    const above = found.shownTop + margin - found.top;
    const below = found.top + fits - (found.shownBottom - margin);
    if (above <= 0 && below <= 0) {
      return found;
    }
    await visit.page.mouse.move(found.edge, (found.shownTop + found.shownBottom) / 2);
    await visit.page.mouse.wheel({ deltaY: Math.round(above > 0 ? -above - 20 : below + 20) });
    await new Promise((resolve) => setTimeout(resolve, 60));
    found = await widget(visit, ...path);
  }
  throw new Error(`${path.at(-1).name ?? path.at(-1).roles} cannot be scrolled to`);
}

export async function clickWidget(visit, ...path) {
  const found = await reveal(visit, path);
  await visit.page.mouse.click(found.x, found.y);
  return found;
}

const holders = ["group", "radiogroup", "tree", "toolbar"];

/** The widget that holds all of a control. */
export const holderOf = ({ name }) => ({ roles: holders, name });
