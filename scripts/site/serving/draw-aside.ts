// What the process does that draws whole sites: draws what it is told to, one after the other.

import { keepMemorySmall } from "../../keep-memory-small.ts";
import { drawSite } from "../drawing/draw-site.ts";
import type { BuildOptions } from "../options.ts";
import type { DrawingMessage } from "./drawing-process.ts";

/** With more posts the process ends: it would keep hundreds of megabytes to save the half second of another start. */
const MAX_KEPT = 1000;

keepMemorySmall();

process.on("message", (options: BuildOptions) => void draw(options));
process.on("disconnect", () => process.exit());
// Ctrl+C reaches both; the one that serves then ends this one.
process.on("SIGINT", () => {});

async function draw(options: BuildOptions): Promise<void> {
  try {
    const { site } = await drawSite(options, ({ site, orders, setting }) => {
      const { posts, pages } = site.catalog;
      tell({
        kind: "planned",
        planned: {
          posts: posts.length,
          pages: pages.length,
          problems: site.problems,
          orders: orders.map((order) => ({ ...order, places: [], asked: [] })),
          setting,
        },
      });
    });
    tell({ kind: "drawn" });
    if (site.catalog.posts.length > MAX_KEPT) process.disconnect();
  } catch (error) {
    tell({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
  }
}

function tell(message: DrawingMessage): void {
  process.send?.(message);
}
