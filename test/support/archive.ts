// Writes small archives to disk from compact descriptions, in normal form.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type {
  CommentFields,
  PersonFields,
  PostFields,
  SiteSettings,
  SourceFields,
  Translation,
} from "../../scripts/archive/model.ts";
import {
  serializeComment,
  serializePerson,
  serializePost,
  serializeSource,
} from "../../scripts/archive/record-fields.ts";

/** A comment: its fields and its text. */
export type CommentSketch = CommentFields & { readonly body?: string };

/** A post or page with all that lies in its folder. */
export interface PostSketch extends PostFields {
  /** `2011/we-need-to-talk`, or `pages/about-us` for a page. */
  readonly id: string;
  readonly body?: string;
  readonly thread?: readonly CommentSketch[];
  readonly translations?: readonly (Partial<Translation> & { readonly lang: string })[];
  /** Other files of the folder by name. */
  readonly files?: Readonly<Record<string, string | Buffer>>;
}

/** A whole archive. */
export interface ArchiveSketch {
  /** Absent: no site.json. */
  readonly settings?: Partial<SiteSettings>;
  readonly posts?: readonly PostSketch[];
  readonly sources?: readonly (SourceFields & { readonly id: string; readonly body?: string })[];
  readonly people?: readonly (PersonFields & { readonly id: string; readonly body?: string })[];
  /** Lists that imports keep, by path below content/. */
  readonly lists?: Readonly<Record<string, string>>;
}

/** Writes an archive into a folder and returns the folder. */
export function writeArchive(folder: string, archive: ArchiveSketch): string {
  mkdirSync(folder, { recursive: true });
  if (archive.settings !== undefined) write(folder, "site.json", `${JSON.stringify(archive.settings, null, 2)}\n`);
  for (const post of archive.posts ?? []) writePost(folder, post);
  for (const { id, body = "", ...fields } of archive.sources ?? []) {
    write(folder, `sources/${id}.md`, serializeSource(fields, body));
  }
  for (const { id, body = "", ...fields } of archive.people ?? []) {
    write(folder, `people/${id}.md`, serializePerson(fields, body));
  }
  for (const [path, text] of Object.entries(archive.lists ?? {})) write(folder, path, text);
  return folder;
}

/** Returns a comment with just an id and a text, and what else is given. */
export function comment(number: number, body: string, fields: Partial<CommentFields> = {}): CommentSketch {
  return { id: `comment-${number}`, body, ...fields };
}

function writePost(folder: string, post: PostSketch): void {
  const { id, body = "", thread = [], translations = [], files = {}, ...fields } = post;
  const place = id.startsWith("pages/") ? id : `posts/${id}`;
  write(folder, `${place}/index.md`, serializePost(fields, body));
  for (const { body: text = "", ...translation } of translations) {
    write(folder, `${place}/index.${translation.lang}.md`, serializePost(translation, text));
  }
  for (const { body: text = "", ...record } of thread) {
    write(folder, `${place}/comments/${record.id}.md`, serializeComment(record, text));
  }
  for (const [name, content] of Object.entries(files)) write(folder, `${place}/${name}`, content);
}

function write(folder: string, path: string, content: string | Buffer): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
