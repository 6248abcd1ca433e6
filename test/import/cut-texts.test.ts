// Texts that are longer than the archive takes are cut, and told of; all others stay the same object.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { LedgerBuilder } from "../../scripts/archive/ledger.ts";
import { MAX_TEXT_LENGTH } from "../../scripts/archive/read-file.ts";
import { cutTexts } from "../../scripts/import/cut-texts.ts";
import type { ConvertedPost } from "../../scripts/import/texts/convert-entries.ts";

test("cuts at the end of a line, and tells how long the text was", () => {
  const told: string[] = [];
  const ledger = {
    problem: (_level, item, what) => told.push(`${item}: ${what}`),
  } as Partial<LedgerBuilder> as LedgerBuilder;
  const comment = { source: "s", source_id: "5", id: "comment-5", body: "Some words.\n".repeat(MAX_TEXT_LENGTH / 10) };
  const short = { source: "s", source_id: "6", id: "comment-6", body: "Short." };
  const draft = { type: "post", source: "s", source_id: "1", body: "Words.", thread: [comment, short] };
  const entry = cutTexts({ draft } as Partial<ConvertedPost> as ConvertedPost, ledger);
  const [cut, kept] = entry.draft.thread;
  assert.ok((cut?.body.length ?? 0) < MAX_TEXT_LENGTH);
  assert.ok(cut?.body.endsWith("Some words."));
  assert.equal(kept, short);
  assert.equal(told.length, 1);
  assert.match(told[0] ?? "", /^comment 5: its text is 4800000 characters long/);
});
