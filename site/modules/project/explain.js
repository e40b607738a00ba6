// What people are told when the browser's storage fails.

const words = {
  QuotaExceededError: "This browser has no more room for this site. Free some of the disk, forget a project, or begin with fewer files.",
  NotReadableError: "A file cannot be read any more: it was moved or changed meanwhile. Choose the files again.",
  NotFoundError: "A file cannot be found any more: it was moved or changed meanwhile. Choose the files again.",
};
const forbidden = ["SecurityError", "InvalidStateError", "UnknownError", "InvalidAccessError"];

/** A sentence with what to do. */
export function explain({ name, message }) {
  return words[name] ?? (forbidden.includes(name)
    ? `This browser lets this page keep nothing (${message}): private windows and blocked site data do that. Open the page in another window, or allow it to store data.`
    : message);
}
