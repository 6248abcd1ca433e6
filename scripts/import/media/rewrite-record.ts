// Leads the addresses in a record that stands to files that came after it was written.

import { parseFrontMatter } from "../../archive/front-matter.ts";
import { isUntouched, stampRecord } from "../../archive/imported-hash.ts";
import type { CommentFields } from "../../archive/model.ts";
import { readIfThere } from "../../archive/read-if-there.ts";
import { readCommentFields, readPostFields, serializeComment, serializePost } from "../../archive/record-fields.ts";
import { writeFileWhole } from "../../archive/write-file.ts";
import { type MapAddress, rewriteAddresses } from "../../markdown/rewrite-links.ts";

/** Tells whether a record stands as an import wrote it; undefined when there is no such file. */
export function isUntouchedRecord(path: string): boolean | undefined {
  const text = readIfThere(path);
  return text === undefined ? undefined : isUntouched(text);
}

/** Rewrites the addresses in a record that nobody edited; any other stays as it is. `path` is the file's. */
export function rewriteRecord(path: string, resolve: MapAddress): void {
  const text = readIfThere(path);
  if (text === undefined || !isUntouched(text)) return;
  const newText = stampRecord(path.endsWith("/index.md") ? rewritePost(text, resolve) : rewriteComment(text, resolve));
  if (newText !== text.replace(/\r\n/g, "\n")) writeFileWhole(path, newText);
}

function rewritePost(text: string, resolve: MapAddress): string {
  const { fields: values, body } = parseFrontMatter(text);
  const { fields, extra } = readPostFields(values);
  const { imported: _imported, image, excerpt, ...others } = fields;
  const newFields = {
    ...others,
    ...(image !== undefined && { image: resolve(image, "image", 0) ?? image }),
    ...(excerpt !== undefined && { excerpt: rewriteAddresses(excerpt, resolve) }),
  };
  return serializePost(newFields, rewriteAddresses(body, resolve), extra);
}

function rewriteComment(text: string, resolve: MapAddress): string {
  const { fields: values, body } = parseFrontMatter(text);
  const { fields, extra } = readCommentFields(values);
  const { imported: _imported, ...others } = fields;
  return serializeComment(others as CommentFields, rewriteAddresses(body, resolve), extra);
}
