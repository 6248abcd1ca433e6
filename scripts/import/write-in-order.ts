// Hands converted posts to the writer, a translation after its original.

import type { ArchiveWriter, WriteResult } from "../archive/archive-writer.ts";
import { createTextMap } from "../archive/compact/text-map.ts";
import type { ConvertedPost } from "./texts/convert-entries.ts";

/** A post, and what became of it. */
export interface WrittenPost {
  readonly entry: ConvertedPost;
  readonly result: WriteResult;
}

/** Writes the posts. A translation names its original by the id that the archive gave it, so the original is written first. */
export async function* writeInOrder(
  writer: ArchiveWriter,
  entries: AsyncIterable<ConvertedPost>,
): AsyncGenerator<WrittenPost> {
  const archiveIds = createTextMap();
  // A partial export may hold the translation alone, of an original that stands.
  let standing: ReadonlyMap<string, string> = new Map();
  const waiting: ConvertedPost[] = [];
  const write = async (entry: ConvertedPost): Promise<WrittenPost> => {
    const sourceId = entry.translationOf ?? "";
    const original = archiveIds.get(sourceId) ?? standing.get(`${entry.draft.source}\n${sourceId}`);
    const draft = original === undefined ? entry.draft : { ...entry.draft, translation_of: original };
    const result = await writer.writePost(draft);
    if (result.id !== "") archiveIds.set(entry.draft.source_id, result.id);
    return { entry, result };
  };
  for await (const entry of entries) {
    if (entry.translationOf !== undefined && archiveIds.get(entry.translationOf) === undefined) waiting.push(entry);
    else yield await write(entry);
  }
  if (waiting.length > 0) {
    await writer.settle();
    standing = new Map(writer.listPosts().map(({ id, source, source_id }) => [`${source}\n${source_id}`, id]));
  }
  for (const entry of waiting) yield await write(entry);
}
