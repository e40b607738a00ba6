// The page around a sandboxed editor: gives it a task once it is ready, and hears what is submitted.

const frame = document.querySelector("#frame");
const received = document.querySelector("#received");

const config = `
<View>
  <Choices name="Pets" toName="Image" choice="single">
    <Choice value="Cat"></Choice>
    <Choice value="Dog"></Choice>
  </Choices>
  <Image name="Image" value="$image_url"></Image>
</View>`;
const task = { id: 1, data: { image_url: new URL("/samples/chelsea.png", location.href).href } };

const listeners = {
  // A frame without an origin can only be addressed by "*"; nothing secret is in this message.
  ready: () => frame.contentWindow.postMessage({ cartouche: 1, type: "load", config, task }, "*"),
  submit: ({ annotation }) => show(annotation),
  update: ({ annotation }) => show(annotation),
};

function show(annotation) {
  received.textContent = JSON.stringify(annotation, null, 2);
}

addEventListener("message", ({ source, data }) => {
  // The origin of a sandboxed frame is "null" whoever it is, so it is known by its window.
  if (source === frame.contentWindow && data?.cartouche === 1) {
    listeners[data.type]?.(data.detail);
  }
});
