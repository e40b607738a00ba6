// That the page works without a network, and can be installed: told where one looks for it.

const megabyte = 1_000_000;

/** Once the page itself has come: what the worker fetches then is in nobody's way. `note` and `button` are shown when they have something to say. */
export function startOffline(note, button) {
  if (!("serviceWorker" in navigator)) {
    note.textContent = "Without https this page needs the network to open, though not to label.";
    return;
  }
  const register = () => navigator.serviceWorker.register("/service-worker.js", { updateViaCache: "none" })
    .catch(() => (note.textContent = "This browser does not let this page work without a network."));
  document.readyState === "complete" ? register() : addEventListener("load", register, { once: true });
  navigator.serviceWorker.ready.then(async () => {
    const { usage } = (await navigator.storage?.estimate?.()) ?? {};
    note.textContent = `Works without a network from now on.${usage ? ` This site keeps ${Math.max(1, Math.round(usage / megabyte))} MB in this browser.` : ""}`;
  });
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault(); // the browser's own banner
    button.hidden = false;
    button.onclick = () => event.prompt();
  });
  addEventListener("appinstalled", () => (button.hidden = true));
}
