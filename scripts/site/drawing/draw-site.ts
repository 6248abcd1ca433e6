// One build of a site: reads the archive, plans its pages, has them drawn, and writes the files that are no pages.

import { LANGUAGES } from "../../strings/index.ts";
import { buildAssets, writeAssets } from "../assets.ts";
import { writeAttachments } from "../attachments.ts";
import { createMadeFiles } from "../cache/made-files.ts";
import { createSiteCache, type SiteCache } from "../cache/site-cache.ts";
import { writeReferences } from "../cite/references.ts";
import { writeDataFiles } from "../data-files.ts";
import { writeFeeds } from "../feeds/write-feeds.ts";
import { createContext, type SiteFrame } from "../frame.ts";
import { writeHeadersFile } from "../header-files.ts";
import { createSiteMeta, type SiteMeta } from "../meta/describe-page.ts";
import { type OldFeed, planOldFeeds } from "../old-addresses/old-feeds.ts";
import { planOldAddresses } from "../old-addresses/plan-old-addresses.ts";
import { writeOldAddresses } from "../old-addresses/write-old-addresses.ts";
import { writeOpenSearch } from "../opensearch.ts";
import type { BuildOptions } from "../options.ts";
import { type ListType, planSite, type SitePlan } from "../plan.ts";
import type { PostPageDraft } from "../plan-posts.ts";
import { surroundPost } from "../post-surroundings.ts";
import { writeRobots } from "../robots.ts";
import { type ConversationPlace, listConversations, placeConversations } from "../search/list-conversations.ts";
import { writeSearchIndex } from "../search/write-index.ts";
import { writeShareCards } from "../share-cards/write-cards.ts";
import { loadSite, type Site } from "../site.ts";
import { writeSitemap } from "../sitemap.ts";
import type { PageType } from "../view.ts";
import { openCrew } from "./crew.ts";
import type { DrawingSetting, PageOrder, PostOrder } from "./share.ts";
import { createSiteCrew } from "./site-crew.ts";

/** A build under way. */
export interface SiteDrawing {
  readonly site: Site;
  readonly plan: SitePlan;
  /** Draws and writes all pages of a type; those of posts before any other. */
  readonly drawPages: (type: PageType) => Promise<void>;
  /** Writes what is no page, and ends the workers. */
  readonly finish: () => Promise<void>;
  /** What is needed to draw the pages of any post, with its folder. */
  readonly setting: DrawingSetting;
  readonly orderPosts: () => Iterable<PostOrder>;
  /** Ends the workers of a build that has failed. */
  readonly close: () => Promise<void>;
}

/** Draws a site and writes it, all at once. `onPlanned` is told once it is known which pages there are. */
export async function drawSite(
  options: BuildOptions,
  onPlanned: (drawing: SiteDrawing) => void = () => {},
  cache?: SiteCache,
): Promise<SiteDrawing> {
  const drawing = await openSiteDrawing(options, undefined, cache);
  try {
    onPlanned(drawing);
    for (const type of ["post" as const, ...drawing.plan.types]) await drawing.drawPages(type);
    await drawing.finish();
  } finally {
    await drawing.close();
  }
  return drawing;
}

/** Reads the archive and plans its site. */
export async function openSiteDrawing(
  options: BuildOptions,
  onMakingImages: () => void = () => {},
  cache: SiteCache = createSiteCache({ siteDir: options.outputDir }),
): Promise<SiteDrawing> {
  const building = buildAssets();
  const { site: loaded, crew } = await loadSite(
    options,
    building.then(({ paths }) => paths),
    async (postCount) => createSiteCrew(await openCrew(postCount, options.workers), cache),
    onMakingImages,
  );
  try {
    const plan = planSite(loaded);
    const oldAddresses = planOldAddresses(loaded, plan.files);
    const site: Site = { ...loaded, problems: [...loaded.problems, ...oldAddresses.problems] };
    const meta = createSiteMeta(site);
    await writeAssets(await building, options.outputDir);
    const frame = frameSite(site, meta);
    const conversations = options.search ? listConversations(site.catalog) : [];
    const places = placeConversations(conversations);
    const setting: DrawingSetting = {
      frame,
      folders: site.folders,
      outputDir: options.outputDir,
      hasData: !options.isLean,
    };
    let planned: readonly OldFeed[] | undefined;
    const oldFeeds = (): readonly OldFeed[] => (planned ??= planOldFeeds(site));
    const order = (): Iterable<PostOrder> => orderPosts(site, plan, meta, oldFeeds(), places);
    let posts: Promise<void> | undefined;
    return {
      site,
      plan,
      setting,
      orderPosts: order,
      drawPages: async (type) => {
        posts ??= crew.begin(setting).then(() => crew.drawPosts(order(), site.digests.add));
        await posts;
        if (type !== "post") await crew.drawPages(orderPages(plan, type, meta, frame));
      },
      close: crew.close,
      finish: async () => {
        await posts;
        const { words, rows } = await crew.finish();
        await crew.close();
        const files = createMadeFiles(cache, options.outputDir);
        if (options.search && posts !== undefined)
          await writeSearchIndex(site, conversations, words, options.outputDir);
        await writeOpenSearch(site, options.outputDir);
        await writeAttachments(site, options.outputDir);
        if (!options.isLean) {
          await writeDataFiles(site, rows, options.outputDir);
          writeReferences(site, files);
        }
        writeOldAddresses(site, oldAddresses, oldFeeds(), plan.files, files);
        writeFeeds(site, meta.feeds.feeds, files);
        await writeShareCards(meta.cards, options.imageCacheDir, options.outputDir);
        if (!options.isDevelopment) await writeHeadersFile(site, options.outputDir);
        if (!options.drafts) {
          await writeSitemap(site, plan.publicPages, options.outputDir);
          await writeRobots(site, options.outputDir);
        }
      },
    };
  } catch (error) {
    await crew.close();
    throw error;
  }
}

function frameSite({ archive, location, assets, options }: Site, { feeds }: SiteMeta): SiteFrame {
  return {
    settings: archive.settings,
    location,
    assets,
    hasSearch: options.search,
    hasDrafts: options.drafts,
    isDevelopment: options.isDevelopment,
    isLean: options.isLean,
    feeds: new Map(LANGUAGES.map((language) => [language, feeds.ofLanguage(language)])),
  };
}

/** Makes the orders one by one: the first posts are drawn while the last are still being ordered. */
function* orderPosts(
  site: Site,
  plan: SitePlan,
  meta: SiteMeta,
  oldFeeds: readonly OldFeed[],
  places: ReadonlyMap<string, ConversationPlace>,
): Generator<PostOrder> {
  const asked = askForTexts([...meta.feeds.feeds, ...oldFeeds]);
  const pagesById = new Map<string, PostPageDraft[]>();
  for (const page of plan.posts) {
    const pages = pagesById.get(page.entry.post.id);
    if (pages === undefined) pagesById.set(page.entry.post.id, [page]);
    else pages.push(page);
  }
  // In the order in which the archive is read: rows of the data files stand in it.
  for (const [id, pages] of [...pagesById].sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield {
      id,
      pages: pages.map(({ entry, neighbours, language, path, alternates }) =>
        surroundPost(site, entry, { language, path, alternates }, neighbours, meta.cards),
      ),
      places: pages.flatMap(({ path }) => places.get(path) ?? []),
      asked: asked.get(id) ?? [],
    };
  }
}

/** Returns the files of texts and comments that feeds show, by post. */
function askForTexts(feeds: readonly Pick<OldFeed, "posts" | "comments">[]): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, Set<string>>();
  const ask = (id: string, file: string): void => {
    const files = asked.get(id);
    if (files === undefined) asked.set(id, new Set([file]));
    else files.add(file);
  };
  for (const { posts, comments } of feeds) {
    for (const { post, text } of posts?.() ?? []) ask(post.id, text.file);
    for (const { entry, comment } of comments?.() ?? []) ask(entry.post.id, comment.file);
  }
  return new Map([...asked].map(([id, files]) => [id, [...files]]));
}

function* orderPages<Type extends ListType>(
  plan: SitePlan,
  type: Type,
  { describePage }: SiteMeta,
  frame: SiteFrame,
): Generator<PageOrder> {
  for (const { language, path, alternates, makeView } of plan.pagesOf(type)) {
    const address = { language, path, alternates };
    const view = makeView();
    const meta = describePage(type, createContext(frame, address), view);
    yield { type, address, view, ...(meta && { meta }) };
  }
}
