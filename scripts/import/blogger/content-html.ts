// Makes of a text as Blogger stores it the HTML that Blogger shows.

import { addParagraphs } from "../wordpress/paragraphs.ts";

// The mark of the cut between a post's beginning and the rest shows nothing on the post's own page.
const JUMP_BREAK = /<a\s+name=["']?more["']?\s*\/?>\s*<\/a\s*>|<!--\s*more\s*-->/gi;
// A picture of one pixel that counts readers of the feed.
const TRACKER = /<img\b[^<>]*\bsrc=["']?(?:https?:)?\/\/[^<>"'\s]*\/tracker\/[^<>]*>/gi;
// A line with nothing on it but spaces parts paragraphs as an empty one does.
const BLANK_LINE = /(<br\s*\/?>)(?:\s|&nbsp;|&#160;|\u00a0)+(?=<br\s*\/?>)/gi;
const HAS_BREAKS = /<(?:br|p|div)\b/i;

/** Which line ends of a text are line breaks: those of a text without any tag that makes lines, or none. */
export interface LineRule {
  /** The blog's setting says that line ends are not shown. */
  readonly ignoresLineEnds: boolean;
}

/** Returns a text's HTML. Old posts were stored as they were typed, line by line. */
export function toShownHtml(content: string, { ignoresLineEnds }: LineRule): string {
  const html = content
    .replace(/\r\n?/g, "\n")
    .replace(JUMP_BREAK, "")
    .replace(TRACKER, "")
    .replace(BLANK_LINE, "$1")
    .trim();
  return ignoresLineEnds || !html.includes("\n") || HAS_BREAKS.test(html) ? html : addParagraphs(html);
}
