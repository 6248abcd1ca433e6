// Has pages drawn whose views are made, but for those that the last build drew of equal views: these are taken over.

import { pathToFile } from "../addresses.ts";
import { keyOfText } from "../cache/cache-key.ts";
import type { SiteCache } from "../cache/site-cache.ts";
import type { FileRecord } from "../cache/site-record.ts";
import type { Crew } from "./crew.ts";
import type { PageOrder } from "./share.ts";

/** Pages that are taken over with one call. */
const KEPT_AT_ONCE = 50;

interface KnownPage {
  readonly file: string;
  readonly order: string;
  readonly record: FileRecord;
}

/** Draws pages, or takes them over. @param setting key of what all pages have in common */
export async function drawPages(
  orders: Iterable<PageOrder>,
  crew: Pick<Crew, "findLost" | "drawPages">,
  setting: string,
  cache: SiteCache,
): Promise<void> {
  await crew.drawPages(findChanged(orders, crew, setting, cache));
}

/** Returns the orders of those that must be drawn. */
async function* findChanged(
  orders: Iterable<PageOrder>,
  crew: Pick<Crew, "findLost">,
  setting: string,
  cache: SiteCache,
): AsyncGenerator<string> {
  const keep = async (group: readonly KnownPage[]): Promise<readonly string[]> => {
    const files = group.map(({ file, record: { stamp } }) => ({ file, stamp }));
    const lost = new Set(await crew.findLost(cache.siteDir, files));
    for (const { file, record } of group) cache.addFile(file, record.key, lost.has(file) ? undefined : record);
    return group.filter(({ file }) => lost.has(file)).map(({ order }) => order);
  };
  let group: KnownPage[] = [];
  for (const each of orders) {
    const file = pathToFile(each.address.path);
    const order = JSON.stringify(each);
    const key = keyOfText(setting + order);
    const record = cache.file(file);
    if (record?.key !== key) {
      cache.addFile(file, key);
      yield order;
    } else if (group.push({ file, order, record }) === KEPT_AT_ONCE) {
      yield* await keep(group);
      group = [];
    }
  }
  if (group.length > 0) yield* await keep(group);
}
