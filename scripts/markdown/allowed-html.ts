// What HTML a Markdown file of the archive may hold, for its documentation and for a check of what was typed by hand.

import { readTokens } from "./html-tokens.ts";
import {
  BLOCK_ALIASES,
  CONTAINERS,
  INLINE_NAMES,
  NOT_IN_COMMENTS,
  PHRASING,
  type Profile,
  STRUCTURES,
} from "./html-vocabulary.ts";
import { markdownParser } from "./markdown-parser.ts";

/** Elements that are shown as what they are, or under a newer name, sorted. What is in others is shown without them. */
export const ALLOWED_ELEMENTS: Readonly<Record<Profile, readonly string[]>> = {
  post: listElements(() => true),
  comment: listElements((name) => !NOT_IN_COMMENTS.has(name)),
};

/** Attributes that are kept, by element; "*" stands for all. */
export const ALLOWED_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  "*": ["dir", "id", "lang"],
  a: ["href", "name", "title"],
  abbr: ["title"],
  code: ["class"],
  details: ["open"],
  dfn: ["title"],
  img: ["alt", "height", "src", "title", "width"],
  ol: ["start"],
  pre: ["class"],
  td: ["align", "colspan", "rowspan"],
  th: ["align", "colspan", "rowspan"],
  time: ["datetime"],
};

/** Returns the elements and attributes (`script`, `p style`) in a Markdown text that its page will leave out, each once. */
export function findDroppedHtml(markdown: string, profile: Profile): readonly string[] {
  const dropped = markdownParser
    .parse(markdown, {})
    .flatMap((token) =>
      [token, ...(token.children ?? [])].flatMap(({ type, content }) =>
        type === "html_block" || type === "html_inline" ? listDroppedHtml(content, profile) : [],
      ),
    );
  return [...new Set(dropped)];
}

/** Returns the elements and attributes of a piece of HTML that its page will leave out, each once. */
export function listDroppedHtml(html: string, profile: Profile): readonly string[] {
  const dropped = new Set<string>();
  readTokens(html, {
    onText: () => {},
    onCloseTag: () => {},
    onOpenTag: (name: string, attributes: Record<string, string>) => {
      if (!ALLOWED_ELEMENTS[profile].includes(name)) dropped.add(name);
      else
        for (const attribute of Object.keys(attributes))
          if (!isAllowed(name, attribute)) dropped.add(`${name} ${attribute}`);
    },
  });
  return [...dropped];
}

function isAllowed(name: string, attribute: string): boolean {
  return (
    ALLOWED_ATTRIBUTES["*"]?.includes(attribute) === true || ALLOWED_ATTRIBUTES[name]?.includes(attribute) === true
  );
}

function listElements(isAllowedBlock: (name: string) => boolean): readonly string[] {
  const blocks = [...CONTAINERS, ...PHRASING, ...STRUCTURES, ...BLOCK_ALIASES.keys()];
  const names = blocks.filter((name) => name !== "#root" && isAllowedBlock(name));
  return [...new Set([...names, ...INLINE_NAMES.keys(), "br", "hr", "img", "wbr"])].sort();
}
