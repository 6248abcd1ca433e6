// When WordPress wrote an export: of two readings of one thing, that of the newer export counts.

import type { ExportInput } from "../open-input.ts";

/** Returns an export's date, ISO 8601, from the channel's date, or from the comment that names the generator. */
export function readExportDate(pubDate: string | undefined, created: string | undefined): string | undefined {
  const ms = Date.parse(pubDate ?? "");
  // The generator comment has no time zone; the channel's date has.
  if (!Number.isNaN(ms) && ms > 0) return new Date(ms).toISOString().replace(".000Z", "Z");
  return /^(\d{4}-\d\d-\d\d)/.exec(created ?? "")?.[1];
}

/** Returns the exports, the newest first and those without a date last; the order in which they were named plays no part. */
export function sortByExportDate(inputs: readonly ExportInput[]): readonly ExportInput[] {
  const dated = inputs.map((input) => ({ input, ms: Date.parse(readDateOfHead(input.head) ?? "") || 0 }));
  return dated
    .sort((a, b) => b.ms - a.ms || compare(a.input.name, b.input.name) || compare(a.input.sha256, b.input.sha256))
    .map(({ input }) => input);
}

// The dates of items are no dates of exports.
function readDateOfHead(head: string): string | undefined {
  const channel = head.split(/<item[\s>]/, 1)[0] ?? "";
  const pubDate = /<pubDate>\s*([^<]*?)\s*<\/pubDate>/.exec(channel)?.[1];
  return readExportDate(pubDate, /<!--[^>]*\bcreated="([^"]*)"/.exec(channel)?.[1]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
