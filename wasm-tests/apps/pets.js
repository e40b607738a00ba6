// What the apps label.

export const config = `<View>
  <Choices name="pet" toName="photo"><Choice value="Cat"/><Choice value="Dog"/></Choices>
  <Image name="photo" value="$image"/>
</View>`;

export const tasks = [1, 2].map((id) => ({ id, data: { image: `/samples/chelsea.png?${id}` } }));
