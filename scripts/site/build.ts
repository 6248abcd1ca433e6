// Builds the whole site: pages and search index by Eleventy into a sibling folder, then the swap.

import { mkdir, rm } from "node:fs/promises";
import { pruneRecords, recordFileOf } from "./cache/cache-folder.ts";
import { findKeptParts } from "./cache/kept-parts.ts";
import { createSiteCache, type SiteCache } from "./cache/site-cache.ts";
import { configureSite, LAYOUTS_INPUT } from "./configure.ts";
import { setCurrentBuild } from "./current-build.ts";
import { openSiteDrawing } from "./drawing/draw-site.ts";
import { type BuildOptions, PROJECT_DIR } from "./options.ts";
import { assertReplaceable, buildingDir, publish, removeRemains } from "./publish.ts";
import type { Site } from "./site.ts";
import { measureSite, type SiteSize } from "./site-size.ts";
import { isMoving, ReplacedError } from "./swap.ts";

/** What a build made. */
export interface BuildResult {
  readonly site: Site;
  /** Pages drawn. */
  readonly pageCount: number;
  readonly size: SiteSize;
  /** Posts and pages that search finds; absent when it was not built. */
  readonly searchPages?: number;
}

/** Builds the site into `options.outputDir`. Throws OutputError, and whatever stops Eleventy. */
export async function buildSite(options: BuildOptions, onStage: (stage: string) => void): Promise<BuildResult> {
  try {
    return await buildOnce(options, onStage);
  } catch (error) {
    if (!(error instanceof ReplacedError)) throw error;
    // What was to be taken over is gone: all is drawn.
    return buildOnce({ ...options, isCold: true }, onStage);
  }
}

async function buildOnce(options: BuildOptions, onStage: (stage: string) => void): Promise<BuildResult> {
  await assertReplaceable(options.outputDir);
  await removeRemains(options.outputDir);
  const workDir = buildingDir(options.outputDir);
  await rm(workDir, { recursive: true, force: true });
  await mkdir(workDir, { recursive: true });
  const { siteCacheDir, contentDir, outputDir, isCold } = options;
  const recordFile = recordFileOf(siteCacheDir, contentDir, outputDir);
  const cache = createSiteCache({ siteDir: outputDir, recordFile, isCold });
  try {
    onStage("Reading the archive");
    const { site, pageCount } = await drawPages({ ...options, outputDir: workDir }, cache, onStage);
    const { posts, pages } = site.catalog;
    const completed = Date.now();
    const made = measureSite(workDir);
    const kept = findKeptParts(cache, workDir);
    await publish(workDir, outputDir, { format: 1, posts: posts.length, pages: pages.length }, kept);
    // Once all stands in its place: to be moved by itself changes what is noted of a file, too.
    cache.save(completed, kept);
    pruneRecords(siteCacheDir);
    return {
      site,
      pageCount,
      size: addKept(made, cache.keptFiles()),
      ...(options.search ? { searchPages: site.catalog.entriesByPath.size } : {}),
    };
  } catch (error) {
    if (!isMoving(outputDir)) await rm(workDir, { recursive: true, force: true });
    throw error;
  }
}

/** Returns the size of a site with what it takes over. */
function addKept(made: SiteSize, kept: ReturnType<SiteCache["keptFiles"]>): SiteSize {
  let { bytes } = made;
  for (const { stamp } of kept.values()) bytes += stamp.size;
  return { files: made.files + kept.size, bytes };
}

async function drawPages(
  options: BuildOptions,
  cache: SiteCache,
  onStage: (stage: string) => void,
): Promise<{ readonly site: Site; readonly pageCount: number }> {
  let loaded: { readonly site: Site; readonly pageCount: number } | undefined;
  // Eleventy takes its folders relative to the project, wherever the command was started.
  process.chdir(PROJECT_DIR);
  // Workers read while this thread loads Eleventy, which takes it a second.
  const opening = openSiteDrawing(options, () => onStage("Making copies of images"), cache);
  setCurrentBuild({
    options,
    opening,
    onLoaded: (site, { files }) => {
      loaded = { site, pageCount: files.length };
      onStage("Drawing pages");
    },
  });
  try {
    // It would start a thread that has each module loaded anew when it changes: one build loads each once.
    process.env.ELEVENTY_SKIP_ESM_RESOLVER = "true";
    const { default: Eleventy } = await import("@11ty/eleventy");
    const settings = { configPath: false, config: configureSite, quietMode: true } as const;
    const eleventy = new Eleventy(LAYOUTS_INPUT, options.outputDir, settings);
    eleventy.disableLogger();
    await eleventy.init();
    await eleventy.write();
  } catch (error) {
    await opening.then(({ close }) => close()).catch(() => {});
    throw error;
  }
  if (!loaded) throw new Error("Eleventy ended without reading the archive.");
  return loaded;
}
