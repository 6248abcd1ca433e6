// Writes found texts into Markdown for GitHub so that they do nothing: no link, no mention, no markup.

import { toVisible } from "../archive/show.ts";

/**
 * Returns a text as Markdown that GitHub shows letter by letter. A character reference is never markup. GitHub looks for
 * mentions and numbers of issues in the text that comes out, though: a comment behind the sign parts it from what follows.
 */
export function escapeMarkdown(text: string): string {
  return toVisible(text).replace(/[^\p{L}\p{N} ,;()/=?!%…“””–—-]/gu, (character) => {
    const reference = `&#${character.codePointAt(0)};`;
    return character === "@" || character === "#" ? `${reference}<!-- -->` : reference;
  });
}
