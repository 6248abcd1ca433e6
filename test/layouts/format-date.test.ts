// Dates are written as precisely as they are known, never more.

import assert from "node:assert/strict";
import { test } from "node:test";
import { formatDate, toHtmlDate } from "../../layouts/format-date.ts";

const DATES: readonly (readonly [edtf: string | undefined, en: string, sv: string, html: string | undefined])[] = [
  [undefined, "Date unknown", "Okänt datum", undefined],
  ["2009", "2009", "2009", "2009"],
  ["2009-11", "November 2009", "november 2009", "2009-11"],
  ["2011-07~", "around July 2011", "omkring juli 2011", "2011-07"],
  ["2011?", "2011 (uncertain)", "2011 (osäkert)", "2011"],
  ["2011-07-05%", "around 5 July 2011 (uncertain)", "omkring 5 juli 2011 (osäkert)", "2011-07-05"],
  ["2011-01-19", "19 January 2011", "19 januari 2011", "2011-01-19"],
  [
    "2011-01-19T10:12:00+01:00",
    "19 January 2011, 10:12 (UTC+1)",
    "19 januari 2011 kl.\u00a010:12 (UTC+1)",
    "2011-01-19T10:12:00+01:00",
  ],
  [
    "2011-01-19T23:59:00-03:30",
    "19 January 2011, 23:59 (UTC−3:30)",
    "19 januari 2011 kl.\u00a023:59 (UTC−3:30)",
    "2011-01-19T23:59:00-03:30",
  ],
  [
    "2011-01-19T10:12:00Z",
    "19 January 2011, 10:12 (UTC)",
    "19 januari 2011 kl.\u00a010:12 (UTC)",
    "2011-01-19T10:12:00Z",
  ],
  ["2011-01-19T10:12", "19 January 2011, 10:12", "19 januari 2011 kl.\u00a010:12", "2011-01-19T10:12"],
  [
    "1878-12-31T23:48:48+01:00:12",
    "31 December 1878, 23:48 (UTC+1)",
    "31 december 1878 kl.\u00a023:48 (UTC+1)",
    "1878-12-31T23:48:48+01:00",
  ],
  ["long ago", "long ago", "long ago", undefined],
];

for (const [edtf, en, sv, html] of DATES) {
  test(edtf ?? "no date", () => {
    assert.equal(formatDate(edtf, "en"), en);
    assert.equal(formatDate(edtf, "sv"), sv);
    if (edtf !== undefined) assert.equal(toHtmlDate(edtf), html);
  });
}

test("less detail leaves out the offset, then the time", () => {
  const date = "2011-01-19T10:12:00+01:00";
  assert.equal(formatDate(date, "sv", "minute"), "19 januari 2011 kl.\u00a010:12");
  assert.equal(formatDate(date, "sv", "day"), "19 januari 2011");
});
