// What holds for every page of the site: found from everywhere, read by everybody, in any width.

import { readFile } from "node:fs/promises";
import { globSync } from "node:fs";
import { faintTexts, faultsOfPage } from "./support/page_faults.mjs";
import { equal, ok, test, tests } from "./support/registry.mjs";

const pages = ["index.html", "press-release.html", "playground.html", "project.html", "guide.html", "migrate.html", "security.html", "reference/", "reference/api.html"];
const root = new URL("../", import.meta.url).pathname;

async function open(visit, page) {
  await visit.open(page);
  await visit.until("its head is there", () => document.querySelector("site-header nav a") !== null);
  if (await visit.page.$("cartouche-editor")) {
    await visit.page.evaluate(() => document.querySelector("cartouche-editor").ready);
  }
}

for (const page of pages) {
  test(`the page ${page} can be read by everybody`, async (visit) => {
    await open(visit, page);
    equal(await visit.page.evaluate(faultsOfPage), [], "faults");
    for (const theme of ["light", "dark"]) {
      await visit.page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
      equal(await visit.page.evaluate(faintTexts), [], `texts that are hard to read in the ${theme} theme`);
    }
  });

  test(`the page ${page} has no sideways scroll, on a phone or a tablet`, async (visit) => {
    for (const width of [360, 780, 1000]) {
      await visit.page.setViewport({ width, height: 740, deviceScaleFactor: 1 });
      await open(visit, page);
      const { wide, culprits } = await visit.page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        culprits: [...document.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > innerWidth + 1).slice(0, 5)
          .map((element) => element.outerHTML.slice(0, 80)),
      }));
      ok(wide <= width, `in ${width} pixels it is ${wide} wide; ${culprits}`);
    }
  });
}

test("every page of the site leads to every other, and says which it is", async (visit) => {
  const expected = ["/", ...pages.slice(1).map((page) => `/${page}`)];
  for (const page of pages) {
    await open(visit, page);
    const { links, here } = await visit.page.evaluate(() => ({
      links: [...document.querySelectorAll("site-header a")].map((link) => link.getAttribute("href")),
      here: [...document.querySelectorAll("site-header [aria-current=page]")].map((link) => link.pathname),
    }));
    equal(links.sort(), expected.toSorted(), `links of ${page}`);
    equal(here, page === "index.html" ? [] : [`/${page}`], `where one is in ${page}`);
  }
});

test("no page of the site links to what is not there", async (visit) => {
  const known = new Map();
  for (const page of pages) {
    await open(visit, page);
    known.set(new URL(page, visit.server.url).pathname.replace(/index\.html$/, ""), await visit.page.evaluate(() => ({
      ids: [...document.querySelectorAll("[id]")].map(({ id }) => id),
      links: [...document.querySelectorAll("a[href]")].map((link) => link.href),
    })));
  }
  const lost = [];
  for (const [page, { links }] of known) {
    for (const link of new Set(links)) {
      const { pathname, hash, origin } = new URL(link);
      const target = known.get(pathname);
      const isThere = origin === new URL(visit.server.url).origin && (target
        ? hash === "" || hash.startsWith("#template=") || target.ids.includes(decodeURIComponent(hash.slice(1)))
        : (await fetch(link)).ok);
      if (!isThere) {
        lost.push(`${page} -> ${link}`);
      }
    }
  }
  equal(lost, [], "links to nothing");
}, { only: "chromium" });

test("the reference of the API has every declaration, and a word about each", async (visit) => {
  await open(visit, "reference/api.html");
  const { sections, silent } = await visit.page.evaluate(() => ({
    sections: [...document.querySelectorAll("main section")].map(({ id }) => id),
    silent: [...document.querySelectorAll("dt")].filter((term) => term.nextElementSibling.textContent === "").map((term) => term.textContent),
  }));
  const declared = (await readFile(`${root}shell/cartouche.d.ts`, "utf8")).matchAll(/^export (?:interface|class|type|function|const) (\w+)/gm);
  equal([...declared].map(([, name]) => name).filter((name) => !sections.includes(name)), [], "declarations that are missing");
  equal(silent.filter((text) => !/^(\[\w+: string\]|addEventListener)/.test(text)), [], "members without a word");
});

test("every claim about security names tests that there are", async (visit) => {
  await open(visit, "security.html");
  const named = await visit.page.evaluate(() => [...document.querySelectorAll("[data-test]")].map((test) => [test.dataset.test, test.textContent]));
  ok(named.length > 30, `${named.length} tests are named`);
  const native = globSync(`${root}native-tests/**/*.cpp`);
  const sources = { browser: null, native: (await Promise.all(native.map((file) => readFile(file, "utf8")))).join("\n"), fuzz: await readFile(`${root}native-tests/fuzz/run.mjs`, "utf8") };
  const isThere = ([where, name]) => {
    switch (where) {
      case "browser":
        return tests.some((test) => test.name === name);
      case "native":
        return sources.native.includes(`TEST_CASE("${name}")`);
      case "fuzz": {
        const [, parser] = /^the (\w+) parser survives 30 seconds of random input$/.exec(name) ?? [];
        return parser !== undefined && sources.fuzz.includes(`"${parser}"`);
      }
    }
  };
  equal(named.filter((one) => !isThere(one)), [], "tests that are named and not there");
}, { only: "chromium" });

test("the theme that is chosen on one page holds on the next", async (visit) => {
  await open(visit, "guide.html");
  await visit.page.evaluate(() => document.querySelector("input[value=dark]").click());
  await open(visit, "security.html");
  equal(await visit.page.evaluate(() => [document.documentElement.dataset.theme, document.querySelector("input[name=theme]:checked").value]), ["dark", "dark"], "theme");
});
