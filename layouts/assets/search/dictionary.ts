// Looks words up in the index of one language: all forms of a word, words that begin alike, and words that are spelled nearly so.

import type { IndexedLanguage } from "../../../scripts/search/index-format.ts";
import { IN_HEADING, REPEATED } from "../../../scripts/search/index-format.ts";
import { PackedReader } from "../../../scripts/search/packed-numbers.ts";
import { toStemKey } from "../../../scripts/search/stem-key.ts";
import { foldWord } from "../../../scripts/search/words.ts";
import type { FetchPacked } from "./fetch-packed.ts";

/** A form of a word as it stands in texts. */
export interface WordForm {
  readonly word: string;
  /** How many records hold it. */
  readonly count: number;
  /** Calls back for each of them, ascending. */
  readonly forEachRecord: (visit: VisitRecord) => void;
  /** Fetches where in them it stands, and calls back for each of them. */
  readonly forEachPlace: () => Promise<(visit: VisitPlaces) => void>;
}

/** @param times how often the record holds the word @param isInHeading in its title or its author's name */
type VisitRecord = (record: number, times: number, isInHeading: boolean) => void;

/** @param places numbers of the words; valid until the next call */
type VisitPlaces = (record: number, places: readonly number[]) => void;

/** Forms that begin alike. */
export interface Beginnings {
  /** The most used first. */
  readonly forms: readonly WordForm[];
  /** More words of the archive begin so than are looked at: what is found is not all. */
  readonly isCut: boolean;
}

/** The words of one language. */
export interface Dictionary {
  readonly language: string;
  /** Returns all forms of a word, as indexed; none when the language lacks it. */
  readonly findForms: (word: string) => Promise<readonly WordForm[]>;
  /** Finds forms that begin with these letters. */
  readonly findBeginnings: (letters: string) => Promise<Beginnings>;
  /** Returns the forms whose keys lie near that of a word: where a misspelt one would stand. */
  readonly listAround: (word: string) => Promise<readonly WordForm[]>;
}

/** Letters that a key may be shorter than its word: endings are cut off, and what is typed may end within one. */
const LONGEST_ENDING = 5;
/** Forms that begin alike which are searched for at most. */
const MAX_BEGINNINGS = 1000;
/** Files of words that are fetched for one beginning at most, some 10 KB each. */
const MAX_FILES = 6;

type Keys = ReadonlyMap<string, readonly WordForm[]>;

/** Opens the index of a language; nothing is fetched before the first word. */
export function openDictionary({ code, starts }: IndexedLanguage, fetchPacked: FetchPacked): Dictionary {
  const files = new Map<number, Promise<Keys>>();
  const load = (file: number): Promise<Keys> => {
    let keys = files.get(file);
    if (keys === undefined) {
      keys = fetchPacked(`${code}-${file}.words.bin`).then((bytes) =>
        readKeys(bytes, () => fetchPacked(`${code}-${file}.places.bin`)),
      );
      files.set(file, keys);
      keys.catch(() => files.delete(file));
    }
    return keys;
  };
  const find = async (key: string): Promise<readonly WordForm[]> => {
    const file = locate(starts, key);
    return file < 0 ? [] : ((await load(file)).get(key) ?? []);
  };
  return {
    language: code,
    findForms: (word) => find(toStemKey(word, code)),
    findBeginnings: async (letters) => {
      const folded = foldWord(letters);
      // Keys that begin with the letters stand in the file that would hold the letters, and go on in those that begin so.
      const first = Math.max(0, locate(starts, folded));
      let end = Math.min(first + 1, starts.length);
      while (starts[end]?.startsWith(folded)) end += 1;
      const last = Math.min(end, first + MAX_FILES);
      const keys = await Promise.all(Array.from({ length: last - first }, (_, index) => load(first + index)));
      const longer = keys.flatMap((file) => [...file]).flatMap(([key, group]) => (key.startsWith(folded) ? group : []));
      const shorter = await Promise.all(shortenings(folded).map(find));
      const forms = [...longer, ...shorter.flat()].filter(({ word }) => foldWord(word).startsWith(folded));
      // A form may stand under two keys.
      const once = new Map(forms.map((form) => [form.word, form]));
      return {
        forms: [...once.values()].sort((a, b) => b.count - a.count).slice(0, MAX_BEGINNINGS),
        isCut: last < end || once.size > MAX_BEGINNINGS,
      };
    },
    listAround: async (word) => {
      const key = toStemKey(word, code);
      const file = Math.max(0, locate(starts, key));
      return starts.length === 0 ? [] : [...(await load(file)).values()].flat();
    },
  };
}

/** Returns the number of the file that would hold a key; -1 when it comes before all. */
function locate(starts: readonly string[], key: string): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? "") <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** "oppenhete" is no key and begins none, for "öppenheten" stands under "oppen". */
function shortenings(letters: string): readonly string[] {
  const shortest = Math.max(3, letters.length - LONGEST_ENDING);
  return Array.from({ length: Math.max(0, letters.length - shortest) }, (_, index) =>
    letters.slice(0, letters.length - 1 - index),
  );
}

function readKeys(bytes: Uint8Array, fetchPlaces: () => Promise<Uint8Array>): Keys {
  const reader = new PackedReader(bytes);
  const keys = new Map<string, readonly WordForm[]>();
  let placesStart = 0;
  while (reader.position < bytes.length) {
    const key = reader.text();
    const forms: WordForm[] = [];
    for (let rest = reader.number(); rest > 0; rest -= 1) {
      const word = reader.text() || key;
      const count = reader.number();
      const length = reader.number();
      const placesLength = reader.number();
      const start = reader.position;
      const from = placesStart;
      const forEachRecord = (visit: VisitRecord): void => readPostings(bytes, start, count, visit);
      forms.push({
        word,
        count,
        forEachRecord,
        forEachPlace: async () => {
          const places = new PackedReader(await fetchPlaces(), from);
          return (visit) => forEachRecord((record, times) => visit(record, readPlaces(places, times)));
        },
      });
      reader.position = start + length;
      placesStart += placesLength;
    }
    keys.set(key, forms);
  }
  return keys;
}

function readPostings(bytes: Uint8Array, start: number, count: number, visit: VisitRecord): void {
  const reader = new PackedReader(bytes, start);
  let record = 0;
  for (let rest = count; rest > 0; rest -= 1) {
    const posting = reader.number();
    record += posting >>> 2;
    visit(record, posting & REPEATED ? reader.number() : 1, (posting & IN_HEADING) !== 0);
  }
}

function readPlaces(reader: PackedReader, times: number): readonly number[] {
  const places: number[] = [];
  let last = 0;
  for (let rest = times; rest > 0; rest -= 1) {
    last += reader.number();
    places.push(last);
  }
  return places;
}
