// Tells records that an export told from those that only a saved page or a text showed: the export knows better.

const SECOND_HAND_FORMATS: ReadonlySet<string> = new Set(["saved-page", "text-capture"]);

/** Tells whether what is read in a format only adds to what an export of the same source has brought. */
export function isSecondHandFormat(format: string): boolean {
  return SECOND_HAND_FORMATS.has(format);
}
