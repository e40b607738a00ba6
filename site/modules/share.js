// A config and a task in the fragment of an address, which browsers send to nobody: JSON, deflated, as base64url.

const mark = "#share=";
/** A link of a few kilobytes can hold gigabytes of one letter. */
const mostBytes = 8_000_000;

export class BrokenLink extends Error {}

async function through(bytes, stream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let size = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    parts.push(value);
    size += value.length;
    if (size > mostBytes) {
      await reader.cancel();
      throw new BrokenLink("it holds too much");
    }
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function toBase64url(bytes) {
  let letters = "";
  for (const byte of bytes) {
    letters += String.fromCharCode(byte);
  }
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64url(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

export const isShare = (hash) => hash.startsWith(mark);

/** The fragment for these texts. */
export async function shareOf({ config, task }) {
  const bytes = new TextEncoder().encode(JSON.stringify({ config, task }));
  return mark + toBase64url(await through(bytes, new CompressionStream("deflate-raw")));
}

/** The texts of a fragment; throws a BrokenLink. */
export async function readShare(hash) {
  try {
    const bytes = await through(fromBase64url(hash.slice(mark.length)), new DecompressionStream("deflate-raw"));
    const { config, task } = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof config === "string" && typeof task === "string") {
      return { config, task };
    }
  } catch (error) {
    if (error instanceof BrokenLink) {
      throw error;
    }
  }
  throw new BrokenLink("it was cut off or changed on its way");
}
