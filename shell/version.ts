/** Put in by the packager from CMakeLists.txt, where the version stands once. */
declare const CARTOUCHE_VERSION: string;

export const version: string = CARTOUCHE_VERSION;
