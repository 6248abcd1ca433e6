// Reads content/ into the archive's model. Broken files become problems; everything else is still read.

import { setImmediate } from "node:timers/promises";
import type { Message, MessageKey } from "../strings/messages/index.ts";
import { findAttachmentListSource } from "./attachment-list.ts";
import { type FolderListing, listFolder } from "./folder-listing.ts";
import { toError, toWarning } from "./found.ts";
import { findLinkListSource } from "./link-list.ts";
import { findMediaListSource } from "./media-list.ts";
import type { Archive, Comment, CommentFields, Post, Problem, Source, Translation } from "./model.ts";
import { compareNaturally } from "./natural-order.ts";
import { placeProblems, type ReadFile, readArchiveFile } from "./read-file.ts";
import { readPeople } from "./read-people.ts";
import { type FieldProblem, readCommentFields, readPostFields, readSourceFields } from "./record-fields.ts";
import { findListedSource } from "./record-list.ts";
import { show } from "./show.ts";
import { readSiteSettings } from "./site-settings.ts";
import { isSiteFileName } from "./slug.ts";
import { isSourceVersion } from "./source-version.ts";
import { checkPostTombstone, checkTombstone, toPostTombstone, toTombstone } from "./tombstone.ts";

/** What a reader may be told. */
export interface ReadOptions {
  /** Called now and then with the number of posts read and of all posts. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What is in an archive beside its posts. */
export interface ArchiveSurvey extends Omit<Archive, "posts"> {
  /** Ids of all posts and pages, sorted. */
  readonly postIds: readonly string[];
  /** In no order. */
  readonly problems: readonly Problem[];
}

/** One post or page as it was read. */
export interface ReadPost {
  /** Absent when its index.md is missing or broken. */
  readonly post?: Post;
  readonly problems: readonly Problem[];
}

// Between so many posts other work gets its turn.
const POSTS_PER_TURN = 200;
const MAX_FOLDER_DEPTH = 8;
const NO_PROBLEMS: readonly FieldProblem[] = [];

/** Reads all of content/, in an order that depends on nothing but the names. A missing or empty folder is an empty archive. */
export async function readArchive(
  contentDir: string,
  options: ReadOptions = {},
): Promise<{ readonly archive: Archive; readonly problems: readonly Problem[] }> {
  const { postIds: ids, settings, sources, people, problems: found } = await readSurvey(contentDir);
  const problems = [...found];
  const posts: Post[] = [];
  for (const [index, id] of ids.entries()) {
    if (index % POSTS_PER_TURN === POSTS_PER_TURN - 1) {
      options.onProgress?.(index, ids.length);
      await setImmediate();
    }
    const read = readPost(contentDir, id);
    if (read.post !== undefined) posts.push(read.post);
    for (const problem of read.problems) problems.push(problem);
  }
  return { archive: { posts, sources, people, settings }, problems: problems.sort(compareProblems) };
}

/** Reads all that is not in the folders of posts, and names these: whoever reads them may share them out. */
export async function readSurvey(contentDir: string): Promise<ArchiveSurvey> {
  const { settings, problems: settingsProblems } = await readSiteSettings(contentDir);
  const problems: Problem[] = [...settingsProblems];
  const postIds = collectPostIds(contentDir, problems);
  const sources = readSources(contentDir, problems);
  const people = readPeople(contentDir, problems);
  return { postIds, settings, sources, people, problems };
}

/** Returns the folder of a post or page below content/: `2011/slug` → `posts/2011/slug`. */
export function toPostFolder(id: string): string {
  return id.startsWith("pages/") ? id : `posts/${id}`;
}

/** Returns the id of the post or page whose folder a file below content/ lies in: `posts/2011/slug/index.md` → `2011/slug`. */
export function toPostId(file: string): string {
  const parts = file.split("/");
  return parts[0] === "pages" ? parts.slice(0, 2).join("/") : parts.slice(1, 3).join("/");
}

/** Puts problems in the order of a report: by file, line and key, errors first. */
export function compareProblems(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  if ((a.line ?? 0) !== (b.line ?? 0)) return (a.line ?? 0) - (b.line ?? 0);
  if (a.level !== b.level) return a.level === "error" ? -1 : 1;
  return a.code < b.code ? -1 : a.code > b.code ? 1 : compareTexts(a.message, b.message);
}

// By what is said and of what, so that the order is one in every language.
function compareTexts(a: Message, b: Message): number {
  const [first, second] = [a, b].map(({ text, values }) => `${text} ${JSON.stringify(values)}`);
  return first === second ? 0 : (first ?? "") < (second ?? "") ? -1 : 1;
}

function collectPostIds(contentDir: string, problems: Problem[]): readonly string[] {
  const ids: string[] = [];
  const years = listFolder(contentDir, "posts", problems);
  warnOfFiles("posts", years.files, "file-unexpected.posts", problems);
  for (const year of years.folders) {
    if (!/^(?:\d{4}|undated)$/.test(year)) {
      problems.push({ ...toError(undefined, "year-folder", { found: show(year) }), file: `posts/${year}` });
      continue;
    }
    const slugs = listFolder(contentDir, `posts/${year}`, problems);
    warnOfFiles(`posts/${year}`, slugs.files, "file-unexpected.post", problems);
    for (const slug of slugs.folders) if (isUsable(`posts/${year}`, slug, problems)) ids.push(`${year}/${slug}`);
  }
  const pages = listFolder(contentDir, "pages", problems);
  warnOfFiles("pages", pages.files, "file-unexpected.page", problems);
  for (const slug of pages.folders) if (isUsable("pages", slug, problems)) ids.push(`pages/${slug}`);
  return ids.sort();
}

// A folder of that name would take the place of a page or feed.
function isUsable(folder: string, slug: string, problems: Problem[]): boolean {
  if (!isSiteFileName(slug)) return true;
  problems.push({ ...toError(undefined, "slug-unsafe", { found: show(slug) }), file: `${folder}/${slug}` });
  return false;
}

/** Reads one post or page with its thread and translations. */
export function readPost(contentDir: string, id: string): ReadPost {
  const problems: Problem[] = [];
  const folder = toPostFolder(id);
  const listing = listFolder(contentDir, folder, problems);
  if (!listing.files.includes("index.md")) {
    problems.push({ ...toError(undefined, "index-missing"), file: folder });
    return { problems };
  }
  const index = readArchiveFile(contentDir, `${folder}/index.md`, problems);
  // Comments without their post have no place, but what is wrong with them is told at once.
  const thread = readComments(contentDir, folder, listing, problems);
  if (index === undefined) return { problems };
  const { fields, extra, problems: found } = readPostFields(index.fields);
  placeProblems(index, found, problems);
  const post: Post = {
    ...fields,
    type: id.startsWith("pages/") ? "page" : "post",
    id,
    body: index.body,
    ...(extra !== undefined && { extra }),
    file: index.file,
    thread,
    translations: readTranslations(contentDir, folder, listing, problems),
    attachments: listAttachments(contentDir, folder, listing, problems),
  };
  return { post: post.status === "redacted" ? hideWords(post, problems) : post, problems };
}

/** Whatever the files of a redacted post still say is not for readers; check reports it. */
function hideWords(post: Post, problems: Problem[]): Post {
  for (const problem of checkPostTombstone(post, post.body)) problems.push({ ...problem, file: post.file });
  for (const { file } of post.translations) problems.push({ ...toError(undefined, "status-translation"), file });
  return toPostTombstone(post);
}

function readComments(contentDir: string, folder: string, parent: FolderListing, problems: Problem[]): Comment[] {
  if (!parent.folders.includes("comments")) return [];
  const { files, folders } = listFolder(contentDir, `${folder}/comments`, problems);
  warnOfFiles(`${folder}/comments`, folders, "file-unexpected.comment", problems);
  const comments: Comment[] = [];
  for (const name of files) {
    const path = `${folder}/comments/${name}`;
    if (isSourceVersion(name)) {
      warnOfVersion(path, problems);
      continue;
    }
    if (!name.endsWith(".md")) {
      warnOfFiles(`${folder}/comments`, [name], "file-unexpected.comment", problems);
      continue;
    }
    const file = readArchiveFile(contentDir, path, problems);
    if (file === undefined) continue;
    const { fields, extra, problems: found } = readCommentFields(file.fields);
    placeProblems(file, found, problems);
    placeProblems(file, checkCommentFile(fields, file, name), problems);
    const id = fields.id ?? name.slice(0, -3);
    if (fields.status !== undefined) {
      // Whatever the file of a redacted comment still says is not for readers; check reports it.
      comments.push({ ...toTombstone(fields), id, body: "", file: path });
    } else {
      const { body } = file;
      comments.push(
        extra === undefined ? { ...fields, id, body, file: path } : { ...fields, id, body, extra, file: path },
      );
    }
  }
  return comments.sort((a, b) => compareNaturally(a.id, b.id) || (a.file < b.file ? -1 : 1));
}

function checkCommentFile(fields: Partial<CommentFields>, { body }: ReadFile, name: string): readonly FieldProblem[] {
  if (fields.id === undefined) {
    return [{ ...toError("id", "id-missing", { wanted: show(name.slice(0, -3)) }), key: "id" }];
  }
  return fields.status === undefined ? NO_PROBLEMS : checkTombstone(fields, body);
}

function readTranslations(
  contentDir: string,
  folder: string,
  { files }: FolderListing,
  problems: Problem[],
): Translation[] {
  const translations: Translation[] = [];
  for (const name of files) {
    const lang = /^index\.([A-Za-z0-9-]+)\.md$/.exec(name)?.[1];
    if (lang === undefined || isSourceVersion(name)) continue;
    const file = readArchiveFile(contentDir, `${folder}/${name}`, problems);
    if (file === undefined) continue;
    const { fields, extra, problems: found } = readPostFields(file.fields);
    placeProblems(file, found, problems);
    if (fields.lang !== undefined && fields.lang !== lang) {
      const problem = toError("lang", "translation-lang", { found: show(fields.lang), name: show(lang) });
      placeProblems(file, [{ ...problem, key: "lang" }], problems);
    }
    translations.push({
      ...fields,
      lang,
      body: file.body,
      ...(extra !== undefined && { extra }),
      file: file.file,
    });
  }
  return translations;
}

// Images may lie in folders of their own beside the post.
function listAttachments(
  contentDir: string,
  folder: string,
  { files, folders }: FolderListing,
  problems: Problem[],
): string[] {
  for (const name of files.filter(isSourceVersion)) warnOfVersion(`${folder}/${name}`, problems);
  const attachments = files.filter((name) => !/^index(?:\.[A-Za-z0-9-]+)?\.md$/.test(name) && !isSourceVersion(name));
  const markdown = attachments.filter((name) => name.endsWith(".md"));
  warnOfFiles(folder, markdown, "file-unexpected.text", problems);
  const walk = (below: string, depth: number) => {
    const listing = listFolder(contentDir, `${folder}/${below}`, problems);
    for (const name of listing.files) attachments.push(`${below}/${name}`);
    if (depth < MAX_FOLDER_DEPTH) for (const name of listing.folders) walk(`${below}/${name}`, depth + 1);
  };
  for (const name of folders) if (name !== "comments") walk(name, 1);
  return attachments.sort();
}

function readSources(contentDir: string, problems: Problem[]): Source[] {
  const { files, folders } = listFolder(contentDir, "sources", problems);
  warnOfFiles("sources", folders, "file-unexpected.source-folder", problems);
  const sources: Source[] = [];
  for (const name of files) {
    const listed =
      findListedSource(name) ?? findMediaListSource(name) ?? findLinkListSource(name) ?? findAttachmentListSource(name);
    if (listed !== undefined && files.includes(`${listed}.md`)) continue;
    if (!name.endsWith(".md")) {
      warnOfFiles("sources", [name], "file-unexpected.source", problems);
      continue;
    }
    const file = readArchiveFile(contentDir, `sources/${name}`, problems);
    if (file === undefined) continue;
    const { fields, extra, problems: found } = readSourceFields(file.fields);
    placeProblems(file, found, problems);
    const id = name.slice(0, -3);
    sources.push({ ...fields, id, body: file.body, ...(extra !== undefined && { extra }), file: file.file });
  }
  return sources;
}

function warnOfVersion(file: string, problems: Problem[]): void {
  const edited = file.slice(file.lastIndexOf("/") + 1).replace(/\.source\.md$/, ".md");
  problems.push({ ...toWarning(undefined, "source-version", { edited: show(edited) }), file });
}

function warnOfFiles(
  folder: string,
  names: readonly string[],
  text: Extract<MessageKey, `file-unexpected.${string}`>,
  problems: Problem[],
): void {
  for (const name of names) problems.push({ ...toWarning(undefined, text), file: `${folder}/${name}` });
}
