// Turns a page that Pagefind found into a conversation: its post and comments that hold what was asked for, best first.

import { readHitTitle } from "./hit-title.ts";
import type { PagefindFragment } from "./pagefind.ts";
import { nearness, type Query, SAME_WORD, toPlain } from "./words.ts";

/** A post or comment that was found. */
export interface Hit {
  /** Id of the comment on its page; absent for the post itself. */
  readonly id?: string;
  readonly author?: string;
  /** EDTF. */
  readonly date?: string;
  readonly lang: string;
  /** Its words are those of the conversation from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  /** How near each found word is to what was asked for, by its number; empty when only the title or a name was found. */
  readonly found: ReadonlyMap<number, number>;
  /** How much of the query this text alone answers, 0 to 1. */
  readonly coverage: number;
}

/** A post or page with what was found in it. */
export interface Conversation {
  /** Path below the base. */
  readonly path: string;
  readonly title?: string;
  readonly lang: string;
  /** All words of the page, in order. */
  readonly words: readonly string[];
  /** Best first; never empty. */
  readonly hits: readonly Hit[];
  /** How near the page comes to each word of the query, its title and author's name included. */
  readonly nearest: readonly number[];
}

/** The post itself or one comment, with the words from `from` on, its heading among them. */
interface Part extends Pick<Hit, "id" | "author" | "date" | "lang" | "start"> {
  readonly from: number;
}

/**
 * Reads a page that was found.
 * @param locations numbers of the words that Pagefind found
 * @param language language of the index
 */
export function readConversation(
  fragment: PagefindFragment,
  locations: readonly number[],
  query: Query,
  language: string,
): Conversation {
  const words = splitWords(fragment);
  const lang = fragment.meta.lang ?? language;
  const parts = listParts(fragment, words, lang);
  const found = query.isPhrase ? findPhrase(words, locations, query, language) : locations;
  const beside = `${fragment.meta.title ?? ""} ${fragment.meta.author ?? ""}`.split(/\s+/);
  const nearest = query.words.map((asked) => Math.max(...beside.map((word) => nearness(asked, word, language))));
  const hits: Hit[] = [];
  let next = 0;
  for (const [index, { from, ...part }] of parts.entries()) {
    const end = parts[index + 1]?.from ?? words.length;
    const near = new Map<number, number>();
    // What each word of the query finds best in this part.
    const best = query.words.map(() => 0);
    for (; next < found.length && (found[next] ?? 0) < end; next += 1) {
      const place = found[next] ?? 0;
      const each = query.words.map((asked) => nearness(asked, words[place] ?? "", language));
      near.set(place, Math.max(0, ...each));
      for (const [which, value] of each.entries()) best[which] = Math.max(best[which] ?? 0, value);
    }
    if (near.size === 0) continue;
    for (const [which, value] of best.entries()) nearest[which] = Math.max(nearest[which] ?? 0, value);
    const coverage = best.reduce((sum, value) => sum + value, 0) / Math.max(1, best.length);
    hits.push({ ...part, end, found: near, coverage });
  }
  // Equal ones: the one that says it more often, then the earlier.
  hits.sort((a, b) => b.coverage - a.coverage || b.found.size - a.found.size);
  if (hits.length === 0) {
    // Found by what stands beside the text, such as the title.
    const { from, ...post } = parts[0];
    hits.push({ ...post, end: parts[1]?.from ?? words.length, found: new Map(), coverage: SAME_WORD });
  }
  const { title } = fragment.meta;
  return { path: fragment.url, lang, words, hits, nearest, ...(title && { title }) };
}

function splitWords({ content }: PagefindFragment): readonly string[] {
  return content.split(content.includes("\u200B") ? "\u200B" : /[^\S\uFEFF]+/);
}

/** The post comes first, then the comments as they stand on the page. Excerpts leave out titles and names: they stand above. */
function listParts(fragment: PagefindFragment, words: readonly string[], lang: string): readonly [Part, ...Part[]] {
  const { title, author, date } = fragment.meta;
  const post: Part = {
    lang,
    from: 0,
    start: skipWords(words, skipWords(words, 0, title), author),
    ...(author && { author }),
    ...(date && { date }),
  };
  const comments = fragment.anchors
    .filter((anchor) => anchor.title !== undefined)
    .sort((a, b) => a.location - b.location)
    .map(({ id, title: about = "", location }): Part => {
      const said = readHitTitle(about);
      return { lang, ...said, id, from: location, start: skipWords(words, location, said.author) };
    });
  return [post, ...comments];
}

/** Pagefind tells only the first place of a phrase on a page. */
function findPhrase(
  words: readonly string[],
  locations: readonly number[],
  query: Query,
  language: string,
): readonly number[] {
  const places: number[] = [];
  for (let start = 0; start + query.words.length <= words.length; start += 1) {
    const isHere = query.words.every((asked, offset) => nearness(asked, words[start + offset] ?? "", language) > 0.6);
    if (isHere) for (const offset of query.words.keys()) places.push(start + offset);
  }
  return places.length > 0 ? [...new Set(places)].sort((a, b) => a - b) : locations;
}

/** Passes over a heading, and over the "By" or the like that may stand before it; stays where it is not there. */
function skipWords(words: readonly string[], start: number, heading: string | undefined): number {
  const expected = (heading ?? "").split(/\s+/).map(toPlain);
  if (expected.join("") === "") return start;
  for (const from of [start, start + 1]) {
    if (expected.every((word, offset) => toPlain(words[from + offset] ?? "") === word)) return from + expected.length;
  }
  return start;
}
