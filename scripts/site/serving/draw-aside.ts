// What the process does that draws whole sites: draws what it is told to, one after the other.

import { keepMemorySmall } from "../../keep-memory-small.ts";
import { pruneRecords, recordFileOf } from "../cache/cache-folder.ts";
import { findKeptParts } from "../cache/kept-parts.ts";
import { createSiteCache } from "../cache/site-cache.ts";
import { drawSite } from "../drawing/draw-site.ts";
import type { BuildOptions } from "../options.ts";
import type { DrawingMessage, DrawingOrder } from "./drawing-process.ts";

/** With more posts the process ends: it would keep hundreds of megabytes to save the half second of another start. */
const MAX_KEPT = 1000;

const keepNothing = (): void => tell({ kind: "kept", isLast: false });

let keep: () => void = keepNothing;

keepMemorySmall("build");

process.on("message", async (order: DrawingOrder) => {
  try {
    if (order.kind === "draw") await draw(order.options, order.servedDir);
    else keep();
  } catch (error) {
    tell({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
  }
});
process.on("disconnect", () => process.exit());
// Ctrl+C reaches both; the one that serves then ends this one.
process.on("SIGINT", () => {});

async function draw(options: BuildOptions, servedDir: string): Promise<void> {
  const { siteCacheDir, contentDir } = options;
  const recordFile = recordFileOf(siteCacheDir, contentDir, servedDir);
  const cache = createSiteCache({ siteDir: servedDir, recordFile });
  const onPlanned = ({ site, orderPosts, setting }: Awaited<ReturnType<typeof drawSite>>): void => {
    const { posts, pages } = site.catalog;
    tell({
      kind: "planned",
      planned: {
        posts: posts.length,
        pages: pages.length,
        problems: site.problems,
        orders: Array.from(orderPosts(), (order) => ({ ...order, places: [], asked: [] })),
        setting,
      },
    });
  };
  const { site } = await drawSite(options, onPlanned, cache);
  const isLarge = site.catalog.posts.length > MAX_KEPT;
  const kept = findKeptParts(cache, options.outputDir);
  const completed = Date.now();
  keep = () => {
    keep = keepNothing;
    cache.save(completed, kept);
    pruneRecords(siteCacheDir);
    tell({ kind: "kept", isLast: isLarge });
    if (isLarge) process.disconnect();
  };
  tell({ kind: "drawn", kept });
}

function tell(message: DrawingMessage): void {
  process.send?.(message);
}
