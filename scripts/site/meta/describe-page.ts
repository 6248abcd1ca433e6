// Gathers what the head of a page tells machines, for each page type.

import { getStrings } from "../../strings/index.ts";
import { type FeedPlan, planFeeds } from "../feeds/plan-feeds.ts";
import type { ListType } from "../plan.ts";
import type { PostSurroundings } from "../post-surroundings.ts";
import { createShareCards, type ShareCards } from "../share-cards/share-cards.ts";
import type { Site } from "../site.ts";
import type { Link, PageContext, PageType, PostView, ViewByType } from "../view.ts";
import { describeDataSet, describeSite, describeWay } from "./page-data.ts";
import type { PageMeta } from "./page-meta.ts";
import { describePost } from "./post-data.ts";
import { tagPost } from "./post-tags.ts";
import { type Node, writeJsonLd } from "./write-json-ld.ts";

/** Returns what is told of a page that is not a post's; undefined for pages that only lead elsewhere. */
export type DescribePage = <Type extends ListType>(
  type: Type,
  page: PageContext,
  view: ViewByType[Type],
) => PageMeta | undefined;

/** What is told of the pages of a site, and the feeds and pictures that it names. */
export interface SiteMeta {
  readonly feeds: FeedPlan;
  readonly cards: ShareCards;
  readonly describePage: DescribePage;
}

/** Prepares what is told of all pages of a site. */
export function createSiteMeta(site: Site): SiteMeta {
  const feeds = planFeeds(site);
  const cards = createShareCards(site);
  return {
    feeds,
    cards,
    describePage: (type, page, view) => {
      if (type === "redirect" || type === "not-found") return undefined;
      const ownFeed = feeds.ofPage(page.path);
      const image = cards.of(page.language, sourceOf(type, view));
      return {
        kind: "website",
        feeds: [
          ...(ownFeed === undefined ? [] : [ownFeed]),
          ...(type === "root" ? feeds.ofArchive : feeds.ofLanguage(page.language)),
        ],
        ...(ownFeed !== undefined && { ownFeed }),
        tags: [],
        ...(image !== undefined && { image }),
        ...dataOf(describeNodes(type, page, view)),
      };
    },
  };
}

/** Returns what is told of the page of a post. `feeds` are those of the whole archive in the page's language. */
export function describePostPage(
  page: PageContext,
  view: PostView,
  { blog, shareImage }: PostSurroundings,
  feeds: readonly Link[],
): PageMeta {
  const { t, paths } = page;
  const { post, text, year } = view;
  const parent = post.type === "page" ? { label: t["nav.pages"], path: paths.pages } : yearLink(year, page);
  const here = { label: text.title ?? t["post.untitled"], path: page.path };
  return {
    kind: "article",
    feeds,
    tags: tagPost(page, view),
    ...(shareImage && { image: shareImage }),
    ...dataOf([describePost(page, view, blog), describeWay(page, [parent, here])]),
  };
}

function dataOf(nodes: readonly (Node | undefined)[]): { readonly data?: string } {
  const known = nodes.filter((node) => node !== undefined);
  return known.length === 0 ? {} : { data: writeJsonLd(known) };
}

function describeNodes<Type extends ListType>(
  type: Type,
  page: PageContext,
  view: ViewByType[Type],
): readonly (Node | undefined)[] {
  const { t, paths } = page;
  const here = (label: string): Link => ({ label, path: page.path });
  if (isOf("home", type, view)) return [describeSite(page)];
  if (isOf("about", type, view)) return [describeDataSet(page, view)];
  if (isOf("topic", type, view))
    return [describeWay(page, [{ label: t["nav.topics"], path: paths.topics }, here(view.topic)])];
  if (isOf("source", type, view)) {
    const name = view.source.title ?? view.source.id;
    return [describeWay(page, [{ label: t["nav.sources"], path: paths.sources }, here(name)])];
  }
  if (isOf("year", type, view))
    return [describeWay(page, [{ label: t["nav.years"], path: paths.years }, yearLink(here(view.year), page)])];
  return [];
}

function yearLink({ label, path }: Link, { language }: PageContext): Link {
  return { label: label === "undated" ? getStrings(language)["year.undatedTitle"] : label, path };
}

function sourceOf<Type extends ListType>(type: Type, view: ViewByType[Type]): string | undefined {
  return isOf("source", type, view) ? view.source.id : undefined;
}

function isOf<Type extends PageType>(
  wanted: Type,
  type: PageType,
  view: ViewByType[PageType],
): view is ViewByType[Type] {
  return type === wanted && view !== undefined;
}
