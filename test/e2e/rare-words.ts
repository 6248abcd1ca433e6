// Picks words of the sample to search for: such as stand in one text only, whatever their endings.

import { readArchive } from "../../scripts/archive/read-archive.ts";
import { toLanguage } from "../../scripts/strings/index.ts";
import { SAMPLE } from "../support/sample.ts";

/** A word, or several in a row, and the only place where they stand. */
export interface Finding {
  readonly words: string;
  /** Post id. */
  readonly post: string;
  /** Comment id; absent when they stand in the post itself. */
  readonly comment?: string;
}

/** Letters with which a word must begin as no other does, so that stemming cannot lead to another text. */
const STEM = 6;

interface Text {
  readonly post: string;
  readonly comment?: string;
  readonly lang: string | undefined;
  readonly text: string;
}

/** Returns the first word of eight letters or more in a comment of that language which stands nowhere else. */
export async function findRareCommentWord(lang: "en" | "sv"): Promise<Finding> {
  const texts = await readTexts();
  for (const text of texts.filter((each) => each.comment !== undefined && toLanguage(each.lang) === lang)) {
    for (const word of text.text.match(/(?<![\p{L}\p{N}'’@#/._-])\p{Ll}{8,14}(?=[ ,.])/gu) ?? []) {
      const stem = word.slice(0, STEM);
      if (texts.filter((other) => other.text.toLowerCase().includes(stem)).length === 1) return toFinding(text, word);
    }
  }
  throw new Error(`No comment in ${lang} has a word of its own.`);
}

/** Returns four words in a row from a post's own text of that language, in quotation marks, that stand nowhere else. */
export async function findPhrase(lang: "en" | "sv"): Promise<Finding> {
  const texts = await readTexts();
  for (const text of texts.filter((each) => each.comment === undefined && toLanguage(each.lang) === lang)) {
    for (const phrase of text.text.match(/(?<=[a-zåäö] )[a-zåäö]{2,12}(?: [a-zåäö]{2,12}){3}(?=[ .,])/gu) ?? []) {
      if (texts.filter((other) => other.text.includes(phrase)).length === 1) return toFinding(text, `"${phrase}"`);
    }
  }
  throw new Error(`No post in ${lang} has four words of its own.`);
}

async function readTexts(): Promise<readonly Text[]> {
  const { archive } = await readArchive(SAMPLE);
  return archive.posts.flatMap((post) => [
    ...[post, ...post.translations].map(({ lang, body, title = "" }) => ({
      post: post.id,
      lang,
      text: `${title}\n${body}`,
    })),
    ...post.thread.map((comment) => ({
      post: post.id,
      comment: comment.id,
      lang: comment.lang ?? post.lang,
      text: `${comment.author ?? ""}\n${comment.body}`,
    })),
  ]);
}

function toFinding({ post, comment }: Text, words: string): Finding {
  return { words, post, ...(comment === undefined ? {} : { comment }) };
}
