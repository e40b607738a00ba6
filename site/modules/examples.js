// Configs to try on the photo. The first is the one that the page starts with.

const breeds = [
  "Abyssinian", "Aegean", "American Shorthair", "Balinese", "Bengal", "Birman", "Bombay",
  "British Shorthair", "Burmese", "Chartreux", "Cornish Rex", "Devon Rex", "Egyptian Mau",
  "European Shorthair", "Havana Brown", "Korat", "Maine Coon", "Manx", "Norwegian Forest Cat",
  "Ocicat", "Oriental Shorthair", "Persian", "Ragdoll", "Russian Blue", "Scottish Fold",
  "Siamese", "Siberian", "Singapura", "Somali", "Sphynx", "Tonkinese", "Turkish Angora",
];

const breedChoices = breeds.map((name) => `    <Choice value="${name}"/>`).join("\n");

const examples = [
  { name: "Cat or dog", config: document.querySelector("#config").value },
  {
    name: "Boxes and outlines",
    config: `<View>
  <RectangleLabels name="Box" toName="Photo">
    <Label value="Head"/>
    <Label value="Nose"/>
  </RectangleLabels>
  <PolygonLabels name="Outline" toName="Photo">
    <Label value="Ear" background="#27ae60"/>
  </PolygonLabels>
  <Image name="Photo" value="$image_url"/>
</View>`,
  },
  {
    name: "Paint",
    config: `<View>
  <BrushLabels name="Paint" toName="Photo">
    <Label value="Fur" background="#d35400"/>
    <Label value="Ground" background="#2980b9"/>
  </BrushLabels>
  <Image name="Photo" value="$image_url"/>
</View>`,
  },
  {
    name: "Several answers",
    config: `<View>
  <Choices name="Seen" toName="Photo" choice="multiple">
    <Choice value="Whiskers"/>
    <Choice value="Both eyes"/>
    <Choice value="The tail"/>
    <Choice value="A person"/>
  </Choices>
  <Image name="Photo" value="$image_url"/>
</View>`,
  },
  {
    name: "In one line",
    config: `<View>
  <Image name="Photo" value="$image_url"/>
  <Choices name="Quality" toName="Photo" layout="inline">
    <Choice value="Sharp"/>
    <Choice value="A little soft"/>
    <Choice value="Blurred"/>
    <Choice value="Unusable" hint="Too dark, cut off, or not a photo"/>
  </Choices>
</View>`,
  },
  {
    name: "Many, with a filter",
    config: `<View>
  <Filter name="Find" toName="Breed" minlength="1"
          placeholder="Find a breed"/>
  <Choices name="Breed" toName="Photo" layout="inline">
${breedChoices}
  </Choices>
  <Image name="Photo" value="$image_url"/>
</View>`,
  },
  {
    name: "A required answer",
    config: `<View>
  <Header value="Is the animal looking at the camera?"/>
  <Choices name="Gaze" toName="Photo" layout="inline"
           required="true" requiredMessage="Please say where it looks.">
    <Choice value="At the camera" alias="camera"/>
    <Choice value="Elsewhere" alias="elsewhere"/>
    <Choice value="Eyes closed" alias="closed"/>
  </Choices>
  <Image name="Photo" value="$image_url"/>
</View>`,
  },
];

/** Offers the examples as a row of buttons; `choose` gets the config and the name of the one that is pressed. */
export function showExamples(choose) {
  const buttons = examples.map(({ name, config }, index) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.setAttribute("aria-pressed", String(index === 0));
    button.addEventListener("click", () => {
      buttons.forEach((other) => other.setAttribute("aria-pressed", String(other === button)));
      choose(config, name);
    });
    return button;
  });
  document.querySelector("#examples").append(...buttons);
}
