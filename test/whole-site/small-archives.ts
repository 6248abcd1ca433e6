// Archives of the whole-site tests: each shows one situation, and no more.

import { type ArchiveSketch, comment } from "../support/archive.ts";

const ONE_PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
  "base64",
);

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
        "karta.png": ONE_PIXEL,
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

/** Two dead blogs with their old addresses: the site stands in the place of the WordPress one; the other was at Blogger. */
export const TWO_BLOGS: ArchiveSketch = {
  settings: { title: { en: "Two blogs", sv: "Två bloggar" }, language: "sv", takesOver: ["snow"] },
  sources: [
    {
      id: "snow",
      title: "Snöbloggen",
      url: "https://www.snow.example/",
      platform: "wordpress",
      lang: "sv",
      exports: [{ file: "snow.xml", size: 1, sha256: "00", date: "2014-05-06T07:08:09Z" }],
    },
    {
      id: "salt",
      title: "Salt & <Sand>",
      url: "http://salt.blogspot.com/",
      platform: "blogger",
      platform_id: "99",
      lang: "en",
    },
  ],
  lists: {
    "sources/snow.attachments.csv": [
      "id,page,file,parent,held",
      // A post has this number, and a post this address.
      "12,https://www.snow.example/om/,https://www.snow.example/f/om.png,13,",
      "30,https://www.snow.example/2011/01/plogkartan/karta/,https://www.snow.example/f/karta.png,12,posts/2011/plogkartan/karta.png",
      "31,https://www.snow.example/2011/01/plogkartan/borta/,https://www.snow.example/f/borta.png,12,posts/2011/plogkartan/borta.png",
      "32,,https://www.snow.example/f/plan.pdf,13,",
      "33,https://www.snow.example/vinter/,https://www.snow.example/f/vinter.jpg,13,",
      "34,https://www.snow.example/hemlig/,https://www.snow.example/f/hemlig.jpg,21,",
      "35,https://www.snow.example/sv/amnen/,https://www.snow.example/f/a.jpg,13,posts/../../pwned.png",
      "",
    ].join("\n"),
  },
  posts: [
    {
      id: "2011/plogkartan",
      title: "Plogkartan",
      lang: "sv",
      author: "Åsa Ödla",
      date: "2011-01-19T10:12:00+01:00",
      topics: ["Öppna data"],
      source: "snow",
      source_id: "12",
      source_url: "https://www.snow.example/2011/01/plogkartan/",
      body: "Se [kartan](http://karta.example/) & mer.",
      thread: [
        comment(5, "Ja.", { source: "snow", source_id: "5", author: "Bo Ek", date: "2011-01-19T11:00:00+01:00" }),
        comment(6, "Nej.", { source: "snow", source_id: "6", parent: "comment-5", date: "2011-01-20" }),
      ],
      translations: [{ lang: "en", title: "The plough map", source_url: "https://www.snow.example/en/plough-map/" }],
      files: { "karta.png": ONE_PIXEL },
    },
    {
      id: "2011/saltat",
      lang: "sv",
      date: "2011-02",
      source: "snow",
      source_id: "13",
      source_url: "https://snow.example/2011/02/s%C3%A5-saltat/",
      body: "Utan rubrik.",
    },
    // Published at the source without a pretty address.
    {
      id: "2012/halka",
      title: "Halka",
      lang: "sv",
      source: "snow",
      source_id: "14",
      source_url: "http://snow.example/?p=14",
    },
    {
      id: "2012/tva",
      title: "Två",
      lang: "sv",
      source: "snow",
      source_id: "15",
      source_url: "http://snow.example/same/",
    },
    {
      id: "2012/ocksa",
      title: "Också",
      lang: "sv",
      source: "snow",
      source_id: "16",
      source_url: "http://snow.example/same",
    },
    {
      id: "2012/index",
      title: "Hos oss",
      source: "snow",
      source_id: "17",
      source_url: "http://snow.example/sv/amnen/",
    },
    { id: "2012/data", title: "Data", source: "snow", source_id: "18", source_url: "http://snow.example/data/posts/" },
    {
      id: "2012/under",
      title: "Under",
      source: "snow",
      source_id: "19",
      source_url: "http://snow.example/same/under/",
    },
    {
      id: "2012/hostile",
      title: "Hostile",
      source: "snow",
      source_id: "20",
      source_url: "http://snow.example/x/%2e%2e%2f%2e%2e%2fpwned/",
    },
    { id: "2012/utkast", status: "draft", source: "snow", source_id: "21", source_url: "http://snow.example/utkast/" },
    {
      id: "pages/om",
      title: "Om oss",
      lang: "sv",
      source: "snow",
      source_id: "7",
      source_url: "http://snow.example/om/",
    },
    {
      id: "2009/grit",
      title: "Grit",
      lang: "en",
      date: "2009-01-07T02:27:00-08:00",
      source: "salt",
      source_id: "4711",
      source_url: "http://salt.blogspot.com/2009/01/grit.html",
      body: "Grit.",
      thread: [
        {
          id: "c5678",
          body: "More grit.",
          source: "salt",
          source_id: "5678",
          author: "Cy",
          date: "2009-01-08T00:00:19Z",
        },
      ],
    },
  ],
};
