// The talk's own example, and what comes of it.

import { equal, ok } from "./registry.mjs";

export const pets = `<View>
  <Choices name="Pets" toName="Image" choice="single">
    <Choice value="Cat"></Choice>
    <Choice value="Dog"></Choice>
  </Choices>
  <Image name="Image" value="$image_url"></Image>
</View>`;

/** Holds a result array against the one answer that was given. */
export function isOneAnswer(result, choice) {
  equal(result.length, 1, "number of results");
  const { id, ...rest } = result[0];
  ok(/^[\w-]{10}$/.test(id), `the result has the id ${id}`);
  equal(rest, { value: { choices: [choice] }, from_name: "Pets", to_name: "Image", type: "choices", origin: "manual" }, "result");
}

/** Chooses Cat, undoes, redoes and submits, all with the mouse. */
export async function labelWithMouse(visit) {
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  await visit.click("button", "Undo");
  await visit.checked("radio", "Cat", false);
  await visit.click("button", "Redo");
  await visit.checked("radio", "Cat");
  await visit.click("button", "Submit");
}
