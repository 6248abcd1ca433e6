// Tells language codes from other texts: what is none must not become the language of a page.

const knownCodes = new Map<string, boolean>();

/** Returns a code as BCP 47 writes it: `pt-br` → `pt-BR`; what is no code stays as it is. */
export function toCanonicalCode(code: string): string {
  return isLanguageCode(code) ? (Intl.getCanonicalLocales(code)[0] ?? code) : code;
}

/** Tells whether a text has the form of a code of BCP 47 (https://www.rfc-editor.org/info/bcp47). */
export function isLanguageCode(code: string): boolean {
  const known = knownCodes.get(code);
  if (known !== undefined) return known;
  let isCode = /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/i.test(code) && code.length <= 35;
  try {
    Intl.getCanonicalLocales(code);
  } catch {
    isCode = false;
  }
  if (knownCodes.size < 1000) knownCodes.set(code, isCode);
  return isCode;
}
