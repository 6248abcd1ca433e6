// References in every format: odd names, what LaTeX and RIS would misread, dates of every precision, and what is unknown.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { writeKey } from "../../../scripts/site/cite/bibtex.ts";
import type { Citation } from "../../../scripts/site/cite/citation.ts";
import { citeWords } from "../../../scripts/site/cite/cite-words.ts";
import { FORMAT_NAMES, writeCitation } from "../../../scripts/site/cite/formats.ts";
import { getStrings, type Language } from "../../../scripts/strings/index.ts";

const KNOWN: Citation = {
  kind: "post",
  id: "2011/salt",
  author: "Ylva Gryning",
  title: "Salt & väg",
  date: "2011-01-19T10:12:00+01:00",
  container: "Snow Blog",
  url: "https://gritter.example/en/2011/salt/",
  originalUrl: "http://snowblog.example/2011/salt",
  archive: "Gritter Papers",
  version: "0123456789abcdef0123456789abcdef01234567",
  lang: "en-GB",
};
const BARE: Citation = { kind: "post", id: "undated/untitled-7", archive: "Gritter Papers" };

function write(format: (typeof FORMAT_NAMES)[number], changes: Partial<Citation> = {}, language: Language = "en") {
  return writeCitation(format, { ...KNOWN, ...changes }, citeWords(getStrings(language)));
}

describe("a reference as text", () => {
  const rest =
    "Snow Blog. First published at http://snowblog.example/2011/salt. Kept in Gritter Papers, version 0123456789ab. https://gritter.example/en/2011/salt/";
  const cases: readonly (readonly [string, Partial<Citation>, string])[] = [
    ["a post", {}, `Ylva Gryning. (2011, 19 January). Salt & väg [Blog post]. ${rest}`],
    ["a page", { kind: "page" }, `Ylva Gryning. (2011, 19 January). Salt & väg [Web page]. ${rest}`],
    ["a comment", { kind: "comment" }, `Ylva Gryning. (2011, 19 January). Comment on “Salt & väg”. ${rest}`],
    [
      "a title that asks",
      { kind: "comment", title: "Why?" },
      `Ylva Gryning. (2011, 19 January). Comment on “Why?” ${rest}`,
    ],
    ["a name that ends in a stop", { author: "Bo Jr." }, `Bo Jr. (2011, 19 January). Salt & väg [Blog post]. ${rest}`],
  ];
  for (const [name, changes, expected] of cases) test(name, () => assert.equal(write("text", changes), expected));

  test("in Swedish", () => {
    assert.equal(
      write("text", { kind: "comment", date: "2011-07~" }, "sv"),
      "Ylva Gryning. (ca 2011, juli). Kommentar till ”Salt & väg”. Snow Blog. Först publicerat på http://snowblog.example/2011/salt. Bevarat i Gritter Papers, version 0123456789ab. https://gritter.example/en/2011/salt/",
    );
  });

  test("nothing is invented for what is unknown", () => {
    const words = citeWords(getStrings("en"));
    assert.equal(writeCitation("text", BARE, words), "[Untitled] [Blog post]. (n.d.). Kept in Gritter Papers.");
    const comment = { ...BARE, kind: "comment" } as const;
    assert.equal(writeCitation("text", comment, words), "Comment on an untitled post. (n.d.). Kept in Gritter Papers.");
  });

  test("the original's address stands once where the archive's is not known", () => {
    const text = write("text", { url: "http://snowblog.example/2011/salt" });
    assert.equal(text.split("http://snowblog.example").length, 2);
  });
});

describe("dates keep their precision", () => {
  const cases: readonly (readonly [string | undefined, string, string, string, string])[] = [
    ["2011-01-19T00:30:00+02:00", "2011, 19 January", "2011-01-19", "2011/01/19/", "[[2011,1,19]]"],
    ["2009-11", "2009, November", "2009-11", "2009/11//", "[[2009,11]]"],
    ["2009", "2009", "2009", "2009///", "[[2009]]"],
    ["2011-07~", "ca. 2011, July", "2011-07~", "2011/07//~", '[[2011,7]],"circa":true'],
    ["2011?", "2011?", "2011?", "2011///?", '[[2011]],"circa":true'],
    ["2011-07-02%", "ca. 2011, 2 July?", "2011-07-02%", "2011/07/02/~?", '[[2011,7,2]],"circa":true'],
    ["0099-02-28", "99, 28 February", "0099-02-28", "0099/02/28/", "[[99,2,28]]"],
  ];
  for (const [date, text, bibtex, ris, csl] of cases) {
    test(String(date), () => {
      assert.match(write("text", { date: date as string }), new RegExp(`\\(${text.replace(/[?.]/g, "\\$&")}\\)`));
      assert.ok(write("bibtex", { date: date as string }).includes(`  date = {${bibtex}},`));
      assert.ok(write("ris", { date: date as string }).includes(`\r\nDA  - ${ris}\r\n`));
      assert.ok(write("csl", { date: date as string }).includes(`"issued": {"date-parts":${csl}}`));
    });
  }

  test("one that cannot be read stays as it is in words, and out of the fields", () => {
    assert.match(write("text", { date: "long ago" }), /\(long ago\)/);
    for (const format of ["bibtex", "ris", "csl"] as const)
      assert.doesNotMatch(write(format, { date: "x" }), /date|DA|issued/);
  });
});

describe("BibTeX", () => {
  test("an entry", () => {
    assert.equal(
      write("bibtex"),
      `@misc{2011:salt,
  author = {{Ylva Gryning}},
  title = {{Salt \\& väg}},
  date = {2011-01-19},
  year = {2011},
  month = jan,
  howpublished = {Snow Blog},
  url = {https://gritter.example/en/2011/salt/},
  note = {First published at http://snowblog.example/2011/salt. Kept in Gritter Papers, version 0123456789ab},
  langid = {english}
}
`,
    );
  });

  test("specials are text, braces stay balanced, and a name with “and” is one name", () => {
    const entry = write("bibtex", { author: "Salt and Sand {Ltd", title: "100 % #1 $_^~\\}{ \\input{x}" });
    assert.ok(entry.includes("author = {{Salt and Sand {\\textbraceleft}Ltd}}"));
    assert.ok(
      entry.includes(
        "{{100 \\% \\#1 \\$\\_{\\textasciicircum}{\\textasciitilde}{\\textbackslash}{\\textbraceright}{\\textbraceleft} {\\textbackslash}input{\\textbraceleft}x{\\textbraceright}}}",
      ),
    );
    assert.equal(entry.split("{").length, entry.split("}").length);
  });

  test("an address keeps its signs but for what would end it", () => {
    assert.ok(
      write("bibtex", { url: "https://x.example/a_b?c=%20&d={e}#f" }).includes(
        "{https://x.example/a_b?c=%20&d=%7Be%7D#f}",
      ),
    );
  });

  test("keys are plain and never the same for two ids", () => {
    const ids = ["2011/salt", "2011/salt#c1", "2011/salt-c1", "2011/sält", "2011/salt_", "2011/中", "2011/, }"];
    const keys = ids.map(writeKey);
    assert.equal(new Set(keys).size, ids.length);
    for (const key of keys) assert.match(key, /^[A-Za-z0-9:._-]+$/);
  });
});

describe("RIS and CSL-JSON", () => {
  test("a record", () => {
    assert.equal(
      write("ris"),
      [
        "TY  - BLOG",
        "ID  - 2011/salt",
        "AU  - Ylva Gryning",
        "TI  - Salt & väg",
        "T2  - Snow Blog",
        "PY  - 2011",
        "DA  - 2011/01/19/",
        "DB  - Gritter Papers",
        "UR  - https://gritter.example/en/2011/salt/",
        "N1  - First published at http://snowblog.example/2011/salt. Kept in Gritter Papers, version 0123456789ab",
        "LA  - en-GB",
        "ER  - ",
        "",
      ].join("\r\n"),
    );
  });

  test("a value cannot begin another field, nor turn the words around it", () => {
    const hostile = { author: "Bo\r\nER  - \u0000\u2028TY  - BOOK", title: "\u202egnorw\u2066" };
    assert.ok(write("ris", hostile).includes("\r\nAU  - Bo ER - TY - BOOK\r\nTI  - gnorw\r\n"));
    assert.equal(JSON.parse(write("csl", hostile)).title, "gnorw");
  });

  test("an item", () => {
    assert.deepEqual(JSON.parse(write("csl", { kind: "comment", id: "2011/salt#c1" })), {
      id: "2011/salt#c1",
      type: "post",
      title: "Comment on “Salt & väg”",
      author: [{ literal: "Ylva Gryning" }],
      issued: { "date-parts": [[2011, 1, 19]] },
      "container-title": "Snow Blog",
      URL: "https://gritter.example/en/2011/salt/",
      archive: "Gritter Papers",
      version: "0123456789ab",
      language: "en-GB",
      note: "First published at http://snowblog.example/2011/salt. Kept in Gritter Papers, version 0123456789ab",
    });
  });

  test("what is unknown has no field", () => {
    const words = citeWords(getStrings("sv"));
    assert.deepEqual(JSON.parse(writeCitation("csl", BARE, words)), {
      id: "undated/untitled-7",
      type: "post-weblog",
      archive: "Gritter Papers",
      note: "Bevarat i Gritter Papers",
    });
    assert.doesNotMatch(writeCitation("ris", BARE, words), /^(AU|TI|T2|PY|DA|UR|LA)/m);
    assert.doesNotMatch(writeCitation("bibtex", BARE, words), /^ {2}(author|title|date|year|url|langid)/m);
    for (const format of FORMAT_NAMES) assert.doesNotMatch(writeCitation(format, BARE, words), /undefined|null/);
  });
});
