// What counts as an e-mail address in a text.

import assert from "node:assert/strict";
import test from "node:test";
import { findEmailAddresses, hideEmailAddresses } from "../../scripts/markdown/email-address.ts";

test("addresses are found in texts and in web addresses", () => {
  assert.equal(hideEmailAddresses("B b@c.example"), "B [e-mail removed]");
  assert.equal(hideEmailAddresses("a.b+c@x.y.example, ö@å.example."), "[e-mail removed], [e-mail removed].");
  assert.equal(hideEmailAddresses("https://x.example/?to=b%40c.example"), "https://x.example/?to=[e-mail removed]");
  assert.equal(hideEmailAddresses("a@b@c.example"), "a@[e-mail removed]");
});

test("what only looks like one stays", () => {
  for (const text of ["logo@2x.png", "10 @ 5.50", "user@localhost", "@name", "/photos/8623220@N02/", "a@b. C"]) {
    assert.equal(hideEmailAddresses(text), text);
  }
});

test("hostile texts take linear time", () => {
  const before = process.cpuUsage();
  for (const text of ["a".repeat(1e6), "a@".repeat(5e5), `${"a.".repeat(5e5)}@`, `x@${"a.".repeat(5e5)}`]) {
    findEmailAddresses(text);
  }
  assert.ok(process.cpuUsage(before).user < 5_000_000);
});
