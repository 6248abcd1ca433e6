// Plans the page of figures: all of it counted once a build, when the page is first drawn.

import { countArchive, countedLinks, createCard, sourceCards, yearCounts } from "../cards.ts";
import { type Entry, mostDiscussed } from "../catalog.ts";
import type { PageDraft } from "../plan.ts";
import type { Site } from "../site.ts";
import { sumDeclared } from "./declared.ts";
import { lazily } from "./lazily.ts";
import { planMainPage } from "./plan-in-languages.ts";
import { countLanguages, createTimeline } from "./timeline.ts";
import type { StatisticsView, ThreadSizes } from "./views.ts";

const MOST_DISCUSSED = 10;
const AUTHORS = 20;
/** First numbers of comments of the groups in which conversations are counted. */
const SIZES = [0, 1, 2, 6, 11, 21, 51, 101, 501, 1001] as const;

/** Returns the page of figures in every language. */
export function planStatistics(site: Site): readonly PageDraft[] {
  const { catalog } = site;
  const figures = lazily(() => countAll(site));
  return planMainPage("statistics", "statistics", (language) => {
    const { authors, discussed, declaredBySource, ...rest } = figures();
    return {
      ...rest,
      counts: countArchive(site),
      years: yearCounts(site, language),
      sources: sourceCards(site, language).map((card) => ({
        ...card,
        figures: declaredBySource.get(card.source.id) ?? sumDeclared([]),
      })),
      mostDiscussed: discussed.map((entry) => createCard(site, entry, language)),
      authors: [...countedLinks(authors, "people", language)].sort((a, b) => b.count - a.count),
    };
  });

  function countAll({ archive }: Site) {
    const { posts, pages, comments, postsBySource } = catalog;
    const all = [...posts, ...pages];
    const median = findMedian(posts);
    const writers = catalog.authors.map((group) => ({ group, count: group.entries.filter(isPost).length }));
    return {
      pings: all.reduce((sum, { post }) => sum + post.thread.filter(({ kind, status }) => kind && !status).length, 0),
      timeline: createTimeline(posts, comments),
      languages: countLanguages(posts, comments),
      declared: sumDeclared(all),
      declaredBySource: new Map(archive.sources.map(({ id }) => [id, sumDeclared(postsBySource.get(id) ?? [])])),
      threadSizes: countSizes(posts),
      ...(median === undefined ? {} : { median }),
      discussed: mostDiscussed(catalog, MOST_DISCUSSED),
      authors: writers
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count)
        .slice(0, AUTHORS)
        .map(({ group }) => ({ ...group, entries: group.entries.filter(isPost) })),
    };
  }
}

function isPost({ post }: Entry): boolean {
  return post.type === "post";
}

/** Counts conversations by their number of comments; groups above the largest conversation are left out. */
export function countSizes(posts: readonly Pick<Entry, "commentCount">[]): StatisticsView["threadSizes"] {
  const most = posts.reduce((largest, { commentCount }) => Math.max(largest, commentCount), 0);
  return SIZES.filter((from) => from <= most && posts.length > 0).map((from, index): ThreadSizes => {
    const next = SIZES[index + 1];
    const count = posts.filter(
      ({ commentCount }) => commentCount >= from && (next === undefined || commentCount < next),
    ).length;
    return { from, ...(next === undefined ? {} : { to: next - 1 }), count };
  });
}

function findMedian(posts: readonly Entry[]): number | undefined {
  const sorted = posts.map(({ commentCount }) => commentCount).sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
}
