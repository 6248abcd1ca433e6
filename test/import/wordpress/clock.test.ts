import assert from "node:assert/strict";
import test from "node:test";
import { createOffsetVotes, readOffset, toArchiveDate } from "../../../scripts/import/wordpress/clock.ts";

const ZERO = "0000-00-00 00:00:00";
const STOCKHOLM = { zone: "Europe/Stockholm" };

// [what it shows, local time, UTC, how else times are placed, date]
const CASES: readonly (readonly [string, string | undefined, string | undefined, object, string | undefined])[] = [
  ["the offset is the difference", "2012-03-17 16:27:50", "2012-03-17 06:27:50", {}, "2012-03-17T16:27:50+10:00"],
  ["west of Greenwich", "2010-01-01 00:10:00", "2010-01-01 08:10:00", {}, "2010-01-01T00:10:00-08:00"],
  ["the instant is that of UTC", "2010-01-01 01:03:00", "2010-01-01 00:00:00", {}, "2010-01-01T01:00:00+01:00"],
  ["quarters of hours", "2010-01-01 05:45:00", "2010-01-01 00:00:00", {}, "2010-01-01T05:45:00+05:45"],
  [
    "too far apart: the usual offset",
    "2016-06-01 00:00:00",
    "2010-01-01 00:00:00",
    { usualOffset: 60 },
    "2010-01-01T01:00:00+01:00",
  ],
  ["too far apart and nothing usual", "2016-06-01 00:00:00", "2010-01-01 00:00:00", {}, "2010-01-01T00:00:00Z"],
  ["only local, in a named zone, summer", "2010-07-01 12:00:00", ZERO, STOCKHOLM, "2010-07-01T12:00:00+02:00"],
  ["only local, in a named zone, winter", "2010-01-01 12:00:00", ZERO, STOCKHOLM, "2010-01-01T12:00:00+01:00"],
  ["only local, with a usual offset", "2010-07-01 12:00:00", ZERO, { usualOffset: -300 }, "2010-07-01T12:00:00-05:00"],
  ["only local, and nobody knows", "2010-07-01 12:00:00", ZERO, {}, "2010-07-01T12:00:00"],
  ["only UTC, in a named zone", undefined, "2010-07-01 12:00:00", STOCKHOLM, "2010-07-01T14:00:00+02:00"],
  ["neither", ZERO, ZERO, STOCKHOLM, undefined],
  ["no such day", "2011-02-30 00:00:00", undefined, {}, undefined],
  ["nothing at all", undefined, undefined, {}, undefined],
];

for (const [name, local, utc, clock, expected] of CASES) {
  test(name, () => assert.equal(toArchiveDate(local, utc, clock), expected));
}

test("offsets are counted, the commonest wins", () => {
  const votes = createOffsetVotes();
  assert.equal(votes.winner(), undefined);
  votes.add("2010-07-01 12:00:00", "2010-07-01 10:00:00");
  votes.add("2010-07-01 12:00:00", "2010-07-01 10:00:00");
  votes.add("2010-01-01 12:00:00", "2010-01-01 11:00:00");
  votes.add("2016-01-01 12:00:00", "2010-01-01 11:00:00");
  assert.equal(votes.winner(), 120);
  assert.equal(readOffset("2016-01-01 12:00:00", "2010-01-01 11:00:00"), undefined);
});
