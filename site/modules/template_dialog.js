// The dialog of all templates, by what they are for.

import { templateGroups } from "./templates.js";

function element(name, className, ...content) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
  return made;
}

function buttonOf(template, choose) {
  const button = element("button", "template", element("strong", "", template.title), element("span", "", template.about));
  button.type = "button";
  button.dataset.template = template.id;
  button.addEventListener("click", () => choose(template));
  return button;
}

/** `choose` gets the template whose button is pressed. */
export function startTemplateDialog(choose) {
  const dialog = document.querySelector("#templates");
  const close = (template) => {
    dialog.close();
    choose(template);
  };
  document.querySelector("#templates-list").append(...templateGroups.map(({ group, templates }) => {
    const list = element("ul", "", ...templates.map((template) => element("li", "", buttonOf(template, close))));
    return element("section", "", element("h3", "", group), list);
  }));
  document.querySelector("#templates-button").addEventListener("click", () => dialog.showModal());
  document.querySelector("#templates-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close()); // its backdrop
}
