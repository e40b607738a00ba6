// Texts: as a whole, by their spans, and in other words.

const letter = `Ada Lovelace wrote the first program in 1843, in London. It was for the Analytical Engine of
Charles Babbage, which was never built. She called it a poetical science.`;

export const language = {
  group: "Natural language",
  templates: [
    {
      id: "text-classification",
      title: "Text classification",
      about: "The mood of a text",
      config: `<View>
  <Text name="review" value="$text"/>
  <Choices name="mood" toName="review" choice="single" layout="inline" required="true">
    <Choice value="Positive"/>
    <Choice value="Neutral"/>
    <Choice value="Negative"/>
  </Choices>
</View>`,
      data: { text: "The lamp came a day early and gives a warm light. Its switch feels cheap, though." },
    },
    {
      id: "text-entities",
      title: "Named entities",
      about: "Spans with labels",
      config: `<View>
  <Labels name="entity" toName="text">
    <Label value="Person" background="#2647c4"/>
    <Label value="Place" background="#1c6b45"/>
    <Label value="Time" background="#7d5700"/>
    <Label value="Machine" background="#a3211b"/>
  </Labels>
  <Text name="text" value="$text" granularity="word"/>
</View>`,
      data: { text: letter },
    },
    {
      id: "text-relations",
      title: "Relation extraction",
      about: "Spans, and arrows between them",
      config: `<View>
  <Relations>
    <Relation value="made"/>
    <Relation value="wrote for"/>
    <Relation value="lived in"/>
  </Relations>
  <Labels name="entity" toName="text">
    <Label value="Person" background="#2647c4"/>
    <Label value="Machine" background="#a3211b"/>
    <Label value="Place" background="#1c6b45"/>
  </Labels>
  <Text name="text" value="$text" granularity="word"/>
</View>`,
      data: { text: letter },
    },
    {
      id: "text-coreference",
      title: "Coreference",
      about: "Which words mean the same one",
      config: `<View>
  <Labels name="mention" toName="text">
    <Label value="Name" background="#a3211b"/>
    <Label value="Pronoun" background="#7d5700"/>
  </Labels>
  <Relations>
    <Relation value="is the same as"/>
  </Relations>
  <Text name="text" value="$text" granularity="word"/>
</View>`,
      data: { text: "Mira lent her bicycle to Jon. He brought it back on Monday, and she thanked him." },
    },
    {
      id: "text-answers",
      title: "Question answering",
      about: "The span that answers a question",
      config: `<View>
  <Header value="Select the words that answer the question."/>
  <Text name="question" value="$question"/>
  <Labels name="answer" toName="passage">
    <Label value="Answer" maxUsages="1" background="#1c6b45"/>
  </Labels>
  <Text name="passage" value="$passage" granularity="word"/>
</View>`,
      data: {
        question: "Why do leaves turn yellow in autumn?",
        passage: "In autumn trees take back the green pigment of their leaves. What is left are the yellow pigments that were there all summer, hidden under the green.",
      },
    },
    {
      id: "text-summary",
      title: "Summarization",
      about: "A long text in a short one",
      config: `<View>
  <Header value="Read the text"/>
  <Text name="text" value="$text"/>
  <Header value="Say it in one sentence"/>
  <TextArea name="summary" toName="text" rows="3" maxSubmissions="1" editable="true" required="true"/>
</View>`,
      data: {
        text: "The library opens at nine. On Wednesdays it stays open until eight in the evening, and the reading room on the second floor has lamps and sockets at every desk. Books are lent for four weeks; they can be renewed twice if nobody waits for them.",
      },
    },
    {
      id: "text-translation",
      title: "Machine translation",
      about: "A text beside its translation, to be put right",
      config: `<View style="display: grid; grid-template-columns: 1fr 1fr; gap: 16px">
  <View>
    <Header value="German"/>
    <Text name="source" value="$german"/>
  </View>
  <View>
    <Header value="English"/>
    <TextArea name="translation" toName="source" value="$english" rows="4"
              editable="true" maxSubmissions="1" required="true"/>
  </View>
</View>`,
      data: {
        german: "Die Brücke wurde im Frühjahr gesperrt, weil das Hochwasser einen Pfeiler beschädigt hatte.",
        english: "The bridge was closed in spring because the flood had damaged a pillar.",
      },
    },
    {
      id: "text-taxonomy",
      title: "Taxonomy",
      about: "Subjects in a tree",
      config: `<View>
  <Text name="text" value="$text"/>
  <Taxonomy name="subject" toName="text" leafsOnly="true">
    <Choice value="Nature">
      <Choice value="Animals"/>
      <Choice value="Plants"/>
      <Choice value="Weather"/>
    </Choice>
    <Choice value="People">
      <Choice value="Work"/>
      <Choice value="Home">
        <Choice value="Kitchen"/>
        <Choice value="Garden"/>
      </Choice>
    </Choice>
  </Taxonomy>
</View>`,
      data: { text: "Tomatoes like warm nights. Sow them in March on a windowsill, and plant them out after the last frost." },
    },
    {
      id: "text-moderation",
      title: "Content moderation",
      about: "What is wrong with a comment, if anything",
      config: `<View>
  <Text name="comment" value="$comment"/>
  <Choices name="verdict" toName="comment" choice="single" layout="inline" required="true">
    <Choice value="Fine"/>
    <Choice value="Not allowed"/>
  </Choices>
  <View visibleWhen="choice-selected" whenTagName="verdict" whenChoiceValue="Not allowed">
    <Header value="Why?" size="5"/>
    <Choices name="reason" toName="comment" choice="multiple">
      <Choice value="Insult"/>
      <Choice value="Advertising"/>
      <Choice value="Private data of others"/>
    </Choices>
  </View>
</View>`,
      data: { comment: "Great article! Call my friend Sam at the number on his door, he knows all about pumps." },
    },
    {
      id: "text-two-level",
      title: "Two questions in one",
      about: "A mood, and then what it is about",
      config: `<View>
  <Text name="post" value="$post"/>
  <Choices name="mood" toName="post" allowNested="true" choice="single">
    <Choice value="Happy">
      <Choice value="with the price"/>
      <Choice value="with the service"/>
    </Choice>
    <Choice value="Unhappy">
      <Choice value="with the price"/>
      <Choice value="with the wait"/>
    </Choice>
  </Choices>
</View>`,
      data: { post: "Forty minutes for a coffee. A very good coffee, I grant you that." },
    },
  ],
};
