// A picture of the visitor's own in the place of the one in a task: it stays in the browser, and goes with the page.

/** A text of a task's JSON that is the address of a picture. */
const pictureAddress = /"(?:blob:[^"]*|data:image\/[^"]*|[^"\s]+\.(?:png|jpe?g|webp|avif|gif|bmp|psd|hdr|ppm|pgm|tga))"/i;

/** The task's text with another picture; null if it shows none. */
export function withPicture(task, address) {
  return pictureAddress.test(task) ? task.replace(pictureAddress, () => JSON.stringify(address)) : null;
}

/** `show` gets the address of each picture that the visitor chooses; the one before is given up. */
export function startPictureInput(input, show) {
  let address = null;
  input.addEventListener("change", () => {
    const [file] = input.files;
    if (file) {
      const before = address;
      address = URL.createObjectURL(file);
      show(address);
      input.value = ""; // the same one can be chosen again
      if (before) {
        URL.revokeObjectURL(before);
      }
    }
  });
}
