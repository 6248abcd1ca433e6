// Invents words, sentences and names in English and Swedish dress, the same ones for the same seed.

/** A language that text can be invented in. */
export type InventedLanguage = "en" | "sv";

/** A source of numbers that look random and are not. */
export interface Dice {
  /** Returns a number from 0 up to, but not including, 1. */
  readonly next: () => number;
  /** Returns a whole number from 0 up to, but not including, `end`. */
  readonly below: (end: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  readonly chance: (share: number) => boolean;
}

/** Number of invented words in each language. */
const VOCABULARY = 4000;

/** Real small words, one in three: without them no sentence, and no index of one, looks like its language. */
const SMALL_WORDS: Readonly<Record<InventedLanguage, readonly string[]>> = {
  en: "the of and to a in that is it for was on with as be at by this from or not but what all were we can".split(" "),
  sv: "och att det i en som är på av för med den till inte ett har om men var vi så de kan när från man ska".split(" "),
};

const SYLLABLES: Readonly<Record<InventedLanguage, readonly string[]>> = {
  en: "ba cor den fel gra hol ing jas kel lum mor nes ost pra quil ron sed tur ulm ves wick yar zen thow shal".split(
    " ",
  ),
  sv: "bå cen dör fäl gra hol inj jäs kvar lyft mör nås ost pra röv skä sed tur ulv väs vik yrk åke öst ljung".split(
    " ",
  ),
};

const ENDINGS: Readonly<Record<InventedLanguage, readonly string[]>> = {
  en: ["", "", "", "s", "ing", "ed", "ly", "er"],
  sv: ["", "", "", "en", "ar", "arna", "et", "ade"],
};

const GIVEN_NAMES =
  "Alva Birk Cora Dag Edda Folke Greta Hjalmar Ines Jory Keld Linnea Maud Nils Orla Per Quin Rut".split(" ");

/** Makes a source of numbers from a seed (mulberry32). */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    pick: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item,
    chance: (share) => next() < share,
  };
}

/** Returns a sentence with a full stop. Common words come often and rare ones seldom, as in real text. */
export function inventSentence(dice: Dice, language: InventedLanguage, wordCount: number): string {
  const small = SMALL_WORDS[language];
  const words: string[] = [];
  for (let index = 0; index < wordCount; index++) {
    words.push(dice.chance(0.35) ? dice.pick(small) : inventWord(dice, language));
  }
  if (wordCount > 8) words[wordCount >> 1] += ",";
  const text = words.join(" ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Returns a paragraph of about so many words. */
export function inventParagraph(dice: Dice, language: InventedLanguage, wordCount: number): string {
  const sentences: string[] = [];
  for (let left = wordCount; left > 0; ) {
    const length = Math.min(left, 5 + dice.below(14));
    sentences.push(inventSentence(dice, language, length));
    left -= length;
  }
  return sentences.join(" ");
}

/** Returns a word of the vocabulary, by a law like Zipf's. */
export function inventWord(dice: Dice, language: InventedLanguage): string {
  const rank = Math.floor(VOCABULARY ** dice.next()) - 1;
  return vocabularyWord(rank, language) + dice.pick(ENDINGS[language]);
}

/** Returns a name; the same number has the same name. About a third look Swedish, the others like nobody's. */
export function inventName(number: number): string {
  const given = GIVEN_NAMES[number % GIVEN_NAMES.length] ?? "";
  const family = vocabularyWord(200 + Math.floor(number / GIVEN_NAMES.length), number % 3 === 0 ? "sv" : "en");
  return `${given} ${family.charAt(0).toUpperCase()}${family.slice(1)}`;
}

/** Returns a word that stands nowhere else: one for each number. A search for it must find one place. */
export function inventRareWord(number: number): string {
  let word = "";
  for (let rest = number; rest > 0 || word.length < 6; rest = Math.floor(rest / 20)) {
    word = `${"bdfgklmnprstvjzhcqwx"[rest % 20]}${"aeiou"[(rest + word.length) % 5]}${word}`;
  }
  return `x${word}k`;
}

const words = new Map<string, string>();

function vocabularyWord(rank: number, language: InventedLanguage): string {
  const key = `${language}${rank}`;
  const known = words.get(key);
  if (known !== undefined) return known;
  const syllables = SYLLABLES[language];
  // Digits of the rank in base 25, spread so that neighbours look different: one or two syllables, and a last one.
  let word = syllables[(rank * 7) % syllables.length] ?? "";
  for (let rest = Math.floor(rank / syllables.length) + 1; rest > 0; rest = Math.floor(rest / syllables.length)) {
    word += syllables[(rest * 11) % syllables.length];
  }
  words.set(key, word);
  return word;
}
