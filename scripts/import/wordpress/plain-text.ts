// Reads names, titles and labels: WordPress stores many of them as HTML, and the archive wants the text.

import { decodeHTML } from "entities";

const TAG = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<\/?[a-z][^>]*>/gi;

/** Returns what a browser would show of an HTML text on one line: no tags, entities decoded once. Non-breaking spaces stay. */
export function toPlainText(html: string): string {
  const text = html.includes("<") ? html.replace(TAG, "") : html;
  return toOneLine(text.includes("&") ? decodeHTML(text) : text);
}

/** Returns the text with each run of spaces and line ends as one space, and none at its ends. */
export function toOneLine(text: string): string {
  return text.replace(/[ \t\r\n\f\v]+/g, " ").replace(/^ | $/g, "");
}
