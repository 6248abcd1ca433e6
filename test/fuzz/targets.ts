// What is fuzzed, and what must hold whatever comes in. Importers: import-targets.ts.

import assert from "node:assert/strict";
import fc from "fast-check";
import { FACET_NAMES, type Filters, ORDERS, readAddress, writeAddress } from "../../layouts/assets/search/address.ts";
import { readAlias } from "../../scripts/archive/alias.ts";
import { readCsvLine, toCsvCell } from "../../scripts/archive/csv-line.ts";
import { parseFrontMatter, serializeFrontMatter } from "../../scripts/archive/front-matter.ts";
import { listAddressKeys, readOldAddress, toOldPath } from "../../scripts/archive/old-address.ts";
import { isSafeFolderName, toSlug } from "../../scripts/archive/slug.ts";
import { buildThread } from "../../scripts/archive/thread.ts";
import { htmlToMarkdown } from "../../scripts/markdown/html-to-markdown.ts";
import { htmlToText } from "../../scripts/markdown/html-to-text.ts";
import { renderHtml, renderMarkdown } from "../../scripts/markdown/render-markdown.ts";
import { toOldFile } from "../../scripts/site/old-addresses/old-file.ts";
import { showHidden } from "../../scripts/site/visible-names.ts";
import { assertHarmless } from "../markdown/assert-harmless.ts";
import { IMPORT_TARGETS } from "./import-targets.ts";
import { addressSoup, plainSoup, soup } from "./soup.ts";

/** Something that is fuzzed. */
export interface FuzzTarget {
  readonly name: string;
  readonly property: fc.IRawProperty<unknown>;
  /** Inputs in `npm test`. */
  readonly quick: number;
}

function target<Input>(
  name: string,
  quick: number,
  input: fc.Arbitrary<Input>,
  check: (input: Input) => void,
): FuzzTarget {
  return { name, quick, property: fc.property(input, check) as fc.IRawProperty<unknown> };
}

const fields = fc.dictionary(
  fc.string({ unit: fc.constantFrom(..."abcdefgh_"), minLength: 1, maxLength: 8 }),
  fc.oneof(soup, fc.array(soup, { minLength: 1, maxLength: 3 }), fc.boolean(), fc.integer()),
  { maxKeys: 5 },
);

const comments = fc
  .array(
    fc.record({
      number: fc.nat(30),
      parent: fc.option(fc.nat(40)),
      date: fc.option(fc.oneof(fc.constantFrom("2011", "2011-01-20T12:51:00+01:00", "2012~"), soup)),
    }),
    { maxLength: 40 },
  )
  .map((list) =>
    list.map(({ number, parent, date }) => ({
      id: `c${number}`,
      ...(parent !== null && { parent: `c${parent}` }),
      ...(date !== null && { date }),
    })),
  );

const state = fc.record({
  query: plainSoup.map((text) => text.toString().trim()),
  filters: fc.record(
    Object.fromEntries(
      FACET_NAMES.map((name) => [
        name,
        fc.uniqueArray(
          plainSoup.filter((text) => text !== ""),
          { maxLength: 2 },
        ),
      ]),
    ),
  ) as unknown as fc.Arbitrary<Filters>,
  order: fc.constantFrom(...ORDERS),
  page: fc.integer({ min: 1, max: 1000 }),
});

/** All targets. */
export const FUZZ_TARGETS: readonly FuzzTarget[] = [
  target("markdown", 250, soup, (text) => {
    for (const profile of ["post", "comment"] as const)
      assertHarmless(renderMarkdown(text, { profile, isForPage: true }));
  }),
  target("html", 250, soup, (html) => {
    assertHarmless(renderHtml(html, { profile: "comment" }));
    assert.equal(typeof htmlToText(html), "string");
  }),
  target("html-to-markdown", 200, soup, (html) => {
    const { markdown } = htmlToMarkdown(html, { profile: "post", baseUrl: "https://example.org/a/" });
    const shown = renderMarkdown(markdown, { profile: "post" });
    assertHarmless(shown);
    // What was made once says the same when it is made again.
    const again = htmlToMarkdown(shown, { profile: "post" }).markdown;
    assertHarmless(renderMarkdown(again, { profile: "post" }));
  }),
  target("front-matter", 300, fc.tuple(fields, soup), ([values, body]) => {
    const text = serializeFrontMatter(Object.entries(values), body);
    const read = parseFrontMatter(text);
    assert.deepEqual(read.errors, []);
    const filled = Object.entries(values).filter(([, value]) => value !== "");
    assert.deepEqual(
      [...read.fields.keys()].sort(),
      filled.map(([key]) => key).sort(),
      "no value becomes a key, none ends the head",
    );
  }),
  target("front-matter-typed", 300, fc.tuple(soup, soup), ([head, body]) => {
    const { fields: read, errors } = parseFrontMatter(`---\n${head}\n---\n${body}`);
    assert.ok(errors.length > 0 || [...read.keys()].every((key) => typeof key === "string"));
  }),
  target("thread", 300, comments, (list) => {
    const entries = buildThread(list);
    assert.equal(entries.length, list.length);
    assert.equal(new Set(entries.map(({ comment }) => comment)).size, list.length, "each comment once");
    let before = -1;
    for (const { depth, parent } of entries) {
      assert.ok(depth <= before + 1 && depth >= 0);
      assert.equal(depth === 0, parent === undefined);
      before = depth;
    }
  }),
  target("search-address", 300, fc.tuple(addressSoup, state), ([address, given]) => {
    const page = new URL("https://archive.example/en/search/");
    const lured = new URL(page);
    lured.search = address;
    readAddress(lured);
    const url = writeAddress(lured, given);
    assert.equal(url.origin + url.pathname, page.href, "a search never leads elsewhere");
    const read = readAddress(url);
    assert.deepEqual([read.order, read.page], [given.order, given.page]);
    assert.equal(read.query, wellFormed(given.query));
  }),
  target("old-address", 400, addressSoup, (address) => {
    const old = readOldAddress(address);
    if (old !== undefined) assert.ok(listAddressKeys(old).every((key) => typeof key === "string"));
    if (URL.canParse(address)) {
      assert.equal(typeof toOldPath(new URL(address).pathname), "string");
      assertInside(toOldFile(new URL(address).pathname)?.file);
    }
    assertInside(toOldFile(address)?.file);
    const alias = readAlias(address);
    assertInside(alias?.file);
    if (alias !== undefined)
      assert.equal(new URL(alias.path, "https://archive.example/").origin, "https://archive.example");
  }),
  target("names", 400, plainSoup, (name) => {
    const slug = toSlug(name);
    assert.ok(slug === "" || isSafeFolderName(slug) || /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(slug), slug);
    assert.equal(showHidden(showHidden(name)), showHidden(name));
    assert.doesNotMatch(showHidden(name), /[\u202d\u202e]/);
    assert.equal(readCsvLine(`${toCsvCell(name)},x`)[0], name.replace(/[\r\n]+/g, " "));
  }),
  ...IMPORT_TARGETS,
];

/** No file outside of the folder, none that is hidden. */
function assertInside(file: string | undefined): void {
  if (file === undefined) return;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file's name may hold them
  assert.doesNotMatch(file, /^\/|\\|[\u0000-\u001f]/, file);
  for (const name of file.split("/")) assert.doesNotMatch(name, /^\.|^$/, file);
}

function wellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8").trim();
}
