// The crew of one build, which remembers the last: whatever that has drawn of the same things is taken over.

import { keepMemorySmall } from "../../keep-memory-small.ts";
import { keyOf } from "../cache/cache-key.ts";
import { createPostKeys } from "../cache/post-keys.ts";
import { openPublishedRows, rowFilePath } from "../cache/published-rows.ts";
import type { SiteCache } from "../cache/site-cache.ts";
import { ROW_FILES } from "../data-rows.ts";
import type { PostDigest } from "../post-digest.ts";
import type { ReadWords } from "../search/index-share.ts";
import type { Crew } from "./crew.ts";
import { drawPages } from "./draw-pages.ts";
import { drawPosts, type MadePost } from "./draw-posts.ts";
import { type ReadFacts, readFacts } from "./read-facts.ts";
import { createRowBook, type RowBook } from "./row-book.ts";
import type { DrawingSetting, PageOrder, PostOrder } from "./share.ts";

/** What was gathered while posts were drawn. */
export interface Gathered {
  /** The words that were read for the search index. */
  readonly words: readonly ReadWords[];
  readonly rows: RowBook;
}

/** Reads and draws. Calls come in this order, the last from any state. */
export interface SiteCrew {
  readonly readPosts: (contentDir: string, ids: readonly string[]) => Promise<ReadFacts>;
  readonly begin: (setting: DrawingSetting) => Promise<void>;
  /** Draws posts. Each is drawn once. `onDrawn` is told of each. */
  readonly drawPosts: (orders: Iterable<PostOrder>, onDrawn: (id: string, digest: PostDigest) => void) => Promise<void>;
  /** Draws pages; their views are made a few at a time. */
  readonly drawPages: (orders: Iterable<PageOrder>) => Promise<void>;
  readonly finish: () => Promise<Gathered>;
  /** Ends the workers. */
  readonly close: () => Promise<void>;
}

/** Makes a crew remember. */
export function createSiteCrew(crew: Crew, cache: SiteCache): SiteCrew {
  cache.open(crew.code);
  if (cache.isWarm()) keepMemorySmall("rebuild");
  const made = new Map<string, MadePost>();
  let setting: DrawingSetting | undefined;
  let settingKey = "";
  let published: readonly number[] | undefined;
  let rows = createRowBook();
  return {
    readPosts: (contentDir, ids) => readFacts(crew, contentDir, ids, cache),
    begin: async (given) => {
      setting = given;
      settingKey = keyOf(given.frame, given.hasData);
      published = given.hasData ? openPublishedRows(cache) : undefined;
      rows = createRowBook(published);
      await crew.begin(given);
    },
    drawPosts: async (orders, onDrawn) => {
      if (setting === undefined) throw new Error("Posts were to be drawn before anything was known of the site.");
      const keys = createPostKeys(settingKey, setting);
      const { hasData } = setting;
      const drawing = { crew, keys, cache, hasData, hasPublishedRows: published !== undefined };
      await drawPosts(orders, drawing, (post) => {
        made.set(post.id, post);
        if (post.rows !== undefined) rows.add(post.id, post.rows);
        onDrawn(post.id, post);
      });
    },
    drawPages: (orders) => drawPages(orders, crew, settingKey, cache),
    finish: async () => {
      const words = await crew.finish();
      const spans = rows.settle();
      for (const [id, { images, excerpts, texts, targets, asked }] of made) {
        cache.addDrawn(id, { images, excerpts, texts, targets, asked, rows: spans.get(id) ?? [] });
      }
      if (setting?.hasData) for (const name of ROW_FILES) cache.addFile(rowFilePath(name), settingKey);
      return { words, rows };
    },
    close: crew.close,
  };
}
