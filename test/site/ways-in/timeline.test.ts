import assert from "node:assert/strict";
import { test } from "node:test";
import type { Entry } from "../../../scripts/site/catalog.ts";
import { monthOf } from "../../../scripts/site/ways-in/months.ts";
import { countSizes } from "../../../scripts/site/ways-in/statistics.ts";
import { countLanguages, createTimeline } from "../../../scripts/site/ways-in/timeline.ts";

function post(date: string | undefined, lang: string): Entry {
  return { lang, post: { date } } as Entry;
}

test("months without a post are gaps, and what has no month is counted apart", () => {
  const posts = [post("2010-11-02", "sv"), post("2011-02~", "en-GB"), post("2011", "sv"), post(undefined, "")];
  const { unit, points, series, unplaced } = createTimeline(posts, []);
  assert.equal(unit, "month");
  assert.deepEqual(
    points.map(({ date, posts: counts }) => [date, ...counts]),
    [
      ["2010-11", 1, 0, 0],
      ["2010-12", 0, 0, 0],
      ["2011-01", 0, 0, 0],
      ["2011-02", 0, 1, 0],
    ],
  );
  assert.deepEqual(series, [{ kind: "language", lang: "sv" }, { kind: "language", lang: "en" }, { kind: "unknown" }]);
  assert.deepEqual(unplaced, { posts: 2, comments: 0 });
});

test("a long time is shown in years, and one far outlier does not stretch the picture", () => {
  const { unit, points, unplaced } = createTimeline(
    [post("0101-01-01", "sv"), post("1950-01", "sv"), post("2011-02", "sv")],
    [],
  );
  assert.equal(unit, "year");
  assert.equal(points.length, 150);
  assert.deepEqual([points.at(-1)?.date, unplaced.posts], ["2011", 1]);
  assert.deepEqual(createTimeline([post(undefined, "sv")], []).points, []);
});

test("many languages: three have a line, the others share one", () => {
  const posts = ["sv", "sv", "en", "de", "fi", "no", ""].map((lang) => post("2011-01", lang));
  const { series, points } = createTimeline(posts, []);
  assert.deepEqual(
    series.map(({ kind }) => kind),
    ["language", "language", "language", "other", "unknown"],
  );
  assert.deepEqual(points[0]?.posts, [2, 1, 1, 2, 1]);
  assert.equal(countLanguages(posts, []).at(-1)?.lang, undefined);
});

test("conversations are counted by size; a date without a month has none", () => {
  const sizes = countSizes([0, 0, 1, 3, 7].map((commentCount) => ({ commentCount })));
  assert.deepEqual(
    sizes.map(({ from, to, count }) => [from, to, count]),
    [
      [0, 0, 2],
      [1, 1, 1],
      [2, 5, 1],
      [6, 10, 1],
    ],
  );
  assert.deepEqual(countSizes([]), []);
  assert.deepEqual(["2011-03-04T10:00:00+01:00", "2011", "x", undefined].map(monthOf), [
    "2011-03",
    undefined,
    undefined,
    undefined,
  ]);
});
