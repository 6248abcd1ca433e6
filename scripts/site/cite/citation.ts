// What a reference to a text of the archive tells, and how its values are made fit to be written in any format.
// Nothing here needs Node: the same code writes references in a build and in a browser.

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
  const entries = Object.entries(citation).flatMap(([key, value]) => {
    const tidy = tidyValue(String(value));
    return value === undefined || tidy === "" ? [] : [[key, tidy]];
  });
  return { ...(Object.fromEntries(entries) as unknown as Citation), archive: tidyValue(citation.archive) };
}

/** Returns what a reference names as its title; undefined for a text without one. */
export function titleOf({ kind, title }: Citation, words: CiteWords): string | undefined {
  if (kind !== "comment") return title;
  return title === undefined ? words.commentOnUntitled : put(words.commentOn, { title });
}

/** Returns what has no field of its own in most formats: where the text stood first, and where it is kept. */
export function noteOf({ url, originalUrl, archive, version }: Citation, words: CiteWords): string {
  const kept =
    version === undefined ? put(words.kept, { archive }) : put(words.keptVersion, { archive, version: short(version) });
  if (originalUrl === undefined || originalUrl === url) return kept;
  return `${put(words.original, { address: originalUrl })}. ${kept}`;
}

/** Returns the part of a commit's name that tells it from all others for as long as anyone will ask. */
export function short(version: string): string {
  return version.slice(0, 12);
}

/** Returns a text with each `{name}` replaced. */
export function put(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
}

function tidyValue(value: string): string {
  // Controls that turn the direction of what follows; a reference is pasted among other words.
  return value
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
