// Finds texts that go on quoting what is taken away: replies with the words they answer, translations, copies.

import type { Archive } from "../archive/model.ts";
import type { RedactionTarget } from "../archive/redaction-target.ts";

/** So many words in a row are hardly the same by chance. */
const WORDS_IN_ROW = 7;

/** Returns the files, below content/, whose texts share that many words in a row with a removed one; of the same thread, or of its post. */
export function findQuotes(left: Archive, targets: readonly RedactionTarget[]): readonly string[] {
  const leftById = new Map(left.posts.map((post) => [post.id, post]));
  const found = new Set<string>();
  const runsByPost = new Map<string, Set<string>>();
  for (const { post, comment } of targets) {
    const runs = runsByPost.get(post.id) ?? new Set();
    for (const run of listRuns((comment ?? post).body)) runs.add(run);
    runsByPost.set(post.id, runs);
  }
  for (const [id, runs] of runsByPost) {
    const post = leftById.get(id);
    if (post === undefined || runs.size === 0) continue;
    for (const { file, body } of [post, ...post.thread]) {
      for (const run of listRuns(body)) {
        if (!runs.has(run)) continue;
        found.add(file);
        break;
      }
    }
  }
  return [...found].sort();
}

function* listRuns(text: string): Generator<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  for (let start = 0; start + WORDS_IN_ROW <= words.length; start++) {
    yield words.slice(start, start + WORDS_IN_ROW).join(" ");
  }
}
