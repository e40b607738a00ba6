/**
 * A copy of what is JSON. Frameworks hand over proxies that watch what is read of a value, which structuredClone and
 * IndexedDB refuse.
 */
export function plainCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
