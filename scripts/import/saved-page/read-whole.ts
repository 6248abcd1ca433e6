// Reads one page or text whole, within bounds, with its characters repaired.

import type { LedgerBuilder } from "../../archive/ledger.ts";
import { type ExportInput, InputError } from "../open-input.ts";
import { type CharacterRepairs, createCharacterCleaner } from "../xml-characters.ts";

// The longest pages hold some thousand comments; the rest is no page.
const MAX_CHARACTERS = 32 * 1024 * 1024;

/** A page or text in memory. */
export interface WholeText {
  readonly text: string;
  readonly repairs: CharacterRepairs;
}

/** Reads an input to its end. @throws InputError when it is larger than any page */
export async function readWhole(input: ExportInput): Promise<WholeText> {
  const cleaner = createCharacterCleaner();
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of input.readText()) {
    length += piece.length;
    if (length > MAX_CHARACTERS) {
      throw new InputError(
        `${input.path}: is larger than ${MAX_CHARACTERS / 1024 / 1024} MB; no single page is. Name an export of the blog instead.`,
      );
    }
    pieces.push(cleaner.clean(piece));
  }
  return { text: pieces.join(""), repairs: cleaner.repairs };
}

/** Tells in the account what was repaired in a file. */
export function reportRepairs({ name, encoding }: ExportInput, repairs: CharacterRepairs, ledger: LedgerBuilder): void {
  const warn = (what: string): void => ledger.problem("warning", name, what);
  if (encoding.kind === "utf-8-repaired") warn("some bytes are not UTF-8; they were read as Windows-1252");
  if (repairs.removed > 0) warn(`${repairs.removed} control characters were removed`);
  if (repairs.mapped > 0) {
    warn(`${repairs.mapped} control characters were read as the Windows-1252 characters that they once were`);
  }
}
