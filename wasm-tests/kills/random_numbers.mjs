/** The same numbers from 0 to 1 on every machine. */
export function randomNumbers(seed) {
  let state = 1 + (Math.imul(seed + 1, 2654435761) >>> 0) % 2147483646;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
