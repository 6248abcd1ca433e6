// Answers of the search: what is found, in which order, with which texts, counts and filters. The index is that of the build.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Filters, NO_FILTERS, NO_SEARCH, type SearchState } from "../../../layouts/assets/search/address.ts";
import { type Answer, answer } from "../../../layouts/assets/search/find.ts";
import { suggestWords } from "../../../layouts/assets/search/suggest.ts";
import { createDice, inventParagraph } from "../../../scripts/bench/invented-text.ts";
import { listStemKeys, toStemKey } from "../../../scripts/search/stem-key.ts";
import { listWords } from "../../../scripts/search/words.ts";
import { countOf } from "../../support/thoroughness.ts";
import { openSketches, type Sketch } from "./opened-index.ts";

const ARCHIVE: readonly Sketch[] = [
  {
    title: "We need to talk",
    date: "2011-01-19",
    topics: ["Records", "Talk"],
    texts: [
      {
        text: "Community engagement is a long walk. Openness is a habit.",
        author: "Ann Weir",
        lang: "en",
        source: "north",
      },
      { text: "My uncle was a grave digger, and he listened.", author: "Bo Strand", lang: "en", source: "north" },
      { text: "Openness, openness and a lighthouse.", author: "Cleo", lang: "en", source: "disqus" },
      { text: "This speaks of openness, too.", lang: "en", date: "2012-02-01", source: "north" },
      { text: "På svenska: vad sade gravgrävaren om kommunen?", author: "Dag", lang: "sv", source: "north" },
    ],
  },
  {
    title: "Öppenhet i kommunen",
    date: "2009-11-01",
    topics: ["Records"],
    texts: [
      {
        text: "Vi talar om öppenhet i kommunerna. Medborgare frågar om öppenheten.",
        author: "Åsa Öberg",
        lang: "sv",
        source: "south",
      },
      { text: "Gravgrävare är ett yrke som en kommun behöver.", author: "Eva", lang: "sv", source: "south" },
      { text: "Oppenhet utan prickar.", author: "Bo Strand", lang: "sv", source: "south" },
    ],
  },
  { title: "Undated", texts: [{ text: "A digger without a grave. Openness again.", lang: "en", author: "Ann Weir" }] },
  {
    title: "The grave",
    date: "2013-05-05",
    texts: [
      { text: "One grave.", lang: "en" },
      { text: "A digger came by.", lang: "en" },
    ],
  },
  {
    title: "Library",
    date: "2013-06-06",
    texts: [{ author: "Fay", text: "Libraries are quiet. The librarian’s e-mail is long.", lang: "en" }],
  },
  { title: "图书馆", date: "2014-01-01", texts: [{ text: "我们的图书馆很大。", lang: "zh" }] },
];

const index = await openSketches(ARCHIVE);

async function ask(query: string, more: Partial<Omit<SearchState, "query">> = {}): Promise<Answer> {
  return answer(index, { ...NO_SEARCH, ...more, query }, true);
}

/** Where the hits lead: `/1/#comment-2`; the first of each conversation. */
async function find(query: string, more: Partial<Omit<SearchState, "query">> = {}): Promise<readonly string[]> {
  const { shown } = await ask(query, more);
  return shown.map(({ texts, hits }) => {
    const id = texts.texts[hits[0] ?? 0]?.id;
    return id === undefined ? texts.path : `${texts.path}#${id}`;
  });
}

function filter(chosen: Partial<Filters>): { readonly filters: Filters } {
  return { filters: { ...NO_FILTERS, ...chosen } };
}

describe("what is found", () => {
  const cases: Readonly<Record<string, readonly [query: string, found: readonly string[]]>> = {
    "a word of one comment": ["lighthouse", ["/1/#comment-2"]],
    "two words, in one text before apart": ["grave digger", ["/1/#comment-1", "/3/", "/4/"]],
    "a phrase": ['"grave digger"', ["/1/#comment-1"]],
    "a phrase with typographic marks, in another form": ["“vad sade gravgrävaren”", ["/1/#comment-4"]],
    "a phrase that is not closed": ['"grave digger', ["/1/#comment-1"]],
    "words of two languages in one conversation": ["gravgrävaren lighthouse", ["/1/#comment-2"]],
    "a text is searched in its own language, not the page's": ["kommunerna", ["/2/", "/1/#comment-4"]],
    "a name": ["Bo Strand", ["/1/#comment-1", "/2/#comment-2"]],
    "a name of two comments, each alone": ["cleo", ["/1/#comment-2"]],
    "a name and a word": ["strand prickar", ["/2/#comment-2"]],
    "a title": ["undated", ["/3/"]],
    "a beginning, where no word is so": ["lighth", ["/1/#comment-2"]],
    "a beginning that goes on beyond the stem": ["öppenhete", ["/2/"]],
    "a beginning on request": ["librar*", ["/5/"]],
    "a word with a hyphen": ["e-mail", ["/5/"]],
    "a word with an apostrophe": ["librarian's", ["/5/"]],
    "letters without spaces": ["图书馆", ["/6/"]],
    "letters in another order": ["馆书", []],
    nothing: ["qzxv", []],
    "punctuation alone is nothing": ["?!", []],
  };
  for (const [name, [query, found]] of Object.entries(cases)) {
    test(name, async () => assert.deepEqual(await find(query), found));
  }

  test("the exact word comes before the same without diacritics, and that before other forms", async () => {
    const { shown } = await ask("oppenhet");
    assert.deepEqual(shown[0]?.hits, [2, 0]);
    assert.deepEqual((await ask("öppenhet")).shown[0]?.hits, [0, 2]);
    assert.deepEqual(await find("kommun"), ["/2/#comment-1", "/1/#comment-4"]);
  });

  test("all texts of a conversation that answer, best first", async () => {
    const { shown, total } = await ask("openness");
    assert.equal(total, 2);
    assert.deepEqual(shown[0]?.hits, [2, 0, 3]);
  });

  test("where one text holds all words, texts that hold a part are no hits", async () => {
    assert.deepEqual(
      (await ask("grave digger")).shown.map(({ hits }) => hits),
      [[1], [0], [0, 1]],
    );
  });

  test("a phrase never begins in a name and ends in the text", async () => {
    assert.deepEqual(await find('"Cleo openness"'), []);
    assert.deepEqual(await find('"Ann Weir"'), ["/1/", "/3/"]);
  });
});

describe("a beginning that goes on through several files", () => {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const words = letters.flatMap((one) => letters.map((two) => `lib${one}${two}x`));
  const asked: string[] = [];
  const openWith = (copies: number) =>
    openSketches(
      [
        {
          title: "Many",
          texts: [{ text: "Few" }, ...Array.from({ length: copies }, () => ({ text: words.join(" ") }))],
        },
        { title: "One", texts: [{ text: "Only libzzx" }] },
      ],
      { asked },
    );

  test("finds what stands in the last of them", async () => {
    asked.length = 0;
    const { total, cut } = await answer(await openWith(140), { ...NO_SEARCH, query: "lib*" }, false);
    assert.deepEqual([total, cut.length], [2, 0]);
    assert.ok(asked.filter((name) => name.endsWith(".words.bin")).length > 2, asked.join());
  });

  test("says so where there are too many", async () => {
    const { cut } = await answer(await openWith(320), { ...NO_SEARCH, query: "lib*" }, false);
    assert.deepEqual(
      cut.map(({ words: [word] }) => word),
      ["lib"],
    );
  });
});

describe("filters and counts", () => {
  test("count conversations, each facet under the others' filters", async () => {
    const { counts, total } = await ask("openness", filter({ kind: ["comment"] }));
    assert.equal(total, 1);
    assert.deepEqual(counts.get("kind"), [
      { value: "post", count: 2 },
      { value: "comment", count: 1 },
    ]);
    assert.deepEqual(counts.get("year"), [
      { value: "2011", count: 1 },
      { value: "2012", count: 1 },
    ]);
    assert.deepEqual(counts.get("source"), [
      { value: "disqus", count: 1 },
      { value: "north", count: 1 },
    ]);
    assert.deepEqual(counts.get("person"), [{ value: "Cleo", count: 1 }]);
    assert.deepEqual(counts.get("unknown"), [{ value: "name", count: 1 }]);
    assert.deepEqual(counts.get("topic"), [
      { value: "Records", count: 1 },
      { value: "Talk", count: 1 },
    ]);
  });

  const cases: Readonly<Record<string, readonly [query: string, chosen: Partial<Filters>, found: readonly string[]]>> =
    {
      kind: ["digger", { kind: ["post"] }, ["/3/"]],
      language: ["kommunen", { lang: ["sv"] }, ["/2/", "/1/#comment-4"]],
      "the language of the text, not of the page": ["gravgrävaren", { lang: ["en"] }, []],
      year: ["openness", { year: ["2012"] }, ["/1/#comment-3"]],
      "any of two years": ["openness", { year: ["2011", "2012"] }, ["/1/#comment-2"]],
      topic: ["kommunen", { topic: ["Talk"] }, ["/1/#comment-4"]],
      person: ["oppenhet", { person: ["Bo Strand"] }, ["/2/#comment-2"]],
      source: ["openness", { source: ["disqus"] }, ["/1/#comment-2"]],
      "no known date": ["openness", { unknown: ["date"] }, ["/3/"]],
      "no known name": ["openness", { unknown: ["name"] }, ["/1/#comment-3"]],
      "all words by texts that pass": ["grave digger", { kind: ["comment"] }, ["/1/#comment-1"]],
      combined: [
        "openness",
        { kind: ["comment"], year: ["2011"], person: ["Cleo"], topic: ["Talk"] },
        ["/1/#comment-2"],
      ],
      "without a query, the newest first": [
        "",
        { lang: ["en"], kind: ["comment"] },
        ["/4/#comment-1", "/1/#comment-1"],
      ],
      "a value that is not there": ["openness", { year: ["1999"] }, []],
    };
  for (const [name, [query, chosen, found]] of Object.entries(cases)) {
    test(name, async () => assert.deepEqual(await find(query, filter(chosen)), found));
  }

  test("nothing asked is nothing found, but everything is counted", async () => {
    const { total, counts } = await ask("");
    assert.equal(total, 0);
    assert.deepEqual(counts.get("kind"), [
      { value: "post", count: 6 },
      { value: "comment", count: 3 },
    ]);
  });

  test("people are counted only when asked for", async () => {
    const asked: string[] = [];
    const opened = await openSketches(ARCHIVE, { asked });
    const quiet = await answer(opened, { ...NO_SEARCH, query: "openness" }, false);
    assert.equal(quiet.counts.has("person"), false);
    assert.equal(asked.includes("people.bin"), false);
    assert.ok(
      asked.every((name) => !name.includes("places")),
      "places are for phrases",
    );
  });
});

describe("order", () => {
  test("newest and oldest run through all languages, the undated last", async () => {
    assert.deepEqual(await find("openness", { order: "newest" }), ["/1/#comment-2", "/3/"]);
    const all = filter({ kind: ["post"] });
    assert.deepEqual(await find("", { ...all, order: "newest" }), ["/6/", "/5/", "/4/", "/1/", "/2/", "/3/"]);
    assert.deepEqual(await find("", { ...all, order: "oldest" }), ["/2/", "/1/", "/4/", "/5/", "/6/", "/3/"]);
  });
});

describe("where nothing is found", () => {
  test("tells the words that stand nowhere, and those that are spelled nearly so", async () => {
    const { missing } = await ask("lighthuose digger");
    assert.deepEqual(
      missing.map(({ words }) => words),
      [["lighthuose"]],
    );
    assert.deepEqual(await suggestWords(index, "lighthuose"), ["lighthouse"]);
    assert.deepEqual(await suggestWords(index, "qzxvkj"), []);
  });

  test("tells what there would be without filters", async () => {
    assert.equal((await ask("lighthouse", filter({ kind: ["post"] }))).unfiltered, 1);
  });
});

describe("invented archives", () => {
  const { sketches, flat } = inventArchive(countOf(40, 400));

  test("find what a plain reading of all texts finds, and count the same in each language", async () => {
    const opened = await openSketches(sketches, { shares: 3 });
    const dice = createDice(7);
    for (let round = 0; round < countOf(60, 600); round += 1) {
      const text = flat[dice.below(flat.length)]?.text ?? "";
      const words = listWords(text);
      const from = dice.below(words.length - 3);
      const isPhrase = dice.chance(0.3);
      const asked = isPhrase
        ? words.slice(from, from + 2)
        : [words[from] ?? "", ...(dice.chance(0.5) ? [words[from + 2] ?? ""] : [])];
      const query = isPhrase ? `"${asked.join(" ")}"` : asked.join(" ");
      const { total, counts } = await answer(opened, { ...NO_SEARCH, query }, false);
      const wanted = readPlainly(flat, asked, isPhrase);
      assert.equal(total, wanted.size, query);
      for (const language of ["en", "sv"]) {
        const alone = readPlainly(
          flat.filter(({ lang }) => lang === language),
          asked,
          isPhrase,
        ).size;
        const count = counts.get("lang")?.find(({ value }) => value === language)?.count ?? 0;
        assert.equal(count, alone, `${query} in ${language}`);
      }
    }
  });
});

interface FlatText {
  readonly conversation: number;
  readonly lang: "en" | "sv";
  readonly text: string;
  /** Keys of its words. */
  readonly keys: readonly (readonly string[])[];
}

function inventArchive(size: number): { readonly sketches: readonly Sketch[]; readonly flat: readonly FlatText[] } {
  const dice = createDice(3);
  const flat: FlatText[] = [];
  const sketches = Array.from({ length: size }, (_, conversation): Sketch => {
    const texts = Array.from({ length: 1 + dice.below(6) }, () => {
      const lang = dice.chance(0.5) ? "sv" : "en";
      const text = inventParagraph(dice, lang, 10 + dice.below(40));
      flat.push({ conversation, lang, text, keys: listWords(text).map((word) => listStemKeys(word, lang)) });
      return { lang, text };
    });
    return { date: `20${10 + (conversation % 10)}-01-01`, texts: texts as unknown as Sketch["texts"] };
  });
  return { sketches, flat };
}

/** The conversations that hold all words, each text read in its own language; a phrase within one text. */
function readPlainly(texts: readonly FlatText[], asked: readonly string[], isPhrase: boolean): ReadonlySet<number> {
  const held = new Map<number, Set<number>>();
  for (const { conversation, lang, keys } of texts) {
    const wanted = asked.map((word) => toStemKey(word, lang));
    const found = held.get(conversation) ?? new Set();
    held.set(conversation, found);
    if (isPhrase) {
      const isHere = keys.some((_, place) => wanted.every((key, offset) => keys[place + offset]?.includes(key)));
      if (isHere) for (const number of asked.keys()) found.add(number);
    } else for (const [number, key] of wanted.entries()) if (keys.some((each) => each.includes(key))) found.add(number);
  }
  return new Set(
    [...held].filter(([, found]) => found.size === new Set(asked.keys()).size).map(([conversation]) => conversation),
  );
}
