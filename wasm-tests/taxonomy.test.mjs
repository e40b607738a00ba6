// Trees of answers, with real events: a Taxonomy that answers, labels or is fetched, Choices that hold others, and layout="select".

import { pause } from "./support/image.mjs";
import { withMediaServer } from "./support/media_server.mjs";
import { equal, ok, test } from "./support/registry.mjs";
import { drawnSpans, resultsOf, selectText } from "./support/text.mjs";

const items = `<Choice value="Archaea"/>
  <Choice value="Bacteria"><Choice value="Proteobacteria"><Choice value="Alpha" hint="purple"/><Choice value="Beta"/></Choice>
    <Choice value="Firmicutes"/></Choice>
  <Choice value="Eukarya"><Choice value="Animalia"/><Choice value="Plantae"/><Choice value="Fungi"/></Choice>`;

async function open(visit, control, annotations = []) {
  await visit.open("pages/editor.html");
  await visit.page.evaluate((xml, task) => {
    const editor = document.querySelector("cartouche-editor");
    editor.setAttribute("style", "height: 680px");
    Object.assign(editor, { config: xml, task });
  }, `<View>${control}<Image name="image" value="$image_url"/></View>`, { id: 7, data: { image_url: "/samples/chelsea.png" }, annotations });
}

const result = (visit) => visit.page.evaluate(() => document.querySelector("cartouche-editor").annotation.result.at(-1)?.value ?? null);

/** Waits until the value of the only result is this. */
const isAnswered = (visit, expected) => visit.until(`the answer is ${JSON.stringify(expected)}`, (expected) =>
  JSON.stringify(document.querySelector("cartouche-editor").annotation.result.at(-1)?.value ?? null) === expected, JSON.stringify(expected));

test("items of a taxonomy are opened, chosen and taken back by the mouse", async (visit) => {
  await open(visit, `<Taxonomy name="kind" toName="image" showFullPath="true">${items}</Taxonomy>`);
  const row = await visit.find("treeitem", "Bacteria");
  await visit.page.mouse.click(row.x - row.width / 2 + 14, row.y); // what opens it
  await visit.find("treeitem", "Firmicutes");
  equal(await result(visit), null, "opening answers nothing");
  await visit.click("treeitem", "Firmicutes");
  await isAnswered(visit, { taxonomy: [["Bacteria", "Firmicutes"]] });
  await visit.click("treeitem", "Archaea");
  await isAnswered(visit, { taxonomy: [["Bacteria", "Firmicutes"], ["Archaea"]] });
  await visit.click("button", "Remove Bacteria / Firmicutes");
  await isAnswered(visit, { taxonomy: [["Archaea"]] });
  await visit.press("z", "Control");
  await isAnswered(visit, { taxonomy: [["Bacteria", "Firmicutes"], ["Archaea"]] });
  await visit.click("button", "Submit");
  const [answer] = await visit.submitted();
  equal([answer.type, answer.from_name, answer.to_name, answer.origin], ["taxonomy", "kind", "image", "manual"], "the result");
});

test("a taxonomy is searched, and what is found is chosen by the keyboard alone", async (visit) => {
  await open(visit, `<Taxonomy name="kind" toName="image" placeholder="Find a kind">${items}</Taxonomy>`);
  await visit.click("combobox", "Find a kind");
  await visit.page.keyboard.type("ALPH");
  await visit.find("treeitem", "Alpha");
  ok(!(await visit.has("treeitem", "Firmicutes")), "the others are not shown");
  await pause(); // until the last letter was searched for
  await visit.press("ArrowDown");
  await visit.press("ArrowDown");
  await visit.press("Enter");
  await isAnswered(visit, { taxonomy: [["Bacteria", "Proteobacteria", "Alpha"]] });
  await visit.press("a", "Control");
  await visit.press("Backspace");
  await visit.find("treeitem", "Eukarya");
  await visit.press("Tab");
  await visit.focusedIs("tree kind");
  await visit.press("End");
  await visit.press("ArrowRight");
  await visit.find("treeitem", "Animalia");
  await visit.press("ArrowRight");
  await visit.press(" ");
  await isAnswered(visit, { taxonomy: [["Bacteria", "Proteobacteria", "Alpha"], ["Eukarya", "Animalia"]] });
});

test("of a nested choice all that it holds is chosen", async (visit) => {
  await open(visit, `<Choices name="kind" toName="image" allowNested="true" choice="multiple">${items}</Choices>`);
  await visit.click("treeitem", "Eukarya");
  await isAnswered(visit, { choices: [["Eukarya"], ["Eukarya", "Animalia"], ["Eukarya", "Plantae"], ["Eukarya", "Fungi"]] });
});

test("thousands of choices are searched; an answer that the config does not have stands out, and can go", async (visit) => {
  const many = Array.from({ length: 3000 }, (_, index) => `<Choice value="City ${index}"/>`).join("");
  await open(visit, `<Choices name="city" toName="image" layout="select">${many}</Choices>`, [{ id: 1, result: [
    { id: "r", type: "choices", from_name: "city", to_name: "image", value: { choices: ["Atlantis"] } },
  ] }]);
  await visit.find("button", "Remove Atlantis");
  await visit.click("combobox", "Search");
  await visit.page.keyboard.type("city 2718");
  await pause(); // until the last digit was searched for
  await visit.click("treeitem", "City 2718");
  await isAnswered(visit, { choices: ["City 2718"] });
  await visit.until("one takes the place of the other", () =>
    !document.querySelector("cartouche-editor").shadowRoot.querySelector('[aria-label="Remove Atlantis"]'));
});

test("items that label are found by the command palette, and are classes of the text", async (visit) => {
  await visit.label(`<View><Taxonomy name="kind" toName="text" labeling="true">${items}</Taxonomy>
    <Text name="text" value="$text"/></View>`, { text: "Seas and lakes" });
  await visit.find("treeitem", "Archaea");
  await selectText(visit, [0, 4]);
  await visit.press("k", "Alt");
  await visit.focusedIs("combobox Search commands");
  await visit.page.keyboard.type("firmi");
  await visit.find("option", "Firmicutes");
  await visit.press("Enter");
  equal((await resultsOf(visit, 1))[0].value, { start: 0, end: 4, text: "Seas", taxonomy: [["Bacteria", "Firmicutes"]] }, "the region");
  await visit.click("tab", "Classes");
  await visit.find("checkbox", "Firmicutes, 1");
});

test("items of a taxonomy label a text, chosen before or after it is selected, and for a region", async (visit) => {
  await visit.label(`<View><Taxonomy name="kind" toName="text" labeling="true" showFullPath="true" pathSeparator=" > ">${items}</Taxonomy>
    <Text name="text" value="$text"/></View>`, { text: "Seas and lakes" });
  await visit.click("treeitem", "Archaea");
  await isInHand(visit, "Archaea");
  await selectText(visit, [0, 4]);
  const [{ id, ...made }] = await resultsOf(visit, 1);
  equal(made, {
    value: { start: 0, end: 4, text: "Seas", taxonomy: [["Archaea"]] }, from_name: "kind", to_name: "text", type: "taxonomy", origin: "manual",
  }, "the region");
  ok(id, "it has an id");
  await isInHand(visit, "Archaea", false); // it was for this region alone
  await selectText(visit, [9, 14]);
  await turn(visit, "Bacteria");
  await visit.click("treeitem", "Firmicutes");
  equal((await resultsOf(visit, 2))[1].value, { start: 9, end: 14, text: "lakes", taxonomy: [["Bacteria", "Firmicutes"]] }, "the second");
  await visit.until("both are drawn with their names", () =>
    [...document.querySelector("cartouche-editor").shadowRoot.querySelectorAll(".text .mark")].length >= 2);
  equal((await drawnSpans(visit)).length, 2, "spans");
  await visit.click("treeitem", "2 Bacteria > Firmicutes, span: lakes");
  await isInHand(visit, "Firmicutes");
  await visit.click("treeitem", "Eukarya");
  await isAnswered(visit, { start: 9, end: 14, text: "lakes", taxonomy: [["Bacteria", "Firmicutes"], ["Eukarya"]] });
  await visit.click("treeitem", "Firmicutes");
  await visit.click("treeitem", "Eukarya"); // the last one stays
  await isAnswered(visit, { start: 9, end: 14, text: "lakes", taxonomy: [["Eukarya"]] });
});

/** Waits until an item of the tree is (not) chosen. */
const isInHand = (visit, name, expected = true) => visit.until(`${name} is ${expected ? "" : "not "}chosen`, (name, expected) =>
  document.querySelector("cartouche-editor").shadowRoot.querySelector(`[role=treeitem][aria-label="${name}"]`)?.getAttribute("aria-selected") === expected,
name, String(expected));

/** A server of items that are within each other as the paths in `tree` say, and who asked for them. */
function withItems(tree, action) {
  const heads = [];
  const answer = (request) => {
    heads.push(request.headers.authorization ?? "");
    const path = new URL(request.url, "http://host").searchParams.getAll("path").join("/");
    const found = tree[path];
    const headers = { "Access-Control-Allow-Headers": "authorization" };
    return request.method === "OPTIONS" ? { status: 204, cors: true, headers }
      : found === undefined ? { status: 503, cors: true, headers }
        : { type: "application/json", body: JSON.stringify(found), cors: true, headers };
  };
  return withMediaServer({ "/items": answer }, (url, asked) => action(url, asked, heads));
}

const fetched = (address, attributes = "") =>
  `<View><Text name="text" value="$text"/><Taxonomy name="kind" toName="text" ${attributes} apiUrl="${address}"/></View>`;

/** Opens or closes an item of the first level. */
async function turn(visit, name) {
  const row = await visit.find("treeitem", name);
  await visit.page.mouse.click(row.x - row.width / 2 + 14, row.y);
}

test("items at an address are fetched level by level, and chosen", async (visit) => {
  visit.expectProblem(/^request to /); // another host's, on this machine
  await withItems({
    "": { items: [{ value: "Living things", alias: "bio", isLeaf: false }, { value: "Stones" }] },
    "bio": [{ value: "Ä & B", hint: "with a hint" }],
  }, async (url, asked) => {
    await visit.label(fetched(`${url}/items?project=7`), { text: "Seas" });
    await visit.find("treeitem", "Stones");
    equal(asked.map(({ path }) => path), ["/items?project=7"], "what was asked for");
    await turn(visit, "Living things");
    await visit.click("treeitem", "Ä & B");
    await isAnswered(visit, { taxonomy: [["bio", "Ä & B"]] });
    equal(asked.map(({ path }) => path), ["/items?project=7", "/items?project=7&path=bio"], "what was asked for");
    await visit.page.evaluate((task) => {
      document.querySelector("cartouche-editor").task = task;
    }, { id: 8, data: { text: "Lakes" } });
    await visit.find("treeitem", "Living things");
    await turn(visit, "Living things");
    await visit.find("treeitem", "Ä & B");
    equal(asked.length, 2, "fetched for the next task");
  });
});

test("a name and a password in the address go along as a header, and are not shown", async (visit) => {
  visit.expectProblem(/request to|Failed to load|status of|503/i);
  const tree = { "": [{ value: "Stones" }, { value: "Beasts", isLeaf: false }] };
  await withItems(tree, async (url, asked, heads) => {
    await visit.label(fetched(`${url.replace("http://", "http://ada:l%C3%B6ve@")}/items`), { text: "Seas" });
    await visit.find("treeitem", "Stones");
    equal(heads.filter((head) => head !== ""), [`Basic ${Buffer.from("ada:löve").toString("base64")}`], "headers");
    await turn(visit, "Beasts");
    const { name } = await visit.find("alert", "Open \"Beasts\" once more to try again.");
    ok(name.includes(`The items ${url}/items?path=Beasts cannot be loaded`) && !name.includes("ve@"), name);
    tree.Beasts = [{ value: "Cat" }];
    await turn(visit, "Beasts");
    await visit.find("treeitem", "Cat");
    await visit.until("nothing is wrong any more", () => !document.querySelector("cartouche-editor").shadowRoot.querySelector("[data-widget][role=alert]"));
  });
});

test("items that cannot be fetched are told, tried again, and those that were chosen stay", async (visit) => {
  visit.expectProblem(/request to|Failed to load|status of|503/i);
  const tree = {};
  await withItems(tree, async (url) => {
    await visit.open("pages/editor.html");
    await visit.page.evaluate((config, task) => {
      Object.assign(document.querySelector("cartouche-editor"), { config, task });
    }, fetched(`${url}/items`), { data: { text: "Seas" }, annotations: [{ id: 1, result: [
      { id: "r", type: "taxonomy", from_name: "kind", to_name: "text", value: { taxonomy: [["Beasts", "Cat"]] } },
    ] }] });
    await visit.find("alert", `The items ${url}/items cannot be loaded`);
    await visit.find("button", "Remove Beasts / Cat");
    tree[""] = [{ value: "Stones" }];
    await visit.click("button", "Try again");
    await visit.click("treeitem", "Stones");
    await isAnswered(visit, { taxonomy: [["Beasts", "Cat"], ["Stones"]] });
    ok((await visit.events("cartouche-error")).some(({ code }) => code === "value-unreachable"), "the host was told");
  });
});

test("the page gives the address of items, as it does of media", async (visit) => {
  visit.expectProblem(/^request to /);
  await withItems({ "": [{ value: "Beasts", isLeaf: false }], "Beasts": [{ value: "Cat" }] }, async (url) => {
    await visit.open("pages/editor.html");
    await visit.page.evaluate((url, config) => {
      window.calls = [];
      const editor = document.querySelector("cartouche-editor");
      editor.resolveMedia = (address, reason) => (window.calls.push([address, reason]), address.replace("s3://kinds", url));
      Object.assign(editor, { config, task: { data: { text: "Seas" } } });
    }, url, fetched("s3://kinds/items"));
    await turn(visit, "Beasts");
    await visit.find("treeitem", "Cat");
    equal(await visit.page.evaluate(() => window.calls), [["s3://kinds/items", "first"], ["s3://kinds/items?path=Beasts", "first"]], "what was asked");
  });
});
