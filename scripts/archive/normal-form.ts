// Brings a file of the archive into normal form, if nothing of it would be lost.

import { holdsYamlComments } from "./front-matter.ts";
import type { CommentFields } from "./model.ts";
import type { ReadFile } from "./read-file.ts";
import {
  readCommentFields,
  readPersonFields,
  readPostFields,
  readSourceFields,
  serializeComment,
  serializePerson,
  serializePost,
  serializeSource,
} from "./record-fields.ts";

/** What a file of the archive holds. */
export type RecordKind = "post" | "comment" | "source" | "person";

/** Returns the file's text in normal form; undefined when a person has to mend it first. */
export function toNormalForm(file: ReadFile, kind: RecordKind): string | undefined {
  // Comments between the keys are a person's, and normal form has no place for them.
  if (holdsYamlComments(file.text)) return undefined;
  if (kind === "comment") return toNormalComment(file);
  if (kind === "person") return toNormalPerson(file);
  const read = kind === "post" ? readPostFields(file.fields) : readSourceFields(file.fields);
  if (read.problems.some(({ level }) => level === "error")) return undefined;
  return kind === "post"
    ? serializePost(read.fields, file.body, read.extra)
    : serializeSource(read.fields, file.body, read.extra);
}

function toNormalComment(file: ReadFile): string | undefined {
  const { fields, extra, problems } = readCommentFields(file.fields);
  if (problems.some(({ level }) => level === "error") || fields.id === undefined) return undefined;
  // Writing a tombstone drops its text: that is for a person to do.
  if (fields.status !== undefined && file.body !== "") return undefined;
  return serializeComment(fields as CommentFields, file.body, extra);
}

function toNormalPerson(file: ReadFile): string | undefined {
  const { fields, extra, problems } = readPersonFields(file.fields);
  return problems.some(({ level }) => level === "error") ? undefined : serializePerson(fields, file.body, extra);
}
