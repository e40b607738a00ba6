// The head of every page of the site: where one is, where one can go, and the theme. A classic script before the body,
// so that it stands there when the page is first painted.
(() => {
  const pages = [
    ["/playground.html", "Playground"],
    ["/project.html", "Project"],
    ["/press-release.html", "Text demo"],
    ["/guide.html", "Guide"],
    ["/reference/", "Language"],
    ["/reference/api.html", "API"],
    ["/migrate.html", "Migrate"],
    ["/security.html", "Security"],
  ];

  const wordmark = `<a class="wordmark" href="/">
    <svg viewBox="0 0 44 24" width="44" height="24" aria-hidden="true">
      <rect x="1.25" y="2.25" width="35.5" height="19.5" rx="9.75"/>
      <path d="M41.75 2.25v19.5"/>
      <circle cx="11.5" cy="12" r="3.75"/>
      <path d="M19.5 12h9"/>
    </svg>
    <span>Cartouche</span>
  </a>`;

  const themes = `<fieldset class="themes">
    <legend class="heard">Theme</legend>
    <label><input type="radio" name="theme" value="light"><span>Light</span></label>
    <label><input type="radio" name="theme" value="dark"><span>Dark</span></label>
    <label><input type="radio" name="theme" value="auto" checked><span>Auto</span></label>
  </fieldset>`;

  function link([address, name]) {
    const isHere = location.pathname === address || location.pathname === `${address}index.html`;
    return `<a href="${address}"${isHere ? ' aria-current="page"' : ""}>${name}</a>`;
  }

  customElements.define("site-header", class extends HTMLElement {
    connectedCallback() {
      this.innerHTML = `<header class="top wide">${wordmark}<nav aria-label="Site">${pages.map(link).join("")}</nav>${themes}</header>`;
    }
  });
})();
