// Joins the rows of words that were read into one dictionary for each language: which forms stand where.

import { listStemKeys } from "../../search/stem-key.ts";
import type { WordRow } from "./word-row.ts";

/** One form of a word. */
export interface WordForm {
  readonly word: string;
  /** Calls back for every place where it stands, in the order of the records. */
  readonly forEachPlace: (visit: (record: number, place: number, isInHeading: boolean) => void) => void;
}

/** The words of one language. */
export interface Dictionary {
  readonly language: string;
  /** Records in this language. */
  readonly records: number;
  /** Forms by key, in the order of the keys; the forms of a key in order too. */
  readonly keys: readonly (readonly [key: string, forms: readonly WordForm[]])[];
}

/** Joins rows; whoever read them, the same texts give the same dictionaries, in the order of the languages' codes. */
export function joinWords(rows: readonly WordRow[]): readonly Dictionary[] {
  return [...new Set(rows.map(({ language }) => language))].sort().map((language) => {
    const joined = joinRows(rows.filter((row) => row.language === language));
    return { language, records: joined.records.length, keys: groupByKey(language, joined.forms, listPlaces(joined)) };
  });
}

type JoinedRow = Omit<WordRow, "language">;

/** Puts rows one after the other, with one numbering of the forms. */
function joinRows(rows: readonly WordRow[]): JoinedRow {
  const numbers = new Map<string, number>();
  const forms: string[] = [];
  const words = new Int32Array(rows.reduce((sum, row) => sum + row.words.length, 0));
  const records: number[] = [];
  const headings: number[] = [];
  const texts: number[] = [];
  let start = 0;
  for (const row of rows) {
    const renumbered = row.forms.map((form) => {
      let number = numbers.get(form);
      if (number === undefined) {
        number = forms.length;
        forms.push(form);
        numbers.set(form, number);
      }
      return number;
    });
    for (let at = 0; at < row.words.length; at += 1) words[start + at] = renumbered[row.words[at] ?? 0] ?? 0;
    for (const [index, record] of row.records.entries()) {
      records.push(record);
      headings.push(start + (row.headings[index] ?? 0));
      texts.push(start + (row.texts[index] ?? 0));
    }
    start += row.words.length;
  }
  return { forms, words, records, headings, texts };
}

/** Returns, for each form, a function that tells its places. */
function listPlaces({ forms, words, records, headings, texts }: JoinedRow): (form: number) => WordForm["forEachPlace"] {
  // A counting sort by form, with the records in their order.
  const start = new Uint32Array(forms.length + 1);
  for (const form of words) start[form + 1] = (start[form + 1] ?? 0) + 1;
  for (let form = 0; form < forms.length; form += 1) start[form + 1] = (start[form + 1] ?? 0) + (start[form] ?? 0);
  const next = start.slice();
  const sorted = new Uint32Array(words.length);
  const indexAt = new Uint32Array(words.length);
  const inOrder = [...records.keys()].sort((a, b) => (records[a] ?? 0) - (records[b] ?? 0));
  for (const index of inOrder) {
    const end = headings[index + 1] ?? words.length;
    for (let at = headings[index] ?? 0; at < end; at += 1) {
      const form = words[at] ?? 0;
      const place = next[form] ?? 0;
      sorted[place] = at;
      next[form] = place + 1;
      indexAt[at] = index;
    }
  }
  return (form) => (visit) => {
    for (let place = start[form] ?? 0; place < (start[form + 1] ?? 0); place += 1) {
      const at = sorted[place] ?? 0;
      const index = indexAt[at] ?? 0;
      const isInHeading = at < (texts[index] ?? 0);
      // A phrase must not begin in the heading and end in the text: a number is left out between them.
      visit(records[index] ?? 0, at - (headings[index] ?? 0) + (isInHeading ? 0 : 1), isInHeading);
    }
  };
}

function groupByKey(
  language: string,
  words: readonly string[],
  placesOf: (form: number) => WordForm["forEachPlace"],
): Dictionary["keys"] {
  const keys = new Map<string, WordForm[]>();
  for (const [number, word] of words.entries()) {
    const form = { word, forEachPlace: placesOf(number) };
    for (const key of listStemKeys(word, language)) {
      const group = keys.get(key);
      if (group === undefined) keys.set(key, [form]);
      else group.push(form);
    }
  }
  for (const group of keys.values()) group.sort((a, b) => (a.word < b.word ? -1 : 1));
  return [...keys].sort(([a], [b]) => (a < b ? -1 : 1));
}
