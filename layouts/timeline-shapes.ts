// The geometry of the timeline: what the picture of posts and comments in time consists of, in pixels.

import type { TimelinePoint, TimelineView } from "../scripts/site/ways-in/views.ts";

/** One half of the picture: its bars as one path for each series, from the baseline up. */
export interface Panel {
  readonly top: number;
  readonly bottom: number;
  /** The largest number, at the top line. */
  readonly most: number;
  /** Data of an SVG path for each series; empty for a series without a bar here. */
  readonly paths: readonly string[];
}

/** All that is drawn. */
export interface TimelineShapes {
  readonly width: number;
  readonly height: number;
  /** Where the bars begin. */
  readonly left: number;
  readonly comments: Panel;
  readonly posts: Panel;
  /** Years on the axis. */
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
}

/** Width that a page has for the picture on a wide screen. */
const WIDE = 1060;
const LEFT = 44;
const RIGHT = 6;
const MIN_STEP = 4;
const MAX_STEP = 26;
const LABEL_WIDTH = 40;
const COMMENTS = { top: 14, bottom: 174 };
const POSTS = { top: 214, bottom: 284 };
const AXIS_HEIGHT = 4;

/** Lays the timeline out. Bars keep a width that can be seen: many months make a wide picture that is scrolled. */
export function layOutTimeline({ points, unit }: Pick<TimelineView, "points" | "unit">): TimelineShapes {
  const fitting = Math.floor((WIDE - LEFT - RIGHT) / Math.max(1, points.length));
  const step = Math.min(MAX_STEP, Math.max(MIN_STEP, fitting));
  return {
    width: Math.max(280, LEFT + points.length * step + RIGHT),
    height: POSTS.bottom + AXIS_HEIGHT,
    left: LEFT,
    comments: layOutPanel(points, "comments", step, COMMENTS),
    posts: layOutPanel(points, "posts", step, POSTS),
    ticks: layOutTicks(points, unit, step),
  };
}

function layOutPanel(
  points: readonly TimelinePoint[],
  kind: "posts" | "comments",
  step: number,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Panel {
  const most = points.reduce((largest, point) => Math.max(largest, sum(point[kind])), 0);
  const paths = (points[0]?.[kind] ?? []).map(() => "");
  const barWidth = step <= 6 ? step - 1 : step - 2;
  const toHeight = (count: number): number => (most === 0 ? 0 : (count / most) * (bottom - top));
  for (const [index, point] of points.entries()) {
    let below = 0;
    for (const [series, count] of point[kind].entries()) {
      if (count === 0) continue;
      const start = bottom - toHeight(below);
      below += count;
      // A single post among thousands is still a line that can be seen.
      const height = Math.max(1, round(start - (bottom - toHeight(below))));
      paths[series] += `M${LEFT + index * step} ${round(start)}h${barWidth}v-${height}h-${barWidth}z`;
    }
  }
  return { top, bottom, most, paths };
}

function layOutTicks(
  points: readonly TimelinePoint[],
  unit: TimelineView["unit"],
  step: number,
): TimelineShapes["ticks"] {
  const ticks: { x: number; label: string }[] = [];
  for (const [index, { date }] of points.entries()) {
    const startsYear = unit === "year" || date.endsWith("-01") || index === 0;
    const x = LEFT + index * step;
    const before = ticks.at(-1);
    // A first month late in its year leaves no room for two labels: the whole year is the better one.
    if (startsYear && before !== undefined && ticks.length === 1 && x - before.x < LABEL_WIDTH) ticks.pop();
    const last = ticks.at(-1);
    if (startsYear && (last === undefined || x - last.x >= LABEL_WIDTH)) ticks.push({ x, label: date.slice(0, 4) });
  }
  return ticks;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
