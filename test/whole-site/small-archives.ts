// Archives of the whole-site tests: each shows one situation, and no more.

import { type ArchiveSketch, comment } from "../support/archive.ts";

/** One post, no settings, no source, no comment: the least that an archive can be. */
export const ONE_POST: ArchiveSketch = {
  posts: [{ id: "2010/hello", title: "Hello", lang: "en", date: "2010-03-04T10:00:00+00:00", body: "Only *this*." }],
};

/** One post of which nothing is known but its words. */
export const NOTHING_KNOWN: ArchiveSketch = {
  posts: [{ id: "undated/untitled-7", body: "Words without a title, a name or a date." }],
};

/** Posts, a page and links between them in both languages; one post with a translation by hand, two that translate each other. */
export const TWO_LANGUAGES: ArchiveSketch = {
  settings: {
    title: { en: "Two tongues", sv: "Två tungor" },
    description: { en: "A test.", sv: "Ett prov." },
    language: "sv",
  },
  posts: [
    {
      id: "2011/vi-behöver-prata",
      title: "Vi behöver prata",
      lang: "sv",
      author: "Åsa Ödla",
      date: "2011-01-19T10:12:00+01:00",
      topics: ["öppenhet", "Web 2.0"],
      body: "Se [den andra](../we-need-to-talk/index.md) och [svaret](../we-need-to-talk/index.md#comment-2).\n\n![En karta](karta.png)",
      translations: [
        { lang: "en", title: "We have to talk", body: "See [the page](../../../pages/about-us/index.md)." },
      ],
      files: {
        "karta.png": Buffer.from(
          "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
          "base64",
        ),
      },
    },
    {
      id: "2011/we-need-to-talk",
      title: "We need to talk",
      lang: "en-GB",
      author: "Bo Ek",
      date: "2011-02",
      topics: ["öppenhet"],
      comments: { state: "closed", declared: 3 },
      body: "Text.",
      thread: [
        comment(1, "Ja, *tack*.", { lang: "sv", author: "Åsa Ödla" }),
        comment(2, "Yes.", { parent: "comment-1" }),
      ],
    },
    { id: "2012/samtalet", title: "Samtalet", lang: "sv", date: "2012", body: "Ett." },
    { id: "2012/the-talk", title: "The talk", lang: "en", date: "2012", translation_of: "2012/samtalet", body: "One." },
    { id: "2013/auf-deutsch", title: "Auf Deutsch", lang: "de", date: "2013-05-06", body: "Ein Wort." },
    { id: "pages/about-us", title: "About us", lang: "en", body: "A page.", thread: [comment(9, "On a page.")] },
  ],
};

/** What is not published, beside what is. */
export const DRAFTS: ArchiveSketch = {
  posts: [
    { id: "2010/out", title: "Out", lang: "en", date: "2010-01-01", body: "Seen by all." },
    ...(["draft", "private", "pending", "future"] as const).map((status) => ({
      id: `2010/${status}`,
      title: `Hidden ${status}`,
      lang: "en",
      author: `Hidden author of ${status}`,
      topics: [`hidden topic of ${status}`],
      date: "2010-01-02",
      status,
      body: `The ${status} words of zqxhidden.`,
      thread: [comment(1, "A zqxhidden comment.", { author: "Hidden commenter" })],
    })),
  ],
};

/** A thread with everything that can go wrong in one; the deepest branch is twelve levels deep. */
export const THREAD: ArchiveSketch = {
  posts: [
    {
      id: "2009/thread",
      title: "Thread",
      lang: "en",
      author: "Poster",
      date: "2009-05-01T12:00:00+02:00",
      comments: { state: "open", declared: 30 },
      body: "A post.",
      thread: [
        ...Array.from({ length: 12 }, (_, index) =>
          comment(index + 1, `Level ${index + 1}.`, {
            author: `Person ${index + 1}`,
            date: `2009-05-0${1 + (index >> 2)}T12:00:00+02:00`,
            ...(index > 0 ? { parent: `comment-${index}` } : {}),
          }),
        ),
        comment(20, "", { status: "redacted", parent: "comment-1" }),
        comment(21, "To the redacted.", { parent: "comment-20", author: "Answerer" }),
        comment(22, "", { status: "deleted" }),
        comment(23, "To the deleted.", { parent: "comment-22" }),
        comment(24, "To nobody.", { parent: "comment-999", parent_state: "unpublished" }),
        comment(25, "Round.", { parent: "comment-26" }),
        comment(26, "And round.", { parent: "comment-25" }),
        comment(27, "I wrote it.", { author: "Poster", by_post_author: true, parent: "comment-2" }),
        comment(28, "[…] linked […]", {
          kind: "pingback",
          author: "Another blog",
          author_url: "https://blog.example/x",
        }),
      ],
    },
  ],
};

/** Texts that would break a careless builder; nothing of them may run, load or be taken for a template. */
export const HOSTILE: ArchiveSketch = {
  settings: { title: { en: 'A "<b>" & {{ title }}', sv: "Titel" } },
  posts: [
    {
      id: "2010/hostile",
      title: '</title><script>boom()</script> {{ 7 * 7 }} "quoted" & more',
      lang: "en",
      author: '"><img src=x onerror=boom()>',
      date: "2010-01-01",
      topics: ["<script>boom()</script>", "../../etc"],
      source_url: "https://old.example/?a=1&b=2",
      body: '<script>boom()</script>\n\n<img src="https://tracker.example/p.gif" onerror="boom()">\n\n[x](javascript:boom())\n\n{{ 7 * 7 }} {% raw %}\n\n<div id="main" style="position:fixed">x</div>\n\n<iframe src="https://x.example/"></iframe>',
      thread: [
        comment(
          1,
          '<style>body{display:none}</style><b onclick="boom()">bold</b> <a href="data:text/html,x">d</a> {{ 7 * 7 }}',
          {
            author: "</h3><script>boom()</script>",
            author_url: "javascript:boom()",
          },
        ),
      ],
    },
  ],
};
