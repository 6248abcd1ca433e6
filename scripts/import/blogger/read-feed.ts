// Streams one of Blogger's files through the reader.

import type { ExportInput } from "../open-input.ts";
import { readToEnd, streamRecords } from "../xml/stream-records.ts";
import type { FeedEntry, FeedHead, FeedSummary } from "./feed-model.ts";
import { createFeedReader } from "./feed-reader.ts";

/** Reads a file to its end. What the feed says of the blog stands before its entries. */
export function readFeed(
  input: ExportInput,
  onEntry: (entry: FeedEntry, head: FeedHead) => void,
): Promise<FeedSummary> {
  return readToEnd(input, createFeedReader(onEntry));
}

/** Yields the entries of a file as they come, holding no more of them than one piece of the file has. */
export function readEntries(input: ExportInput): AsyncGenerator<FeedEntry> {
  return streamRecords(input, (onEntry) => createFeedReader(onEntry));
}
