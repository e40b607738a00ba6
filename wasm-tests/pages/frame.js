window.messages = [];
const frame = document.querySelector("iframe");
window.addEventListener("message", (event) => {
  if (event.source === frame.contentWindow) {
    window.messages.push(event.data);
    if (event.data.type === "ready") {
      const config = `<View><Choices name="Pets" toName="Image"><Choice value="Cat"/></Choices><Image name="Image" value="$image_url"/></View>`;
      frame.contentWindow.postMessage({ cartouche: 1, type: "load", config, task: { data: { image_url: "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==" } } }, "*");
    }
  }
});
