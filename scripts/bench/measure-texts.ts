// Measures what converting, proving and rendering texts takes, beside a bare parse of the same texts in the same process.

import { Parser } from "htmlparser2";
import { htmlToMarkdown } from "../markdown/html-to-markdown.ts";
import type { Profile } from "../markdown/html-vocabulary.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import { BLOG_URL, inventPost } from "./invented-blog.ts";

interface Text {
  readonly html: string;
  readonly profile: Profile;
}

// The first rounds are what an import of a few thousand texts has: code that is not compiled yet.
const ROUNDS = 3;
/** Stands in for all the markup that old comments have. */
const MARKUP = [
  (text: string) =>
    `<p><b>${text.slice(0, 12)}</b> ${text.slice(12)} <a href="${BLOG_URL}/?p=1" title="x">there</a></p>`,
  (text: string) => `<blockquote><i>${text}</i></blockquote><p>No &amp; yes:<br />${BLOG_URL}/a_b/</p>`,
  (text: string) => `<ul><li>${text}</li><li><code>a  b</code></li></ul><pre>  ${text}\n</pre>`,
];

/** Measures the posts and comments of an invented blog and returns what it took, in lines for people. */
export function benchTexts(posts: number, commentsPerPost: number): string {
  const invented = Array.from({ length: posts }, (_, index) => inventPost(index + 1, commentsPerPost));
  const comments = invented.flatMap((post) => post.comments.map(({ text }) => text));
  return [
    describe(
      "posts",
      invented.map(({ text }) => ({ html: toParagraphs(text), profile: "post" })),
    ),
    describe(
      "comments",
      comments.map((text) => ({ html: toParagraphs(text), profile: "comment" })),
    ),
    describe(
      "comments with markup",
      comments.map((text, index) => ({ html: addMarkup(text, index), profile: "comment" })),
    ),
  ].join("");
}

function toParagraphs(text: string): string {
  return text
    .split("\n\n")
    .map((piece) => (piece.startsWith("<") ? piece : `<p>${piece}</p>`))
    .join("\n");
}

function addMarkup(text: string, index: number): string {
  return MARKUP[index % MARKUP.length]?.(text) ?? text;
}

function describe(name: string, texts: readonly Text[]): string {
  if (texts.length === 0) return "";
  let lines = `${texts.length} ${name}, ${texts.reduce((sum, { html }) => sum + html.length, 0)} characters\n`;
  for (let round = 1; round <= ROUNDS; round++) {
    const parsed = measure(texts, parseBarely);
    const converted = measure(
      texts,
      ({ html, profile }) => htmlToMarkdown(html, { profile, baseUrl: BLOG_URL }).markdown,
    );
    const markdowns = texts.map(({ html, profile }) => ({ html: htmlToMarkdown(html, { profile }).markdown, profile }));
    const rendered = measure(markdowns, ({ html, profile }) => renderMarkdown(html, { profile }));
    const tell = (what: string, time: number): string =>
      `${what} ${Math.round((texts.length / time) * 1000)}/s (${(time / parsed).toFixed(1)} × the bare parse)`;
    lines += `  round ${round}       ${tell("converted and proved", converted)}, ${tell("rendered", rendered)}\n`;
  }
  return lines;
}

/** Returns milliseconds of processor time: a busy machine makes no difference. */
function measure(texts: readonly Text[], use: (text: Text) => unknown): number {
  const before = process.cpuUsage();
  for (const text of texts) use(text);
  const { user, system } = process.cpuUsage(before);
  return Math.max(0.001, (user + system) / 1000);
}

function parseBarely({ html }: Text): void {
  const parser = new Parser({ onopentag: () => {}, onclosetag: () => {}, ontext: () => {} });
  parser.write(html);
  parser.end();
}
