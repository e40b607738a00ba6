/** What is shown of a text: one code unit for each of its own, so that offsets in both are the same. */

/** Control characters have pictures; line ends are `\n`, and the return before one takes no room. */
export function displayOf(text: string): string {
  return text.replace(/[\0-\x08\x0b-\x1f\x7f]/g, (character, at: number) => {
    if (character === "\r") {
      return text[at + 1] === "\n" ? "\u200b" : "\n";
    }
    return String.fromCharCode(character === "\x7f" ? 0x2421 : 0x2400 + character.charCodeAt(0));
  });
}
