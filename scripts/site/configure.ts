// Configures Eleventy: TSX layouts paginate over the planned pages; content/ is only watched, never an input.

import { join } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { buildAssets, writeAssets } from "./assets.ts";
import { writeAttachments } from "./attachments.ts";
import { writeReferences } from "./cite/references.ts";
import { getCurrentBuild } from "./current-build.ts";
import { writeDataFiles } from "./data-files.ts";
import { writeFeeds } from "./feeds/write-feeds.ts";
import { writeHeadersFile } from "./header-files.ts";
import { createSiteMeta, type SiteMeta } from "./meta/describe-page.ts";
import { type OldAddressPlan, planOldAddresses } from "./old-addresses/plan-old-addresses.ts";
import { writeOldAddresses } from "./old-addresses/write-old-addresses.ts";
import { PROJECT_DIR } from "./options.ts";
import { planSite, type SitePlan } from "./plan.ts";
import { writeRobots } from "./robots.ts";
import { writeShareCards } from "./share-cards/write-cards.ts";
import { loadSite, type Site } from "./site.ts";
import { writeSitemap } from "./sitemap.ts";

/** The folder that is Eleventy's only input, relative to the project. */
export const LAYOUTS_INPUT = "layouts/pages";

/** Sets up the current build. Its `onLoaded` is called once the archive is read and rendered, before pages are drawn. */
export function configureSite(config: UserConfig): void {
  const { options, onLoaded, onMakingImages, onWritten } = getCurrentBuild();
  let plan: SitePlan | undefined;
  let oldAddresses: OldAddressPlan | undefined;
  let site: Site | undefined;
  let meta: SiteMeta | undefined;

  config.addExtension("11ty.tsx", { key: "11ty.js" });
  config.setTemplateFormats("11ty.tsx");
  config.setQuietMode(true);
  config.setUseGitIgnore(false);

  config.on("eleventy.before", async () => {
    const assets = await buildAssets();
    const loaded = await loadSite(options, assets.paths, onMakingImages);
    plan = planSite(loaded);
    oldAddresses = planOldAddresses(loaded, listFiles(plan));
    site = { ...loaded, problems: [...loaded.problems, ...oldAddresses.problems] };
    meta = createSiteMeta(site);
    await writeAssets(assets, options.outputDir);
    onLoaded(site);
  });
  config.addGlobalData("pageIds", () => currentPlan(plan).ids);
  config.addGlobalData("findPage", () => currentPlan(plan).findPage);
  config.addGlobalData("describePage", () => meta?.describePage);
  config.on("eleventy.after", async () => {
    if (!site) return;
    await writeAttachments(site, options.outputDir);
    await writeDataFiles(site, options.outputDir);
    await writeReferences(site, options.outputDir);
    if (oldAddresses) await writeOldAddresses(site, oldAddresses, listFiles(currentPlan(plan)), options.outputDir);
    if (meta) {
      await writeFeeds(site, meta.feeds.feeds, options.outputDir);
      await writeShareCards(meta.cards, options.imageCacheDir, options.outputDir);
    }
    if (!options.isDevelopment) await writeHeadersFile(site, options.outputDir);
    if (!options.drafts) {
      await writeSitemap(site, currentPlan(plan).publicPages, options.outputDir);
      await writeRobots(site, options.outputDir);
    }
    onWritten();
  });

  config.addWatchTarget(options.contentDir);
  // Code is watched by restarting-server.ts: a module that was loaded once would stay as it was.
  config.addWatchTarget(join(PROJECT_DIR, "layouts/assets"));
}

function listFiles({ ids }: SitePlan): readonly string[] {
  return Object.values(ids).flat();
}

function currentPlan(plan: SitePlan | undefined): SitePlan {
  if (!plan) throw new Error("Eleventy asked for pages before the archive was loaded.");
  return plan;
}
