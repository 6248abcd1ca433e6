// Makes of a comment as Disqus exports it the HTML that Disqus shows.

import { addParagraphs } from "../wordpress/paragraphs.ts";

const HAS_BREAKS = /<(?:br|p|div)\b/i;
// Disqus led readers through its own counter: disq.us/url?url=<address>:<checksum>&cuid=<site>
const COUNTED_LINK = /(<a\b[^<>]*?\bhref\s*=\s*)(["'])(?:https?:)?\/\/disq\.us\/url\?([^"'<>]*)\2/gi;
// Disqus repeats a link's address as its title.
const IDLE_TITLE = /(<a\b[^<>]*?)\s+title\s*=\s*(["'])(?:https?:)?\/\/[^"'<>]*\2/gi;

/** Returns a message's HTML: lines of plain text as paragraphs, links to where they led. */
export function toMessageHtml(message: string): string {
  const html = message
    .replace(/\r\n?/g, "\n")
    .replace(IDLE_TITLE, "$1")
    .replace(COUNTED_LINK, (whole, before, quote, query) => {
      const parameters = new URLSearchParams(query.replaceAll("&amp;", "&"));
      const address = parameters.get("url")?.replace(/:[\w-]{20,}$/, "") ?? "";
      if (!/^https?:\/\/[^\s"'<>]+$/i.test(address)) return whole;
      return `${before}${quote}${address.replaceAll("&", "&amp;")}${quote}`;
    });
  return HAS_BREAKS.test(html) || !html.includes("\n") ? html.trim() : addParagraphs(html.trim());
}
