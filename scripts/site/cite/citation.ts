// What a reference to a text of the archive tells, and how its values are made fit to be written in any format.
// Nothing here needs Node: the same code writes references in a build and in a browser.

import { fillText } from "../../strings/fill-text.ts";

/** A post, page or comment to cite. What is unknown is absent, and stays so in every format. */
export interface Citation {
  readonly kind: "post" | "page" | "comment";
  /** Id in the archive: `2011/slug`, `pages/slug`, `2011/slug#comment-7`. */
  readonly id: string;
  /** As the source has it; never parted into given and family name by guess. */
  readonly author?: string;
  /** Title of the post; for a comment that of the post it stands below. */
  readonly title?: string;
  /** EDTF. */
  readonly date?: string;
  /** Title of the blog. */
  readonly container?: string;
  /** The lasting address in the archive, or the original one where the archive's is not known. */
  readonly url?: string;
  /** Where the text stood first. */
  readonly originalUrl?: string;
  /** Title of the archive. */
  readonly archive: string;
  /** Git commit that last changed the text. */
  readonly version?: string;
  /** BCP 47 code of the text. */
  readonly lang?: string;
}

/** The words of references in one language, with `{…}` for values. */
export interface CiteWords {
  readonly locale: string;
  readonly untitled: string;
  readonly noDate: string;
  readonly circa: string;
  readonly commentOn: string;
  readonly commentOnUntitled: string;
  readonly post: string;
  readonly page: string;
  readonly original: string;
  readonly kept: string;
  readonly keptVersion: string;
}

/** A way to write a reference. */
export type CiteFormat = (citation: Citation, words: CiteWords) => string;

/** Returns a citation whose values stand on one line and can neither end a field nor turn the words around them. */
export function tidyCitation(citation: Citation): Citation {
  const tidy: Record<string, string> = {};
  for (const [key, value] of Object.entries(citation)) {
    const text = value === undefined ? "" : tidyValue(String(value));
    if (text !== "") tidy[key] = text;
  }
  return { ...(tidy as unknown as Citation), archive: tidyValue(citation.archive) };
}

/** Returns what a reference names as its title; undefined for a text without one. */
export function titleOf({ kind, title }: Citation, words: CiteWords): string | undefined {
  if (kind !== "comment") return title;
  return title === undefined ? words.commentOnUntitled : fillText(words.commentOn, { title });
}

/** Returns what has no field of its own in most formats: where the text stood first, and where it is kept. */
export function noteOf({ url, originalUrl, archive, version }: Citation, words: CiteWords): string {
  const kept =
    version === undefined
      ? fillText(words.kept, { archive })
      : fillText(words.keptVersion, { archive, version: short(version) });
  if (originalUrl === undefined || originalUrl === url) return kept;
  return `${fillText(words.original, { address: originalUrl })}. ${kept}`;
}

/** Returns the part of a commit's name that tells it from all others for as long as anyone will ask. */
export function short(version: string): string {
  return version.slice(0, 12);
}

/** Controls that turn the direction of what follows (a reference is pasted among other words), and space that is not single. */
const UNTIDY = /[\u202a-\u202e\u2066-\u2069]|[^\S ]|\p{Cc}| {2}|^ | $/u;

function tidyValue(value: string): string {
  if (!UNTIDY.test(value)) return value;
  return value
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
