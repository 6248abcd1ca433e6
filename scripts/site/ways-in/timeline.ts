// Counts posts and comments in time, a line of figures for each language: the figures of the timeline's picture.

import { parseEdtf } from "../../archive/edtf.ts";
import type { Entry } from "../catalog.ts";
import type { PlacedComment } from "../placed-comments.ts";
import { monthOf } from "./months.ts";
import type { LanguageFigures, LanguageSeries, TimelineView } from "./views.ts";

/** Languages with a line of their own; the others share one. */
const MAX_LANGUAGES = 3;
/** Months that a picture can show; a longer time is shown in years. */
const MAX_MONTHS = 420;
/** Years that a picture can show; what lies before them is told apart. */
const MAX_YEARS = 150;

/** A post or comment, as far as the timeline needs it. */
interface Moment {
  readonly kind: "posts" | "comments";
  /** `sv`; empty when unknown. */
  readonly lang: string;
  readonly date: string | undefined;
}

/** Counts posts and comments by language, most first, unknown last. */
export function countLanguages(
  posts: readonly Entry[],
  comments: readonly PlacedComment[],
): readonly LanguageFigures[] {
  const counts = new Map<string, { posts: number; comments: number }>();
  for (const { kind, lang } of listMoments(posts, comments)) {
    const count = counts.get(lang) ?? { posts: 0, comments: 0 };
    counts.set(lang, count);
    count[kind]++;
  }
  return [...counts]
    .sort(([a, x], [b, y]) => {
      if (a === "" || b === "") return a === "" ? 1 : -1;
      return y.posts + y.comments - x.posts - x.comments || (a < b ? -1 : 1);
    })
    .map(([lang, figures]) => ({ ...(lang === "" ? {} : { lang }), ...figures }));
}

/** Returns the timeline of posts and comments; without points when nothing has a date. */
export function createTimeline(posts: readonly Entry[], comments: readonly PlacedComment[]): TimelineView {
  const moments = listMoments(posts, comments);
  const { series, indexOf } = chooseSeries(countLanguages(posts, comments));
  const months = toSpan(moments.map(({ date }) => monthOf(date)));
  const unit = months.length <= MAX_MONTHS ? "month" : "year";
  const dates = unit === "month" ? months : toSpan(moments.map(({ date }) => monthOf(date)?.slice(0, 4)));
  const places = new Map(dates.map((date, index) => [date, index]));
  const empty = () => dates.map(() => series.map(() => 0));
  const figures = { posts: empty(), comments: empty() };
  const unplaced = { posts: 0, comments: 0 };
  for (const { kind, lang, date } of moments) {
    const place = places.get(unit === "month" ? (monthOf(date) ?? "") : yearIn(date));
    const row = place === undefined ? undefined : figures[kind][place];
    if (row === undefined) unplaced[kind]++;
    else row[indexOf(lang)] = (row[indexOf(lang)] ?? 0) + 1;
  }
  const points = dates.map((date, index) => ({
    date,
    posts: figures.posts[index] ?? [],
    comments: figures.comments[index] ?? [],
  }));
  return { unit, series, points, unplaced };
}

function listMoments(posts: readonly Entry[], comments: readonly PlacedComment[]): readonly Moment[] {
  return [
    ...posts.map(({ lang, post }) => ({ kind: "posts" as const, lang: toBase(lang), date: post.date })),
    ...comments.map(({ comment, entry }) => ({
      kind: "comments" as const,
      lang: toBase(comment.lang ?? entry.text.lang ?? ""),
      date: comment.date,
    })),
  ];
}

function toBase(lang: string): string {
  return lang.toLowerCase().split("-")[0] ?? "";
}

function yearIn(date: string | undefined): string {
  return date !== undefined && parseEdtf(date) !== undefined ? date.slice(0, 4) : "";
}

function chooseSeries(languages: readonly LanguageFigures[]): {
  readonly series: readonly LanguageSeries[];
  readonly indexOf: (lang: string) => number;
} {
  const known = languages.flatMap(({ lang }) => (lang === undefined ? [] : [lang]));
  // A fourth language alone needs no word for "others".
  const shown = known.length <= MAX_LANGUAGES + 1 ? known : known.slice(0, MAX_LANGUAGES);
  const series: LanguageSeries[] = shown.map((lang) => ({ kind: "language", lang }));
  if (known.length > shown.length) series.push({ kind: "other" });
  if (languages.length > known.length) series.push({ kind: "unknown" });
  const indexes = new Map(shown.map((lang, index) => [lang, index]));
  return {
    series,
    indexOf: (lang) => indexes.get(lang) ?? (lang === "" ? series.length - 1 : shown.length),
  };
}

/** Returns all months or years from the first to the last. */
function toSpan(dates: readonly (string | undefined)[]): readonly string[] {
  let first: string | undefined;
  let last: string | undefined;
  for (const date of dates) {
    if (date === undefined) continue;
    if (first === undefined || date < first) first = date;
    if (last === undefined || date > last) last = date;
  }
  if (first === undefined || last === undefined) return [];
  if (first.length === 4) {
    const start = Math.max(Number(first), Number(last) - MAX_YEARS + 1);
    return Array.from({ length: Number(last) - start + 1 }, (_, index) => String(start + index).padStart(4, "0"));
  }
  const start = toNumber(first);
  return Array.from({ length: toNumber(last) - start + 1 }, (_, index) => toMonth(start + index));
}

function toNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function toMonth(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}
