// Removes what XML 1.0 forbids and repairs C1 controls, counting both (https://www.w3.org/TR/xml/#charsets).

import { decodeWindows1252 } from "./windows-1252.ts";

/** What was changed so far. */
export interface CharacterRepairs {
  /** Forbidden characters that were removed. */
  readonly removed: number;
  /** C1 controls that were read as the Windows-1252 characters that they once were. */
  readonly mapped: number;
}

/** Repairs the characters of a text that comes in pieces. */
export interface CharacterCleaner {
  readonly clean: (text: string) => string;
  readonly repairs: CharacterRepairs;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find.
const SUSPECT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u0080-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/** Returns a cleaner that counts over all its calls. */
export function createCharacterCleaner(): CharacterCleaner {
  const repairs = { removed: 0, mapped: 0 };
  const repair = (character: string): string => {
    const code = character.charCodeAt(0);
    const replacement = code >= 0x80 && code <= 0x9f ? decodeWindows1252(code) : "";
    if (replacement === "") repairs.removed += 1;
    else repairs.mapped += 1;
    return replacement;
  };
  return { clean: (text) => (text.search(SUSPECT) === -1 ? text : text.replace(SUSPECT, repair)), repairs };
}
