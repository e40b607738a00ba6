/** Whether what HTML names may be fetched: it is from where the page itself is from. */
export function isOwnAddress(address: string): boolean {
  return URL.canParse(address, document.baseURI) && new URL(address, document.baseURI).origin === location.origin;
}
