document.querySelector("cartouche-editor").addEventListener("cartouche-submit", (event) => {
  console.log(JSON.stringify(event.detail.annotation));
});
