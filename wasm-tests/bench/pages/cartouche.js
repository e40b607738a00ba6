// Widgets are found by their elements in the accessibility tree, which tells of the last frame drawn.

const photoRatio = 451 / 300;
const find = (selector) => document.querySelector("cartouche-editor").shadowRoot.querySelector(selector);

/** Until the photo is there, its element fills the stage; then it has the photo's proportions. */
function isPhotoShown() {
  const box = find("[role=img]")?.getBoundingClientRect();
  return Boolean(box) && Math.abs(box.width / box.height - photoRatio) < 0.02;
}

window.subject = {
  choice: () => find("[role=radio]"),
  isShown: isPhotoShown,
  isChosen: () => find("[role=radio]").getAttribute("aria-checked") === "true",
};
