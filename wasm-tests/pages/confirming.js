window.messages = [];
window.stored = [];
const frame = document.querySelector("iframe");
window.ask = (message) => frame.contentWindow.postMessage(message, location.origin);

const config = `<View><Choices name="Pets" toName="Image"><Choice value="Cat"/></Choices><Image name="Image" value="$image_url"/></View>`;
const answers = {
  ready: () => window.ask({ cartouche: 1, type: "load", config, task: { id: 3, data: { image_url: "/samples/chelsea.png" } }, confirms: true }),
  store(submission) {
    const isFirst = window.stored.push(submission) === 1;
    const { key } = submission;
    window.ask({ cartouche: 1, key, ...(isFirst ? { type: "refused", message: "not today", isFinal: true } : { type: "saved", pk: "p1" }) });
  },
};
window.addEventListener("message", (event) => {
  if (event.source === frame.contentWindow && event.data.cartouche === 1) {
    window.messages.push(event.data);
    answers[event.data.type]?.(event.data.detail);
  }
});
