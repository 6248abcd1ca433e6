// Lets everything that names a post follow it to another folder: links in texts, translations, the lists of sources, the log.

import { posix } from "node:path";
import { rewriteAddresses } from "../markdown/rewrite-links.ts";
import { holdsYamlComments, parseFrontMatter } from "./front-matter.ts";
import { hashRecord, isUntouched } from "./imported-hash.ts";
import { toRelativePath } from "./link-path.ts";
import type { Archive, CommentFields, PostFields } from "./model.ts";
import { toPostFolder } from "./read-archive.ts";
import { readIfThere } from "./read-if-there.ts";
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
import { writeRedactions } from "./redaction-log.ts";
import { changeSourceLists } from "./source-lists.ts";
import { writeFileWhole } from "./write-file.ts";

/** Folders below content/ by what they were: `posts/2010/talk` → `posts/2011/talk`. */
type Folders = ReadonlyMap<string, string>;

/** What has followed. */
export interface Followed {
  /** Files below content/, as they lie now, whose links lead to the new place. */
  readonly linking: readonly string[];
  /** Files whose translation_of names the new place. */
  readonly translations: readonly string[];
  /** Files that still name the old place, because they cannot be written without loss. */
  readonly left: readonly string[];
}

/** What became of a file: `left` names the old place still. */
type Change = "changed" | "same" | "left";

/**
 * Changes whatever names posts that were moved. The folders must lie in their new places already; the archive is as it was
 * read before. Files that cannot be written without loss, because a person put YAML comments in them, keep their links.
 * @param moves new ids by the old ones
 */
export function followMoves(contentDir: string, archive: Archive, moves: ReadonlyMap<string, string>): Followed {
  const folders: Folders = new Map([...moves].map(([from, to]) => [toPostFolder(from), toPostFolder(to)]));
  const linking: string[] = [];
  const translations: string[] = [];
  const left: string[] = [];
  for (const post of archive.posts) {
    for (const text of [post, ...post.translations]) {
      const original = text.translation_of === undefined ? undefined : moves.get(text.translation_of);
      const mayLink = mayLead([text.body, text.excerpt ?? ""], folders);
      if (original === undefined && !mayLink) continue;
      const file = moveFile(text.file, folders);
      const done = changePost(contentDir, file, text.file, folders, original);
      if (done === "left") left.push(file);
      if (done === "changed" && mayLink) linking.push(file);
      if (done === "changed" && original !== undefined) translations.push(file);
    }
    for (const comment of post.thread) {
      if (!mayLead([comment.body], folders)) continue;
      const file = moveFile(comment.file, folders);
      const done = changeComment(contentDir, file, comment.file, folders);
      if (done !== "same") (done === "left" ? left : linking).push(file);
    }
  }
  for (const { file, body } of [...archive.sources, ...archive.people]) {
    if (!mayLead([body], folders)) continue;
    const done = changeNote(contentDir, file, folders);
    if (done !== "same") (done === "left" ? left : linking).push(file);
  }
  followInLists(contentDir, archive, folders);
  writeRedactions(contentDir, [], moves);
  return { linking, translations, left };
}

/** Only a text that holds the last part of a folder's path can lead there. */
function mayLead(texts: readonly string[], folders: Folders): boolean {
  return [...folders.keys()].some((folder) => {
    const name = posix.basename(folder);
    return texts.some((text) => text.includes(name) || text.includes(encodeURI(name)));
  });
}

function moveFile(file: string, folders: Folders): string {
  for (const [from, to] of folders) if (file.startsWith(`${from}/`)) return to + file.slice(from.length);
  return file;
}

/** Returns a function that gives a relative address its new form; undefined leaves it. */
function leadOn(newFile: string, oldFile: string, folders: Folders): (address: string) => string | undefined {
  return (address) => {
    if (/^(?:[a-z][a-z\d+.-]*:|\/|#|\\|$)/i.test(address)) return undefined;
    const end = /[?#].*$/s.exec(address)?.[0] ?? "";
    const target = posix.join(posix.dirname(oldFile), decode(address.slice(0, address.length - end.length)));
    const moved = moveFile(target, folders);
    if (moved === target) return undefined;
    return relativeTo(newFile, moved) + end;
  };
}

/** Between posts as imports write it, with the year: see toRelativePath(). */
function relativeTo(file: string, target: string): string {
  const [from, to] = [file, target].map((path) => /^(posts\/[^/]+\/[^/]+|pages\/[^/]+)\/(.+)$/.exec(path) ?? undefined);
  if (from?.[1] !== undefined && from[2] !== undefined && to?.[1] !== undefined && from[1] !== to[1]) {
    const index = toRelativePath({ folder: from[1], file: from[2] }, to[1].replace(/^posts\//, ""));
    return index.slice(0, -"index.md".length) + encodePath(to[2] ?? "");
  }
  return encodePath(posix.relative(posix.dirname(file), target));
}

function changePost(
  contentDir: string,
  file: string,
  oldFile: string,
  folders: Folders,
  original: string | undefined,
): Change {
  const lead = leadOn(file, oldFile, folders);
  const isConcerned = (text: string) => original !== undefined || rewriteAddresses(text, lead) !== text;
  return change(contentDir, file, isConcerned, (text) => {
    const { fields: values, body } = parseFrontMatter(text);
    const { fields, extra, problems } = readPostFields(values);
    if (problems.some(({ level }) => level === "error")) return undefined;
    const changed: PostFields = {
      ...fields,
      ...(fields.excerpt !== undefined && { excerpt: rewriteAddresses(fields.excerpt, lead) }),
      ...(original !== undefined && { translation_of: original }),
    };
    return (imported) => serializePost(withHash(changed, imported), rewriteAddresses(body, lead), extra);
  });
}

function changeComment(contentDir: string, file: string, oldFile: string, folders: Folders): Change {
  const lead = leadOn(file, oldFile, folders);
  const isConcerned = (text: string) => rewriteAddresses(text, lead) !== text;
  return change(contentDir, file, isConcerned, (text) => {
    const { fields: values, body } = parseFrontMatter(text);
    const { fields, extra, problems } = readCommentFields(values);
    const { id } = fields;
    if (problems.some(({ level }) => level === "error") || id === undefined) return undefined;
    const changed: CommentFields = { ...fields, id };
    return (imported) => serializeComment(withHash(changed, imported), rewriteAddresses(body, lead), extra);
  });
}

function changeNote(contentDir: string, file: string, folders: Folders): Change {
  const lead = leadOn(file, file, folders);
  const isConcerned = (text: string) => rewriteAddresses(text, lead) !== text;
  return change(contentDir, file, isConcerned, (text) => {
    const { fields: values, body } = parseFrontMatter(text);
    const newBody = rewriteAddresses(body, lead);
    if (file.startsWith("people/")) {
      const { fields, extra } = readPersonFields(values);
      return () => serializePerson(fields, newBody, extra);
    }
    const { fields, extra } = readSourceFields(values);
    return () => serializeSource(fields, newBody, extra);
  });
}

function withHash<Fields extends { readonly imported?: string }>(fields: Fields, imported: string | undefined): Fields {
  const { imported: standing, ...others } = fields;
  const hash = imported ?? standing;
  return { ...others, ...(hash !== undefined && hash !== "" && { imported: hash }) } as unknown as Fields;
}

/** Writes a file anew. One that no person touched stays such a one, so that a later import may still update it. */
function change(
  contentDir: string,
  file: string,
  isConcerned: (text: string) => boolean,
  make: (text: string) => ((imported: string | undefined) => string) | undefined,
): Change {
  const path = `${contentDir}/${file}`;
  const text = readIfThere(path);
  if (text === undefined) return "same";
  const isReadable = parseFrontMatter(text).errors.length === 0 && !holdsYamlComments(text);
  const toText = isReadable ? make(text) : undefined;
  if (toText === undefined) return isConcerned(text) ? "left" : "same";
  const newText = toText(isUntouched(text) ? hashRecord(toText("")) : undefined);
  if (newText === text) return "same";
  writeFileWhole(path, newText);
  return "changed";
}

function followInLists(contentDir: string, archive: Archive, folders: Folders): void {
  const sources = archive.sources.map(({ id }) => id);
  changeSourceLists(contentDir, sources, {
    link: (file, row) => {
      const newFile = moveFile(file, folders);
      const target = leadOn(newFile, file, folders)(row.new);
      if (newFile === file && target === undefined) return [file, row];
      return [newFile, { old: row.old, new: target ?? row.new }];
    },
    media: (row) => {
      const post = folders.get(row.post);
      return post === undefined ? row : { ...row, post };
    },
    attachment: (row) => {
      const held = row.held === "" ? "" : moveFile(row.held, folders);
      return held === row.held ? row : { ...row, held };
    },
  });
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function encodePath(path: string): string {
  return path
    .split("/")
    .map((part) => part.replace(/[^\p{L}\p{N}\p{M}._-]/gu, encodeURIComponent))
    .join("/");
}
