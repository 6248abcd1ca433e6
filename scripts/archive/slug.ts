// Makes names for folders and addresses that every file system, every web server and this site's own lists can tell apart.

const MAX_SLUG_LENGTH = 80;
// A name may hold 255 bytes on most file systems; a suffix and a temporary prefix must still fit.
const MAX_SLUG_BYTES = 200;

// What a slug is made of stands at the beginning; a "title" may be a whole book.
const MAX_INPUT_LENGTH = 2000;

const MAX_NAME_BYTES = 240;
const MAX_PATH_BYTES = 900;

// Most are slugs already.
const PLAIN_SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const WINDOWS_RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

// Letters that have no base letter in Unicode's tables.
const LATIN_LETTERS: Readonly<Record<string, string>> = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ß: "ss",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
  ĸ: "k",
};

/**
 * Returns the slug of a text: lower case, words joined by `-`, Latin letters without diacritics as WordPress does it
 * (`Åäö` → `aao`), letters of other scripts kept. Empty when the text holds neither letter nor digit.
 */
export function toSlug(text: string): string {
  if (text.length <= MAX_SLUG_LENGTH && PLAIN_SLUG.test(text)) return text;
  const words = text
    .slice(0, MAX_INPUT_LENGTH)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’]/gu, "")
    .replace(/\p{Script=Latin}\p{M}*/gu, foldLatin)
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    // A mark cannot begin a name: it would join the character before it.
    .replace(/(^|-)\p{M}+/gu, "$1")
    .replace(/-{2,}/g, "-")
    .replace(/^-|-$/g, "");
  return shorten(words);
}

/** Returns what two names have in common that some file system takes for one: equal after normalisation and case folding. */
export function foldName(name: string): string {
  return name.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}

/** Tells whether a name is that of a file which stands in the site's folders, so that no folder can have it. */
export function isSiteFileName(name: string): boolean {
  return /^(?:index\.html?|feed\.xml)$/.test(foldName(name));
}

/**
 * Tells whether a slug cannot name a folder or an address: empty, reserved on Windows,
 * or digits only, as the numbers of list pages and months are (`/en/2011/2/`).
 */
export function isReservedSlug(slug: string): boolean {
  return slug === "" || WINDOWS_RESERVED.test(slug) || /^\d+$/.test(slug) || isSiteFileName(slug);
}

/** Tells whether a name can be a folder on every file system: no separators, control characters, reserved names, dots or spaces at its ends. */
export function isSafeFolderName(name: string): boolean {
  return (
    name !== "" &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand in a name
    !/[\u0000-\u001f\u007f<>:"/\\|?*]/.test(name) &&
    !/^[. ]|[. ]$|\p{Surrogate}/u.test(name) &&
    !WINDOWS_RESERVED.test(foldName(name).replace(/\..*$/, "")) &&
    Buffer.byteLength(name) <= 255
  );
}

/** Tells whether names can be folders and a file in one another, with room left for what file systems and archivers add. */
export function isSafePath(names: readonly string[]): boolean {
  const lengths = names.map((name) => Buffer.byteLength(name));
  const isShort = lengths.every((length) => length <= MAX_NAME_BYTES);
  return (
    isShort && lengths.reduce((sum, length) => sum + length + 1, 0) <= MAX_PATH_BYTES && names.every(isSafeFolderName)
  );
}

/**
 * Returns the slug, or the first of `slug-2`, `slug-3` … that is free and not reserved.
 * @param isTaken gets the folded name (see foldName)
 * @param firstNumber where to start counting, for a caller who knows that the lower ones are taken
 */
export function uniqueSlug(slug: string, isTaken: (foldedName: string) => boolean, firstNumber = 2): string {
  const isFree = (candidate: string) => !isReservedSlug(candidate) && !isTaken(foldName(candidate));
  if (isFree(slug)) return slug;
  for (let number = firstNumber; ; number++) {
    const candidate = `${slug}-${number}`;
    if (isFree(candidate)) return candidate;
  }
}

function foldLatin(letter: string): string {
  const base = letter.normalize("NFD").replace(/\p{M}+/gu, "");
  return LATIN_LETTERS[base] ?? base;
}

// Cuts between words where there is a word's end in the second half, else between characters.
function shorten(slug: string): string {
  let short = [...slug].slice(0, MAX_SLUG_LENGTH).join("");
  while (Buffer.byteLength(short) > MAX_SLUG_BYTES) short = [...short].slice(0, -1).join("");
  if (short.length < slug.length && slug[short.length] !== "-") {
    const end = short.lastIndexOf("-");
    if (end >= short.length / 2) short = short.slice(0, end);
  }
  return short.replace(/-$/, "");
}
