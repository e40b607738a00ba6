// Shows many answers to choose from, and measures in the page.

const editor = document.querySelector("cartouche-editor");
const controls = {
  taxonomy: `<Taxonomy name="answer" toName="text" value="$answers"/>`,
  choices: `<Choices name="answer" toName="text" value="$answers" layout="select" choice="multiple"/>`,
};

/** Groups of twenty, of which each is in one of twenty. */
function treeOf(count) {
  const items = (from, size) => Array.from({ length: size }, (_, index) => ({ value: `species ${from + index}` }));
  const groups = Array.from({ length: count / 20 }, (_, group) => ({ value: `genus ${group}`, children: items(group * 20, 19) }));
  return Array.from({ length: Math.ceil(groups.length / 20) }, (_, family) =>
    ({ value: `family ${family}`, children: groups.slice(family * 20, family * 20 + 20) }));
}

const makers = { taxonomy: treeOf, choices: (count) => Array.from({ length: count }, (_, index) => ({ value: `answer ${index}` })) };

const root = () => editor.shadowRoot;
const center = (element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
};
const frame = () => new Promise(requestAnimationFrame);
let latencies = [];
let awaited = null;

/** From each key to the end of the frame that shows what it found; that frame comes with the next one of the page. */
addEventListener("input", async (event) => {
  await frame();
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    latencies.push(performance.now() - event.timeStamp);
    awaited?.();
  };
  channel.port2.postMessage(null);
}, { capture: true, passive: true });

window.forms = {
  /** Milliseconds from the task until its answers can be searched. */
  async load(kind, count) {
    const answers = makers[kind](count);
    editor.config = `<View>${controls[kind]}<Text name="text" value="$text"/></View>`;
    const start = performance.now();
    editor.task = { id: count, data: { text: "a cat", answers } };
    while (!root().querySelector("[role=treeitem]")) {
      await frame();
    }
    await frame();
    return performance.now() - start;
  },
  field: () => center(root().querySelector("[role=combobox]")),
  rows: () => root().querySelectorAll("[role=treeitem]").length,
  reached: (count) => (latencies.length >= count ? null : new Promise((resolve) => (awaited = () => latencies.length >= count && resolve()))),
  take: () => latencies.splice(0),
};
