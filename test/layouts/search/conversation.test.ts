// Pages that Pagefind found become posts and comments with excerpts, the most telling first.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readConversation } from "../../../layouts/assets/search/conversation.ts";
import { cutExcerpt } from "../../../layouts/assets/search/excerpt.ts";
import { findConversations } from "../../../layouts/assets/search/find.ts";
import { readHitTitle, writeHitTitle } from "../../../layouts/assets/search/hit-title.ts";
import type { LanguageIndex, PagefindFragment } from "../../../layouts/assets/search/pagefind.ts";
import { readQuery } from "../../../layouts/assets/search/words.ts";

describe("what the index is told of a comment", () => {
  const titles = [
    { author: "Åsa | Öberg", date: "2011-01-20T12:51:00+01:00", lang: "sv" },
    { author: "Ann" },
    { date: "2011~" },
    {},
  ];
  for (const title of titles) {
    test(`reads back ${JSON.stringify(title)}`, () => {
      assert.deepEqual(readHitTitle(writeHitTitle(title)), title);
      assert.notEqual(writeHitTitle(title).trim(), "");
    });
  }
  test("takes anything else for a name", () => {
    assert.deepEqual(readHitTitle("Ann"), { author: "Ann" });
  });
});

describe("a conversation", () => {
  test("parts the post from its comments, best first", () => {
    const conversation = read("grave digger", {
      title: "On graves",
      post: "A grave thing.",
      comments: { "comment-1": "No grave here.", "comment-2": "My uncle, the grave digger, agrees." },
    });
    assert.deepEqual(
      conversation.hits.map(({ id }) => id),
      ["comment-2", undefined, "comment-1"],
    );
    assert.deepEqual(texts(conversation), [
      "My uncle, the [grave] [digger], agrees.",
      "A [grave] thing.",
      "No [grave] here.",
    ]);
  });

  test("takes speaker, date and language of a comment from its title", () => {
    const conversation = read("remark", {
      title: "Talk",
      post: "Nothing.",
      comments: { c7: "A remark." },
      about: { c7: "2011-02|sv|Ann" },
    });
    const { id, author, date, lang } = conversation.hits[0] ?? {};
    assert.deepEqual({ id, author, date, lang }, { id: "c7", author: "Ann", date: "2011-02", lang: "sv" });
  });

  test("leaves heading, byline and speaker out of the excerpt", () => {
    const conversation = read("lighthouse", {
      title: "The lighthouse",
      byline: "By Åsa Öberg.",
      author: "Åsa Öberg",
      post: "It is white.",
      comments: { c1: "Bo. A lighthouse." },
      about: { c1: "||Bo" },
    });
    assert.deepEqual(texts(conversation), ["It is white.", "A [lighthouse]."]);
  });

  test("finds every place of a phrase, where Pagefind tells the first", () => {
    const conversation = read(
      "“open data”",
      {
        title: "Talk",
        post: "Open data is data.",
        comments: { c1: "Data, open.", c2: "Yes: open data!" },
      },
      [1, 2],
    );
    assert.deepEqual(texts(conversation), ["[Open] [data] is data.", "Yes: [open] [data]!"]);
  });

  test("is the post when only what stands beside the text was found", () => {
    const conversation = read("öberg", { title: "Talk", author: "Åsa Öberg", post: "Short.", comments: {} }, []);
    assert.deepEqual(texts(conversation), ["Short."]);
    assert.ok((conversation.nearest[0] ?? 0) > 0.9);
  });

  test("keeps markup that somebody wrote as text", () => {
    const conversation = read("alert", { title: "Talk", post: "<img onerror=alert(1)> & alert.", comments: {} });
    assert.deepEqual(texts(conversation), ["<img [onerror=alert(1])> & [alert]."]);
  });

  test("reads text that is written without spaces", () => {
    const fragment: PagefindFragment = {
      url: "/en/2011/zh/",
      content: "政府\u200B开放\u200B<\u200B数据",
      meta: {},
      anchors: [],
    };
    const conversation = readConversation(fragment, [1], readQuery("开放"), "zh");
    assert.deepEqual(conversation.words, ["政府", "开放", "<", "数据"]);
    assert.equal(conversation.title, undefined);
  });
});

describe("an excerpt", () => {
  const words = Array.from({ length: 200 }, (_, place) => `w${place}`);

  test("shows the densest place, with some words before it", () => {
    const pieces = cutExcerpt(words, 0, 200, new Map([10, 100, 104, 108].map((place) => [place, 1])));
    const text = pieces.map(({ text }) => text).join("");
    assert.match(text, /^… w93 .* w124 …$/);
    assert.deepEqual(
      pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text),
      ["w100", "w104", "w108"],
    );
  });

  test("does not leave its part", () => {
    const text = cutExcerpt(words, 150, 160, new Map([[159, 1]]))
      .map(({ text }) => text)
      .join("");
    assert.equal(text, words.slice(150, 160).join(" "));
  });

  test("of an empty text is empty", () => {
    assert.deepEqual(cutExcerpt(words, 5, 5, new Map()), []);
  });
});

describe("a search in two languages", () => {
  const english = { url: "/en/a/", title: "English", text: "A lighthouse in the grav. The med." };
  const swedish = { url: "/sv/b/", title: "Svenska", text: "En gravgrävare vid en lighthouse." };

  test("merges by score and counts both", async () => {
    const found = await findConversations(
      [index("en", [[english, 2, [1]]]), index("sv", [[swedish, 3, [4]]])],
      readQuery("lighthouse"),
    );
    assert.equal(found.total, 2);
    assert.deepEqual(
      (await found.next(10)).map(({ path }) => path),
      ["/sv/b/", "/en/a/"],
    );
    assert.deepEqual(await found.next(10), []);
  });

  test("leaves out a language where only a shorter word was found", async () => {
    const found = await findConversations(
      [index("en", [[english, 9, [4]]]), index("sv", [[swedish, 1, [1]]])],
      readQuery("gravgrävare"),
    );
    assert.equal(found.total, 1);
    assert.deepEqual(
      (await found.next(10)).map(({ path }) => path),
      ["/sv/b/"],
    );
  });

  test("prefers languages that have the whole query to those that have some of it", async () => {
    const indexes = [index("en", [[english, 9, [1]]]), index("sv", [[swedish, 1, [1, 4]]])];
    const whole = await findConversations(indexes, readQuery("gravgrävare lighthouse"));
    assert.equal(whole.total, 1);
    assert.deepEqual(
      (await whole.next(10)).map(({ path }) => path),
      ["/sv/b/"],
    );
    assert.equal((await findConversations(indexes.slice(0, 1), readQuery("gravgrävare lighthouse"))).total, 1);
  });

  test("hands out batch by batch", async () => {
    const many = Array.from(
      { length: 25 },
      (_, place) => [{ ...english, url: `/${place}/` }, 25 - place, [1]] as const,
    );
    const found = await findConversations([index("en", many)], readQuery("lighthouse"));
    const sizes = [];
    for (const size of [10, 10, 10]) sizes.push((await found.next(size)).length);
    assert.deepEqual(sizes, [10, 10, 5]);
  });

  test("finds nothing for punctuation, without asking", async () => {
    const broken: LanguageIndex = { language: "en", search: () => Promise.reject(new Error("asked")) };
    assert.equal((await findConversations([broken], readQuery("…"))).total, 0);
  });
});

interface Sketch {
  readonly title: string;
  readonly byline?: string;
  readonly author?: string;
  readonly post: string;
  readonly comments: Readonly<Record<string, string>>;
  readonly about?: Readonly<Record<string, string>>;
}

/** Reads a page as if Pagefind had found every word that begins like one of the query's. */
function read(typed: string, sketch: Sketch, places?: readonly number[]) {
  const query = readQuery(typed);
  const { title, byline = "", author, post, comments, about = {} } = sketch;
  let content = `${title}. ${byline} ${post}`.replace(/ +/g, " ");
  const anchors = Object.entries(comments).map(([id, text]) => {
    const anchor = { id, title: about[id] ?? "||", location: content.split(" ").length };
    content += ` ${text}`;
    return anchor;
  });
  const found = content.split(" ").flatMap((word, place) => {
    const isFound = query.words.some(({ plain }) => word.toLowerCase().includes(plain));
    return isFound ? [place] : [];
  });
  const meta = { title, ...(author !== undefined && { author }) };
  return readConversation({ url: "/", content, meta, anchors }, places ?? found, query, "en");
}

function texts(conversation: ReturnType<typeof readConversation>): readonly string[] {
  return conversation.hits.map(({ start, end, found }) =>
    cutExcerpt(conversation.words, start, end, found)
      .map(({ text, isMarked }) => (isMarked ? `[${text}]` : text))
      .join(""),
  );
}

type Page = { readonly url: string; readonly title: string; readonly text: string };

function index(
  language: string,
  pages: readonly (readonly [Page, score: number, words: readonly number[]])[],
): LanguageIndex {
  return {
    language,
    search: async () =>
      pages.map(([{ url, title, text }, score, words]) => ({
        score,
        words,
        data: async () => ({ url, content: text, meta: { title }, anchors: [] }),
      })),
  };
}
