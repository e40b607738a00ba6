// What was typed last, kept in this tab for as long as it lives; not where storage is forbidden.

const name = "cartouche playground";

export function remember(texts) {
  try {
    sessionStorage.setItem(name, JSON.stringify(texts));
  } catch {
    // A reload then begins anew.
  }
}

/** Null: there is nothing. */
export function recall() {
  try {
    return JSON.parse(sessionStorage.getItem(name));
  } catch {
    return null;
  }
}
