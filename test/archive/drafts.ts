// Posts and comments as importers hand them to the writer, for tests.

import { openArchiveWriter, type WriteResult } from "../../scripts/archive/archive-writer.ts";
import { createLedger } from "../../scripts/archive/ledger.ts";
import type { CommentDraft, PostDraft } from "../../scripts/archive/model.ts";

/** The source of the drafts. */
export const SOURCE = "exempel";

/** Returns a comment as an importer makes it. */
export function comment(number: number, more: Partial<CommentDraft> = {}): CommentDraft {
  return {
    id: `comment-${number}`,
    author: `Person ${number}`,
    date: `2011-01-20T10:${String(number % 60).padStart(2, "0")}:00+01:00`,
    source: SOURCE,
    source_id: String(number),
    body: `Comment ${number}.`,
    ...more,
  };
}

/** Returns a post as an importer makes it. */
export function post(number: number, more: Partial<PostDraft> = {}): PostDraft {
  return {
    type: "post",
    title: `Post ${number}`,
    lang: "en",
    date: "2011-01-19T10:12:00+01:00",
    source: SOURCE,
    source_id: String(number),
    source_url: `https://exempel.example/${number}`,
    slug: `post-${number}`,
    body: `Text ${number}.`,
    thread: [],
    ...more,
  };
}

/** Imports posts into a folder. */
export async function write(
  folder: string,
  drafts: readonly PostDraft[],
  isDryRun = false,
): Promise<readonly WriteResult[]> {
  const writer = await openArchiveWriter(folder, { source: SOURCE, isDryRun });
  const results: WriteResult[] = [];
  for (const draft of drafts) results.push(await writer.writePost(draft));
  await writer.writeSource({ title: "Exempel", ledger: createLedger("wxr-1.2").finish() });
  return results;
}
