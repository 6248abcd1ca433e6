// The one configuration of markdown-it: CommonMark with HTML, GFM tables and strikethrough, bare addresses as links.

import MarkdownIt, { type StateInline, type Token } from "markdown-it";

/** Parses and renders Markdown; what it returns is not yet safe to show, see render-markdown.ts. */
export const markdownParser: MarkdownIt = createParser();

/** An address found in plain text. */
export interface FoundAddress {
  readonly start: number;
  readonly end: number;
}

/** Returns the web addresses that stand in plain text, by the same rules as in Markdown. */
export function findAddresses(text: string): readonly FoundAddress[] {
  if (!text.includes("://")) return [];
  return (markdownParser.linkify.match(text) ?? []).map(({ index, lastIndex }) => ({ start: index, end: lastIndex }));
}

/** Characters of an address that is found in plain text: browsers and servers take no more. */
const MAX_ADDRESS = 2000;

// As far as no rule of inline Markdown begins; markdown-it's own rule looks at each character.
const TEXT = /[^\n\\`*_~[\]!<&:]+/y;

function readText(state: StateInline, isSilent: boolean): boolean {
  TEXT.lastIndex = state.pos;
  if (!TEXT.test(state.src)) return false;
  const end = Math.min(TEXT.lastIndex, state.posMax);
  if (!isSilent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

function createParser(): MarkdownIt {
  const parser = new MarkdownIt({ html: true, linkify: true, typographer: false });
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  parser.linkify.add("//", null).add("mailto:", null);
  // All schemes that are left stand before "://"; the tests of the library look at every word.
  const { linkify } = parser;
  const test = linkify.test.bind(linkify);
  linkify.pretest = (text) => text.includes("://");
  linkify.test = (text) => text.includes("://") && test(text);
  // The library takes time that grows with the square of a run without spaces, and no address is that long.
  const match = linkify.match.bind(linkify);
  linkify.match = (text) => {
    return [...text.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
      if (word.length > MAX_ADDRESS || !word.includes("://")) return [];
      return (match(word) ?? []).map((link) =>
        Object.assign(link, { index: link.index + index, lastIndex: link.lastIndex + index }),
      );
    });
  };
  const matchAtStart = linkify.matchAtStart.bind(linkify);
  linkify.matchAtStart = (text) => {
    const word = text.slice(0, MAX_ADDRESS + 1).search(/\s|$/);
    return word > MAX_ADDRESS ? null : matchAtStart(text.slice(0, word));
  };
  // Addresses are judged and encoded once, in address.ts; their text is shown as it was written.
  parser.normalizeLink = (address) => address;
  parser.normalizeLinkText = (text) => text;
  parser.validateLink = () => true;
  parser.inline.ruler.at("text", readText);
  parser.renderer.rules.image = (tokens, index, options, _env, renderer) => {
    const token = tokens[index] as Token;
    token.attrSet("alt", plainTextOf(token.children ?? []));
    return renderer.renderToken(tokens, index, options);
  };
  return parser;
}

/** Returns the text of an image's description; markdown-it's own leaves out characters that were escaped. */
export function plainTextOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === "softbreak" || token.type === "hardbreak") return " ";
      return token.type === "image" ? plainTextOf(token.children ?? []) : token.content;
    })
    .join("");
}
