// What the project has promised, and whether it holds. `holds` is null if it could not be measured.

const packageBytes = 900_000;
const ofLabelStudio = 0.5;
const idleCores = 0.01; // the resolution of the clock over three seconds, times three

function line(promise, measured, holds) {
  return { promise, measured: measured ?? null, holds: measured == null ? null : holds(measured) };
}

export function budgetOf(sizes, starts) {
  const { cartouche } = starts;
  const idleFloor = starts.blank?.idleCores?.median ?? 0;
  return [
    line(`package (js + wasm + first font) at most ${packageBytes} bytes with brotli`,
      sizes.cartouche?.total.brotli, (bytes) => bytes <= packageBytes),
    line(`cold start at most ${ofLabelStudio} of the Label Studio front end's`,
      cartouche?.ofLabelStudio, (ratio) => ratio <= ofLabelStudio),
    line("idle CPU no more than a blank page's",
      cartouche?.idleCores?.median, (cores) => cores <= idleFloor + idleCores),
  ];
}
