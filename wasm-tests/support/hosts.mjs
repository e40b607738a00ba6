// Pages whose editor has a host.

export async function choose(visit, name) {
  await visit.click("radio", name);
  await visit.checked("radio", name);
}

/** The task that the stand-in server gives next, in the editor. */
export async function openProject(visit, name, token = "secret", attributes = {}) {
  await visit.open("pages/editor.html");
  await visit.page.evaluate((url, secret, given) => {
    const editor = document.querySelector("cartouche-editor");
    for (const [attribute, value] of Object.entries(given)) {
      editor.setAttribute(attribute, value);
    }
    editor.host = window.Cartouche.labelStudioHost({ url, project: 5, token: secret });
  }, `/label-studio/${name}`, token, attributes);
}

export const taskIs = (visit, id) => visit.until(`task ${id} is shown`, (wanted) => (document.querySelector("cartouche-editor").task?.id ?? null) === wanted, id);
