// One invented blog, known in every word, as the exports of the three platforms; for tests that break them and compare.

import { writeClassic, writeTakeout } from "../write-blogger.ts";
import { writeDisqus } from "../write-disqus.ts";
import { writeWxr } from "../write-wxr.ts";

/** An export of the blog. */
export interface TrueExport {
  readonly name: string;
  readonly xml: string;
  /** Local name of a record of the first rank. */
  readonly record: string;
  /** An element that holds the text of such a record, as it stands in the file. */
  readonly text: string;
}

const WORDS = [
  "Våren kom tidigt till Örebro, och ingen hade räfsat löven; “kanske i maj”, sa grannen.",
  "The allotment was flooded again & nobody had dug the ditch: 5 < 7 > 3, as we say.",
  "Hur man läser ett flöde: <item><title>x</title></item> och <![CDATA[ samt ]]> i mitten.",
  "Emoji 🎉 och 李雷 – nya ord: </content:encoded></item><item> hör till texten här.",
  "Two paragraphs.\n\nThe second one, with a <b>bold</b> word and an &amp; in it.",
  "Sista inlägget. Ett tack till alla som läste, skrev och rättade.",
];

const WXR = writeWxr({
  title: "Ängsbacken",
  link: "https://angsbacken.example",
  authors: [[1, "eva", "Eva"]],
  items: WORDS.map((content, index) => ({
    id: index + 1,
    title: `Inlägg ${index + 1}: ö & ${index === 2 ? "]]> i titeln" : "å"}`,
    creator: "eva",
    slug: `inlagg-${index + 1}`,
    content,
    meta: { _thumbnail_id: "0", notes: "a ]]> b" },
    comments: [1, 2].map((number) => ({
      id: (index + 1) * 10 + number,
      parent: number === 2 ? (index + 1) * 10 + 1 : 0,
      author: number === 1 ? "Örjan" : "Åsa & Co",
      content: `Svar ${number} på ${index + 1}: ${WORDS[(index + number) % WORDS.length]}`,
    })),
  })),
});

const BLOGGER = {
  id: "900300",
  title: "Ängsbacken",
  url: "http://angsbacken.blogspot.com",
  posts: WORDS.map((content, index) => ({
    id: `5${index + 1}`,
    title: `Inlägg ${index + 1}: ö & å`,
    path: `/2010/0${index + 1}/inlagg-${index + 1}.html`,
    content: content.replaceAll("<", "&lt;").replace("&lt;b>bold&lt;/b>", "<b>bold</b>"),
    comments: [{ id: `7${index + 1}`, author: "Örjan", content: `Svar: ö & “ja” ${index + 1}` }],
  })),
};

const DISQUS = writeDisqus({
  threads: WORDS.map((_, index) => ({
    id: `${index + 1}`,
    title: `Sida ${index + 1} & å`,
    link: `https://angsbacken.example/sida-${index + 1}/`,
  })),
  comments: WORDS.map((words, index) => ({
    id: `${index + 100}`,
    thread: `${index + 1}`,
    author: "Åsa & Örjan",
    message: `<p>${words.replaceAll("<", "&lt;")} ]]> ${index}</p>`,
  })),
});

/** The exports of the blog. */
export const TRUE_EXPORTS: readonly TrueExport[] = [
  { name: "WordPress", xml: WXR, record: "item", text: "content:encoded" },
  { name: "Blogger", xml: writeClassic(BLOGGER), record: "entry", text: "content" },
  { name: "Takeout", xml: writeTakeout(BLOGGER), record: "entry", text: "content" },
  { name: "Disqus", xml: DISQUS, record: "post", text: "message" },
];
