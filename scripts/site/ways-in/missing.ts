// Plans the page that says what is missing: all of it gathered once a build, when the page is first drawn.

import type { Language } from "../../strings/index.ts";
import { mainPath, memberPath } from "../addresses.ts";
import type { Entry } from "../catalog.ts";
import { namePost } from "../comment-cards.ts";
import type { PlacedComment } from "../placed-comments.ts";
import type { PageDraft } from "../plan.ts";
import type { Site } from "../site.ts";
import type { Link } from "../view.ts";
import { countGap, sumDeclared } from "./declared.ts";
import { lazily } from "./lazily.ts";
import { countMissingFiles } from "./missing-files.ts";
import { planList } from "./plan-in-languages.ts";
import type { AbsentFigures, MissingView, UnknownFigures } from "./views.ts";

const GAPS_PAGE_SIZE = 100;
const MAX_EXAMPLES = 5;

/** Something to count, with where it was met. */
interface Found<What extends string> {
  readonly what: What;
  readonly count: number;
  readonly of: number;
  readonly entries: readonly Entry[];
}

/** Returns the pages of what is missing; only the list of gaps runs over several. */
export function planMissing(site: Site): readonly PageDraft[] {
  const { posts, pages, comments } = site.catalog;
  const all = [...posts, ...pages];
  const gaps = all.filter((entry) => countGap(entry) > 0).sort((a, b) => countGap(b) - countGap(a));
  const found = lazily(() => ({
    declared: sumDeclared(all),
    unknown: findUnknown(posts, comments),
    absent: findAbsent(all),
    media: countMissingFiles(site),
  }));
  return planList(site, {
    type: "missing",
    pathOf: (language) => mainPath(language, "missing"),
    items: gaps,
    itemCount: gaps.length,
    pageSize: GAPS_PAGE_SIZE,
    createView: (language, { items, paging }): MissingView => {
      const { declared, unknown, absent, media } = found();
      const nameAll = (entries: readonly Entry[]) => entries.map((entry) => namePost(site, entry, language));
      return {
        gaps: items.map((entry) => ({
          ...namePost(site, entry, language),
          ...(entry.post.date === undefined ? {} : { date: entry.post.date }),
          declared: entry.post.comments?.declared ?? 0,
          found: entry.knownCount,
        })),
        paging,
        declared,
        unknown: unknown.map(({ entries, ...rest }): UnknownFigures => ({ ...rest, examples: nameAll(entries) })),
        absent: absent.map(({ what, count, entries }): AbsentFigures => ({ what, count, examples: nameAll(entries) })),
        media: media.map(({ source, account, entries }) => ({
          source: linkSource(source.id, source.title, language),
          account,
          posts: entries.map(({ entry, count }) => ({ ...namePost(site, entry, language), count })),
        })),
        ledgers: site.archive.sources.flatMap(({ id, title, ledger }) =>
          ledger === undefined ? [] : [{ source: linkSource(id, title, language), ledger }],
        ),
        notes: site.archive.sources
          .filter(({ body }) => body !== "")
          .map(({ id, title }) => linkSource(id, title, language)),
      };
    },
  });
}

function linkSource(id: string, title: string | undefined, language: Language): Link {
  return { label: title ?? id, path: memberPath(language, "sources", id) };
}

function findUnknown(
  posts: readonly Entry[],
  comments: readonly PlacedComment[],
): readonly Found<UnknownFigures["what"]>[] {
  const ofPosts = (what: UnknownFigures["what"], isUnknown: (entry: Entry) => boolean) =>
    collect(what, posts.filter(isUnknown), posts.length);
  const ofComments = (what: UnknownFigures["what"], isUnknown: (placed: PlacedComment) => boolean) =>
    collect(
      what,
      comments.filter(isUnknown).map(({ entry }) => entry),
      comments.length,
    );
  return [
    ofPosts("postTitle", ({ post }) => post.title === undefined),
    ofPosts("postAuthor", ({ post }) => post.author === undefined),
    ofPosts("postDate", ({ post }) => post.date === undefined),
    ofPosts("postLang", ({ post }) => post.lang === undefined),
    ofComments("commentName", ({ comment }) => comment.author === undefined),
    ofComments("commentDate", ({ comment }) => comment.date === undefined),
  ].filter(({ count }) => count > 0);
}

function findAbsent(entries: readonly Entry[]): readonly Found<AbsentFigures["what"]>[] {
  const met = new Map<AbsentFigures["what"], Entry[]>();
  const meet = (what: AbsentFigures["what"], entry: Entry): void => {
    const list = met.get(what);
    if (list) list.push(entry);
    else met.set(what, [entry]);
  };
  for (const entry of entries) {
    for (const { parent_state, status } of entry.post.thread) {
      if (parent_state !== undefined) meet(parent_state, entry);
      if (status !== undefined) meet(status === "deleted" ? "tombstones" : status, entry);
    }
  }
  const order = ["unpublished", "deleted", "missing", "redacted", "tombstones"] as const;
  return order.flatMap((what) => (met.has(what) ? [collect(what, met.get(what) ?? [], 0)] : []));
}

/** Counts, and keeps the first posts in which it was met. */
function collect<What extends string>(what: What, entries: readonly Entry[], of: number): Found<What> {
  const examples = new Set<Entry>();
  for (const entry of entries) {
    if (examples.size === MAX_EXAMPLES) break;
    examples.add(entry);
  }
  return { what, count: entries.length, of, entries: [...examples] };
}
