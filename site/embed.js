// What an embedding page does with a result: here, show it. A page without a strict Content Security
// Policy can say this in an inline script.

const received = document.querySelector("#received");

for (const type of ["cartouche-submit", "cartouche-update"]) {
  document.addEventListener(type, (event) => {
    received.textContent = JSON.stringify(event.detail.annotation, null, 2);
  });
}
