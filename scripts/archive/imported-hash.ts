// Tells a file that nobody touched since its import from one that a person edited, by the hash in its `imported` key.

import { createHash } from "node:crypto";

const KEY_LINE = /^imported:.*\n/m;

/** Returns the first 12 hexadecimal digits of the SHA-256 of a file's text, without its `imported` line. */
export function hashRecord(text: string): string {
  return createHash("sha256").update(withoutHash(text)).digest("hex").slice(0, 12);
}

/** Tells whether a file is as the import wrote it. Line ends do not count: Git may have changed them. */
export function isUntouched(text: string): boolean {
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n/g, "\n");
  const written = /^imported: "([0-9a-f]{12})"$/m.exec(frontMatterOf(lines))?.[1];
  return written !== undefined && written === hashRecord(lines);
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
