// Streams a file through a reader of its format: to its end, or record by record.

import type { ExportInput } from "../open-input.ts";

/** Reads text that comes in pieces. */
interface PieceReader<Summary> {
  readonly write: (piece: string) => void;
  readonly end: () => Summary;
}

/** Reads a file to its end and returns what the reader says of it. */
export async function readToEnd<Summary>(input: ExportInput, reader: PieceReader<Summary>): Promise<Summary> {
  for await (const piece of input.readText()) reader.write(piece);
  return reader.end();
}

/** Yields the records of a file as they come, holding no more of them than one piece of the file has. */
export async function* streamRecords<Item>(
  input: ExportInput,
  createReader: (onRecord: (record: Item) => void) => PieceReader<unknown>,
): AsyncGenerator<Item> {
  let waiting: Item[] = [];
  const reader = createReader((record) => waiting.push(record));
  for await (const piece of input.readText()) {
    reader.write(piece);
    const records = waiting;
    waiting = [];
    yield* records;
  }
  reader.end();
  yield* waiting;
}
