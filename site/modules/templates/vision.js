// Images: what is in them, where, and in what words. Pictures are the site's own.

const photo = { image: "/samples/chelsea.png" };

export const vision = {
  group: "Computer vision",
  templates: [
    {
      id: "image-classification",
      title: "Image classification",
      about: "One answer about the whole picture",
      config: `<View>
  <Header value="What is in the picture?"/>
  <Choices name="animal" toName="picture" choice="single" layout="inline" required="true">
    <Choice value="Cat"/>
    <Choice value="Dog"/>
    <Choice value="Something else"/>
  </Choices>
  <Image name="picture" value="$image"/>
</View>`,
      data: photo,
    },
    {
      id: "image-boxes",
      title: "Object detection",
      about: "Boxes with labels",
      config: `<View>
  <RectangleLabels name="box" toName="street">
    <Label value="Car" background="#2647c4"/>
    <Label value="Bicycle" background="#b3541e"/>
    <Label value="Person" background="#1c6b45"/>
  </RectangleLabels>
  <Image name="street" value="$image" zoom="true"/>
</View>`,
      data: { image: "/pictures/street.png" },
    },
    {
      id: "image-polygons",
      title: "Outlines",
      about: "Segmentation by polygons",
      config: `<View>
  <PolygonLabels name="outline" toName="picture" strokeWidth="3">
    <Label value="Ear" background="#1c6b45"/>
    <Label value="Nose" background="#a3211b"/>
    <Label value="Eye" background="#7d5700"/>
  </PolygonLabels>
  <Image name="picture" value="$image" zoom="true"/>
</View>`,
      data: photo,
    },
    {
      id: "image-masks",
      title: "Masks",
      about: "Segmentation by brush and magic wand",
      config: `<View>
  <BrushLabels name="mask" toName="picture">
    <Label value="Fur" background="#d35400"/>
    <Label value="Ground" background="#2980b9"/>
  </BrushLabels>
  <MagicWand name="wand" toName="picture"/>
  <Image name="picture" value="$image" zoom="true"/>
</View>`,
      data: photo,
    },
    {
      id: "image-keypoints",
      title: "Key points",
      about: "Landmarks of a face, a hand, a machine",
      config: `<View>
  <KeyPointLabels name="point" toName="picture" strokeWidth="5">
    <Label value="Left eye" background="#2647c4"/>
    <Label value="Right eye" background="#6d3bbf"/>
    <Label value="Nose" background="#a3211b"/>
  </KeyPointLabels>
  <Image name="picture" value="$image" zoom="true"/>
</View>`,
      data: photo,
    },
    {
      id: "image-ellipses",
      title: "Ellipses",
      about: "Round things: cells, heads, wheels",
      config: `<View>
  <EllipseLabels name="round" toName="street">
    <Label value="Wheel"/>
    <Label value="Head"/>
    <Label value="Sun"/>
  </EllipseLabels>
  <Image name="street" value="$image" zoom="true"/>
</View>`,
      data: { image: "/pictures/street.png" },
    },
    {
      id: "image-vectors",
      title: "Lines and skeletons",
      about: "Roads, wires, poses: lines with curves and branches",
      config: `<View>
  <VectorLabels name="line" toName="street" skeleton="true" curves="true">
    <Label value="Kerb" background="#2647c4"/>
    <Label value="Wire" background="#a3211b"/>
  </VectorLabels>
  <Image name="street" value="$image" zoom="true"/>
</View>`,
      data: { image: "/pictures/street.png" },
    },
    {
      id: "image-ocr",
      title: "Text in images (OCR)",
      about: "Boxes around text, and what they say",
      config: `<View>
  <Labels name="kind" toName="receipt">
    <Label value="Shop" background="#2647c4"/>
    <Label value="Item" background="#1c6b45"/>
    <Label value="Total" background="#a3211b"/>
  </Labels>
  <Rectangle name="box" toName="receipt"/>
  <Polygon name="outline" toName="receipt"/>
  <TextArea name="reading" toName="receipt" perRegion="true" required="true"
            editable="true" maxSubmissions="1" placeholder="What it says"/>
  <Image name="receipt" value="$image" zoom="true"/>
</View>`,
      data: { image: "/pictures/receipt.png" },
    },
    {
      id: "image-caption",
      title: "Image captioning",
      about: "A sentence about the picture",
      config: `<View>
  <Image name="picture" value="$image"/>
  <Header value="Describe the picture in one sentence."/>
  <TextArea name="caption" toName="picture" rows="3" required="true"
            placeholder="A cat …"/>
</View>`,
      data: photo,
    },
    {
      id: "image-questions",
      title: "Visual question answering",
      about: "A question about the picture, and its answer",
      config: `<View>
  <Image name="picture" value="$image"/>
  <Text name="question" value="$question"/>
  <Choices name="sure" toName="picture" choice="single" layout="inline">
    <Choice value="Yes"/>
    <Choice value="No"/>
    <Choice value="The picture does not tell"/>
  </Choices>
  <TextArea name="answer" toName="picture" placeholder="In a few words"/>
</View>`,
      data: { image: "/samples/chelsea.png", question: "Is the cat looking at the camera?" },
    },
    {
      id: "image-inventory",
      title: "Counting on shelves",
      about: "Boxes, each with a number and a state",
      config: `<View>
  <RectangleLabels name="box" toName="shelf">
    <Label value="Jar"/>
    <Label value="Bottle"/>
    <Label value="Gap"/>
  </RectangleLabels>
  <Number name="count" toName="shelf" perRegion="true" min="0" max="99" step="1"/>
  <Choices name="state" toName="shelf" perRegion="true" choice="single">
    <Choice value="In place"/>
    <Choice value="Turned around"/>
    <Choice value="Damaged"/>
  </Choices>
  <Image name="shelf" value="$image" zoom="true"/>
</View>`,
      data: { image: "/pictures/shelf.png" },
    },
    {
      id: "image-relations",
      title: "Scene graph",
      about: "Regions, and how they relate",
      config: `<View>
  <RectangleLabels name="things" toName="street" value="$things"/>
  <Relations>
    <Relation value="beside"/>
    <Relation value="behind"/>
    <Relation value="rides"/>
  </Relations>
  <Image name="street" value="$image" zoom="true"/>
</View>`,
      data: {
        image: "/pictures/street.png",
        things: [{ value: "Person" }, { value: "Bicycle" }, { value: "Car" }, { value: "House" }],
      },
    },
    {
      id: "image-pages",
      title: "Several pages",
      about: "A document of many images, each with its regions",
      config: `<View>
  <RectangleLabels name="part" toName="pages">
    <Label value="Heading"/>
    <Label value="Table"/>
    <Label value="Sum"/>
  </RectangleLabels>
  <Choices name="kind" toName="pages" perItem="true" choice="single" layout="inline">
    <Choice value="Receipt"/>
    <Choice value="Photo"/>
    <Choice value="Other"/>
  </Choices>
  <Image name="pages" valueList="$pages" zoom="true"/>
</View>`,
      data: { pages: ["/pictures/receipt.png", "/pictures/shelf.png", "/samples/chelsea.png"] },
    },
  ],
};
