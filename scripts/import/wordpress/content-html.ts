// Makes of a text as WordPress stores it the HTML that WordPress shows.

import type { AttachmentIndex } from "./attachments.ts";
import { linkAddresses } from "./autolink.ts";
import { convertBlocks, hasBlocks, insertReusedBlocks } from "./blocks.ts";
import { replaceCodeShortcodes } from "./code-shortcodes.ts";
import { writeFootnotes } from "./footnotes.ts";
import { type HtmlToken, tokenizeHtml } from "./html-tokens.ts";
import { addParagraphs, BLOCK_MARK } from "./paragraphs.ts";
import { replaceShortcodes } from "./shortcodes.ts";

/** What a post's text may refer to. */
export interface ContentContext {
  readonly postId: string;
  readonly attachments: AttachmentIndex;
  /** Contents of the blog's reusable blocks by their id. */
  readonly reusedBlocks: ReadonlyMap<string, string>;
  /** The custom field of the post's footnotes. */
  readonly footnotes?: string;
  /** Is told what a reader of this post will miss. */
  readonly warn: (what: string) => void;
  /** Is told the name of each shortcode that stays visible. */
  readonly onUnknownShortcode: (name: string) => void;
  /** Is told the name of each block whose words WordPress computes. */
  readonly onEmptyBlock: (name: string, hasText: boolean) => void;
}

// Code and its language come first: nothing in it may be taken for anything else.
/** Returns a post's HTML. */
export function toPostHtml(content: string, context: ContentContext): string {
  const blocks: string[] = [];
  const keep = (html: string): string => {
    blocks.push(html);
    return `${BLOCK_MARK}${blocks.length - 1}${BLOCK_MARK}`;
  };
  const typed = content.replaceAll(BLOCK_MARK, "").replace(/\r\n?/g, "\n");
  const isInBlocks = hasBlocks(typed);
  const whole = isInBlocks
    ? insertReusedBlocks(typed, context.reusedBlocks, () => context.warn("a reusable block is not in the export"))
    : typed;
  const withoutCode = replaceCodeShortcodes(whole, keep);
  const withoutMarks = withoutCode
    .replace(/<!--(?:more.*?|noteaser)-->/g, "")
    .replace(/<!--nextpage-->/g, isInBlocks ? "<hr />" : "\n\n<hr />\n\n");
  const withoutShortcodes = replaceShortcodes(withoutMarks, {
    postId: context.postId,
    attachments: context.attachments,
    warn: context.warn,
    keep,
    onUnknown: context.onUnknownShortcode,
  });
  const linked = linkLonelyAddresses(withoutShortcodes);
  const html = isInBlocks
    ? convertBlocks(linked, { footnotes: writeFootnotes(context.footnotes), onEmptyBlock: context.onEmptyBlock })
    : addParagraphs(linked);
  return html.replace(/\ufdd0(\d+)\ufdd0/g, (_mark, number: string) => blocks[Number(number)] ?? "");
}

/** Returns a comment's HTML. */
export function toCommentHtml(content: string): string {
  return addParagraphs(linkAddresses(content.replaceAll(BLOCK_MARK, "")));
}

// An address alone on its line becomes a player in WordPress; here it becomes a link.
function linkLonelyAddresses(html: string): string {
  if (!/^[ \t]*https?:\/\//im.test(html) && !/>\s*https?:\/\//i.test(html)) return html;
  let depth = 0;
  const tokens = tokenizeHtml(html);
  return tokens
    .map((token, index) => {
      if (token.name === "a" || token.name === "code") depth = Math.max(0, depth + (token.kind === "open" ? 1 : -1));
      if (token.kind !== "text" || depth > 0 || !token.source.includes("://")) return token.source;
      return linkLines(token.source, endsLine(tokens[index - 1]), endsLine(tokens[index + 1]));
    })
    .join("");
}

function linkLines(text: string, isStartOfLine: boolean, isEndOfLine: boolean): string {
  const lines = text.split("\n");
  return lines
    .map((line, index) => {
      if ((index === 0 && !isStartOfLine) || (index === lines.length - 1 && !isEndOfLine)) return line;
      return line.replace(/^([ \t]*)(https?:\/\/[^\s<>"]+)([ \t]*)$/i, '$1<a href="$2">$2</a>$3');
    })
    .join("\n");
}

function endsLine(token: HtmlToken | undefined): boolean {
  return token === undefined || /^(p|div|figure|br|h[1-6]|blockquote)$/.test(token.name) || token.kind === "comment";
}
