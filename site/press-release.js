// The document workbench: a press release, twelve classes, and two expressions whose matches are offered.

const config = `<View>
  <Labels name="figure" toName="release">
    <Label value="Cycle" background="#8e44ad" hint="The period that is reported, such as the third quarter of 2026"/>
    <Label value="CycleRef" background="#b07cc6" hint="Another period, which it is compared with"/>
    <Label value="EPS" background="#16a085" hint="Earnings per share"/>
    <Label value="FutureGuidance" background="#d35400" hint="What is expected"/>
    <Label value="GAAPNONGAAP" background="#7f8c8d" hint="By which rules a figure is made"/>
    <Label value="GrossMargin" background="#2980b9"/>
    <Label value="Loss" background="#c0392b"/>
    <Label value="Money" background="#27ae60"/>
    <Label value="Percent" background="#f39c12"/>
    <Label value="Revenue" background="#1f618d"/>
    <Label value="Ticker" background="#5d4037"/>
    <Label value="Year" background="#117864"/>
  </Labels>
  <Text name="release" value="$text" granularity="word"/>
  <Relations><Relation value="is of"/><Relation value="compared with"/></Relations>
</View>`;

const text = `Norrland Micro Foundry reports unaudited results for the third quarter of 2026

All currency figures in this report are in US dollars unless stated otherwise. The consolidated statements are prepared in accordance with GAAP; measures that are marked as non-GAAP leave out share-based compensation and the costs of the plant in Umeå.

UMEÅ, 5 November 2026. Norrland Micro Foundry AB (NASDAQ: NMFX; LSE: NMF), a maker of mature-node semiconductors, today announced its results of operations for the three months ended 30 September 2026.

Third quarter 2026 highlights

Revenue was $412.6 million in 3Q26, compared to $398.1 million in 2Q26 and $371.9 million in 3Q25. It grew by 3.6% quarter over quarter, and by 10.9% year over year.
Gross profit was $87.4 million, compared to $80.9 million in 2Q26.
Gross margin was 21.2% in 3Q26, compared to 20.3% in 2Q26 and 18.7% in 3Q25.
Non-GAAP operating income was $31.0 million, or 7.5 percent of revenue.
Loss from operations of the joint venture in Tromsø was $4.2 million, which is $1.1 million less than the loss in the quarter before.
Basic earnings per share were $0.14, compared to $0.11 in 2Q26; diluted earnings per share were $0.13. Non-GAAP diluted EPS came to $0.17.

Fourth quarter 2026 guidance

The following statements look forward, and are subject to risks. The Company expects revenue to increase by 2% to 4% over the third quarter of 2026. Gross margin is expected to range from 20% to 22%. Capital expenditures for the year 2026 are planned at approximately $640 million, of which $210 million are for clean rooms that open in 2027.

Comments of the management

"Utilisation rose to 91.4% as customers in the automotive business filled their stocks again," said the chief executive officer. "The price of wafers was steady, and we shipped 8% more of them than a year ago. We have guided for growth in the fourth quarter, although it is by season our weakest, because the new line is sold out until March 2027."

"Cash at the end of the quarter was $1.28 billion," added the chief financial officer, "and net debt fell to $96.5 million. We bought back shares for $25 million, at an average price of $18.42. The board will propose a dividend of $0.05 a share, the first since 2021."

Revenue by application

Smartphones contributed 24.1% of wafer revenue in 3Q26, compared to 26.8% in 2Q26. Computers and tablets contributed 21.6%, consumer electronics 23.0%, the internet of things 12.9%, and industry and cars 18.4%. By region, Europe stood for 47.2%, America for 30.5%, and Asia for 22.3% of revenue.

Operating expenses

Research and development expenses were $38.8 million, an increase of 5.1% over 2Q26 on a GAAP basis. General and administrative expenses fell from $19.7 million to $17.6 million. Selling expenses were $4.9 million. A loss of $2.3 million from the disposal of equipment is included in other expenses.

About non-GAAP measures

The Company uses EBITDA, EBITDA margin and non-GAAP diluted EPS to compare its periods. EBITDA was $118.7 million in 3Q26, or 28.8% of revenue, compared to $109.0 million, or 27.4%, in 2Q26. These measures have no standard meaning under GAAP, and other companies may calculate them in other ways.
`;

const editor = document.querySelector("cartouche-editor");
editor.config = config;
editor.task = { id: 1, data: { text } };
editor.expressions = [
  { name: "Money", pattern: String.raw`\$\d+(,\d{3})*(\.\d+)?( (million|billion))?` },
  { name: "Percent", pattern: String.raw`\d+(\.\d+)? ?(%|percent\b)` },
];

/** How many regions have each class. */
function show() {
  const counts = new Map();
  for (const { value } of editor.annotation?.result ?? []) {
    for (const label of value?.labels ?? []) {
      counts.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  const list = [...counts].sort(([one], [other]) => one.localeCompare(other)).map(([label, count]) => `${label} ${count}`);
  document.querySelector("#counts").textContent = list.length > 0 ? list.join(" · ") : "Nothing is labeled yet.";
}

editor.addEventListener("cartouche-change", show);
editor.addEventListener("cartouche-submit", ({ detail }) => {
  document.querySelector("#submitted").textContent = JSON.stringify(detail.annotation.result, null, 2);
});
