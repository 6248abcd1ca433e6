// Texts for fuzzing: pieces that parsers disagree about, put together at random, with letters of all scripts between them.

import fc from "fast-check";
import { ADDRESSES } from "../hostile/vectors/addresses.ts";
import { MARKDOWN_VECTORS } from "../hostile/vectors/markdown.ts";
import { MARKUP_VECTORS } from "../hostile/vectors/markup.ts";
import { PLAIN_TEXTS } from "../hostile/vectors/plain-texts.ts";

const TAGS =
  "a abbr b bdo blockquote br caption center code dd del details div dl dt em embed figcaption figure font form frame h1 h6 hr i iframe img input ins li link listing map math meta mglyph mtext nobr noscript object ol option p plaintext pre q rp rt ruby script select small span strong style sub summary sup svg table tbody td template textarea th title tr u ul video wbr xmp";

const ATTRIBUTES = [
  "href=",
  "src=",
  "style=",
  "onclick=alert(1)",
  "onerror=alert(1)",
  "id=",
  "name=",
  "class=",
  "title=",
  "lang=",
  "dir=rtl",
  "colspan=",
  "hidden",
  "srcdoc=",
];

const SIGNS = [
  ..."<>\"'`=/\\&;#!?-[](){}*_~|:@%$^+.,\n\t\0 ",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "</",
  "/>",
  "<?",
  "&lt;",
  "&#60;",
  "&#x3c",
  "&colon;",
  "&amp;lt;",
  "\n\n",
  "\r\n",
  "\n> ",
  "\n- ",
  "\n1. ",
  "\n    ",
  "\n```\n",
  "\n---\n",
  "\n| a | b |\n|---|---|\n",
  "![",
  "](",
  "][",
  "]: ",
  "http://",
  "//",
  "javascript:",
  "data:",
  "\u200b",
  "\u202e",
  "\ud800",
  "\ufeff",
  "\u00a0",
  "\u2028",
];

/** A text that a person or a spammer may have left; short ones are likelier. */
export const soup: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...SIGNS) },
      {
        weight: 3,
        arbitrary: fc
          .constantFrom(...TAGS.split(" "))
          .chain((tag) => fc.constantFrom(`<${tag}>`, `</${tag}>`, `<${tag} `)),
      },
      { weight: 2, arbitrary: fc.constantFrom(...ATTRIBUTES) },
      { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
      { weight: 2, arbitrary: fc.constantFrom("word", "Åsa", "ord ", "alert(1)", "—", "日本", "שלום") },
      { weight: 1, arbitrary: fc.constantFrom(...ADDRESSES) },
      { weight: 1, arbitrary: fc.constantFrom(...MARKUP_VECTORS, ...MARKDOWN_VECTORS) },
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(""));

/** A name, a title, a slug. */
export const plainSoup: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...PLAIN_TEXTS),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.string({ unit: "grapheme", maxLength: 20 }),
  soup,
);

/** An address. */
export const addressSoup: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ADDRESSES),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc
    .array(
      fc.constantFrom(
        "http:",
        "https:",
        "/",
        "//",
        "\\",
        "..",
        "%2e",
        "%2f",
        "%00",
        "%",
        "?p=1",
        "#c1",
        "@",
        ":",
        "example.org",
        "2011",
        "å",
        " ",
        "*",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("")),
  soup,
);

/** What happens to a file on its way: bytes are lost, doubled, changed, or the rest is missing. */
export const damage: fc.Arbitrary<(bytes: Buffer) => Buffer> = fc
  .array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      kind: fc.constantFrom("cut", "drop", "double", "write"),
      byte: fc.nat(255),
    }),
    { maxLength: 4 },
  )
  .map(
    (steps) =>
      (bytes: Buffer): Buffer =>
        steps.reduce((buffer, { at, length, kind, byte }) => {
          const place = Math.floor(at * buffer.length);
          const [before, part, after] = [
            buffer.subarray(0, place),
            buffer.subarray(place, place + length),
            buffer.subarray(place + length),
          ];
          if (kind === "cut") return place < buffer.length / 2 ? buffer : before;
          if (kind === "drop") return Buffer.concat([before, after]);
          if (kind === "double") return Buffer.concat([before, part, part, after]);
          return Buffer.concat([before, Buffer.alloc(part.length, byte), after]);
        }, bytes),
  );
