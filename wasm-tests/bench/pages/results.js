// Loads and saves annotations through the module's door, and by JSON.parse and JSON.stringify.

import createModule from "./core/cartouche_core.mjs";

const config = `<View><Image name="image" value="$image"/>
  <RectangleLabels name="label" toName="image"><Label value="Car"/></RectangleLabels></View>`;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** As shell/core.ts does it, of a request in parts that are all ASCII. */
function call(core, ...parts) {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  let at = core._cartoucheRequest(length);
  for (const part of parts) {
    encoder.encodeInto(part, core.HEAPU8.subarray(at, at + part.length));
    at += part.length;
  }
  const reply = core._cartoucheCall(length);
  const text = decoder.decode(core.HEAPU8.subarray(reply, reply + core._cartoucheReplyLength()));
  core._cartoucheDropReply();
  return text;
}

async function start() {
  const core = await createModule({});
  core.onCoreEvent = () => undefined;
  const gl = document.querySelector("canvas").getContext("webgl2");
  core.GL.makeContextCurrent(core.GL.registerContext(gl, { majorVersion: 2, enableExtensionsByDefault: false }));
  core._cartoucheCreate(0);
  return core;
}

function timed(action) {
  const start = performance.now();
  const value = action();
  return [performance.now() - start, value];
}

const heapOf = (core) => JSON.parse(call(core, '{"method":"statistics"}')).ok.heapBytes;

/**
 * Loads and saves `text`, a list of annotations, of which the first one counts, as a labeler who goes from
 * task to task in one page. The first round meets code that the browser has not compiled well yet.
 * {bytes, regions, heapBytes (what the module's memory grew by), rounds: [{parseMs, stringifyMs, loadMs, saveMs}]}.
 */
window.measure = async (address, count) => {
  const text = await (await fetch(address)).text();
  const core = await start();
  const heapBefore = heapOf(core);
  const head = `{"method":"load","params":{"config":${JSON.stringify(config)},"interfaces":[],"task":{"data":{"image":"a"},"annotations":`;
  const rounds = [];
  let result;
  for (let round = 0; round < count; ++round) {
    const [parseMs, annotations] = timed(() => JSON.parse(text));
    const [stringifyMs] = timed(() => JSON.stringify(annotations));
    const [loadMs] = timed(() => call(core, head, text, "}}}"));
    const [saveMs, saved] = timed(() => call(core, '{"method":"results"}'));
    result = JSON.parse(saved).ok.result;
    if (JSON.stringify(result) !== JSON.stringify(annotations[0].result)) {
      throw new Error("what was saved differs from what was loaded");
    }
    rounds.push({ parseMs, stringifyMs, loadMs, saveMs });
  }
  return { bytes: encoder.encode(text).length, regions: result.length, heapBytes: heapOf(core) - heapBefore, rounds };
};
