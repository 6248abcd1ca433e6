// Replaces the shortcodes of a post by what they show; those that nobody knows stay as they were typed.

import { isCodeName } from "./code-shortcodes.ts";
import { tokenizeHtml } from "./html-tokens.ts";
import { COMMON_WRITERS, CORE_WRITERS, type MediaContext, type ShortcodeWriter } from "./media-shortcodes.ts";
import { findShortcodeEnd, readShortcodeTag, type ShortcodeTag } from "./shortcode-parser.ts";

/** What replacing shortcodes needs. */
export interface ShortcodeContext extends MediaContext {
  /** Puts finished HTML aside and returns the mark that stands for it. */
  readonly keep: (html: string) => string;
  /** Is told the name of each shortcode that stays visible. */
  readonly onUnknown: (name: string) => void;
}

/** Returns the text with its known shortcodes replaced. In code they are text. */
export function replaceShortcodes(text: string, context: ShortcodeContext): string {
  if (!text.includes("[")) return text;
  const parts: string[] = [];
  let done = 0;
  for (const [from, to] of findTextRanges(text)) {
    let at = text.indexOf("[", Math.max(from, done));
    while (at !== -1 && at < to) {
      const tag = readShortcodeTag(text, at);
      const replaced = tag === undefined ? undefined : replaceOne(text, tag, context);
      if (replaced === undefined) {
        at = text.indexOf("[", at + 1);
        continue;
      }
      parts.push(text.slice(done, at), replaced.html);
      done = replaced.end;
      at = text.indexOf("[", done);
    }
  }
  parts.push(text.slice(done));
  return parts.join("");
}

function replaceOne(
  text: string,
  tag: ShortcodeTag,
  context: ShortcodeContext,
): { readonly html: string; readonly end: number } | undefined {
  const { name } = tag;
  if (tag.isEscaped) {
    const isKnown = findWriter(name) !== undefined || isCodeName(name);
    return isKnown ? { html: text.slice(tag.start + 1, tag.end - 1), end: tag.end } : undefined;
  }
  const closing = tag.isSelfClosing ? -1 : findShortcodeEnd(text, name, tag.end);
  const end = closing === -1 ? tag.end : closing + name.length + 3;
  if (text[tag.start + 1] === "[" && closing !== -1 && text[end] === "]") {
    return { html: text.slice(tag.start + 1, end), end: end + 1 };
  }
  const writer = findWriter(name);
  const source = text.slice(tag.start, end);
  const html = writer?.(
    { name, attributes: tag.attributes, source, ...(closing !== -1 && { content: text.slice(tag.end, closing) }) },
    context,
  );
  if (html !== undefined) return { html: html === "" ? "" : context.keep(html), end };
  if (writer !== undefined || closing !== -1 || tag.attributes.named.size > 0) context.onUnknown(name);
  return undefined;
}

function findWriter(name: string): ShortcodeWriter | undefined {
  if (Object.hasOwn(CORE_WRITERS, name)) return CORE_WRITERS[name];
  return Object.hasOwn(COMMON_WRITERS, name) ? COMMON_WRITERS[name] : undefined;
}

// A shortcode begins in text, not in a tag, a comment or code; it may end anywhere.
function findTextRanges(text: string): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  let at = 0;
  let codeDepth = 0;
  for (const token of tokenizeHtml(text)) {
    const end = at + token.source.length;
    if (token.name === "code" || token.name === "kbd")
      codeDepth = Math.max(0, codeDepth + (token.kind === "open" ? 1 : -1));
    else if (token.kind === "text" && codeDepth === 0) ranges.push([at, end]);
    at = end;
  }
  return ranges;
}
