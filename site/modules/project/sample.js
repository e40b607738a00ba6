// Files of this site, for those who have none at hand.

const pictures = ["street", "shelf", "receipt"];

export function sampleFiles() {
  return Promise.all(pictures.map(async (name) => {
    const response = await fetch(`/pictures/${name}.png`);
    const file = new File([await response.blob()], `${name}.png`, { type: "image/png" });
    return Object.defineProperty(file, "webkitRelativePath", { value: `Three pictures/${name}.png` });
  }));
}
