import assert from "node:assert/strict";
import { test } from "node:test";
import { compareDates, formatEdtf, instantOf, parseEdtf, yearOf } from "../../scripts/archive/edtf.ts";

const READABLE: readonly (readonly [string, object])[] = [
  ["2011", { year: 2011 }],
  ["2011-07", { year: 2011, month: 7 }],
  ["2011-07~", { year: 2011, month: 7, isApproximate: true }],
  ["2011?", { year: 2011, isUncertain: true }],
  ["2011-01-19%", { year: 2011, month: 1, day: 19, isApproximate: true, isUncertain: true }],
  ["2012-02-29", { year: 2012, month: 2, day: 29 }],
  ["2000-02-29", { year: 2000, month: 2, day: 29 }],
  ["0099-01-01", { year: 99, month: 1, day: 1 }],
  ["2011-01-19T10:12", { year: 2011, month: 1, day: 19, hour: 10, minute: 12 }],
  ["2011-01-19T10:12:00", { year: 2011, month: 1, day: 19, hour: 10, minute: 12, second: 0 }],
  ["2011-01-19T10:12:00Z", { year: 2011, month: 1, day: 19, hour: 10, minute: 12, second: 0, offsetMinutes: 0 }],
  ["2011-01-19T10:12:00+01:00", { year: 2011, month: 1, day: 19, hour: 10, minute: 12, second: 0, offsetMinutes: 60 }],
  [
    "2011-01-19T10:12:00-03:30",
    { year: 2011, month: 1, day: 19, hour: 10, minute: 12, second: 0, offsetMinutes: -210 },
  ],
  [
    "1878-01-19T10:12:00+01:00:12",
    { year: 1878, month: 1, day: 19, hour: 10, minute: 12, second: 0, offsetMinutes: 60.2 },
  ],
  [
    "2009-01-07T02:27:00.5-08:00",
    { year: 2009, month: 1, day: 7, hour: 2, minute: 27, second: 0.5, offsetMinutes: -480 },
  ],
];

const NO_DATES: readonly string[] = [
  "",
  " 2011",
  "2011 ",
  "2011\n",
  "11",
  "20111",
  "2011-1",
  "2011-13",
  "2011-00",
  "2011-02-30",
  "2011-02-29",
  "1900-02-29",
  "2011-04-31",
  "0000",
  "0000-00-00",
  "0000-00-00T00:00:00",
  "2011-01-19 10:12:00",
  "2011-01-19T24:00:00",
  "2011-01-19T10:60:00",
  "2011-01-19T10:12:60",
  "2011-01-19T10:12:00+19:00",
  "2011-01-19T10:12:00+01:60",
  "2011-01-19T10:12:00~",
  "2011-21",
  "2011/2012",
  "~2011",
  "2011~~",
  "today",
  "-2011",
  "２０１１",
  "9".repeat(100_000),
];

test("reads dates to the precision that they have", () => {
  for (const [text, expected] of READABLE) {
    assert.deepEqual(parseEdtf(text), { isApproximate: false, isUncertain: false, ...expected }, text);
  }
});

test("refuses what is no date or stands in no calendar", () => {
  for (const text of NO_DATES) {
    assert.equal(parseEdtf(text), undefined, text.slice(0, 30));
    assert.equal(instantOf(text), undefined, text.slice(0, 30));
    assert.equal(yearOf(text), "undated", text.slice(0, 30));
  }
});

test("finds the earliest instant", () => {
  assert.equal(instantOf("2011-01-19T10:12:00+01:00"), Date.UTC(2011, 0, 19, 9, 12));
  assert.equal(instantOf("2011-01-19T10:12:00"), Date.UTC(2011, 0, 19, 10, 12));
  assert.equal(instantOf("1878-01-19T10:12:00+01:00:12"), Date.UTC(1878, 0, 19, 9, 11, 48));
  assert.equal(instantOf("2009-01-07T02:27:00.5-08:00"), Date.UTC(2009, 0, 7, 10, 27, 0, 500));
  assert.equal(instantOf("2011-07~"), Date.UTC(2011, 6, 1));
  assert.equal(instantOf("2011"), Date.UTC(2011, 0, 1));
  assert.equal(instantOf("0099-01-01"), new Date("0099-01-01T00:00:00Z").getTime());
});

test("sorts by instant, whatever the offset, and undated last", () => {
  const dates = ["2011-01-01T00:30:00+02:00", undefined, "2011", "2010-12-31T23:00:00Z", "no date", "2009-11"];
  const sorted = [...dates].map((date) => ({ date })).sort((a, b) => compareDates(a.date, b.date));
  assert.deepEqual(
    sorted.map(({ date }) => date),
    ["2009-11", "2011-01-01T00:30:00+02:00", "2010-12-31T23:00:00Z", "2011", undefined, "no date"],
  );
});

test("takes the year as written, not in UTC", () => {
  assert.equal(yearOf("2011-01-01T00:30:00+02:00"), "2011");
  assert.equal(yearOf("2010-12"), "2010");
  assert.equal(yearOf(), "undated");
});

test("writes instants with any offset, and reads them back", () => {
  const instant = Date.UTC(2011, 0, 19, 9, 12, 5);
  assert.equal(formatEdtf(instant, 60), "2011-01-19T10:12:05+01:00");
  assert.equal(formatEdtf(instant, -210), "2011-01-19T05:42:05-03:30");
  assert.equal(formatEdtf(instant, 0), "2011-01-19T09:12:05+00:00");
  assert.equal(formatEdtf(instant), "2011-01-19T09:12:05Z");
  assert.equal(formatEdtf(instant, 60.2), "2011-01-19T10:12:17+01:00:12");
  assert.equal(formatEdtf(instant + 999, 60), "2011-01-19T10:12:05+01:00");
  for (const offset of [-720, -210, -0.5, 0, 0.25, 60.2, 345, 840]) {
    assert.equal(instantOf(formatEdtf(instant, offset)), instant, String(offset));
  }
});
