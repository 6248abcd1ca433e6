// The last gate: what is about to be shown passes sanitize-html with the allowlist of its kind of text.
// The tree that it is written from holds nothing else; this guards against our own mistakes.

import sanitizeHtml from "sanitize-html";
import type { Profile } from "./html-vocabulary.ts";

const INLINE =
  "a abbr bdi bdo br cite code del dfn em img ins kbd mark picture q rp rt ruby samp small source span strong sub sup time u var wbr".split(
    " ",
  );
const BLOCKS =
  "p h2 h3 h4 h5 h6 blockquote figure figcaption ul ol li dl dt dd pre hr table caption thead tbody tr td th div".split(
    " ",
  );
const POST_BLOCKS = ["details", "summary"];
const URL_SCHEMES = ["http", "https", "ftp", "tel"];

const OPTIONS: Readonly<Record<Profile, sanitizeHtml.IOptions>> = {
  post: createOptions([...INLINE, ...BLOCKS, ...POST_BLOCKS]),
  comment: createOptions([...INLINE, ...BLOCKS]),
};

/** Returns the HTML with everything removed that is not on the profile's allowlist. */
export function sanitizePageHtml(html: string, profile: Profile): string {
  // Text and attributes hold no bare ">": what ends in " />" here is an element without content.
  return sanitizeHtml(html, OPTIONS[profile]).replaceAll(" />", ">");
}

function createOptions(tags: readonly string[]): sanitizeHtml.IOptions {
  return {
    allowedTags: [...tags],
    allowedAttributes: {
      "*": ["dir", "lang"],
      a: ["href", "rel", "title", "aria-label", "data-words"],
      abbr: ["title"],
      details: ["open"],
      dfn: ["title"],
      div: ["tabindex", "role", "aria-label"],
      img: ["src", "srcset", "sizes", "alt", "title", "width", "height", "loading", "decoding", "data-address"],
      ol: ["start"],
      pre: ["tabindex", "role", "aria-label"],
      source: ["type", "srcset", "sizes"],
      span: ["id", "role", "aria-label", "data-words"],
      td: ["colspan", "rowspan"],
      th: ["colspan", "rowspan", "scope"],
      time: ["datetime"],
    },
    allowedClasses: {
      a: ["image-not-held", "image-not-held-alt", "image-not-held-address"],
      code: [/^language-[\w+#-]{1,30}$/],
      div: ["table"],
      figure: ["quotation"],
      p: ["embed"],
      span: ["image-not-held", "image-not-held-alt", "image-not-held-address"],
      td: ["align-left", "align-right", "align-center"],
      th: ["align-left", "align-right", "align-center"],
    },
    allowedSchemes: URL_SCHEMES,
    allowedSchemesByTag: { img: ["http", "https"] },
    // Left as they are: `open`, and an `alt` that says that there is nothing to say.
    nonBooleanAttributes: [],
    selfClosing: ["br", "hr", "img", "source", "wbr"],
  };
}
