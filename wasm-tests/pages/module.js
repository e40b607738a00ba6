import { createEditor, version } from "/dist/cartouche.mjs";

const [config, task] = await Promise.all([
  fetch("/pages/pets.xml").then((response) => response.text()),
  fetch("/pages/pets.json").then((response) => response.json()),
]);
window.editor = await createEditor(document.querySelector("#here"), { config, task });
window.cartoucheVersion = version;
