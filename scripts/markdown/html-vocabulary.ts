// The names of HTML that matter here: what is kept, what is renamed, what is only a boundary, what is dropped.
// Names follow https://html.spec.whatwg.org/multipage/indices.html#elements-3

import type { HtmlNode } from "./html-node.ts";

/** Which texts a rule is for: what an editor or author wrote, or what a stranger wrote. */
export type Profile = "post" | "comment";

/** Blocks that hold other blocks. */
export const CONTAINERS: ReadonlySet<string> = new Set([
  "#root",
  "blockquote",
  "li",
  "td",
  "th",
  "dd",
  "figure",
  "figcaption",
  "details",
  "div",
]);

/** Blocks that hold text and inline elements only. */
export const PHRASING: ReadonlySet<string> = new Set([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "pre",
  "summary",
  "caption",
  "dt",
]);

/** Blocks that hold only certain children: lists and tables. */
export const STRUCTURES: ReadonlySet<string> = new Set(["ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr"]);

/** Parts of a table. */
export const TABLE_PARTS: ReadonlySet<string> = new Set(["thead", "tbody", "tfoot", "tr", "td", "th", "caption"]);

/** Source names of blocks that are kept under another name. */
export const BLOCK_ALIASES: ReadonlyMap<string, string> = new Map([
  ["listing", "pre"],
  ["xmp", "pre"],
  ["plaintext", "pre"],
  ["menu", "ul"],
  ["dir", "ul"],
]);

/** Blocks that only separate what is before, in and after them. */
export const BOUNDARIES: ReadonlySet<string> = new Set(
  (
    "html body div section article aside main nav header footer hgroup address center form fieldset legend search " +
    "dialog option optgroup select textarea frameset layer multicol"
  ).split(" "),
);

/** Inline elements that are kept, with the name that they are kept under. */
export const INLINE_NAMES: ReadonlyMap<string, string> = new Map([
  ["a", "a"],
  ["abbr", "abbr"],
  ["acronym", "abbr"],
  ["b", "strong"],
  ["bdi", "bdi"],
  ["bdo", "bdo"],
  ["cite", "cite"],
  ["code", "code"],
  ["del", "del"],
  ["dfn", "dfn"],
  ["em", "em"],
  ["i", "em"],
  ["ins", "ins"],
  ["kbd", "kbd"],
  ["mark", "mark"],
  ["q", "q"],
  ["rp", "rp"],
  ["rt", "rt"],
  ["ruby", "ruby"],
  ["s", "del"],
  ["samp", "samp"],
  ["small", "small"],
  ["span", "span"],
  ["strike", "del"],
  ["strong", "strong"],
  ["sub", "sub"],
  ["sup", "sup"],
  ["time", "time"],
  ["tt", "code"],
  ["u", "u"],
  ["var", "var"],
]);

/** Elements that go on in the next block when a block ends before them, as browsers do. */
export const RESUMING: ReadonlySet<string> = new Set(
  "a b big code em font i nobr s small strike strong tt u".split(" "),
);

/** Elements without content. */
export const VOIDS: ReadonlySet<string> = new Set(
  (
    "area base basefont bgsound br col colgroup command embed frame hr img input isindex keygen link meta param source " +
    "spacer track wbr"
  ).split(" "),
);

/** Elements that a stranger's comment may not hold; what is in them stays. */
export const NOT_IN_COMMENTS: ReadonlySet<string> = new Set(["figure", "figcaption", "details", "summary", "div"]);

/** Returns true for an element that stands on its own lines. */
export function isBlock(node: HtmlNode | undefined): boolean {
  if (node === undefined || node.kind === "text") return false;
  const { name } = node;
  return name === "hr" || CONTAINERS.has(name) || PHRASING.has(name) || STRUCTURES.has(name);
}
