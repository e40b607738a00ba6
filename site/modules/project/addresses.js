// Addresses of the files of a project, for as long as they may be shown.

const mostAtOnce = 40;

export class MediaAddresses {
  #find;
  /** By path; those that were asked for last come last. */
  #addresses = new Map();

  /** `find` gives a promise of the file at a path, or of undefined. */
  constructor(find) {
    this.#find = find;
  }

  /** For `resolveMedia`: the address of a file of the project; of what is none, the same address. */
  async of(path) {
    const file = await this.#find(path);
    if (!file) {
      return path;
    }
    const address = this.#addresses.get(path) ?? URL.createObjectURL(file);
    this.#addresses.delete(path);
    this.#addresses.set(path, address);
    for (const [oldest] of [...this.#addresses].slice(0, -mostAtOnce)) {
      this.#revoke(oldest);
    }
    return address;
  }

  close() {
    [...this.#addresses.keys()].forEach((path) => this.#revoke(path));
  }

  #revoke(path) {
    URL.revokeObjectURL(this.#addresses.get(path));
    this.#addresses.delete(path);
  }
}
