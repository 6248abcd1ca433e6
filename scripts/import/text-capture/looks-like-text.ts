// Tells a captured text from everything else: binary files, markup, data, code.

import type { ExportInput } from "../open-input.ts";
import { isBoilerplate, readCommentHeading, readSpeakerLine, startsShare } from "./phrases.ts";

// Without a trace of a page's furniture, only prose of this length is taken for a post.
const MIN_LETTERS = 300;
const MIN_LETTERS_WITH_TRACES = 20;
const MIN_LETTER_SHARE = 0.6;
const MAX_CONTROL_SHARE = 0.001;
// So many tags in 1,000 characters are markup, not a text that talks about it.
// A page that was copied as text has lost its mark-up; a file with Markdown in it is a document or a text of this archive.
const MARKDOWN_BEGINNING = /^(?:#{1,6} \S|```|---\r?\n)/;
const MARKDOWN_LINK = /\]\([^\s)]+\)/g;
const MAX_TAGS = 2;
const MAX_TAGS_PER_THOUSAND = 3;
const HEAD_LENGTH = 64 * 1024;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what text does not hold.
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f]/g;
const MARKUP =
  /<\?xml|<!doctype|<!\[CDATA\[|\]\]>|<\/?(?:rss|feed|html|disqus|channel|item|entry|head|body)\b|<\/?\w+:\w+/i;
const TAG = /<\/?[a-z][a-z0-9:-]*(?:\s[^<>]*)?\/?>/gi;
const OTHER_BEGINNINGS =
  /^(?:[{<[]|%PDF|%!PS|\{\\rtf|---\r?\n|#!|From [^\n]+ \d{4}\r?\n|(?:MIME-Version|Received|Return-Path|Content-Type|From|Date|Subject|AUTHOR): |-- |\/\*|\/\/|import |package |(?:CREATE|INSERT|DROP) )/i;

/** Tells whether an input is a text that somebody copied from a page. */
export function looksLikeCapture(input: Pick<ExportInput, "head" | "headBytes" | "encoding">): boolean {
  const head = input.head.slice(0, HEAD_LENGTH);
  const { kind } = input.encoding;
  if (kind !== "utf-16le" && kind !== "utf-16be" && input.headBytes.includes(0)) return false;
  if ((head.match(CONTROLS)?.length ?? 0) > head.length * MAX_CONTROL_SHARE) return false;
  if (head.split("\ufffd").length - 1 > head.length * MAX_CONTROL_SHARE) return false;
  if (OTHER_BEGINNINGS.test(head.trimStart()) || MARKUP.test(head)) return false;
  if (MARKDOWN_BEGINNING.test(head.trimStart()) || (head.match(MARKDOWN_LINK)?.length ?? 0) > 1) return false;
  if ((head.match(TAG)?.length ?? 0) > MAX_TAGS + (head.length / 1000) * MAX_TAGS_PER_THOUSAND) return false;
  return readsLikeProse(head);
}

function readsLikeProse(head: string): boolean {
  const inked = head.replace(/\s+/g, "");
  const letters = inked.match(/\p{L}|\p{M}/gu)?.length ?? 0;
  if (letters < MIN_LETTERS_WITH_TRACES || letters < inked.length * MIN_LETTER_SHARE) return false;
  const lines = head
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (looksLikeCode(lines)) return false;
  if (lines.length > 1 && lines.some(isTrace)) return true;
  return letters >= MIN_LETTERS && /\p{L}[.!?…]/u.test(head) && head.split(/\s+/).length * 20 > head.length;
}

function isTrace(line: string): boolean {
  if (line.length > 400) return false;
  return (
    readCommentHeading(line) !== undefined ||
    startsShare(line) ||
    (line.length > 12 && isBoilerplate(line)) ||
    readSpeakerLine(line.replace(/^(?:\d+[.)]|[*•-])\s+/, ""), () => undefined) !== undefined
  );
}

function looksLikeCode(lines: readonly string[]): boolean {
  const ends = lines.filter((line) => /[;{}]$|^[\w-]+=\S*$|^[\w.]+\(.*\)$/.test(line)).length;
  const columns = lines.filter((line) => (line.match(/[\t;|]|,(?=\S)/g)?.length ?? 0) >= 3).length;
  return ends > lines.length / 3 || columns > lines.length / 2;
}
