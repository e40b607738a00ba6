// What models wrote, compared and put in order by people.

const prompt = "Explain to a child why the sky is blue.";
const answers = [
  { id: "a", title: "Answer A", body: "Sunlight is made of all colours. Air scatters the blue most, so blue comes from everywhere." },
  { id: "b", title: "Answer B", body: "Because it mirrors the sea." },
  { id: "c", title: "Answer C", body: "Rayleigh scattering goes with the inverse fourth power of the wavelength." },
];

export const ranking = {
  group: "Models and ranking",
  templates: [
    {
      id: "pairwise-preference",
      title: "Human preference",
      about: "The better one of two answers",
      config: `<View>
  <Header value="Which answer is better?"/>
  <Text name="prompt" value="$prompt"/>
  <Pairwise name="better" toName="first,second"/>
  <View style="display: grid; grid-template-columns: 1fr 1fr; gap: 16px">
    <Text name="first" value="$first"/>
    <Text name="second" value="$second"/>
  </View>
</View>`,
      data: { prompt, first: answers[0].body, second: answers[1].body },
    },
    {
      id: "pairwise-degree",
      title: "Preference by degree",
      about: "How much better one of two is",
      config: `<View>
  <Text name="prompt" value="$prompt"/>
  <View style="display: grid; grid-template-columns: 1fr 1fr; gap: 16px">
    <Text name="first" value="$first"/>
    <Text name="second" value="$second"/>
  </View>
  <Header value="0: the first is better. 10: the second is better."/>
  <Number name="degree" toName="prompt" min="0" max="10" step="1" slider="true" defaultValue="5"/>
</View>`,
      data: { prompt, first: answers[0].body, second: answers[2].body },
    },
    {
      id: "model-ranking",
      title: "Ranking of answers",
      about: "Cards in order, the best on top",
      config: `<View>
  <Text name="prompt" value="$prompt"/>
  <List name="answers" value="$answers" title="From the best to the worst"/>
  <Ranker name="order" toName="answers"/>
</View>`,
      data: { prompt, answers },
    },
    {
      id: "model-buckets",
      title: "Sorting into buckets",
      about: "Cards dragged where they belong",
      config: `<View>
  <Text name="prompt" value="$prompt"/>
  <List name="answers" value="$answers" title="All answers"/>
  <Ranker name="sorted" toName="answers">
    <Bucket name="good" title="Good for a child"/>
    <Bucket name="hard" title="True, but too hard"/>
    <Bucket name="wrong" title="Wrong"/>
  </Ranker>
</View>`,
      data: { prompt, answers },
    },
    {
      id: "response-grading",
      title: "Response grading",
      about: "A summary beside its source, rated",
      config: `<View style="display: grid; grid-template-columns: 3fr 2fr; gap: 16px">
  <View>
    <Header value="Source"/>
    <Text name="source" value="$source"/>
  </View>
  <View>
    <Header value="Summary"/>
    <Text name="summary" value="$summary"/>
    <Rating name="grade" toName="summary" maxRating="5" required="true"/>
    <Choices name="faults" toName="summary" choice="multiple">
      <Choice value="Says what is not in the source"/>
      <Choice value="Leaves out what matters"/>
      <Choice value="Hard to read"/>
    </Choices>
  </View>
</View>`,
      data: {
        source: "Hedgehogs sleep from November to March. They wake up now and then, and if it is warm they may even go for a walk. In gardens, piles of leaves are the best shelter one can give them.",
        summary: "Hedgehogs sleep all winter without waking up; leave them piles of leaves.",
      },
    },
    {
      id: "supervised-answer",
      title: "Supervised fine-tuning",
      about: "A prompt, and the answer it should have",
      config: `<View>
  <Header value="Write the answer that a helpful model would give."/>
  <Text name="prompt" value="$prompt"/>
  <TextArea name="answer" toName="prompt" rows="5" maxSubmissions="1" editable="true" required="true"/>
</View>`,
      data: { prompt },
    },
    {
      id: "assistant-assessment",
      title: "Assistant assessment",
      about: "An answer, checked point by point",
      config: `<View>
  <Text name="prompt" value="$prompt"/>
  <Text name="answer" value="$answer"/>
  <Choices name="checks" toName="answer" choice="multiple">
    <Choice value="Answers the question"/>
    <Choice value="Is true"/>
    <Choice value="Is kind"/>
    <Choice value="Is as short as it can be"/>
  </Choices>
  <Collapse>
    <Panel value="More">
      <TextArea name="better" toName="answer" rows="3" placeholder="A better answer"/>
      <Number name="seconds" toName="answer" min="0" max="600"/>
    </Panel>
  </Collapse>
</View>`,
      data: { prompt, answer: answers[2].body },
    },
    {
      id: "search-results",
      title: "Search results",
      about: "Which results fit a query",
      config: `<View>
  <Header value="Query"/>
  <Text name="query" value="$query"/>
  <Choices name="fits" toName="query" value="$results" choice="multiple"/>
  <Rating name="quality" toName="query" maxRating="5"/>
</View>`,
      data: {
        query: "repair a bicycle tyre",
        results: [
          { value: "A flat tyre, mended in ten minutes" },
          { value: "Tyres for lorries: prices" },
          { value: "How to patch an inner tube" },
        ],
      },
    },
    {
      id: "document-retrieval",
      title: "Document retrieval",
      about: "Documents of use for a question",
      config: `<View>
  <Text name="query" value="$query"/>
  <View style="display: grid; grid-template-columns: 2fr 1fr; gap: 16px">
    <View>
      <Text name="one" value="$one"/>
      <Text name="two" value="$two"/>
      <Text name="three" value="$three"/>
    </View>
    <Choices name="useful" toName="query" choice="multiple" required="true">
      <Choice value="The first"/>
      <Choice value="The second"/>
      <Choice value="The third"/>
      <Choice value="None"/>
    </Choices>
  </View>
</View>`,
      data: {
        query: "When may hedges be cut?",
        one: "From March to September birds nest in hedges, and cutting them back is forbidden in many places.",
        two: "Box hedges can be cut into any shape.",
        three: "A light trim of this year's shoots is allowed all year.",
      },
    },
    {
      id: "image-comparison",
      title: "Picture comparison",
      about: "The better one of two pictures",
      config: `<View>
  <Text name="prompt" value="$prompt"/>
  <Pairwise name="better" toName="left,right"/>
  <View style="display: grid; grid-template-columns: 1fr 1fr; gap: 16px">
    <Image name="left" value="$left"/>
    <Image name="right" value="$right"/>
  </View>
</View>`,
      data: { prompt: "A quiet street with a bicycle", left: "/pictures/street.png", right: "/pictures/shelf.png" },
    },
  ],
};
