// What the project has promised, and whether it holds. `holds` is null if it could not be measured.

const packageBytes = 900_000;
const ofLabelStudio = 0.5;
const idleCores = 0.01; // the resolution of the clock over three seconds, times three

function line(promise, measured, holds) {
  return { promise, measured: measured ?? null, holds: measured == null ? null : holds(measured) };
}

const ofParse = 2.5;
const ofStringify = 2;
const heapOfText = 6;

/** The worst of a figure over all inputs. */
function worst(results, key) {
  const figures = Object.values(results).map((input) => input[key]);
  return figures.length > 0 ? Math.max(...figures) : null;
}

export function budgetOf(sizes, starts, results) {
  const { cartouche } = starts;
  const idleFloor = starts.blank?.idleCores?.median ?? 0;
  return [
    line(`package (js + wasm + first font) at most ${packageBytes} bytes with brotli`,
      sizes.cartouche?.total.brotli, (bytes) => bytes <= packageBytes),
    line(`cold start at most ${ofLabelStudio} of the Label Studio front end's`,
      cartouche?.ofLabelStudio, (ratio) => ratio <= ofLabelStudio),
    line("idle CPU no more than a blank page's",
      cartouche?.idleCores?.median, (cores) => cores <= idleFloor + idleCores),
    line(`results are loaded within ${ofParse} of JSON.parse`, worst(results, "ofParse"), (ratio) => ratio <= ofParse),
    line(`results are saved within ${ofStringify} of JSON.stringify`,
      worst(results, "ofStringify"), (ratio) => ratio <= ofStringify),
    line(`memory under ${heapOfText} times the text`, worst(results, "heapOfText"), (ratio) => ratio < heapOfText),
  ];
}
