// Takes keys of sessions and the like out of the addresses in a text, before it is converted and proved.

import { withoutSecrets, withoutWrittenSecrets } from "../address-secrets.ts";
import type { SourceText } from "../importer.ts";

/** `&`, as HTML may write it. */
const AMPERSAND = /&(?:amp|#0*38|#x0*26);/gi;
/** The address of a link or image in quotes; else one that stands among words, up to what ends it there. */
const IN_HTML =
  /(\b(?:href|src)\s*=\s*)(?:"([^"]*)"|'([^']*)')|https?:\/\/(?:[^\s"'<>&]|&(?:amp|#0*38|#x0*26);|&(?![a-z\d]+;|#))+/gi;
const IN_PLAIN_TEXT = /https?:\/\/[^\s"'<>]+/gi;
const ENDS_SENTENCE = new Set(".,;:!?)]}");

/** A text without such keys. */
export interface ClearedText {
  readonly html: string;
  /** How many addresses had some. */
  readonly count: number;
}

/** Returns the text without keys of sessions in its links, its images and the addresses among its words. Linear. */
export function clearSecrets({ html, isPlain }: Pick<SourceText, "html" | "isPlain">): ClearedText {
  let count = 0;
  const note = (before: string, after: string): string => {
    if (before !== after) count += 1;
    return after;
  };
  if (isPlain === true) {
    const cleared = html.replace(IN_PLAIN_TEXT, (address) => note(address, clearWritten(address)));
    return { html: cleared, count };
  }
  const cleared = html.replace(IN_HTML, (found, name?: string, quoted?: string, single?: string) => {
    if (name === undefined) return note(found, asHtml(found, clearWritten));
    const quote = quoted === undefined ? "'" : '"';
    const value = quoted ?? single ?? "";
    return note(found, `${name}${quote}${asHtml(value, withoutSecrets)}${quote}`);
  });
  return { html: cleared, count };
}

function clearWritten(address: string): string {
  let end = address.length;
  while (ENDS_SENTENCE.has(address[end - 1] ?? "")) end -= 1;
  return withoutWrittenSecrets(address.slice(0, end)) + address.slice(end);
}

/** Changes an address as HTML holds it; one that needs no change stays letter by letter. */
function asHtml(value: string, change: (address: string) => string): string {
  const address = value.replace(AMPERSAND, "&");
  const changed = change(address);
  return changed === address ? value : changed.replace(/&(?![a-z\d]+;|#)/gi, "&amp;");
}
