// Reads names, titles and labels: WordPress stores many of them as HTML, and the archive wants the text.

import { decodeHTML } from "entities";

const TAG = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<\/?[a-z][^>]*>/gi;
const EMAIL_ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/;

/** Returns what a browser would show of an HTML text on one line: no tags, entities decoded once. Non-breaking spaces stay. */
export function toPlainText(html: string): string {
  const text = html.includes("<") ? html.replace(TAG, "") : html;
  return toOneLine(text.includes("&") ? decodeHTML(text) : text);
}

/** Returns the text with each run of spaces and line ends as one space, and none at its ends. */
export function toOneLine(text: string): string {
  return text.replace(/[ \t\r\n\f\v]+/g, " ").replace(/^ | $/g, "");
}

/** Tells whether a text is an e-mail address and nothing else. */
export function isEmailAddress(text: string): boolean {
  return EMAIL_ADDRESS.test(text.trim());
}

const EMAIL_ADDRESSES = /[\p{L}\p{N}._%+-]{1,64}(?:@|%40)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/giu;

/** Tells whether an e-mail address stands somewhere in a text. */
export function holdsEmailAddress(text: string): boolean {
  return text.search(EMAIL_ADDRESSES) !== -1;
}

/** Returns the text with each e-mail address replaced. */
export function hideEmailAddresses(text: string): string {
  return text.includes("@") ? text.replace(EMAIL_ADDRESSES, "[e-mail removed]") : text;
}
