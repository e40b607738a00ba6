// The floor: what the browser, the server and the probe cost by themselves.

window.subject = {
  choice: () => document.querySelector("#cat"),
  isShown: () => true,
  isChosen: () => document.querySelector("#cat").checked,
};
