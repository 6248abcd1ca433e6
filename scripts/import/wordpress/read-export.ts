// Streams one export through the reader and repairs its characters on the way.

import type { ExportInput } from "../open-input.ts";
import type { WxrFields, WxrItem, WxrSummary } from "../wxr/wxr-model.ts";
import { createWxrReader } from "../wxr/wxr-reader.ts";
import { type CharacterRepairs, createCharacterCleaner } from "../xml-characters.ts";

/** What is met, with what was read of the channel so far. */
export interface ExportHandler {
  readonly onAuthor?: (fields: WxrFields, channel: WxrFields) => void;
  readonly onTerm?: (fields: WxrFields, channel: WxrFields) => void;
  readonly onItem: (item: WxrItem, channel: WxrFields) => void;
}

/** An export after its end. */
export interface ReadExport {
  readonly summary: WxrSummary;
  readonly repairs: CharacterRepairs;
}

/** Reads an export to its end. */
export async function readExport(input: ExportInput, handler: ExportHandler): Promise<ReadExport> {
  const cleaner = createCharacterCleaner();
  const reader = createWxrReader(handler);
  for await (const piece of input.readText()) reader.write(cleaner.clean(piece));
  return { summary: reader.end(), repairs: cleaner.repairs };
}

/** Yields the items of an export as they come, holding no more of them than one piece of the file has. */
export async function* readItems(input: ExportInput): AsyncGenerator<WxrItem> {
  const cleaner = createCharacterCleaner();
  let waiting: WxrItem[] = [];
  const reader = createWxrReader({ onItem: (item) => waiting.push(item) });
  for await (const piece of input.readText()) {
    reader.write(cleaner.clean(piece));
    const items = waiting;
    waiting = [];
    yield* items;
  }
  reader.end();
  yield* waiting;
}
