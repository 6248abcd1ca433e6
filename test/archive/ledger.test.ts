import assert from "node:assert/strict";
import { test } from "node:test";
import { countSkipped, createLedger, isLedgerBalanced } from "../../scripts/archive/ledger.ts";

test("keeps account", () => {
  const ledger = createLedger("wxr-1.2");
  ledger.read("posts", 3);
  ledger.written("posts");
  ledger.skipped("posts", "private");
  ledger.skipped("posts", "draft");
  ledger.skipped("comments", "spam", 0);
  ledger.problem("warning", "post 7", "has an unknown shortcode");
  const finished = ledger.finish();
  assert.deepEqual(finished, {
    format: "wxr-1.2",
    posts: { read: 3, written: 1, skipped: { draft: 1, private: 1 } },
    pages: { read: 0, written: 0, skipped: {} },
    comments: { read: 0, written: 0, skipped: {} },
    other: { read: 0, written: 0, skipped: {} },
    problems: [{ level: "warning", item: "post 7", what: "has an unknown shortcode" }],
    balanced: true,
  });
  assert.deepEqual(Object.keys(finished.posts.skipped), ["draft", "private"]);
  assert.equal(countSkipped(finished.posts), 2);
});

test("does not balance when something is unaccounted for", () => {
  const ledger = createLedger("blogger-atom");
  ledger.read("comments");
  assert.equal(ledger.finish().balanced, false);
  assert.equal(isLedgerBalanced({ ...ledger.finish(), balanced: true }), false);
  ledger.skipped("comments", "__proto__");
  assert.equal(ledger.finish().balanced, true);
});
