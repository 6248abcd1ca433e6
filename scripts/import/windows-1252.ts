// Maps the bytes 0x80-0x9F, which Latin-1 leaves to control codes, to what Windows-1252 means by them.

/** Characters of the bytes 0x80 to 0x9F in Windows-1252 (https://encoding.spec.whatwg.org/#windows-1252); empty where it has none. */
const HIGH_CONTROLS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Returns the character that a byte, or a C1 control of the same number, means in Windows-1252; empty for the five that mean nothing. */
export function decodeWindows1252(code: number): string {
  if (code < 0x80 || code > 0x9f) return String.fromCharCode(code);
  return HIGH_CONTROLS.charAt(code - 0x80).trim();
}
