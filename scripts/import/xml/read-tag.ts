// Reads single tags out of a text that may be broken: where a tag ends, what it is called, what its attributes are.

import { decodeXML } from "entities";
import type { Attributes } from "./xml-model.ts";

/** The text ends before the tag does. */
export const NEEDS_MORE = -1;
/** What begins like a tag is none, or its quotes are missing. */
export const NO_END = -2;

const MAX_NAME = 200;
const MAX_TAG = 65_536;
const ATTRIBUTE = /([^\s=<>"'/][^\s=<>"']*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;
const TAB = 9;
const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const LESS = 60;
const GREATER = 62;

/** Returns where the name that begins at `from` ends; NEEDS_MORE or NO_END where there is none. */
export function findNameEnd(text: string, from: number): number {
  if (!isNameStart(text.charCodeAt(from))) return from < text.length ? NO_END : NEEDS_MORE;
  const limit = Math.min(text.length, from + MAX_NAME);
  for (let at = from + 1; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === GREATER || code === SLASH || isSpace(code)) return at;
    // "=", "&" and the like are in no name.
    if (code === LESS || code === QUOTE || code === APOSTROPHE || code === 61 || code === 38) return NO_END;
  }
  return limit === text.length && limit - from < MAX_NAME ? NEEDS_MORE : NO_END;
}

/** Returns where the `>` of a start tag is whose name ends at `from`; NEEDS_MORE or NO_END where there is none. */
export function findTagEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + MAX_TAG);
  let at = from;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return at;
    if (code === LESS) return NO_END;
    if (code === QUOTE || code === APOSTROPHE) {
      const close = findQuote(text, at, limit);
      if (close < 0) return close === NEEDS_MORE && text.length - from < MAX_TAG ? NEEDS_MORE : NO_END;
      at = close;
    }
    at += 1;
  }
  return text.length - from < MAX_TAG ? NEEDS_MORE : NO_END;
}

/** Returns where the `>` of an end tag is whose name ends at `from`; NEEDS_MORE or NO_END where there is none. */
export function findEndTagEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + MAX_NAME);
  for (let at = from; at < limit; at += 1) {
    const code = text.charCodeAt(at);
    if (code === GREATER) return at;
    if (!isSpace(code)) return NO_END;
  }
  return limit === text.length && limit - from < MAX_NAME ? NEEDS_MORE : NO_END;
}

/** Reads what stands between a tag's name and its end. The first of two attributes of one name counts. */
export function readAttributes(raw: string): Attributes {
  const attributes: Record<string, string> = Object.create(null);
  for (const match of raw.matchAll(ATTRIBUTE)) {
    const name = match[1] ?? "";
    const value = match[2] ?? match[3] ?? match[4]?.replace(/\/$/, "") ?? "";
    if (!(name in attributes)) attributes[name] = value.includes("&") ? decodeXML(value) : value;
  }
  return attributes;
}

/** Returns the part of a name after its prefix. */
export function localOf(rawName: string): string {
  return rawName.slice(rawName.indexOf(":") + 1);
}

/** Tells whether a text from one position to another is nothing but white space. */
export function isBlank(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code > SPACE && code !== 0xfeff && code !== 0xa0) return false;
  }
  return true;
}

function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 0xc0;
}

function isSpace(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= 13);
}

// A value may hold a `<` that should have been escaped; but one that runs over the next tags has lost its quote.
function findQuote(text: string, open: number, limit: number): number {
  const quote = text.charCodeAt(open) === QUOTE ? '"' : "'";
  const close = text.slice(open + 1, limit).indexOf(quote);
  if (close === -1) return limit === text.length ? NEEDS_MORE : NO_END;
  const end = open + 1 + close;
  const hasTag = text.slice(open + 1, end).includes("<");
  if (!hasTag) return end;
  const next = text.charCodeAt(end + 1);
  if (Number.isNaN(next)) return NEEDS_MORE;
  return next === GREATER || next === SLASH || isSpace(next) ? end : NO_END;
}
