// Tables, forms, and lists of any length.

export const structured = {
  group: "Tables and forms",
  templates: [
    {
      id: "table-check",
      title: "Checking records",
      about: "A record as a table, right or wrong",
      config: `<View>
  <Header value="Is this record right?"/>
  <Table name="record" value="$record"/>
  <Choices name="verdict" toName="record" choice="single" layout="inline" required="true">
    <Choice value="Right"/>
    <Choice value="Wrong"/>
    <Choice value="I cannot tell"/>
  </Choices>
</View>`,
      data: { record: { Title: "Pumpkin soup", Serves: "4", Minutes: "35", Vegan: "yes" } },
    },
    {
      id: "free-metadata",
      title: "Free metadata",
      about: "Names and values for whatever stands in a text",
      config: `<View>
  <Text name="text" value="$text"/>
  <View style="display: grid; grid-template-columns: 1fr 2fr; gap: 8px">
    <TextArea name="name_1" toName="text" placeholder="name" maxSubmissions="1" editable="true"/>
    <TextArea name="value_1" toName="text" placeholder="value" maxSubmissions="1" editable="true"/>
    <TextArea name="name_2" toName="text" placeholder="name" maxSubmissions="1" editable="true"/>
    <TextArea name="value_2" toName="text" placeholder="value" maxSubmissions="1" editable="true"/>
  </View>
</View>`,
      data: { text: "Small house, two rooms, built in 1931, roof renewed in 2019, garden to the south." },
    },
    {
      id: "form",
      title: "A form",
      about: "Number, date, rating and text about one thing",
      config: `<View>
  <Text name="letter" value="$letter"/>
  <Header value="Sum in euros" size="5"/>
  <Number name="sum" toName="letter" min="0" max="100000" step="0.01"/>
  <Header value="Due on" size="5"/>
  <DateTime name="due" toName="letter" only="date" format="%Y-%m-%d"/>
  <Header value="How sure are you?" size="5"/>
  <Rating name="sure" toName="letter" maxRating="3"/>
  <Header value="Remarks" size="5"/>
  <TextArea name="remark" toName="letter" rows="2"/>
</View>`,
      data: { letter: "Please send 228.50 euros for paper and delivery by the first of December 2026." },
    },
    {
      id: "many-choices",
      title: "Many answers, with a filter",
      about: "Found by typing a few letters",
      config: `<View>
  <Text name="text" value="$text"/>
  <Filter name="find" toName="trade" minlength="0" placeholder="Find a trade"/>
  <Choices name="trade" toName="text" choice="single">
    <Choice value="Baker"/>
    <Choice value="Bookbinder"/>
    <Choice value="Carpenter"/>
    <Choice value="Clockmaker"/>
    <Choice value="Gardener"/>
    <Choice value="Glazier"/>
    <Choice value="Joiner"/>
    <Choice value="Mason"/>
    <Choice value="Plumber"/>
    <Choice value="Roofer"/>
    <Choice value="Saddler"/>
    <Choice value="Tailor"/>
  </Choices>
</View>`,
      data: { text: "She measures twice, cuts once, and her drawers never stick." },
    },
    {
      id: "repeated",
      title: "As many as the task has",
      about: "One question for each item of a list",
      config: `<View>
  <Header value="Is each of these a complaint?"/>
  <Repeater on="$messages" indexFlag="{{idx}}">
    <View>
      <Text name="message_{{idx}}" value="$messages[{{idx}}].text"/>
      <Choices name="complaint_{{idx}}" toName="message_{{idx}}" choice="single" layout="inline">
        <Choice value="Yes"/>
        <Choice value="No"/>
      </Choices>
    </View>
  </Repeater>
</View>`,
      data: {
        messages: [
          { text: "The parcel never came." },
          { text: "Where can I change my address?" },
          { text: "Third time that the lid is broken." },
        ],
      },
    },
  ],
};
