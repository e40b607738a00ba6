// A project in the list of those that this browser keeps.

function element(name, className, ...content) {
  const made = Object.assign(document.createElement(name), { className });
  made.append(...content);
  return made;
}

export function keptItem({ name, tasks, done, created, isLocked }, address, forget) {
  const shown = isLocked ? "Locked project" : name;
  const link = Object.assign(element("a", "kept-name", shown), { href: address });
  const progress = Object.assign(document.createElement("progress"), { max: Math.max(tasks, 1), value: done, ariaLabel: `Labeled of ${shown}` });
  const day = new Date(created).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const about = element("span", "note", `${done.toLocaleString("en")} of ${tasks.toLocaleString("en")} labeled, begun on ${day}`);
  const button = Object.assign(element("button", "quiet", "Forget…"), { type: "button", ariaLabel: `Forget ${shown}` });
  button.addEventListener("click", forget);
  return element("li", "", link, progress, about, button);
}
