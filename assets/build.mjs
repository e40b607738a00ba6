// Makes build/assets: the fonts of the package, the sample photo of the site, and the notices of
// the third-party code that the package contains. Everything comes from packages, nothing is ours.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const out = new URL("../build/assets/", import.meta.url).pathname;
const fontDir = process.env.CARTOUCHE_FONT_DIR ?? "/usr/share/fonts/opentype/inter";
const sampleDir = process.env.CARTOUCHE_SAMPLE_DIR ?? "/opt/samples";

// Latin with its extensions, Greek, Cyrillic, and the signs that an interface needs. Other scripts
// are to be fetched when a text has them.
const characters = [
  "U+0020-007E", "U+00A0-024F", "U+0259", "U+02BB-02DD", "U+0300-0304", "U+0370-03FF", "U+0400-04FF",
  "U+1E00-1EFF", "U+2010-2027", "U+2030-203A", "U+2070-2094", "U+20A0-20BF", "U+2116", "U+2122",
  "U+2190-2199", "U+21A9", "U+21B5", "U+21E7", "U+2212", "U+2215", "U+2248", "U+2260-2265", "U+2303",
  "U+2318", "U+2325", "U+2713", "U+2717", "U+FFFD",
].join(",");

mkdirSync(`${out}fonts`, { recursive: true });
mkdirSync(`${out}samples`, { recursive: true });

for (const [source, name] of [["Inter-Regular", "inter-regular"], ["Inter-SemiBold", "inter-semibold"]]) {
  // stb_truetype applies no substitutions, so their tables would only be weight.
  execFileSync("hb-subset", [
    `${fontDir}/${source}.otf`, `--unicodes=${characters}`, "--layout-features=kern", "--drop-tables+=GSUB,GDEF,STAT",
    "--no-hinting", "--desubroutinize", `--output-file=${out}fonts/${name}.otf`,
  ]);
}

for (const file of ["chelsea.png"]) {
  cpSync(`${sampleDir}/${file}`, `${out}samples/${file}`);
}

const notices = [
  ["Dear ImGui", "/opt/src/imgui-*/debian/copyright"],
  ["pugixml", "/opt/src/pugixml-*/debian/copyright"],
  ["JSON for Modern C++", "/usr/share/doc/nlohmann-json3-dev/copyright"],
  ["Yoga", new URL("../node_modules/.yoga/LICENSE", import.meta.url).pathname],
  ["stb_image", "/usr/share/doc/libstb-dev/copyright"],
  ["fast_float", "/usr/share/doc/libfast-float-dev/copyright"],
  ["DOMPurify", new URL("../node_modules/dompurify/LICENSE", import.meta.url).pathname],
  ["Marked", new URL("../node_modules/marked/LICENSE", import.meta.url).pathname],
  ["Papa Parse", new URL("../node_modules/papaparse/LICENSE", import.meta.url).pathname],
  ["noble-ciphers", new URL("../node_modules/@noble/ciphers/LICENSE", import.meta.url).pathname],
  ["zip.js", new URL("../node_modules/@zip.js/zip.js/LICENSE", import.meta.url).pathname],
  ["pdf.js, in the folder pdf, whose folders hold the licenses of what is in them", new URL("../node_modules/pdfjs-dist/LICENSE", import.meta.url).pathname],
  ["Inter", "/usr/share/doc/fonts-inter/copyright"],
  ["Emscripten and its system libraries", "/usr/share/doc/emscripten/copyright"],
];
const found = notices.map(([name, pattern]) => {
  const file = globSync(pattern)[0];
  const text = file && existsSync(file) ? readFileSync(file, "utf8") : "See the package that it was built from.\n";
  return `${name}\n${"=".repeat(name.length)}\n\n${text}`;
});
writeFileSync(`${out}THIRD_PARTY_NOTICES.txt`, `Cartouche contains:\n\n${found.join("\n\n")}`);
