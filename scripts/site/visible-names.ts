// Makes visible what hides in a name or turns it round, so that nobody passes for somebody else: "Anna" with a zero-width space
// in it looks like Anna. What a script or an emoji needs stays. https://www.unicode.org/reports/tr36/ https://www.unicode.org/reports/tr9/

import type { Person, Post } from "../archive/model.ts";

/** Characters that show nothing, or change how others are shown. Tab and line ends are white space like any other. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are among what is looked for
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: so are signs that join the letter before them
  /[\u034f\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/u;

/** Scripts that are written from right to left: marks of direction belong to them, overrides to nobody. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Letters and marks that joiners shape: ZWNJ is a part of spelling in Persian and in the scripts of India. */
const SHAPED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

/** Scripts without spaces between words, in which a space of no width says where a line may end. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

const PICTURE = /[\u20e3\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
const MAX_FLAG_LETTERS = 7;
const BLACK_FLAG = "\u{1f3f4}";

/** Finds what `showHidden` wrote: a sign that readers are told of. */
export const SHOWN_HIDDEN = /‹U\+[0-9A-F]{4,6}›/;

/** Returns a name with each hidden character as `‹U+200B›`, but for those that its script or its emoji need. */
export function showHidden(name: string): string {
  if (!HIDDEN.test(name)) return name;
  const characters = [...name];
  const isRightToLeft = RIGHT_TO_LEFT.test(name);
  return characters
    .map((character, index) => {
      if (!HIDDEN.test(character) || isNeeded(characters, index, isRightToLeft)) return character;
      return `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}›`;
    })
    .join("");
}

/** Returns the post with the names of its authors and commenters as pages show them. */
export function withVisibleNames(post: Post): Post {
  return {
    ...withVisibleName(post),
    thread: post.thread.map(withVisibleName),
    translations: post.translations.map(withVisibleName),
  };
}

/** Returns a person with the names as pages show them, so that they are found among those of posts and comments. */
export function withVisibleOwnNames(person: Person): Person {
  const { name, names } = person;
  return { ...person, name: showHidden(name), ...(names !== undefined && { names: names.map(showHidden) }) };
}

function withVisibleName<Signed extends { readonly author?: string }>(signed: Signed): Signed {
  const { author } = signed;
  if (author === undefined || !HIDDEN.test(author)) return signed;
  return { ...signed, author: showHidden(author) };
}

function isNeeded(characters: readonly string[], index: number, isRightToLeft: boolean): boolean {
  const code = characters[index]?.codePointAt(0) ?? 0;
  const [before = "", after = ""] = [characters[index - 1], characters[index + 1]];
  if (code === 0x200c) return SHAPED.test(before) && SHAPED.test(after);
  if (code === 0x200d) return SHAPED.test(before) || (isPicture(characters, index - 1) && PICTURE.test(after));
  if (code === 0x200b) return UNSPACED.test(before) && UNSPACED.test(after);
  if (code === 0xfe0e || code === 0xfe0f) return /\p{Emoji}/u.test(before);
  if ((code >= 0xfe00 && code < 0xfe0e) || (code >= 0xe0100 && code <= 0xe01ef)) return /\p{Script=Han}/u.test(before);
  if (code >= 0xe0020 && code <= 0xe007f) return isInFlag(characters, index);
  if (code >= 0x180b && code <= 0x180f) return /\p{Script=Mongolian}/u.test(before);
  // Marks, embeddings and isolates; U+202D and U+202E override what the letters are.
  const isDirection =
    [0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c].includes(code) || (code >= 0x2066 && code <= 0x2069);
  return isRightToLeft && isDirection;
}

/** An emoji may be followed by the sign that asks for its coloured form. */
function isPicture(characters: readonly string[], index: number): boolean {
  const character = characters[index] ?? "";
  return PICTURE.test(character === "\ufe0f" ? (characters[index - 1] ?? "") : character);
}

/** Flags of regions, such as that of Scotland, are a black flag and letters that show nothing. */
function isInFlag(characters: readonly string[], index: number): boolean {
  let start = index;
  while (index - start < MAX_FLAG_LETTERS && /[\u{e0020}-\u{e007e}]/u.test(characters[start - 1] ?? "")) start--;
  return characters[start - 1] === BLACK_FLAG;
}
