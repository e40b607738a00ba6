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
