/** Browsers fetch nothing from addresses with a name and a password in them: these go along as a header instead. */

/** The address without them, and the headers that a request for it has. */
export function splitCredentials(url: URL): { plain: URL; headers: Record<string, string> } {
  if (url.username === "" && url.password === "") {
    return { plain: url, headers: {} };
  }
  const pair = new TextEncoder().encode(`${decoded(url.username)}:${decoded(url.password)}`);
  return { plain: withoutCredentials(url), headers: { Authorization: `Basic ${btoa(String.fromCharCode(...pair))}` } };
}

/** For messages: a password is nobody else's business. */
export function withoutCredentials(url: URL): URL {
  const plain = new URL(url);
  plain.username = "";
  plain.password = "";
  return plain;
}

/** What is no code for a letter stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
