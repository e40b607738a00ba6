import { equal, ok, test } from "./support/registry.mjs";
import { drag, placer } from "./support/image.mjs";
import { pets } from "./support/pets.mjs";
import { colorsAt, compareToReference } from "./support/screenshot.mjs";

const frames = (visit) => visit.page.evaluate(() => document.querySelector("cartouche-editor").statistics.frames);

async function labelAndSettle(visit, config = pets, attributes = {}) {
  await visit.label(config, undefined, attributes);
  await visit.find("img", "Image");
  let last = -1;
  for (let now = await frames(visit); now !== last; now = await frames(visit)) {
    last = now;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

test("an idle page draws no frames and asks for none", async (visit) => {
  await labelAndSettle(visit);
  await visit.page.evaluate(() => {
    window.requests = 0;
    const original = window.requestAnimationFrame;
    window.requestAnimationFrame = (callback) => {
      window.requests += 1;
      return original.call(window, callback);
    };
  });
  const before = await frames(visit);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  equal(await frames(visit), before, "frames");
  equal(await visit.page.evaluate(() => window.requests), 0, "requests for frames");
});

test("the canvas is as sharp as the screen, and follows its element", async (visit) => {
  await visit.page.setViewport({ width: 1000, height: 800, deviceScaleFactor: 2 });
  await labelAndSettle(visit);
  const size = () => visit.page.evaluate(() => {
    const canvas = document.querySelector("cartouche-editor").shadowRoot.querySelector("canvas");
    return [canvas.width, canvas.height];
  });
  equal(await size(), [1800, 1120], "device pixels");
  const before = await visit.find("button", "Submit");
  await visit.page.evaluate(() => {
    document.querySelector("cartouche-editor").style.width = "600px";
  });
  await visit.until("the button moves with the edge", (x) => {
    const box = document.querySelector("cartouche-editor").shadowRoot.querySelector('[aria-label="Submit"]').getBoundingClientRect();
    return Math.abs(box.x + box.width / 2 - (x - 300)) < 1;
  }, before.x);
  equal(await size(), [1200, 1120], "device pixels");
}, { only: "chromium" });

test("the wheel scrolls the page where the editor has nothing to scroll", async (visit) => {
  await labelAndSettle(visit);
  await visit.page.mouse.move(400, 300);
  await visit.page.mouse.wheel({ deltaY: 200 });
  await visit.until("the page scrolls", () => scrollY > 100);
});

test("the wheel scrolls the editor first where it has", async (visit) => {
  const many = Array.from({ length: 40 }, (_, index) => `<Choice value="c${index}"/>`).join("");
  await labelAndSettle(visit, `<View><Choices name="Pets" toName="Image">${many}</Choices><Image name="Image" value="$image_url"/></View>`);
  const before = await visit.find("radio", "c3");
  await visit.page.mouse.move(400, 300);
  await visit.page.mouse.wheel({ deltaY: 120 });
  await visit.until("the content moves", (y) => {
    const box = document.querySelector("cartouche-editor").shadowRoot.querySelector('[aria-label="c3"]').getBoundingClientRect();
    return box.y + box.height / 2 < y - 60;
  }, before.y);
  equal(await visit.page.evaluate(() => scrollY), 0, "scroll position of the page");
});

test("a lost graphics context is restored, image and all", async (visit) => {
  visit.expectProblem(/context/i);
  await labelAndSettle(visit);
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  await visit.page.evaluate(async () => {
    const canvas = document.querySelector("cartouche-editor").shadowRoot.querySelector("canvas");
    const extension = canvas.getContext("webgl2").getExtension("WEBGL_lose_context");
    extension.loseContext();
    await new Promise((resolve) => setTimeout(resolve, 100));
    extension.restoreContext();
  });
  await new Promise((resolve) => setTimeout(resolve, 800));
  await compareToReference(visit, "chosen", "cartouche-editor");
}, { only: "chromium" });

test("what is transparent in an image lets the ground through", async (visit) => {
  await visit.open("pages/editor.html");
  const url = await visit.page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 64, height: 64 });
    const context = canvas.getContext("2d");
    context.fillStyle = "rgb(255 0 0 / 50%)";
    context.fillRect(0, 0, 64, 64);
    return canvas.toDataURL();
  });
  await visit.label(pets, { image_url: url }, { theme: "light" });
  await visit.until("the image is square", () => {
    const box = document.querySelector("cartouche-editor").shadowRoot.querySelector("[role=img]")?.getBoundingClientRect();
    return box && Math.abs(box.width - box.height) < 1;
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const image = await visit.find("img", "Image");
  const [mixed, ground] = await colorsAt(visit, [[image.x, image.y], [image.x + image.width / 2 + 20, image.y]]);
  const expected = ground.map((part, channel) => Math.round((part + (channel === 0 ? 255 : 0)) / 2));
  ok(expected.every((part, channel) => Math.abs(part - mixed[channel]) < 6), `${mixed} on ${ground}, expected ${expected}`);
});

test("it looks as it was meant to: light", async (visit) => {
  await labelAndSettle(visit, pets, { theme: "light" });
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  await visit.page.mouse.move(5, 5);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await compareToReference(visit, "chosen", "cartouche-editor");
});

test("it looks as it was meant to: dark, narrow, with the focus ring", async (visit) => {
  await visit.label(pets, undefined, { theme: "dark" });
  await visit.page.evaluate(() => {
    document.querySelector("cartouche-editor").style.width = "360px";
  });
  await visit.find("img", "Image");
  await visit.page.focus("#before");
  await visit.press("Tab");
  await visit.focusedIs("radio Cat");
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await compareToReference(visit, "dark-narrow", "cartouche-editor");
});

test("Chromium's own accessibility tree has every widget with its role, name and state", async (visit) => {
  await labelAndSettle(visit);
  await visit.click("radio", "Cat");
  await visit.checked("radio", "Cat");
  const tree = await visit.page.accessibility.snapshot({ interestingOnly: false });
  const found = [];
  const walk = (node) => {
    found.push([node.role, node.name, node.checked, node.disabled].filter((part) => part !== undefined).join(" "));
    node.children?.forEach(walk);
  };
  walk(tree);
  for (const wanted of ["radiogroup Pets", "radio Cat true", "radio Dog false", "image Image", "button Redo true", "button Submit"]) {
    ok(found.some((line) => line.startsWith(wanted)), `"${wanted}" is not among ${JSON.stringify(found)}`);
  }
}, { only: "chromium" });

test("what is drawn in parts is what would have been drawn whole", async (visit) => {
  await visit.label(`<View><Header value="Whiskers"/>
    <RectangleLabels name="label" toName="image"><Label value="Eye"/><Label value="Nose"/></RectangleLabels>
    <Image name="image" value="$image_url" crosshair="true" rotateControl="true"/></View>`, undefined, { style: "height: 660px" });
  await visit.find("toolbar", "Image tools");
  const at = await placer(visit);
  const { page } = visit;
  await visit.click("radio", "Eye");
  await drag(visit, at(20, 20), at(45, 50));
  await drag(visit, at(50, 20), at(70, 60));
  await visit.press("v");
  await drag(visit, at(30, 40), at(40, 60)); // selects and moves
  await page.keyboard.down("Alt");
  await page.keyboard.press("k"); // a palette comes over all and goes
  await page.keyboard.up("Alt");
  await visit.find("dialog", "");
  await visit.press("Escape");
  await drag(visit, at(90, 90), at(55, 30));
  await page.mouse.move(...at(60, 50));
  const shot = async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    return page.screenshot({ encoding: "base64" });
  };
  const inParts = await shot();
  for (const theme of ["dark", "light"]) { // a theme changes all there is
    await page.evaluate((theme) => document.querySelector("cartouche-editor").setAttribute("theme", theme), theme);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  ok((await shot()) === inParts, "the pictures differ");
});

test("regions that change are drawn with what is around them alone, and all are as if drawn anew", async (visit) => {
  const kinds = ["Rectangle", "Ellipse", "Polygon", "KeyPoint", "Brush"];
  const controls = kinds.map((kind) => `<${kind}Labels name="${kind}" toName="image" strokeWidth="${{ Ellipse: 12, KeyPoint: 30 }[kind] ?? 2}">
    <Label value="A ${kind}" background="#d02090"/><Label value="B ${kind}" background="#2060d0"/></${kind}Labels>`).join("");
  const made = (id, kind, value) => ({
    id, from_name: kind, to_name: "image", type: `${kind.toLowerCase()}labels`, original_width: 451, original_height: 300,
    value: { ...value, [`${kind.toLowerCase()}labels`]: [`A ${kind}`] },
  });
  const annotations = [{ id: 1, result: [
    made("a", "Rectangle", { x: 10, y: 10, width: 40, height: 40, rotation: 20 }), made("b", "Ellipse", { x: 45, y: 40, radiusX: 20, radiusY: 15, rotation: 30 }),
    made("c", "Polygon", { points: [[30, 30], [80, 35], [60, 80], [35, 60]], closed: true }), made("d", "KeyPoint", { x: 62, y: 32, width: 4 }),
    made("e", "Rectangle", { x: 55, y: 25, width: 30, height: 30, rotation: 0 }),
  ] }];
  await visit.label(`<View>${controls}<Image name="image" value="$image_url"/></View>`, undefined, { style: "height: 720px" });
  await visit.page.evaluate((annotations) => {
    const editor = document.querySelector("cartouche-editor");
    editor.task = { ...editor.task, annotations };
  }, annotations);
  await visit.find("img", "A Polygon, polygon");
  const at = await placer(visit);
  const { page } = visit;
  const shot = async () => {
    await page.mouse.move(...at(99, 1));
    await new Promise((resolve) => setTimeout(resolve, 400));
    return page.screenshot({ encoding: "base64" });
  };
  const drawAnew = async () => {
    for (const height of ["700px", "720px"]) {
      await page.evaluate((height) => (document.querySelector("cartouche-editor").style.height = height), height);
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  };
  const steps = {
    "a rectangle is moved": async () => {
      await visit.press("v");
      await drag(visit, at(80, 50), at(72, 70));
    },
    "an ellipse with a thick line is moved and resized": async () => {
      await visit.click("treeitem", "2 A Ellipse, ellipse");
      await drag(visit, at(33, 45), at(25, 30));
    },
    "it gets another label": () => visit.click("radio", "B Ellipse"),
    "a corner of a polygon is moved": async () => {
      await visit.click("treeitem", "3 A Polygon, polygon");
      await drag(visit, at(60, 80), at(50, 90));
    },
    "a large point is moved": async () => {
      await visit.click("treeitem", "4 A KeyPoint, key point");
      await drag(visit, at(62, 32), at(75, 60));
    },
    "a mask is painted": async () => {
      await visit.press("Escape");
      await visit.click("radio", "A Brush");
      await drag(visit, at(20, 70), at(80, 75));
    },
    "a region goes": async () => {
      await visit.click("treeitem", "5 A Rectangle, rectangle");
      await visit.press("Delete");
    },
    "it comes back": () => visit.press("z", "Control"),
    "a region is hidden": () => visit.click("button", "Hide 1 A Rectangle, rectangle"),
  };
  for (const [name, act] of Object.entries(steps)) {
    await act();
    const inParts = await shot();
    await drawAnew();
    ok((await shot()) === inParts, `the pictures differ: ${name}`);
  }
});
