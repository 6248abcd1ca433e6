// Packs a dictionary into files of a size that a search can load: words and the records that hold them, places beside them.

import { IN_HEADING, REPEATED } from "../../search/index-format.ts";
import { PackedWriter } from "../../search/packed-numbers.ts";
import type { Dictionary, WordForm } from "./join-words.ts";

/** Bytes of a file of words, before compression, at which the next one begins: about half of it is sent. */
const FILE_SIZE = 24_000;

/** The files of one dictionary. */
export interface PackedWords {
  /** First key of each file. */
  readonly starts: readonly string[];
  readonly files: readonly { readonly words: Uint8Array; readonly places: Uint8Array }[];
}

/** Packs a dictionary. A key's forms never part: one file answers for a word. */
export function packWords({ keys }: Pick<Dictionary, "keys">): PackedWords {
  const starts: string[] = [];
  const files: { words: Uint8Array; places: Uint8Array }[] = [];
  const words = new PackedWriter(FILE_SIZE);
  const places = new PackedWriter(FILE_SIZE);
  const group = { words: new PackedWriter(FILE_SIZE), places: new PackedWriter(FILE_SIZE) };
  const postings = new PackedWriter(FILE_SIZE);
  const close = (): void => {
    if (words.length > 0) files.push({ words: words.take(), places: places.take() });
  };
  for (const [key, forms] of keys) {
    group.words.text(key);
    group.words.number(forms.length);
    for (const form of forms) {
      const placesBefore = group.places.length;
      const count = packForm(form, postings, group.places);
      group.words.text(form.word === key ? "" : form.word);
      group.words.number(count);
      group.words.number(postings.length);
      group.words.number(group.places.length - placesBefore);
      group.words.append(postings.take());
    }
    // A word that fills a file alone does not share it: what stands with it would be sent with it for nothing.
    if (words.length + group.words.length > FILE_SIZE) close();
    if (words.length === 0) starts.push(key);
    words.append(group.words.take());
    places.append(group.places.take());
  }
  close();
  return { starts, files };
}

/**
 * Writes, for each record that holds the form, its distance from the one before, shifted by two bits for IN_HEADING and
 * REPEATED, then how often if REPEATED; and in `places` the first place in the record and the distances of the others.
 * Returns the number of records.
 */
function packForm(form: WordForm, postings: PackedWriter, places: PackedWriter): number {
  let count = 0;
  let last = 0;
  let open = -1;
  let flags = 0;
  let times = 0;
  let lastPlace = 0;
  const closeRecord = (): void => {
    if (open < 0) return;
    postings.number(((open - last) << 2) | flags | (times > 1 ? REPEATED : 0));
    if (times > 1) postings.number(times);
    last = open;
    count += 1;
  };
  form.forEachPlace((record, place, isInHeading) => {
    if (record !== open) {
      closeRecord();
      open = record;
      flags = isInHeading ? IN_HEADING : 0;
      times = 0;
      lastPlace = 0;
    }
    times += 1;
    places.number(place - lastPlace);
    lastPlace = place;
  });
  closeRecord();
  return count;
}
