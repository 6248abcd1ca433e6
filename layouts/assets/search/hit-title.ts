// What the search index is told of a comment beside its text: written by the layout into `data-pagefind-title`, read by the search page.

/** A comment's speaker, date and language; what is unknown is absent. */
export interface HitTitle {
  readonly author?: string;
  /** EDTF. */
  readonly date?: string;
  /** BCP 47 code; absent when it is the page's. */
  readonly lang?: string;
}

/** Returns the value of `data-pagefind-title`: `2011-01-20T12:51:00+01:00|sv|Åsa Öberg`. Never empty, for Pagefind would pass over the comment. */
export function writeHitTitle({ author = "", date = "", lang = "" }: HitTitle): string {
  return `${date}|${lang}|${author}`;
}

/** Reads what writeHitTitle() wrote; anything else is taken for a name. */
export function readHitTitle(text: string): HitTitle {
  const [, date = "", lang = "", author = text] = /^([^|]*)\|([^|]*)\|(.*)$/s.exec(text) ?? [];
  return { ...(author && { author }), ...(date && { date }), ...(lang && { lang }) };
}
