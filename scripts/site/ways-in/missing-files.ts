// Counts the images and other files that sources' texts show or link to and the archive does not hold, by the lists of imports.

import type { MediaAccount } from "../../archive/ledger-model.ts";
import { parseMediaRows, toMediaListFile } from "../../archive/media-list.ts";
import type { Source } from "../../archive/model.ts";
import { toPostFolder } from "../../archive/read-archive.ts";
import { readIfThere } from "../../archive/read-if-there.ts";
import type { Entry } from "../catalog.ts";
import type { Site } from "../site.ts";

/** Posts named at most for each source. */
const MAX_POSTS = 10;

/** The files of a source. */
export interface SourceFiles {
  readonly source: Source;
  readonly account: MediaAccount;
  /** Posts with the most files that are not held. */
  readonly entries: readonly { readonly entry: Entry; readonly count: number }[];
}

/** Returns the sources whose texts refer to files. The list says more than the account of the last import, where there is one. */
export function countMissingFiles({ archive, catalog, options }: Site): readonly SourceFiles[] {
  const byFolder = new Map<string, Entry>(
    [...catalog.posts, ...catalog.pages].map((entry) => [toPostFolder(entry.post.id), entry]),
  );
  return archive.sources.flatMap((source): SourceFiles[] => {
    const list = readIfThere(`${options.contentDir}/${toMediaListFile(source.id)}`);
    if (list === undefined) {
      return source.ledger?.media === undefined ? [] : [{ source, account: source.ledger.media, entries: [] }];
    }
    const rows = parseMediaRows(list);
    const missing = rows.filter(({ state }) => state !== "held");
    if (rows.length === 0) return [];
    const posts = countBy(missing.flatMap(({ post }) => (byFolder.has(post) ? [post] : [])));
    return [
      {
        source,
        account: {
          held: rows.length - missing.length,
          missing: missing.length,
          reasons: countBy(missing.map(({ state }) => state)),
          hosts: countBy(missing.flatMap(({ url }) => (URL.canParse(url) ? [new URL(url).host] : []))),
        },
        entries: Object.entries(posts)
          .slice(0, MAX_POSTS)
          .map(([folder, count]) => ({ entry: byFolder.get(folder) as Entry, count })),
      },
    ];
  });
}

/** Counts equal values, most first. */
function countBy(values: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}
