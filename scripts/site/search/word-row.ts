// All words of some texts in a row, by language: what each of those who read posts hands over for the search index.

import { indexLanguage } from "../../search/stem-key.ts";
import { listRawWords, normalizeWord } from "../../search/words.ts";

/**
 * The words of one language in a row, each as the number of its form, and where each record begins in it. Millions of
 * small lists, one for each form, would cost ten times as much.
 */
export interface WordRow {
  readonly language: string;
  readonly forms: readonly string[];
  readonly words: Int32Array;
  /** Numbers of the records. */
  readonly records: readonly number[];
  /** Where in the row the heading of each record begins, and its text. */
  readonly headings: readonly number[];
  readonly texts: readonly number[];
}

/** Takes texts in any order. */
export interface WordRows {
  /** @param heading what stands above the text: title or name */
  readonly add: (record: number, lang: string | undefined, heading: string, text: string) => void;
  readonly finish: () => readonly WordRow[];
}

/** Opens empty rows. */
export function createWordRows(): WordRows {
  const rows = new Map<string, OpenRow>();
  return {
    add: (record, lang, heading, text) => {
      const language = indexLanguage(lang);
      let row = rows.get(language);
      if (row === undefined) {
        row = new OpenRow();
        rows.set(language, row);
      }
      row.add(record, heading, text);
    },
    finish: () => [...rows].map(([language, row]) => row.close(language)),
  };
}

class OpenRow {
  private readonly records: number[] = [];
  private readonly headings: number[] = [];
  private readonly texts: number[] = [];
  private readonly forms: string[] = [];
  private readonly numbers = new Map<string, number>();
  /** Numbers by the word as it stands in texts: most are met again and again in the same letters. */
  private readonly known = new Map<string, number>();
  private words = new Int32Array(1 << 12);
  private length = 0;

  add(record: number, heading: string, text: string): void {
    this.records.push(record);
    this.headings.push(this.length);
    this.append(listRawWords(heading));
    this.texts.push(this.length);
    this.append(listRawWords(text));
  }

  close(language: string): WordRow {
    const { forms, records, headings, texts } = this;
    return { language, forms, words: this.words.slice(0, this.length), records, headings, texts };
  }

  private append(words: readonly string[]): void {
    if (this.length + words.length > this.words.length) {
      const longer = new Int32Array(Math.max(this.words.length * 2, this.length + words.length));
      longer.set(this.words);
      this.words = longer;
    }
    for (const word of words) {
      this.words[this.length] = this.known.get(word) ?? this.number(word);
      this.length += 1;
    }
  }

  private number(raw: string): number {
    const word = normalizeWord(raw);
    let number = this.numbers.get(word);
    if (number === undefined) {
      number = this.forms.length;
      this.forms.push(word);
      this.numbers.set(word, number);
    }
    this.known.set(raw, number);
    return number;
  }
}
