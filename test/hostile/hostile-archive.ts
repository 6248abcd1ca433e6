// An archive that somebody typed by hand, or sent as a pull request, with a trick at every place that holds text.

import type { SiteSettings } from "../../scripts/archive/model.ts";
import type { ArchiveSketch, CommentSketch, PostSketch } from "../support/archive.ts";
import { countOf, IS_LARGE_RUN } from "../support/thoroughness.ts";
import { ADDRESSES } from "./vectors/addresses.ts";
import { MARKDOWN_TEXTS, pick } from "./vectors/index.ts";
import { PLAIN_TEXTS } from "./vectors/plain-texts.ts";

/** Names of folders and files, as a file system takes them. */
const FILE_NAMES: readonly string[] = PLAIN_TEXTS.map((text) => toWellFormed(text.replace(/[/\\\0]/g, "_")))
  .filter((name) => name !== "" && !name.startsWith(".") && Buffer.byteLength(name) < 200)
  .concat(["a%2f..%2fb", "#main", "?x=1", "index.html", "x y\u00a0z"]);

/** Each has two of the plain texts, in a quick run. */
const POSTS = countOf(Math.ceil(PLAIN_TEXTS.length / 2), PLAIN_TEXTS.length);

const PLATFORMS = ["wordpress", "blogger", "disqus", "page", "<img src=x onerror=alert(1)>"];

/** Returns the archive. Its texts are shared out so that each vector stands somewhere as each kind of text. */
export function sketchHostileArchive(image: Buffer): ArchiveSketch {
  const posts = Array.from({ length: POSTS }, (_, index) => sketchPost(index, image));
  const names = FILE_NAMES.filter((_, index) => IS_LARGE_RUN || index % 12 === 0);
  const named = names.map((name, index) => ({ ...sketchPost(index, image, 1), id: `2012/${name}` }));
  return {
    settings: sketchSettings(),
    posts: [...posts, ...named],
    sources: ["one", "two"].map((id, index) => sketchSource(id, index)),
    people: PLAIN_TEXTS.slice(0, 40).map((name, index) => ({
      id: `person-${index}`,
      name,
      names: [pick(PLAIN_TEXTS, index + 41), pick(PLAIN_TEXTS, index + 7)],
      url: pick(ADDRESSES, index),
      lang: pick(PLAIN_TEXTS, index + 3),
      body: pick(MARKDOWN_TEXTS, index * 3),
    })),
    lists: {
      "sources/one.links.csv": PLAIN_TEXTS.map(
        (text, i) => `"${text.replaceAll('"', '""')}",${pick(ADDRESSES, i)}\n`,
      ).join(""),
      "sources/one.media.csv": `post,state,file,bytes,sha256,url,note\n${ADDRESSES.map((url, i) => `2011/post-${i},missing,,,,"${url.replaceAll('"', '""')}","${pick(PLAIN_TEXTS, i).replaceAll('"', '""')}"\n`).join("")}`,
      "sources/one.attachments.csv": `id,page,file,parent,held\n${ADDRESSES.map((url, i) => `${i + 1},"${url.replaceAll('"', '""')}",https://one.example/f${i}.png,1,../../../etc/passwd\n`).join("")}`,
    },
  };
}

function sketchPost(index: number, image: Buffer, threadSize = Math.ceil(MARKDOWN_TEXTS.length / POSTS)): PostSketch {
  const text = pick(PLAIN_TEXTS, index);
  const other = pick(PLAIN_TEXTS, index + POSTS);
  const address = pick(ADDRESSES, index);
  return {
    id: `2011/post-${index}`,
    title: text,
    lang: index % 9 === 8 ? other : index % 2 === 0 ? "en" : "sv",
    author: other,
    date: index % 11 === 10 ? text : `2011-01-${String((index % 28) + 1).padStart(2, "0")}`,
    updated: index % 7 === 6 ? other : "2011-02-01",
    topics: [text, other],
    excerpt: pick(MARKDOWN_TEXTS, index * 5 + 2),
    image: index % 4 === 0 ? "picture.png" : address,
    image_alt: other,
    image_caption: text,
    translation_of: index % 5 === 0 ? text : `2011/post-${index + 1}`,
    source: index % 6 === 5 ? text : "one",
    source_id: index % 3 === 0 ? text : String(index + 1),
    source_url: index % 2 === 0 ? address : `https://one.example/2011/${encodeURIComponent(toWellFormed(text))}`,
    aliases: [`/${text}/`, `/${address}`, address, `/${index % 2 === 0 ? "en" : "sv"}/old/${index}/`],
    body: `${pick(MARKDOWN_TEXTS, index)}\n\n![${text.replace(/[[\]\n\r]/g, "")}](picture.png)`,
    thread: Array.from({ length: threadSize }, (_, place) => sketchComment(index * threadSize + place, place)),
    translations: [
      {
        lang: index % 2 === 0 ? "sv" : "en",
        title: other,
        body: pick(MARKDOWN_TEXTS, index + POSTS),
        aliases: [`/${other}`],
      },
    ],
    files: { "picture.png": image },
  };
}

function sketchComment(number: number, place: number): CommentSketch {
  return {
    id: `comment-${number + 1}`,
    ...(place > 0 && number % 3 === 0 && { parent: `comment-${number}` }),
    ...(number % 17 === 16 && { parent: pick(PLAIN_TEXTS, number), parent_state: "missing" as const }),
    ...(number % 19 === 18 && { kind: "pingback" as const }),
    author: pick(PLAIN_TEXTS, number),
    author_url: pick(ADDRESSES, number),
    date: number % 23 === 22 ? pick(PLAIN_TEXTS, number) : "2011-01-20T12:51:00+01:00",
    ...(number % 13 === 12 && { lang: pick(PLAIN_TEXTS, number) }),
    source: "one",
    source_id: pick(PLAIN_TEXTS, number + 2),
    source_url: pick(ADDRESSES, number + 2),
    body: pick(MARKDOWN_TEXTS, number),
  };
}

function sketchSource(id: string, index: number) {
  const text = pick(PLAIN_TEXTS, index + 2);
  const tally = { read: 1, written: 0, skipped: { [text]: 1 } };
  return {
    id,
    title: text,
    url: index === 0 ? "https://one.example/" : pick(ADDRESSES, index),
    platform: pick(PLATFORMS, index + 4),
    platform_id: text,
    lang: text,
    timezone: text,
    rights: pick(PLAIN_TEXTS, index),
    exports: PLAIN_TEXTS.map((file) => ({ file, size: 1, sha256: file, date: file })),
    importer: text,
    exclude: [text],
    ledger: {
      format: text,
      posts: tally,
      pages: tally,
      comments: tally,
      other: tally,
      problems: PLAIN_TEXTS.map((item) => ({ level: "error" as const, item, what: item })),
      balanced: true,
      fidelity: { compared: 1, identical: 0, different: PLAIN_TEXTS.map((item) => ({ item, what: item })) },
      links: {
        rewritten: 0,
        unresolved: 1,
        ambiguous: 0,
        lists: 0,
        files: 0,
        examples: ADDRESSES.map((address, place) => ({ item: pick(PLAIN_TEXTS, place), address })),
      },
      media: {
        held: 0,
        missing: 1,
        reasons: { [text]: 1 },
        hosts: Object.fromEntries(PLAIN_TEXTS.map((host) => [host, 1])),
      },
    },
    body: pick(MARKDOWN_TEXTS, index),
  };
}

function sketchSettings(): Partial<SiteSettings> {
  const [text = ""] = PLAIN_TEXTS;
  return {
    title: { en: `${text}"'`, sv: `</title>${text}` },
    description: { en: `"><script>alert(1)</script>`, sv: text },
    language: "en",
    contact: "javascript:alert(1)",
    repository: 'https://example.net/"><script>alert(1)</script>',
    takesOver: ["one", text],
    topics: Object.fromEntries(PLAIN_TEXTS.slice(0, 20).map((topic, index) => [topic, pick(PLAIN_TEXTS, index + 30)])),
    body: {
      name: text,
      type: "public",
      contact: "javascript:alert(1)//@x",
      compliance: "partial",
      shortcomings: PLAIN_TEXTS.map((words) => ({ en: words, sv: words, [words]: words })),
      assessor: text,
      assessed: text,
      supervisor: { name: { en: text, sv: text }, url: "javascript:alert(1)" },
    },
    sample: true,
  };
}

/** Halves of pairs become U+FFFD, as in any file. */
function toWellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}
