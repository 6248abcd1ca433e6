// Mends what is mechanical in an archive: the form of files, their names, and the year that a post lies in. Never words.

import { existsSync, mkdirSync, renameSync, rmdirSync } from "node:fs";
import { type Message, toMessage } from "../strings/messages/index.ts";
import { toCommentFileName } from "./comment-file-name.ts";
import { parseEdtf, yearOf } from "./edtf.ts";
import { listFolder } from "./folder-listing.ts";
import { followMoves } from "./follow-moves.ts";
import { holdsYamlComments } from "./front-matter.ts";
import { hashRecord, isUntouched } from "./imported-hash.ts";
import type { Archive, Comment, Post, PostFields, Problem, SiteSettings } from "./model.ts";
import { type RecordKind, toNormalForm } from "./normal-form.ts";
import { readArchive, toPostFolder } from "./read-archive.ts";
import { type ReadFile, readArchiveFile } from "./read-file.ts";
import { readPostFields, serializePost } from "./record-fields.ts";
import { foldName, uniqueSlug } from "./slug.ts";
import { writeFileWhole } from "./write-file.ts";

/** Something that was mended. */
export interface Fix {
  /** Path below content/, as it was before. */
  readonly file: string;
  /** What was done: `moved to posts/2011/slug, …`. */
  readonly what: Message;
  /** Nothing was done: `what` says why, and what a person can do. */
  readonly isLeft?: true;
}

/** Where a post was before a person moved its folder, or changed its language. */
export interface FormerPlace {
  /** As it is now. */
  readonly id: string;
  readonly formerId: string;
  readonly formerLang?: string;
}

/** What mending needs to know of the site. */
export interface FixOptions {
  /** What Git tells of posts that were moved by hand. */
  readonly formerPlaces?: readonly FormerPlace[];
  /** Returns the address of a post's text, such as `/en/2011/slug/`; lang is the text's own. */
  readonly addressOf: (post: Pick<Post, "type" | "id">, lang: string | undefined, settings: SiteSettings) => string;
}

/**
 * Mends an archive and tells what it did. Files with errors in them are left for a person.
 * Interrupted anywhere, it leaves an archive that the next run completes.
 */
export async function fixArchive(contentDir: string, options: FixOptions): Promise<readonly Fix[]> {
  const { archive } = await readArchive(contentDir);
  const fixes: Fix[] = [];
  for (const source of archive.sources) fixForm(contentDir, source.file, "source", fixes);
  for (const person of archive.people) fixForm(contentDir, person.file, "person", fixes);
  for (const post of archive.posts) {
    for (const { file } of [post, ...post.translations]) fixForm(contentDir, file, "post", fixes);
    const folder = `${toPostFolder(post.id)}/comments`;
    const names = listNames(contentDir, post.thread.length === 0 ? undefined : folder);
    for (const comment of post.thread) {
      fixForm(contentDir, comment.file, "comment", fixes);
      fixName(contentDir, comment, folder, names, fixes);
    }
  }
  const moved = new Map<string, string>();
  for (const post of archive.posts) {
    const id = moveToYear(contentDir, post, archive.settings, options, fixes);
    if (id !== undefined) moved.set(post.id, id);
  }
  for (const place of options.formerPlaces ?? []) {
    const post = archive.posts.find(({ id }) => id === place.id);
    if (post !== undefined)
      keepFormerAddress(contentDir, post, moved.get(post.id) ?? post.id, place, archive, options, fixes);
  }
  const renamed = (options.formerPlaces ?? []).filter(({ id, formerId }) => id !== formerId);
  const moves = new Map([...renamed.map(({ id, formerId }) => [formerId, moved.get(id) ?? id] as const), ...moved]);
  if (moves.size > 0) follow(contentDir, archive, moves, fixes);
  return fixes;
}

function fixForm(contentDir: string, file: string, kind: RecordKind, fixes: Fix[]): void {
  const read = readArchiveFile(contentDir, file, []);
  if (read !== undefined && holdsYamlComments(read.text)) {
    fixes.push({ file, what: toMessage("fix.comments"), isLeft: true });
    return;
  }
  const text = read === undefined ? undefined : toNormalForm(read, kind);
  if (read === undefined || text === undefined || text === read.text) return;
  writeFileWhole(`${contentDir}/${file}`, text);
  const withLf = read.text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  fixes.push({ file, what: toMessage(text === withLf ? "fix.lineEnds" : "fix.form") });
}

// Files by their folded names: where two differ by letter case only, neither gets the other's name.
function listNames(contentDir: string, folder: string | undefined): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const name of folder === undefined ? [] : listFolder(contentDir, folder, []).files) addName(names, name);
  return names;
}

function addName(names: Map<string, Set<string>>, name: string): void {
  const folded = foldName(name);
  names.set(folded, (names.get(folded) ?? new Set()).add(name));
}

function fixName(
  contentDir: string,
  { id, file }: Pick<Comment, "id" | "file">,
  folder: string,
  names: Map<string, Set<string>>,
  fixes: Fix[],
): void {
  const name = toCommentFileName(id);
  const old = file.slice(folder.length + 1);
  const isTaken = [...(names.get(foldName(name)) ?? [])].some((other) => other !== old);
  if (old === name || isTaken) return;
  renameSync(`${contentDir}/${file}`, `${contentDir}/${folder}/${name}`);
  names.get(foldName(old))?.delete(old);
  addName(names, name);
  fixes.push({ file, what: toMessage("fix.renamed", { name }) });
}

function moveToYear(
  contentDir: string,
  post: Post,
  settings: SiteSettings,
  { addressOf }: FixOptions,
  fixes: Fix[],
): string | undefined {
  const [parent = "", slug = ""] = post.id.split("/");
  const year = yearOf(post.date);
  const isReadable = post.date === undefined || parseEdtf(post.date) !== undefined;
  if (post.type === "page" || year === parent || !isReadable) return undefined;
  const files = [post, ...post.translations].map(({ file }) => readArchiveFile(contentDir, file, []));
  const texts = files.flatMap((file) => (file !== undefined && toNormalForm(file, "post") !== undefined ? [file] : []));
  if (texts.length < files.length) return undefined;
  const neighbours = new Set(namesIn(contentDir, `posts/${year}`).map(foldName));
  const id = `${year}/${uniqueSlug(slug, (name) => neighbours.has(name))}`;
  // The old addresses first: should this be interrupted, the post still lies where it was, and the next run moves it.
  for (const file of texts) {
    const lang = file.file === post.file ? post.lang : /index\.(.+)\.md$/.exec(file.file)?.[1];
    changeFields(contentDir, file, (fields) => ({
      aliases: [...new Set([...(fields.aliases ?? []), addressOf(post, lang, settings)])],
    }));
  }
  const folder = toPostFolder(post.id);
  mkdirSync(`${contentDir}/posts/${year}`, { recursive: true });
  renameSync(`${contentDir}/${folder}`, `${contentDir}/posts/${id}`);
  removeIfEmpty(`${contentDir}/posts/${parent}`);
  const values = { folder: `posts/${id}`, address: addressOf(post, post.lang, settings) };
  const what =
    post.date === undefined
      ? toMessage("fix.moved.undated", values)
      : toMessage("fix.moved.dated", { ...values, date: post.date });
  fixes.push({ file: folder, what });
  return id;
}

function keepFormerAddress(
  contentDir: string,
  post: Post,
  id: string,
  { formerId, formerLang }: FormerPlace,
  { settings }: Archive,
  { addressOf }: FixOptions,
  fixes: Fix[],
): void {
  const address = addressOf(
    { type: formerId.startsWith("pages/") ? "page" : "post", id: formerId },
    formerLang,
    settings,
  );
  const file = readArchiveFile(contentDir, `${toPostFolder(id)}/index.md`, []);
  // What was taken away has no former address: it said words of the title.
  const isKnown =
    post.status === "redacted" ||
    post.aliases?.includes(address) ||
    address === addressOf({ ...post, id }, post.lang, settings);
  if (isKnown || file === undefined || toNormalForm(file, "post") === undefined) return;
  changeFields(contentDir, file, ({ aliases = [] }) => ({ aliases: [...new Set([...aliases, address])] }));
  fixes.push({ file: file.file, what: toMessage("fix.alias", { address }) });
}

function follow(contentDir: string, archive: Archive, moves: ReadonlyMap<string, string>, fixes: Fix[]): void {
  const originals = new Map<string, string>(
    archive.posts.flatMap(({ id, translation_of: original }) =>
      original === undefined || !moves.has(original)
        ? []
        : [[`${toPostFolder(moves.get(id) ?? id)}/index.md`, moves.get(original) ?? ""] as const],
    ),
  );
  const { translations, linking } = followMoves(contentDir, archive, moves);
  for (const file of translations)
    fixes.push({ file, what: toMessage("fix.followed", { id: originals.get(file) ?? "" }) });
  for (const file of linking) fixes.push({ file, what: toMessage("fix.links") });
}

function namesIn(contentDir: string, folder: string): readonly string[] {
  const { files, folders } = listFolder(contentDir, folder, []);
  return [...files, ...folders];
}

// A file that no person touched stays such a one, so that a later import may still update it.
function changeFields(contentDir: string, file: ReadFile, change: (fields: PostFields) => Partial<PostFields>): void {
  const { fields, extra } = readPostFields(file.fields);
  const { imported, ...changed } = { ...fields, ...change(fields) };
  const hash = isUntouched(file.text) ? hashRecord(serializePost(changed, file.body, extra)) : imported;
  const text = serializePost({ ...changed, ...(hash !== undefined && { imported: hash }) }, file.body, extra);
  if (text !== file.text) writeFileWhole(`${contentDir}/${file.file}`, text);
}

function removeIfEmpty(folder: string): void {
  const ignored: Problem[] = [];
  if (!existsSync(folder)) return;
  const { files, folders } = listFolder(folder, "", ignored);
  if (files.length + folders.length + ignored.length > 0) return;
  try {
    rmdirSync(folder);
  } catch {
    // Something hidden lies there; an empty year harms nobody.
  }
}
