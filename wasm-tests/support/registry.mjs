// The tests of all files, in the order in which they were read.

export const tests = [];

/**
 * Adds a test: a sentence, and a function of a Visit (visit.mjs). `only` names the one browser that can
 * do what it needs; `skip` is a reason not to run it, or false.
 */
export function test(name, run, { only = null, skip = false } = {}) {
  tests.push({ name, run, only, skip });
}

export function equal(actual, expected, what = "value") {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) {
    throw new Error(`${what} is ${a}, expected ${b}`);
  }
}

export function ok(condition, what) {
  if (!condition) {
    throw new Error(what);
  }
}
