/** In which direction letters are written. */

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const letter = /\p{L}/u;

/** Whether any of its letters is. */
export function isRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** By the first letter, as `unicode-bidi: plaintext` has it. */
export function directionOf(line: string): "ltr" | "rtl" {
  return isRightToLeft(letter.exec(line)?.[0] ?? "") ? "rtl" : "ltr";
}
