// Events go to the page that framed this one, and only to its origin. A real host writes its own
// address into the attribute `parent-origin` instead; this page is served anywhere.

const parentOrigin = new URL(document.referrer).origin;
document.querySelector("cartouche-editor").setAttribute("parent-origin", parentOrigin);
