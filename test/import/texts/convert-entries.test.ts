// Proves that all texts of an import come back in their order, from workers too, and that a text which brings one down
// costs only itself.

import assert from "node:assert/strict";
import test from "node:test";
import { createLedger } from "../../../scripts/archive/ledger.ts";
import type { CommentsEntry, DraftEntry, SourceText } from "../../../scripts/import/importer.ts";
import { type ConvertedPost, convertEntries } from "../../../scripts/import/texts/convert-entries.ts";
import { convertText } from "../../../scripts/import/texts/convert-text.ts";
import { createFidelity } from "../../../scripts/import/texts/fidelity.ts";
import { convertHere, convertInWorkers, type TextConverter } from "../../../scripts/import/texts/text-converter.ts";

function toText(html: string, item: string): SourceText {
  return { html, profile: "post", item };
}

function toEntry(number: number): DraftEntry {
  return {
    group: "posts",
    draft: {
      type: "post",
      source: "a-blog",
      source_id: String(number),
      body: toText(`<p>Post <em>${number}</em></p>`.repeat(1 + (number % 7)), `post ${number}`),
      ...(number % 5 === 0 && { excerpt: toText(`<p>In short: ${number}</p>`, `post ${number}`) }),
      thread: [1, 2].map((index) => ({
        id: `comment-${index}`,
        source: "a-blog",
        source_id: String(index),
        body: toText(`<p>Comment ${index} on ${number}</p>`, `comment ${index} on post ${number}`),
      })),
    },
  };
}

async function convertAll(
  converter: TextConverter,
  count: number,
): Promise<{ readonly posts: readonly ConvertedPost[]; readonly problems: readonly string[] }> {
  const ledger = createLedger("test");
  const posts: ConvertedPost[] = [];
  const entries = convertEntries(
    async function* (account): AsyncGenerator<DraftEntry | CommentsEntry> {
      for (let number = 1; number <= count; number++) {
        account.problem("warning", `post ${number}`, "was read");
        yield toEntry(number);
      }
      account.problem("warning", "whole export", "ended");
    },
    ledger,
    converter,
  );
  for await (const entry of entries) {
    if ("comments" in entry) continue;
    ledger.problem("warning", `post ${entry.draft.source_id}`, "was written");
    posts.push(entry);
  }
  await converter.close();
  return { posts, problems: ledger.finish().problems.map(({ item, what }) => `${item} ${what}`) };
}

test("workers give the same as no workers, in the same order, with the same account", async () => {
  const alone = await convertAll(convertHere(false), 400);
  const together = await convertAll(convertInWorkers(2, false), 400);
  assert.deepEqual(together, alone);
  assert.equal(alone.posts.length, 400);
  assert.equal(alone.posts[4]?.draft.excerpt, "In short: 5");
  assert.equal(alone.posts[0]?.draft.thread[1]?.body, "Comment 2 on 1");
  assert.deepEqual(alone.problems.slice(0, 3), ["post 1 was read", "post 1 was written", "post 2 was read"]);
});

test("workers that end before they can convert are done without", async () => {
  const alone = await convertAll(convertHere(false), 60);
  assert.deepEqual(await convertAll(convertInWorkers(2, false, "process.exit(3);"), 60), alone);
  assert.deepEqual(await convertAll(convertInWorkers(2, false, 'throw new Error("no memory");'), 60), alone);
});

test("a text that ends its worker is reported, and all others are converted", async () => {
  const code = `const { parentPort } = require("node:worker_threads");
    parentPort.postMessage({ isReady: true });
    parentPort.on("message", ({ id, jobs }) => {
      if (jobs.some(({ html }) => html.includes("<p>Comment 2 on 77</p>"))) process.exit(3);
      parentPort.postMessage({ id, texts: jobs.map(({ html }) => ({ markdown: html, differences: [], maskedEmails: 0, clearedAddresses: 0 })) });
    });`;
  const { posts, problems } = await convertAll(convertInWorkers(2, false, code), 120);
  assert.equal(posts.length, 120);
  const broken = posts.flatMap(({ proofs }) => proofs.filter(({ differences }) => differences.length > 0));
  assert.deepEqual(
    broken.map(({ item }) => item),
    ["comment 2 on post 77"],
  );
  assert.equal(posts[76]?.draft.thread[1]?.body, "Comment 2 on 77");
  const told = problems.filter((problem) => problem.includes("could not be converted"));
  assert.deepEqual(told, [
    "comment 2 on post 77 its text could not be converted (the converting thread ended); its words stand without their form",
  ]);
});

test("what is proved is what stands in the file", () => {
  for (const html of [
    "<p>---</p><p>title: x</p><p>---</p>",
    "<p>a  </p>\r\n<p>b</p>",
    "  <pre>x\n\n</pre>  ",
    "<p>\ud800</p>",
  ]) {
    const { markdown, differences } = convertText({ html, profile: "post" }, false);
    assert.notEqual(markdown, "");
    assert.deepEqual(differences, html.includes("\ud800") ? differences : [], html);
  }
});

test("fidelity counts each record that stands once, and tells nothing of what was redacted", () => {
  const fidelity = createFidelity();
  const differences = ["words: expected “a secret”, found “”", "links: b", "images: c", "rules: d"];
  fidelity.add(
    [
      { item: "post 1", differences: [] },
      { item: "comment 1 on post 1", commentId: "comment-1", differences },
      { item: "comment 2 on post 1", commentId: "comment-2", differences },
      { item: "comment 3 on post 1", commentId: "comment-3", differences },
    ],
    { left: ["comment-2"], redacted: ["comment-3"] },
  );
  assert.deepEqual(fidelity.finish(), {
    compared: 3,
    identical: 1,
    different: [
      { item: "comment 1 on post 1", what: differences.slice(0, 3).join("; ") },
      { item: "comment 3 on post 1", what: "differs" },
    ],
  });
});
