// Tells a file that nobody touched since its import from one that a person edited, by the hash in its `imported` key.

import { hash } from "node:crypto";

const KEY_LINE = /^imported:.*\n/m;

/** Returns the first 12 hexadecimal digits of the SHA-256 of a file's text, without its `imported` line. */
export function hashRecord(text: string): string {
  return hash("sha256", withoutHash(text), "hex").slice(0, 12);
}

/** Adds the `imported` line, in its place among the keys, to a record in normal form that has none. */
export function stampRecord(text: string): string {
  const end = text.indexOf("\n---\n", 3);
  const aliases = text.lastIndexOf("\naliases: ", end);
  const place = (aliases < 0 ? end : aliases) + 1;
  const line = `imported: "${hash("sha256", text, "hex").slice(0, 12)}"\n`;
  return text.slice(0, place) + line + text.slice(place);
}

/** Tells whether a file is as the import wrote it. Line ends do not count: Git may have changed them. */
export function isUntouched(text: string): boolean {
  const written = readImportedHash(text);
  return written !== undefined && written === hashRecord(toPlainLines(text));
}

/** Returns what a file's `imported` line says; undefined when it has none. */
export function readImportedHash(text: string): string | undefined {
  return /^imported: *"?([0-9a-f]{12})"?$/m.exec(frontMatterOf(toPlainLines(text)))?.[1];
}

/** Tells whether two files say the same but for their `imported` lines. */
export function isSameRecord(text: string, other: string): boolean {
  return withoutHash(toPlainLines(text)) === withoutHash(toPlainLines(other));
}

function toPlainLines(text: string): string {
  return text.replace(/^\ufeff/, "").replace(/\r\n/g, "\n");
}

function withoutHash(text: string): string {
  const head = frontMatterOf(text);
  return head.replace(KEY_LINE, "") + text.slice(head.length);
}

// A body may hold such a line too: it is text.
function frontMatterOf(text: string): string {
  const end = text.indexOf("\n---\n", 3);
  return end < 0 ? text : text.slice(0, end + 1);
}
