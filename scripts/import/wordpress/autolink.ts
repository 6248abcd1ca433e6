// Makes links of the bare addresses in a comment, as WordPress does on display. E-mail addresses stay text.

import { tokenizeHtml } from "./html-tokens.ts";

// An address goes on over punctuation only if more address follows; letters beyond ASCII belong to it.
const URL_PART = "[\\w\\u0080-\\uffff#%~/@[\\]*(+=&$-]";
const URL_PART_AFTER = "[\\w\\u0080-\\uffff#%~/@[\\]*()+=&$-]";
const FULL_ADDRESS = `(?:https?|ftps?|feed|svn|webcal|irc)://${URL_PART}+(?:['.,;:!?)]${URL_PART_AFTER}+)*\\)?`;
const HOST_ADDRESS = `(?:www|ftp)\\.[\\w\\u0080-\\uffff#$%&~/.\\-;:=,?@[\\]+]+`;
const ADDRESS = new RegExp(`(^|[\\s(<.,;:!?>])(?:(${FULL_ADDRESS})|(?<=^|[\\s>])(${HOST_ADDRESS}))`, "gi");
const QUICK_CHECK = /:\/\/|www\.|ftp\./i;
const NOT_INSIDE: ReadonlySet<string> = new Set(["a", "code", "pre", "script", "style"]);

/** Returns the HTML with its bare addresses as links; text inside links and code stays as it is. */
export function linkAddresses(html: string): string {
  if (!QUICK_CHECK.test(html)) return html;
  let depth = 0;
  return tokenizeHtml(html)
    .map((token) => {
      if (token.kind === "open" && NOT_INSIDE.has(token.name)) depth += 1;
      else if (token.kind === "close" && NOT_INSIDE.has(token.name)) depth = Math.max(0, depth - 1);
      return token.kind === "text" && depth === 0 ? token.source.replace(ADDRESS, writeLink) : token.source;
    })
    .join("");
}

function writeLink(
  _match: string,
  before: string,
  fullAddress: string | undefined,
  hostAddress: string | undefined,
): string {
  const typed = fullAddress ?? hostAddress ?? "";
  const { address, rest } = cutTrailingPunctuation(typed, fullAddress === undefined);
  // WordPress showed "www.example.org" with the scheme before it, and what was shown is what is kept.
  const shown = fullAddress === undefined ? `http://${address}` : address;
  return `${before}<a href="${shown}">${shown}</a>${rest}`;
}

// A closing parenthesis belongs to the address only if one was opened in it.
function cutTrailingPunctuation(typed: string, isHost: boolean): { readonly address: string; readonly rest: string } {
  let address = isHost ? typed.replace(/[.,;:)]+$/, "") : typed;
  while (countOf(address, ")") > countOf(address, "(")) address = address.slice(0, address.lastIndexOf(")"));
  return { address, rest: typed.slice(address.length) };
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}
