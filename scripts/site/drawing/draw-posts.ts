// Has the pages of posts drawn, but for those that the last build drew of the same things: these are taken over.

import { pathToFile } from "../addresses.ts";
import { isStillSo, type PostKeys } from "../cache/post-keys.ts";
import type { SiteCache } from "../cache/site-cache.ts";
import type { DrawnRecord, FileRecord } from "../cache/site-record.ts";
import type { Crew } from "./crew.ts";
import type { RowPlace } from "./row-book.ts";
import type { PostOrder } from "./share.ts";

/** Posts whose pages are taken over with one call. */
const KEPT_AT_ONCE = 200;
/** Posts that are handed out to be drawn before the keys of more are made. */
const CHANGED_AT_ONCE = 400;

/** A post whose pages stand in the new site. */
export interface MadePost extends Omit<DrawnRecord, "rows"> {
  readonly id: string;
  readonly rows?: RowPlace;
}

/** What posts are drawn by. */
export interface PostDrawing {
  readonly crew: Pick<Crew, "findLost" | "drawPosts">;
  readonly keys: PostKeys;
  readonly cache: SiteCache;
  /** Rows of the data files are wanted. */
  readonly hasData: boolean;
  /** They can be copied from the site that is published. */
  readonly hasPublishedRows: boolean;
}

/** A post that the last build drew, and its pages. */
interface KnownPost {
  readonly order: PostOrder;
  readonly drawn: DrawnRecord;
  readonly files: readonly (readonly [path: string, file: FileRecord])[];
}

/** Draws posts, or takes them over. `onMade` is told of each. */
export async function drawPosts(
  orders: Iterable<PostOrder>,
  drawing: PostDrawing,
  onMade: (post: MadePost) => void,
): Promise<void> {
  const { crew, keys, cache } = drawing;
  const pageKeys = new Map<string, string>();
  const changed: PostOrder[] = [];
  const kept: PostOrder[] = [];
  const work: Promise<void>[] = [];
  const draw = async (group: readonly PostOrder[]): Promise<void> => {
    const byId = new Map(group.map((order) => [order.id, order]));
    await crew.drawPosts(group, ({ id, digest, targets, rows }) => {
      const order = byId.get(id);
      if (order === undefined || order.isKept) return;
      const key = pageKeys.get(id) ?? "";
      for (const { path } of order.pages) cache.addFile(pathToFile(path), key);
      onMade({ id, ...digest, asked: order.asked, targets: keys.ofTargets(targets), ...(rows && { rows }) });
    });
  };
  const keep = async (group: readonly KnownPost[]): Promise<void> => {
    const files = group.flatMap(({ files }) => files.map(([file, { stamp }]) => ({ file, stamp })));
    const lost = new Set(await crew.findLost(cache.siteDir, files));
    for (const { order, drawn, files } of group) {
      if (files.some(([path]) => lost.has(path))) {
        changed.push(order);
        continue;
      }
      for (const [path, file] of files) cache.addFile(path, file.key, file);
      const { rows, ...rest } = drawn;
      onMade({ ...rest, id: order.id, ...(drawing.hasData && { rows: { from: "published", spans: rows } }) });
      if (order.places.length > 0) kept.push({ ...order, isKept: true });
    }
  };
  let group: KnownPost[] = [];
  for (const order of orders) {
    // The crew works on what it was given while the next keys are made.
    const key = keys.of(order, cache.readKey(order.id));
    pageKeys.set(order.id, key);
    const known = findKnown(order, key, drawing);
    if (known === undefined) {
      if (changed.push(order) === CHANGED_AT_ONCE) work.push(draw(changed.splice(0)));
    } else if (group.push(known) === KEPT_AT_ONCE) {
      work.push(keep(group));
      group = [];
    }
  }
  await Promise.all([...work, keep(group)]);
  await draw([...changed, ...kept]);
}

/** Returns a post as the last build drew it, if that is how it would be drawn now. */
function findKnown(
  order: PostOrder,
  key: string,
  { cache, keys, hasData, hasPublishedRows }: PostDrawing,
): KnownPost | undefined {
  const drawn = cache.post(order.id)?.drawn;
  if (drawn === undefined || (hasData && !hasPublishedRows)) return undefined;
  const files: (readonly [string, FileRecord])[] = [];
  for (const { path } of order.pages) {
    const file = cache.file(pathToFile(path));
    if (file?.key !== key) return undefined;
    files.push([pathToFile(path), file]);
  }
  return isStillSo(drawn, order, keys) ? { order, drawn, files } : undefined;
}
