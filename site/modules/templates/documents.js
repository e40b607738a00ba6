// Documents with a form, and people (or machines) who talk.

const booking = [
  { author: "Guest", text: "Hello, I would like a table for four on Friday." },
  { author: "Host", text: "With pleasure. At what time?" },
  { author: "Guest", text: "Half past seven. One of us eats no nuts." },
  { author: "Host", text: "Noted. It is under the name of Okafor, as last time?" },
  { author: "Guest", text: "Yes, thank you. See you on Friday!" },
];

const invoice = `<h2>Invoice 2041</h2>
<p>Billed to <b>Nordlicht Printing</b>, Harbour Street 12, Kiel</p>
<table><tr><th>What</th><th>Sum</th></tr><tr><td>Paper, 80 g</td><td>€ 210.00</td></tr><tr><td>Delivery</td><td>€ 18.50</td></tr></table>
<p>Due on <i>1 December 2026</i>.</p>`;

const chat = [
  { role: "user", content: "How long do I boil an egg?" },
  { role: "assistant", content: "Seven minutes from boiling water gives a soft yolk, ten minutes a firm one." },
  { role: "user", content: "And at 2,000 metres?" },
  { role: "assistant", content: "Water boils cooler up there, so add about two minutes." },
];

export const documents = {
  group: "Documents and dialogue",
  templates: [
    {
      id: "html-entities",
      title: "Entities in HTML",
      about: "Words of a page, with its headings and tables",
      config: `<View>
  <HyperTextLabels name="field" toName="page">
    <Label value="Company" background="#2647c4"/>
    <Label value="Sum" background="#1c6b45"/>
    <Label value="Date" background="#7d5700"/>
  </HyperTextLabels>
  <HyperText name="page" value="$page"/>
</View>`,
      data: { page: invoice },
    },
    {
      id: "html-classification",
      title: "Document classification",
      about: "What kind of document it is",
      config: `<View>
  <Choices name="kind" toName="page" choice="single" layout="inline">
    <Choice value="Invoice"/>
    <Choice value="Letter"/>
    <Choice value="Contract"/>
    <Choice value="Other"/>
  </Choices>
  <HyperText name="page" value="$page"/>
</View>`,
      data: { page: invoice },
    },
    {
      id: "dialogue-slots",
      title: "Intents and slots",
      about: "What somebody wants, and the words that say it",
      config: `<View>
  <ParagraphLabels name="slot" toName="talk">
    <Label value="People" background="#2647c4"/>
    <Label value="Time" background="#7d5700"/>
    <Label value="Name" background="#1c6b45"/>
    <Label value="Wish" background="#a3211b"/>
  </ParagraphLabels>
  <Paragraphs name="talk" value="$talk" layout="dialogue" nameKey="author" textKey="text"/>
  <Choices name="intent" toName="talk" choice="single" layout="inline">
    <Choice value="Book"/>
    <Choice value="Cancel"/>
    <Choice value="Ask"/>
  </Choices>
</View>`,
      data: { talk: booking },
    },
    {
      id: "dialogue-quality",
      title: "Dialogue analysis",
      about: "How a conversation went",
      config: `<View>
  <Paragraphs name="talk" value="$talk" layout="dialogue"/>
  <Header value="How did it go?"/>
  <Rating name="quality" toName="talk" maxRating="5"/>
  <Choices name="outcome" toName="talk" choice="single" layout="inline" required="true">
    <Choice value="Solved"/>
    <Choice value="Open"/>
    <Choice value="Given up"/>
  </Choices>
</View>`,
      data: { talk: booking },
    },
    {
      id: "response-selection",
      title: "Response selection",
      about: "Which of several answers fits best",
      config: `<View>
  <Paragraphs name="talk" value="$talk" layout="dialogue"/>
  <Header value="What should the host say next?"/>
  <Choices name="next" toName="talk" value="$answers" choice="single" required="true"/>
</View>`,
      data: {
        talk: booking.slice(0, 3),
        answers: [
          { value: "Noted: four people, half past seven, no nuts." },
          { value: "We are closed on Mondays." },
          { value: "Would you like to hear about our wines?" },
        ],
      },
    },
    {
      id: "response-writing",
      title: "Response generation",
      about: "The next line of a conversation, written by hand",
      config: `<View>
  <Paragraphs name="talk" value="$talk" layout="dialogue"/>
  <Header value="Write what the host says next."/>
  <TextArea name="reply" toName="talk" rows="3" required="true" maxSubmissions="3" editable="true"/>
</View>`,
      data: { talk: booking.slice(0, 3) },
    },
    {
      id: "chat-evaluation",
      title: "Chat evaluation",
      about: "A conversation with a model, judged",
      config: `<View>
  <Chat name="chat" value="$chat"/>
  <Header value="The last answer is…"/>
  <Choices name="right" toName="chat" choice="single" layout="inline">
    <Choice value="right"/>
    <Choice value="partly right"/>
    <Choice value="wrong"/>
  </Choices>
  <TextArea name="why" toName="chat" rows="2" placeholder="What is wrong, if anything"/>
</View>`,
      data: { chat },
    },
  ],
};
