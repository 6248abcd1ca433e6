// What a comment's element tells scripts beside its text: written by the layout into `data-said`, read where it is cited.

/** A comment's speaker, date and language; what is unknown is absent. */
export interface Said {
  readonly author?: string;
  /** EDTF. */
  readonly date?: string;
  /** BCP 47 code; absent when it is the page's. */
  readonly lang?: string;
}

/** Returns the value of `data-said`: `2011-01-20T12:51:00+01:00|sv|Åsa Öberg`. */
export function writeSaid({ author = "", date = "", lang = "" }: Said): string {
  return `${date}|${lang}|${author}`;
}

/** Reads what writeSaid() wrote; anything else is taken for a name. */
export function readSaid(text: string): Said {
  const [, date = "", lang = "", author = text] = /^([^|]*)\|([^|]*)\|(.*)$/s.exec(text) ?? [];
  return { ...(author && { author }), ...(date && { date }), ...(lang && { lang }) };
}
