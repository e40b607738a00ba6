// The page's theme: light, dark, or whatever the system says. A classic script in the head, so that
// the remembered theme is there before anything is painted.
(() => {
  const page = document.documentElement;

  /** Storage is forbidden in some frames and private windows; the theme is then not remembered. */
  function remembered() {
    try {
      return localStorage.getItem("theme") ?? "auto";
    } catch {
      return "auto";
    }
  }

  function remember(theme) {
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // See above.
    }
  }

  function show(theme) {
    page.dataset.theme = theme;
    for (const editor of document.querySelectorAll("cartouche-editor")) {
      editor.setAttribute("theme", theme);
    }
    for (const input of document.querySelectorAll("input[name=theme]")) {
      input.checked = input.value === theme;
    }
  }

  page.dataset.theme = remembered();
  addEventListener("DOMContentLoaded", () => {
    show(remembered());
    document.querySelector(".themes")?.addEventListener("change", (event) => {
      remember(event.target.value);
      show(event.target.value);
    });
  });
})();
