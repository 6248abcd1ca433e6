// Streams one of Blogger's files through the reader and repairs its characters on the way.

import type { ExportInput } from "../open-input.ts";
import { type CharacterRepairs, createCharacterCleaner } from "../xml-characters.ts";
import type { FeedEntry, FeedHead, FeedSummary } from "./feed-model.ts";
import { createFeedReader } from "./feed-reader.ts";

/** A file after its end. */
export interface ReadFeed {
  readonly summary: FeedSummary;
  readonly repairs: CharacterRepairs;
}

/** Reads a file to its end. What the feed says of the blog stands before its entries. */
export async function readFeed(
  input: ExportInput,
  onEntry: (entry: FeedEntry, head: FeedHead) => void,
): Promise<ReadFeed> {
  const cleaner = createCharacterCleaner();
  const reader = createFeedReader(onEntry);
  for await (const piece of input.readText()) reader.write(cleaner.clean(piece));
  return { summary: reader.end(), repairs: cleaner.repairs };
}

/** Yields the entries of a file as they come, holding no more of them than one piece of the file has. */
export async function* readEntries(input: ExportInput): AsyncGenerator<FeedEntry> {
  const cleaner = createCharacterCleaner();
  let waiting: FeedEntry[] = [];
  const reader = createFeedReader((entry) => waiting.push(entry));
  for await (const piece of input.readText()) {
    reader.write(cleaner.clean(piece));
    const entries = waiting;
    waiting = [];
    yield* entries;
  }
  reader.end();
  yield* waiting;
}
