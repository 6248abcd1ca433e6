// Dates for machines: never sharper than they are known.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toIsoDate, toIsoDay } from "../../../scripts/site/meta/machine-date.ts";

const DATES: readonly (readonly [edtf: string | undefined, date: string | undefined, day: string | undefined])[] = [
  ["2011-01-19T10:12:00+01:00", "2011-01-19T10:12:00+01:00", "2011-01-19T10:12:00+01:00"],
  ["2011-01-19T10:12Z", "2011-01-19T10:12:00Z", "2011-01-19T10:12:00Z"],
  ["2011-01-19T10:12:00", "2011-01-19T10:12:00", "2011-01-19T10:12:00"],
  ["1878-05-01T10:12:00+01:00:12", "1878-05-01T10:12:00+01:00", "1878-05-01T10:12:00+01:00"],
  ["2011-01-19", "2011-01-19", "2011-01-19"],
  ["2011-01", "2011-01", undefined],
  ["2011", "2011", undefined],
  ["2011-07~", undefined, undefined],
  ["2011-07-03?", undefined, undefined],
  ["2011%", undefined, undefined],
  ["last summer", undefined, undefined],
  [undefined, undefined, undefined],
];

for (const [edtf, date, day] of DATES) {
  test(`${edtf} is ${date}, as a day ${day}`, () => {
    assert.equal(toIsoDate(edtf), date);
    assert.equal(toIsoDay(edtf), day);
  });
}
