/** Emscripten's factory, as `cmake --build --preset web` leaves it. */
declare module "*/cartouche_core.mjs" {
  export default function createModule(options: object): Promise<unknown>;
}
