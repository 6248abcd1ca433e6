// Writes exports of any size with invented bilingual text, as the platforms write them: the same bytes for the same options.

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { EXPORT_FORMATS, type ExportFormat } from "./export-formats.ts";
import { inventPost } from "./invented-blog.ts";

/** Size of the export. */
export interface ExportOptions {
  readonly format: ExportFormat;
  readonly posts: number;
  readonly commentsPerPost: number;
}

const PIECE = 1 << 20;

/** Writes an export to a file, piece by piece. */
export async function generateExport(file: string, { format, posts, commentsPerPost }: ExportOptions): Promise<void> {
  const writer = EXPORT_FORMATS[format];
  const output = createWriteStream(file);
  const failed = finished(output);
  let piece = writer.head;
  const add = async (text: string): Promise<void> => {
    piece += text;
    if (piece.length < PIECE) return;
    if (!output.write(piece)) await once(output, "drain");
    piece = "";
  };
  for (let number = 1; number <= posts; number++) await add(writer.writePost(inventPost(number, commentsPerPost)));
  if (writer.writeComment !== undefined) {
    for (let number = 1; number <= posts; number++) {
      const post = inventPost(number, commentsPerPost);
      for (const comment of post.comments) await add(writer.writeComment(post, comment));
    }
  }
  output.end(piece + writer.tail);
  await failed;
}
