// Streams one export through the reader.

import type { ExportInput } from "../open-input.ts";
import type { WxrHandler, WxrItem, WxrSummary } from "../wxr/wxr-model.ts";
import { createWxrReader } from "../wxr/wxr-reader.ts";
import { readToEnd, streamRecords } from "../xml/stream-records.ts";

/** Reads an export to its end. */
export function readExport(input: ExportInput, handler: WxrHandler): Promise<WxrSummary> {
  return readToEnd(input, createWxrReader(handler));
}

/** Yields the items of an export as they come, holding no more of them than one piece of the file has. */
export function readItems(input: ExportInput): AsyncGenerator<WxrItem> {
  return streamRecords(input, (onItem) => createWxrReader({ onItem }));
}
