// Exports of every platform in which strangers have put a trick at each place that holds text.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BloggerBlogSpec, writeClassic, writeTakeout } from "../import/write-blogger.ts";
import { writeDisqus } from "../import/write-disqus.ts";
import { writeWxr } from "../import/write-wxr.ts";
import { countOf } from "../support/thoroughness.ts";
import { ADDRESSES } from "./vectors/addresses.ts";
import { HTML_TEXTS, pick } from "./vectors/index.ts";
import { MARKDOWN_VECTORS } from "./vectors/markdown.ts";
import { MARKUP_VECTORS } from "./vectors/markup.ts";
import { PLAIN_TEXTS } from "./vectors/plain-texts.ts";

const POSTS = countOf(16, PLAIN_TEXTS.length);
const COMMENTS = Math.ceil(HTML_TEXTS.length / POSTS);
const PAGES = countOf(4, 60);

/** What a copied text may hold and still be taken for one. */
const isCopied = (text: string): boolean => !/[^ -~]|<\/?(?:html|head|body|\w+:)|<!|<\?|\]\]>/i.test(text);
const CAPTURED = [...MARKDOWN_VECTORS.filter((text) => !/[<\]]/.test(text)), ...MARKUP_VECTORS].filter(isCopied);
const CAPTURED_NAMES = PLAIN_TEXTS.filter((text) => isCopied(text) && text.length < 40 && /^[a-z]/i.test(text));

/** Writes one export of each platform into a folder and returns their paths; each is a source of its own. */
export function writeHostileExports(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const files: Readonly<Record<string, string>> = {
    "wordpress.xml": writeWordPress(),
    "blogger.xml": writeClassic(sketchBlog("900101", "https://classic.example")),
    "feed.atom": writeTakeout(sketchBlog("900102", "https://takeout.example")),
    "disqus.xml": writeThreads(),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text.toString());
  const paths = Object.keys(files).map((name) => join(folder, name));
  for (let number = 0; number < PAGES; number++) {
    const page = join(folder, `page-${number}.html`);
    writeFileSync(page, writePage(number));
    const capture = join(folder, `capture-${number}.txt`);
    writeFileSync(capture, writeCapture(number));
    paths.push(page, capture);
  }
  return paths;
}

function writeWordPress(): string {
  return writeWxr({
    title: pick(PLAIN_TEXTS, 3),
    link: "https://wordpress.example",
    authors: PLAIN_TEXTS.map((name, index) => [index + 1, `login${index}`, forXml(name)] as const),
    items: listNumbers(POSTS).map((index) => ({
      id: index + 1,
      title: forXml(pick(PLAIN_TEXTS, index)),
      creator: `login${index}`,
      slug: forXml(pick(PLAIN_TEXTS, index + 1)),
      type: index % 10 === 9 ? "page" : "post",
      link: `https://wordpress.example/2012/${encodeURIComponent(toWellFormed(pick(PLAIN_TEXTS, index)))}/`,
      content: forXml(pick(HTML_TEXTS, index)),
      excerpt: forXml(pick(HTML_TEXTS, index + POSTS)),
      terms: [
        ["category", "x", forXml(pick(PLAIN_TEXTS, index + 2))],
        ["post_tag", "y", forXml(pick(PLAIN_TEXTS, index + 3))],
      ],
      meta: { _thumbnail_id: "1", x: forXml(pick(PLAIN_TEXTS, index)) },
      comments: listNumbers(COMMENTS).map((place) => {
        const number = index * COMMENTS + place;
        return {
          id: number + 1,
          ...(place > 0 && place % 2 === 0 && { parent: number }),
          author: forXml(pick(PLAIN_TEXTS, number)),
          url: escapeXml(forXml(pick(ADDRESSES, number))),
          kind: number % 15 === 14 ? "pingback" : "comment",
          content: forXml(pick(HTML_TEXTS, number)),
        };
      }),
    })),
  });
}

function sketchBlog(id: string, url: string): BloggerBlogSpec {
  return {
    id,
    url,
    title: forXml(pick(PLAIN_TEXTS, 4)),
    settings: { BLOG_DESCRIPTION: forXml(pick(PLAIN_TEXTS, 1)), BLOG_LOCALE: "en_GB" },
    posts: listNumbers(POSTS).map((index) => ({
      id: `${id}${1000 + index}`,
      title: forXml(pick(PLAIN_TEXTS, index)),
      author: forXml(pick(PLAIN_TEXTS, index + 1)),
      uri: forXml(pick(ADDRESSES, index)),
      path: `/2011/01/slug-${index}.html`,
      labels: [forXml(pick(PLAIN_TEXTS, index + 2))],
      content: forXml(pick(HTML_TEXTS, index)),
      thumbnail: forXml(pick(ADDRESSES, index)),
      comments: listNumbers(COMMENTS).map((place) => {
        const number = index * COMMENTS + place;
        return {
          id: `${id}${100_000 + number}`,
          author: forXml(pick(PLAIN_TEXTS, number)),
          uri: forXml(pick(ADDRESSES, number)),
          content: forXml(pick(HTML_TEXTS, number)),
        };
      }),
    })),
  };
}

function writeThreads(): string {
  const threads = listNumbers(POSTS);
  return writeDisqus({
    threads: threads.map((index) => ({
      id: String(index + 1),
      link: index % 2 === 0 ? `https://disqus.example/p/${index}/` : forXml(pick(ADDRESSES, index)),
      title: forXml(pick(PLAIN_TEXTS, index)),
      identifier: forXml(pick(PLAIN_TEXTS, index + 1)),
    })),
    comments: threads.flatMap((index) =>
      listNumbers(COMMENTS).map((place) => {
        const number = index * COMMENTS + place;
        return {
          id: String(number + 1),
          thread: String(index + 1),
          author: forXml(pick(PLAIN_TEXTS, number)),
          message: forXml(pick(HTML_TEXTS, number)),
        };
      }),
    ),
  });
}

function writePage(number: number): string {
  const text = escapeXml(pick(PLAIN_TEXTS, number * 7));
  const comments = listNumbers(Math.ceil(HTML_TEXTS.length / PAGES)).map((place) => {
    const index = number + place * PAGES;
    const name = escapeXml(pick(PLAIN_TEXTS, index));
    const address = escapeXml(pick(ADDRESSES, index)).replaceAll('"', "&quot;");
    return `<li id="comment-${index + 1}" class="comment"><div class="comment-author vcard"><cite class="fn"><a href="${address}" rel="external nofollow" class="url">${name}</a></cite></div><div class="comment-content"><p>${pick(HTML_TEXTS, index)}</p></div></li>`;
  });
  return `<!doctype html>
<html lang="en"><head><title>${text}</title><link rel="canonical" href="https://page${number}.example/2012/03/one/"><meta name="generator" content="WordPress 3.1">
<meta property="og:title" content="${text.replaceAll('"', "&quot;")}"><meta name="author" content="${text.replaceAll('"', "&quot;")}"></head>
<body class="single postid-${number + 1}"><div id="post-${number + 1}" class="post"><h1 class="entry-title">${text}</h1>
<div class="entry-content"><p>Words before.</p>${pick(HTML_TEXTS, number * 5)}</div></div>
<ol class="commentlist">${comments.join("\n")}</ol></body></html>`;
}

/** A file that is full of tags would not be taken for text: one trick a paragraph, between prose. */
function writeCapture(number: number): string {
  const prose = "We went out and looked at the puddles, which were many. ".repeat(12);
  const texts = [pick(CAPTURED, number), pick(CAPTURED, CAPTURED.length - 1 - number)];
  const [name = "", other = ""] = [pick(CAPTURED_NAMES, number * 2), pick(CAPTURED_NAMES, number * 2 + 1)];
  return `A long day of rain ${number}

It rained. Then it stopped. ${prose}

${prose} ${texts[0]} ${prose}

Posted in Weather | Tagged rain | 2 Comments

2 Responses to A long day of rain ${number}

${name}
March 3, 2010 at 9:15 am

I like rain. ${prose}

Reply

${other}
March 4, 2010 at 10:00 pm

${prose}
${texts[1]}

Leave a Reply Cancel reply
`;
}

/** What XML cannot hold is left out; no exporter can write it. */
function forXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them
  return toWellFormed(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ""));
}

function toWellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function listNumbers(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
